// Writes src/FineTune.Core/Tokenization/data/<encoding>.ranks from the npm package `tiktoken` (pinned in package.json).
// Run with Node 20 or newer: npm install --ignore-scripts && node make.mjs
//
// A .ranks file is the encoding's tokens in the order of their ranks: one byte for the length, then the token's bytes.
// The ranks are checked against the SHA-256 of the .tiktoken files that OpenAI publishes, which openai/tiktoken pins too.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

const published = {
  o200k_base: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  cl100k_base: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
}

const require = createRequire(import.meta.url)
const sha256 = data => createHash('sha256').update(data).digest('hex')

for (const [encoding, expected] of Object.entries(published)) {
  const tokens = ranked(require(`tiktoken/encoders/${encoding}.json`).bpe_ranks)
  const actual = sha256(tokens.map((token, rank) => `${token} ${rank}\n`).join(''))
  if (actual !== expected) {
    throw new Error(`${encoding}: the ranks have SHA-256 ${actual}; OpenAI's have ${expected}`)
  }
  const file = Buffer.concat(tokens.flatMap(token => {
    const bytes = Buffer.from(token, 'base64')
    if (bytes.length < 1 || bytes.length > 255) {
      throw new Error(`${encoding}: a token of ${bytes.length} bytes`)
    }
    return [Buffer.of(bytes.length), bytes]
  }))
  writeFileSync(new URL(`../../src/FineTune.Core/Tokenization/data/${encoding}.ranks`, import.meta.url), file)
  console.log(`${encoding}.ranks  ${tokens.length} tokens  ${file.length} bytes  sha256 ${sha256(file)}`)
}

/** The package's lines are "! <first rank> <base64> <base64> …"; gives base64 by rank, which has no gaps. */
function ranked(text) {
  const tokens = []
  for (const line of text.split('\n').filter(line => line.length > 0)) {
    const [, first, ...entries] = line.split(' ')
    entries.forEach((entry, index) => { tokens[Number(first) + index] = entry })
  }
  if (tokens.includes(undefined)) {
    throw new Error('the ranks have gaps')
  }
  return tokens
}
