import { measure } from './contents.mjs'

const [encoding, path] = process.argv.slice(2)
const { countTokens } = await import(`gpt-tokenizer/encoding/${encoding}`)
measure(`gpt-tokenizer, ${encoding}`, path, text => countTokens(text, { disallowedSpecial: new Set() }))
