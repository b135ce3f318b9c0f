// Runs the emulator while something is done with it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export async function withEmulator(use, ...more) {
  const bin = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'src', 'FineTune.Emulator', 'bin');
  const program = ['Release', 'Debug'].map((kind) => join(bin, kind, 'net8.0', 'finetune-emulator.dll')).find(existsSync);
  assert(program, 'build src/FineTune.Emulator first');
  const folder = mkdtempSync(join(tmpdir(), 'openai-node-'));
  const emulator = spawn('dotnet', [program, '--data', folder, ...(more.length > 0 ? more : ['--speed', 'instant']), '--parent', String(process.pid)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => emulator.once('exit', resolve));
  try {
    const line = await new Promise((resolve, reject) => {
      createInterface(emulator.stdout).once('line', resolve);
      emulator.once('error', reject);
      exited.then(() => reject(new Error('the emulator ended')));
    });
    await use(line.replace('listening on ', ''));
  } finally {
    emulator.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  }
}
