// Prism as a proxy that refuses what does not fit the description, with a note of each call and each fault.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');

export async function withPrism(description, upstream, use) {
  const folder = mkdtempSync(join(tmpdir(), 'prism-'));
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(description));
  const port = await freePort();
  const prism = spawn(process.execPath, [program, 'proxy', join(folder, 'openapi.json'), upstream, '--errors', '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise((resolve) => prism.once('exit', resolve));
  let log = '';
  const ready = new Promise((resolve, reject) => {
    const read = (data) => {
      log += data;
      if (/Prism is listening/.test(log)) resolve();
    };
    prism.stdout.on('data', read);
    prism.stderr.on('data', read);
    exited.then(() => reject(new Error(`Prism ended: ${log}`)));
  });
  try {
    await ready;
    await use(`http://127.0.0.1:${port}`);
  } finally {
    prism.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
  return { faults: log.split('\n').filter((line) => /violation|did not pass|terminated with error/i.test(line)) };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
