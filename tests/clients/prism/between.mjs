// A whole release, a failure, a cancellation, a prune and an upload in parts with Prism between; then calls that Prism must refuse, so that it is seen to look.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import OpenAI, { toFile } from 'openai';
import { calls, few, preferences, questions } from '../openai-node/data.mjs';
import { withEmulator } from '../openai-node/emulator.mjs';
import { describe } from './description.mjs';
import { withPrism } from './prism.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'src', 'FineTune.Tool', 'bin');
const tool = ['Release', 'Debug'].map((kind) => join(bin, kind, 'net8.0', 'finetune.dll')).find(existsSync);
assert(tool, 'build src/FineTune.Tool first');

const description = describe();
const operations = Object.entries(description.paths).flatMap(([path, item]) => Object.keys(item).filter((key) => key !== 'parameters').map((method) => `${method} ${path}`));

// The tool has no use for these.
const untried = ['post /fine_tuning/jobs/{id}/pause', 'post /fine_tuning/jobs/{id}/resume'];

let count = 0;
const spoken = new Set();
const failed = [];

await exchange(['--speed', 'instant'], release, parts, others);
await exchange(['--speed', '0.01'], cancel);
await controls();
const silent = operations.filter((operation) => !spoken.has(operation) && !untried.includes(operation));
failed.push(...silent.map((operation) => `${operation} was never called`));
console.log(`${count} calls of ${spoken.size} operations through Prism, ${failed.length} faults`);
failed.forEach((fault) => console.log(`✗ ${fault}`));
process.exitCode = failed.length === 0 ? 0 : 1;

async function exchange(emulator, ...steps) {
  await withEmulator(async (address) => {
    const { faults } = await withPrism(description, address, async (prism) => {
      for (const step of steps) {
        const folder = mkdtempSync(join(tmpdir(), 'between-'));
        try {
          await step(folder, prism);
        } catch (error) {
          failed.push(`${step.name}: ${error.message}`);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }
    });
    for (const { method, path } of await journal(address)) {
      count++;
      spoken.add(operationOf(method, path));
    }
    failed.push(...faults);
  }, ...emulator);
}

async function release(folder, prism) {
  project(folder, `  questions: { provider: openai, base_model: gpt-4.1-mini-2025-04-14, training: questions.jsonl, validation: calls.jsonl, suffix: a, metadata: { team: b } }
  calls: { provider: openai, base_model: gpt-4.1, training: calls.jsonl, hyperparameters: { n_epochs: 2 } }
  preferences: { provider: openai, base_model: gpt-4.1, method: dpo, training: preferences.jsonl, hyperparameters: { beta: 0.2 } }
  graded: { provider: openai, base_model: o4-mini-2025-04-16, method: reinforcement, training: asked.jsonl, validation: asked2.jsonl, grader: { type: string_check, name: g, operation: eq, input: "{{sample.output_text}}", reference: "{{item.answer}}" } }`);
  await run(folder, prism, 0, 'release', '--yes');
  await run(folder, prism, 0, 'release', '--yes');
  await run(folder, prism, 0, 'status');
  await run(folder, prism, 0, 'sync');
  await run(folder, prism, 0, 'try', 'questions', 'where is my voucher', '--compare');
  await run(folder, prism, 1, 'verify', '--online');
  project(folder, '  calls: { provider: openai, base_model: gpt-4.1, training: calls.jsonl, hyperparameters: { n_epochs: 3 } }');
  await run(folder, prism, 0, 'release', '--yes', '--no-wait');
  await run(folder, prism, 0, 'sync');
  // What no lock names any more is to be deleted.
  const lock = JSON.parse(readFileSync(join(folder, 'finetune.lock.json')));
  lock.models = { calls: lock.models.calls };
  writeFileSync(join(folder, 'finetune.lock.json'), JSON.stringify(lock, null, 2));
  await run(folder, prism, 0, 'prune');
  await run(folder, prism, 0, 'prune', '--yes');
}

async function cancel(folder, prism) {
  project(folder, '  questions: { provider: openai, base_model: gpt-4.1, training: questions.jsonl }');
  await run(folder, prism, 0, 'release', '--yes', '--no-wait');
  await run(folder, prism, 0, 'cancel', 'questions');
}

async function parts(folder, prism) {
  const client = clientOf(prism);
  const upload = await client.uploads.create({ filename: 'parts.jsonl', purpose: 'fine-tune', bytes: questions.length, mime_type: 'text/jsonl' });
  const ids = [];
  for (const piece of [questions.slice(0, 300), questions.slice(300)]) {
    ids.push((await client.uploads.parts.create(upload.id, { data: await toFile(Buffer.from(piece), 'part') })).id);
  }
  assert.equal((await client.uploads.complete(upload.id, { part_ids: ids })).status, 'completed');
  const other = await client.uploads.create({ filename: 'parts.jsonl', purpose: 'fine-tune', bytes: 1, mime_type: 'text/jsonl' });
  assert.equal((await client.uploads.cancel(other.id)).status, 'cancelled');
}

async function others(folder, prism) {
  const client = clientOf(prism);
  const file = await client.files.create({ file: await toFile(Buffer.from(few), 'few.jsonl'), purpose: 'fine-tune' });
  const job = await ended(client, (await client.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: file.id })).id);
  assert.equal(job.status, 'failed');
  await client.fineTuning.jobs.listEvents(job.id);
  const good = await client.files.create({ file: await toFile(Buffer.from(questions), 'good.jsonl'), purpose: 'fine-tune' });
  const trained = await ended(client, (await client.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: good.id })).id);
  const checkpoint = (await client.fineTuning.jobs.checkpoints.list(trained.id)).data[0].fine_tuned_model_checkpoint;
  const permission = (await client.fineTuning.checkpoints.permissions.create(checkpoint, { project_ids: ['proj_a'] })).data[0];
  await client.fineTuning.checkpoints.permissions.list(checkpoint);
  assert(permission.id);
  const grader = { type: 'string_check', name: 'g', operation: 'eq', input: '{{sample.output_text}}', reference: 'x' };
  await client.fineTuning.alpha.graders.validate({ grader });
  assert.equal((await client.fineTuning.alpha.graders.run({ grader, model_sample: 'x' })).reward, 1);
  await client.chat.completions.create({ model: trained.fine_tuned_model, messages: [{ role: 'user', content: 'x' }], n: 2, max_tokens: 3 });
  await client.models.list();
  await client.models.retrieve(trained.fine_tuned_model);
  await client.files.retrieve(good.id);
  assert.equal(await (await client.files.content(good.id)).text(), questions);
  await client.models.delete(trained.fine_tuned_model);
  await client.files.delete(good.id);
}

// What does not fit must be refused on both sides; else the rest proves nothing.
async function controls() {
  const folder = mkdtempSync(join(tmpdir(), 'between-'));
  const faults = join(folder, 'faults.json');
  writeFileSync(faults, JSON.stringify([{ path: '/files$', method: 'GET', times: 0, fault: 'wrong_json', body: '{"object":"list","data":[{"id":3}],"has_more":false}' }]));
  await withEmulator(async (address) => {
    const { faults: seen } = await withPrism(description, address, async (prism) => {
      const headers = { authorization: 'Bearer test', 'content-type': 'application/json' };
      const request = await fetch(`${prism}/fine_tuning/jobs`, { method: 'POST', headers, body: JSON.stringify({ model: 'gpt-4.1', training_file: 'file-1', color: 'red' }) });
      const answer = await fetch(`${prism}/files`, { headers });
      if (request.status !== 422) failed.push(`a wrong request went through Prism: ${request.status}`);
      if (answer.status !== 500) failed.push(`a wrong answer went through Prism: ${answer.status}`);
    });
    if (seen.length === 0) failed.push('Prism did not note the wrong calls');
  }, '--speed', 'instant', '--faults', faults);
  rmSync(folder, { recursive: true, force: true });
}

function operationOf(method, path) {
  const called = decodeURIComponent(path.replace(/^\/v1/, '').replace(/\?.*/, ''));
  const fits = (operation) => operation.startsWith(`${method.toLowerCase()} `) && new RegExp(`^${operation.split(' ')[1].replace(/\{\w+\}/g, '[^/]+')}$`).test(called);
  return operations.find(fits) ?? `${method} ${called}`;
}

function project(folder, models) {
  const asked = (from) => Array.from({ length: 12 }, (_, i) => JSON.stringify({ messages: [{ role: 'user', content: `What is ${i + from} and ${i}?` }], answer: String(2 * i + from) }) + '\n').join('');
  const files = { 'questions.jsonl': questions, 'calls.jsonl': calls, 'preferences.jsonl': preferences, 'asked.jsonl': asked(0), 'asked2.jsonl': asked(40), 'finetune.yml': `version: 1\nmodels:\n${models}\n` };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  if (!existsSync(join(folder, '.git'))) {
    execFileSync('git', ['init', '-q'], { cwd: folder });
  }
}

function run(folder, prism, expected, ...words) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, OPENAI_BASE_URL: prism, OPENAI_API_KEY: 'test', NO_COLOR: '1', FINETUNE_TODAY: '2026-08-01' };
    execFile('dotnet', [tool, ...words], { cwd: folder, env }, (error, output, errors) => {
      const code = error?.code ?? 0;
      code === expected ? resolve(output) : reject(new Error(`finetune ${words.join(' ')} ended with ${code}, not ${expected}: ${output}${errors}`));
    });
  });
}

function clientOf(prism) {
  return new OpenAI({ apiKey: 'test', adminAPIKey: 'test', baseURL: prism, maxRetries: 0 });
}

async function journal(address) {
  return (await (await fetch(new URL('/_emulator/requests', address))).json()).data;
}

async function ended(client, id) {
  for (;;) {
    const job = await client.fineTuning.jobs.retrieve(id);
    if (['succeeded', 'failed', 'cancelled'].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
