// Compares our token IDs and counts with the npm package `tiktoken`, text by text, and records the reference's results.
// Usage: node compare.mjs FOLDER [--record FILE], where `FineTune.Benchmarks reference FOLDER` wrote FOLDER (see compare.sh).
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const { get_encoding } = require('tiktoken')
const [folder, flag, recordFile] = process.argv.slice(2)

let differences = 0
const record = {}
for (const encoding of ['o200k_base', 'cl100k_base']) {
  const reference = get_encoding(encoding)
  const texts = reader(join(folder, 'texts.bin'))
  const ours = reader(join(folder, `${encoding}.ids`))
  const results = {}
  let compared = 0
  while (!texts.done()) {
    const name = texts.bytes().toString('utf8')
    const hash = createHash('sha256')
    let tokens = 0
    for (let left = texts.int(); left > 0; left--) {
      const text = texts.bytes().toString('utf8')
      const expected = reference.encode_ordinary(text)
      const count = ours.int()
      const actual = ours.ints()
      const same = count === expected.length && Buffer.from(actual.buffer).equals(Buffer.from(expected.slice().buffer))
      if (!same && differences++ < 10) {
        console.error(`${encoding} ${name} ${JSON.stringify(text.slice(0, 300))}\n  reference ${expected.length}: ${expected.slice(0, 40)}\n  ours ${count}: ${actual.slice(0, 40)}`)
      }
      hash.update(Buffer.from(expected.slice().buffer))
      tokens += expected.length
      compared++
    }
    results[name] = `${tokens} ${hash.digest('hex').slice(0, 16)}`
  }
  record[encoding] = results
  const total = Object.values(results).reduce((sum, result) => sum + Number(result.split(' ')[0]), 0)
  console.log(`${encoding}: ${compared} texts, ${total} tokens`)
}

console.log(`${differences} differences`)
if (flag === '--record' && differences === 0) {
  writeFileSync(recordFile, JSON.stringify(record, null, 2) + '\n')
}
process.exit(differences === 0 ? 0 : 1)

function reader(path) {
  const data = readFileSync(path)
  let place = 0
  const take = length => data.subarray(place, place += length)
  const int = () => take(4).readInt32LE()
  return {
    done: () => place === data.length,
    int,
    bytes: () => take(int()),
    ints: () => Uint32Array.from({ length: int() }, int),
  }
}
