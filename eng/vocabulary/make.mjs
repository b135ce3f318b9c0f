// Writes src/FineTune.Core/Tokenization/data/<encoding>.merges from the npm package `tiktoken` (pinned in package.json).
// Run with Node 20 or newer: npm install --ignore-scripts && node make.mjs
//
// The ranks are checked against the SHA-256 of the .tiktoken files that OpenAI publishes, which openai/tiktoken pins too.
// A .merges file is what Vocabulary.cs reads in place, all of it little endian: the number of tokens and of home slots (32 bits each);
// the rank of each of the 256 bytes, then of each two bytes (32 bits, NONE where they are no token); then slots of 64 bits. A slot holds
// the two tokens that a token is merged from and its rank (18 bits each), and ten marks: one for each pair whose home it is. A pair lies
// at its home or in the next free slot behind; the last slot is free.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

const published = {
  o200k_base: '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d',
  cl100k_base: '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7',
}

const NONE = 0x3FFFF
const FREE = ((1n << 36n) - 1n) << 28n

const require = createRequire(import.meta.url)
const sha256 = data => createHash('sha256').update(data).digest('hex')

for (const [encoding, expected] of Object.entries(published)) {
  const tokens = ranked(require(`tiktoken/encoders/${encoding}.json`).bpe_ranks)
  const actual = sha256(tokens.map((token, rank) => `${token} ${rank}\n`).join(''))
  if (actual !== expected) {
    throw new Error(`${encoding}: the ranks have SHA-256 ${actual}; OpenAI's have ${expected}`)
  }
  const file = merges(encoding, tokens.map(token => Buffer.from(token, 'base64').toString('latin1')))
  writeFileSync(new URL(`../../src/FineTune.Core/Tokenization/data/${encoding}.merges`, import.meta.url), file)
  console.log(`${encoding}.merges  ${tokens.length} tokens  ${file.length} bytes  sha256 ${sha256(file)}`)
}

function merges(encoding, tokens) {
  const rankOf = new Map(tokens.map((token, rank) => [token, rank]))
  const homes = 2 * tokens.length
  const pairs = new Uint32Array(65536).fill(NONE)
  const slots = Array(homes).fill(FREE)
  const marks = []
  let last = homes - 1
  tokens.forEach((token, rank) => {
    if (rank < 256 ? token.length !== 1 : token.length < 2) {
      throw new Error(`${encoding}: token ${rank} has ${token.length} bytes`)
    }
    if (rank < 256) {
      return
    }
    const [left, right] = parts(token, rank, rankOf)
    if (token.length === 2) {
      pairs[token.charCodeAt(0) * 256 + token.charCodeAt(1)] = rank
    }
    const key = (BigInt(left) << 18n) | BigInt(right)
    const hash = BigInt.asUintN(64, key * 0x9E3779B97F4A7C15n)
    const home = Number(((hash >> 32n) * BigInt(homes)) >> 32n)
    let slot = home
    while ((slots[slot] ?? FREE) !== FREE) {
      slot++
    }
    slots[slot] = (key << 28n) | (BigInt(rank) << 10n)
    marks.push([home, 1n << (((hash & 0xFFFFFFFFn) * 10n) >> 32n)])
    last = Math.max(last, slot)
  })
  slots[last + 1] = FREE
  marks.forEach(([home, mark]) => { slots[home] |= mark })
  const bytes = Uint32Array.from({ length: 256 }, (_, byte) => rankOf.get(String.fromCharCode(byte)))
  return Buffer.concat([Uint32Array.of(tokens.length, homes), bytes, pairs, BigUint64Array.from(slots)].map(part => Buffer.from(part.buffer)))
}

/** The two tokens that merging a token's bytes leaves before it: an encoding that is learned by merging has such for each. */
function parts(token, rank, rankOf) {
  const left = [...token]
  while (left.length > 2) {
    let best = [rank, -1]
    for (let place = 0; place + 1 < left.length; place++) {
      const found = rankOf.get(left[place] + left[place + 1])
      best = found < best[0] ? [found, place] : best
    }
    if (best[1] < 0) {
      throw new Error(`token ${rank} is not made of two`)
    }
    left.splice(best[1], 2, left[best[1]] + left[best[1] + 1])
  }
  return left.map(part => rankOf.get(part))
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
