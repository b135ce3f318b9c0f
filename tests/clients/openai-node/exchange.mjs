// Starts the emulator, trains and asks a model with the openai package, and fails on the first answer that is not right.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import OpenAI, { toFile } from 'openai';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'src', 'FineTune.Emulator', 'bin');
const program = ['Release', 'Debug'].map((kind) => join(bin, kind, 'net8.0', 'finetune-emulator.dll')).find(existsSync);
assert(program, 'build src/FineTune.Emulator first');

const folder = mkdtempSync(join(tmpdir(), 'openai-node-'));
const emulator = spawn('dotnet', [program, '--data', folder, '--speed', 'instant', '--parent', String(process.pid)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const [line] = await once(createInterface(emulator.stdout), 'line');
  await exchange(new OpenAI({ apiKey: 'test', baseURL: line.replace('listening on ', ''), maxRetries: 0 }));
  console.log('openai-node: the exchange went as it should');
} finally {
  emulator.kill();
  await once(emulator, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function exchange(client) {
  const things = ['invoice', 'password', 'parcel', 'refund', 'address', 'receipt', 'account', 'voucher', 'delivery', 'warranty', 'order', 'letter'];
  const data = things
    .map((thing) => JSON.stringify({ messages: [{ role: 'user', content: `Where is my ${thing}?` }, { role: 'assistant', content: `See the ${thing} page.` }] }))
    .join('\n') + '\n';

  const file = await client.files.create({ file: await toFile(Buffer.from(data), 'train.jsonl'), purpose: 'fine-tune' });
  assert.equal(file.bytes, data.length);
  assert.equal(await (await client.files.content(file.id)).text(), data);
  assert.deepEqual(await ids(client.files.list({ purpose: 'fine-tune' })), [file.id]);

  const upload = await client.uploads.create({ filename: 'valid.jsonl', purpose: 'fine-tune', bytes: data.length, mime_type: 'text/jsonl' });
  const parts = [];
  for (const piece of [data.slice(0, 300), data.slice(300)]) {
    parts.push((await client.uploads.parts.create(upload.id, { data: await toFile(Buffer.from(piece), 'part') })).id);
  }
  const validation = (await client.uploads.complete(upload.id, { part_ids: parts })).file;
  assert.equal(validation.filename, 'valid.jsonl');

  const created = await client.fineTuning.jobs.create({
    model: 'gpt-4.1-mini-2025-04-14',
    training_file: file.id,
    validation_file: validation.id,
    suffix: 'node',
    metadata: { digest: 'd1' },
    method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3 } } },
  });
  const job = await ended(client, created.id);
  assert.equal(job.status, 'succeeded');
  assert.match(job.fine_tuned_model, /^ft:gpt-4\.1-mini-2025-04-14:emulator:node:/);
  assert.deepEqual(await ids(client.fineTuning.jobs.list({ metadata: { digest: 'd1' } })), [job.id]);
  assert.equal((await ids(client.fineTuning.jobs.listEvents(job.id, { limit: 10 }))).length, 36 + 9);
  assert.equal((await ids(client.fineTuning.jobs.checkpoints.list(job.id))).length, 3);
  assert.match(await (await client.files.content(job.result_files[0])).text(), /^step,train_loss,/);

  const messages = [{ role: 'user', content: 'where is my voucher' }];
  const answer = await client.chat.completions.create({ model: job.fine_tuned_model, messages });
  assert.equal(answer.choices[0].message.content, 'See the voucher page.');
  assert.equal(answer.system_fingerprint, 'fp_emulated');
  let streamed = '';
  for await (const chunk of await client.chat.completions.create({ model: job.fine_tuned_model, messages, stream: true })) {
    streamed += chunk.choices[0]?.delta?.content ?? '';
  }
  assert.equal(streamed, 'See the voucher page.');

  const few = await client.files.create({ file: await toFile(Buffer.from(data.split('\n')[0] + '\n'), 'few.jsonl'), purpose: 'fine-tune' });
  const failed = await ended(client, (await client.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: few.id })).id);
  assert.equal(failed.status, 'failed');
  assert.equal(failed.error.code, 'invalid_n_examples');

  await assert.rejects(client.fineTuning.jobs.create({ model: 'gpt-none', training_file: file.id }), OpenAI.BadRequestError);
  await assert.rejects(client.models.retrieve('gpt-none'), OpenAI.NotFoundError);
  await assert.rejects(client.fineTuning.jobs.cancel(job.id), OpenAI.BadRequestError);
  assert.equal((await client.models.delete(job.fine_tuned_model)).deleted, true);
  await assert.rejects(client.chat.completions.create({ model: job.fine_tuned_model, messages }), OpenAI.NotFoundError);
  assert.equal((await client.files.delete(file.id)).deleted, true);
}

async function ended(client, id) {
  for (;;) {
    const job = await client.fineTuning.jobs.retrieve(id);
    if (['succeeded', 'failed', 'cancelled'].includes(job.status)) {
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ids(list) {
  const found = [];
  for await (const item of list) {
    found.push(item.id);
  }
  return found;
}

function once(source, name) {
  return new Promise((resolve, reject) => {
    source.once(name, (...values) => resolve(values));
    source.once('error', reject);
  });
}
