import { get_encoding } from 'tiktoken'
import { measure } from './contents.mjs'

const [encoding, path] = process.argv.slice(2)
const reference = get_encoding(encoding)
measure(`npm tiktoken, ${encoding}`, path, text => reference.encode_ordinary(text).length)
