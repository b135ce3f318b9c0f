// Reads the contents of a JSONL file and times a counter over the first part of them: these peers are slow.
import { readFileSync } from 'node:fs'

const limit = 8e6

export function measure(name, path, count) {
  const texts = []
  let bytes = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    for (const message of line && bytes < limit ? JSON.parse(line).messages : []) {
      if (typeof message.content === 'string') {
        texts.push(message.content)
        bytes += Buffer.byteLength(message.content)
      }
    }
  }
  const wall = process.hrtime.bigint()
  const before = process.cpuUsage()
  const tokens = texts.reduce((sum, text) => sum + count(text), 0)
  const { user, system } = process.cpuUsage(before)
  const seconds = Number(process.hrtime.bigint() - wall) / 1e9
  console.log(['measured', name, (bytes / 1e6).toFixed(3), ((user + system) / 1e6).toFixed(4), seconds.toFixed(4), `${tokens} tokens`].join('\t'))
}
