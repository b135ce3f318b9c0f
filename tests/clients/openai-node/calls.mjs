// Each call of the openai package and what it must come to: a part of the answer, or the status, parameter and code of the refusal.
import { toFile } from 'openai';
import { calls as callData, few, preferences, questions } from './data.mjs';

const asFile = (text, name) => toFile(Buffer.from(text), name);
const all = async (list) => {
  const found = [];
  for await (const item of list) found.push(item);
  return found;
};
const refused = (status, param, code = null) => ({ refused: { status, param, code } });
const unplayed = { refused: { status: 404, code: 'not_emulated' } };
const user = (content) => [{ role: 'user', content }];
const ask = (s, change) => ({ model: s.model, messages: user('where is my voucher'), ...change });
const schema = { type: 'object', properties: { page: { type: 'string' }, n: { type: 'integer', minimum: 3 } }, required: ['page', 'n'], additionalProperties: false };
const check = { type: 'string_check', name: 'same', operation: 'eq', input: '{{sample.output_text}}', reference: '{{item.answer}}' };
const similar = (evaluation_metric) => ({ type: 'text_similarity', name: 'near', evaluation_metric, input: '{{sample.output_text}}', reference: '{{item.answer}}' });
const grade = (c, grader, model_sample) => c.fineTuning.alpha.graders.run({ grader, item: { answer: 'the page' }, model_sample });
const tools = [{ type: 'function', function: { name: 'send', parameters: { type: 'object', properties: { what: { type: 'string' } }, required: ['what'] } } }];
const content = (text, finish_reason = 'stop') => ({ choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason }] });
const say = async (stream) => {
  const said = { text: '', reason: null, usage: null };
  for await (const chunk of stream) {
    said.text += chunk.choices[0]?.delta?.content ?? '';
    said.reason = chunk.choices[0]?.finish_reason ?? said.reason;
    said.usage = chunk.usage ?? said.usage;
  }
  return said;
};
const ended = async (c, id) => {
  for (;;) {
    const job = await c.fineTuning.jobs.retrieve(id);
    if (['succeeded', 'failed', 'cancelled'].includes(job.status)) return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const table = [
  ['files.create', async (c, s) => (s.file = await c.files.create({ file: await asFile(questions, 'train.jsonl'), purpose: 'fine-tune' })), { object: 'file', bytes: questions.length, purpose: 'fine-tune' }],
  ['files.create, expires_after', async (c) => c.files.create({ file: await asFile(few, 'few.jsonl'), purpose: 'fine-tune', expires_after: { anchor: 'created_at', seconds: 3600 } }), { object: 'file' }],
  ['files.create, expires too soon', async (c) => c.files.create({ file: await asFile(few, 'few.jsonl'), purpose: 'fine-tune', expires_after: { anchor: 'created_at', seconds: 3599 } }), refused(400, 'expires_after', 'invalid_value')],
  ['files.create, wrong purpose', async (c) => c.files.create({ file: await asFile(few, 'few.jsonl'), purpose: 'fun' }), refused(400, 'purpose', 'invalid_value')],
  ['files.create, unknown field', async (c) => c.files.create({ file: await asFile(few, 'few.jsonl'), purpose: 'fine-tune', color: 'red' }), refused(400, 'color', 'unknown_parameter')],
  ['files.create, wrong name', async (c) => c.files.create({ file: await asFile(few, 'few.csv'), purpose: 'fine-tune' }), refused(400, 'file', 'invalid_file_format')],
  ['files.retrieve', (c, s) => c.files.retrieve(s.file.id), { filename: 'train.jsonl', status: 'processed' }],
  ['files.retrieve, none', (c) => c.files.retrieve('file-none'), refused(404, 'id')],
  ['files.content', async (c, s) => ({ same: (await (await c.files.content(s.file.id)).text()) === questions }), { same: true }],
  ['files.list', async (c) => ({ count: (await all(c.files.list({ purpose: 'fine-tune', order: 'asc', limit: 1 }))).length }), { count: 2 }],
  ['files.list, wrong order', (c) => all(c.files.list({ order: 'up' })), refused(400, 'order', 'invalid_value')],
  ['files.list, wrong limit', (c) => all(c.files.list({ limit: 0 })), refused(400, 'limit', 'invalid_value')],
  ['files.waitForProcessing', (c, s) => c.files.waitForProcessing(s.file.id), { status: 'processed' }],

  ['uploads.create', async (c, s) => (s.upload = await c.uploads.create({ filename: 'valid.jsonl', purpose: 'fine-tune', bytes: questions.length, mime_type: 'text/jsonl' })), { object: 'upload', status: 'pending' }],
  ['uploads.create, no bytes', (c) => c.uploads.create({ filename: 'v.jsonl', purpose: 'fine-tune', mime_type: 'text/jsonl' }), refused(400, 'bytes', 'invalid_value')],
  ['uploads.create, unknown parameter', (c) => c.uploads.create({ filename: 'v.jsonl', purpose: 'fine-tune', bytes: 1, mime_type: 'text/jsonl', color: 'red' }), refused(400, 'color', 'unknown_parameter')],
  ['uploads.parts.create', async (c, s) => (s.part1 = await c.uploads.parts.create(s.upload.id, { data: await asFile(questions.slice(0, 300), 'part') })), { object: 'upload.part' }],
  ['uploads.parts.create, second', async (c, s) => (s.part2 = await c.uploads.parts.create(s.upload.id, { data: await asFile(questions.slice(300), 'part') })), { object: 'upload.part' }],
  ['uploads.complete, a part is missing', (c, s) => c.uploads.complete(s.upload.id, { part_ids: [s.part1.id] }), refused(400, 'bytes', 'invalid_value')],
  ['uploads.complete', async (c, s) => { const done = await c.uploads.complete(s.upload.id, { part_ids: [s.part1.id, s.part2.id] }); s.validation = done.file; return done; }, { status: 'completed', file: { filename: 'valid.jsonl' } }],
  ['uploads.cancel, when completed', (c, s) => c.uploads.cancel(s.upload.id), refused(400, 'id', 'invalid_upload_status')],
  ['uploads.cancel', async (c) => c.uploads.cancel((await c.uploads.create({ filename: 'v.jsonl', purpose: 'fine-tune', bytes: 1, mime_type: 'text/jsonl' })).id), { status: 'cancelled' }],

  ['fineTuning.jobs.create', async (c, s) => (s.job = await c.fineTuning.jobs.create({ model: 'gpt-4.1-mini-2025-04-14', training_file: s.file.id, validation_file: s.validation.id, suffix: 'node', seed: 7, metadata: { digest: 'd1' }, integrations: [{ type: 'wandb', wandb: { project: 'p' } }], method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3 } } } })), { object: 'fine_tuning.job', status: 'validating_files', seed: 7 }],
  ['fineTuning.jobs.retrieve', async (c, s) => { const job = await ended(c, s.job.id); s.model = job.fine_tuned_model; s.results = job.result_files[0]; return job; }, { status: 'succeeded', error: null }],
  ['fineTuning.jobs.create, dpo', async (c) => ended(c, (await c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: (await c.files.create({ file: await asFile(preferences, 'dpo.jsonl'), purpose: 'fine-tune' })).id, method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.2 } } } })).id), { status: 'succeeded', method: { type: 'dpo' } }],
  ['fineTuning.jobs.create, tools', async (c, s) => { const job = await ended(c, (await c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: (await c.files.create({ file: await asFile(callData, 'tools.jsonl'), purpose: 'fine-tune' })).id })).id); s.toolModel = job.fine_tuned_model; return job; }, { status: 'succeeded' }],
  ['fineTuning.jobs.create, too few', async (c) => ended(c, (await c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: (await c.files.create({ file: await asFile(few, 'few.jsonl'), purpose: 'fine-tune' })).id })).id), { status: 'failed', error: { code: 'invalid_n_examples' } }],
  ['fineTuning.jobs.create, no such model', (c, s) => c.fineTuning.jobs.create({ model: 'gpt-none', training_file: s.file.id }), refused(400, 'model', 'model_not_found')],
  ['fineTuning.jobs.create, no such file', (c) => c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: 'file-none' }), refused(400, 'training_file', 'file_not_found')],
  ['fineTuning.jobs.create, 51 epochs', (c, s) => c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: s.file.id, hyperparameters: { n_epochs: 51 } }), refused(400, 'hyperparameters.n_epochs', 'invalid_value')],
  ['fineTuning.jobs.create, long suffix', (c, s) => c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: s.file.id, suffix: 'x'.repeat(65) }), refused(400, 'suffix', 'invalid_value')],
  ['fineTuning.jobs.create, unknown parameter', (c, s) => c.fineTuning.jobs.create({ model: 'gpt-4.1', training_file: s.file.id, color: 'red' }), refused(400, 'color', 'unknown_parameter')],
  ['fineTuning.jobs.create, wrong grader', (c, s) => c.fineTuning.jobs.create({ model: 'o4-mini', training_file: s.file.id, validation_file: s.validation.id, method: { type: 'reinforcement', reinforcement: { grader: { ...check, operation: 'is' } } } }), refused(400, 'method.reinforcement.grader', 'invalid_value')],
  ['fineTuning.jobs.list', async (c) => ({ count: (await all(c.fineTuning.jobs.list({ limit: 1 }))).length }), { count: 4 }],
  ['fineTuning.jobs.list, metadata', async (c, s) => (await all(c.fineTuning.jobs.list({ metadata: { digest: 'd1' } }))).map((job) => job.id === s.job.id), [true]],
  ['fineTuning.jobs.list, metadata null', async (c) => ({ count: (await all(c.fineTuning.jobs.list({ metadata: null }))).length }), { count: 3 }],
  ['fineTuning.jobs.listEvents', async (c, s) => ({ count: (await all(c.fineTuning.jobs.listEvents(s.job.id, { limit: 10 }))).length }), { count: 45 }],
  ['fineTuning.jobs.checkpoints.list', async (c, s) => { const found = await all(c.fineTuning.jobs.checkpoints.list(s.job.id)); s.checkpoint = found[1].fine_tuned_model_checkpoint; return { count: found.length, object: found[0].object }; }, { count: 3, object: 'fine_tuning.job.checkpoint' }],
  ['fineTuning.jobs.cancel, when ended', (c, s) => c.fineTuning.jobs.cancel(s.job.id), { refused: { status: 400 } }],
  ['fineTuning.jobs.pause, when ended', (c, s) => c.fineTuning.jobs.pause(s.job.id), { refused: { status: 400 } }],
  ['fineTuning.jobs.resume, when ended', (c, s) => c.fineTuning.jobs.resume(s.job.id), { refused: { status: 400 } }],
  ['fineTuning.jobs.retrieve, none', (c) => c.fineTuning.jobs.retrieve('ftjob-none'), { refused: { status: 404 } }],
  ['files.content of the results', async (c, s) => ({ begin: (await (await c.files.content(s.results)).text()).slice(0, 16) }), { begin: 'step,train_loss,' }],

  ['graders.validate, string_check', (c) => c.fineTuning.alpha.graders.validate({ grader: check }), { grader: check }],
  ['graders.validate, python', (c) => c.fineTuning.alpha.graders.validate({ grader: { type: 'python', name: 'p', source: 'def grade(sample, item):\n  return 1' } }), { grader: { type: 'python' } }],
  ['graders.validate, wrong operation', (c) => c.fineTuning.alpha.graders.validate({ grader: { ...check, operation: 'is' } }), refused(400, 'grader', 'invalid_value')],
  ['graders.run, string_check', (c) => grade(c, check, 'the page'), { reward: 1, metadata: { name: 'same', errors: { other_error: false } } }],
  ...[['fuzzy_match', 0.714286], ['bleu', 0], ['gleu', 0.333333], ['meteor', 0.25], ['rouge_1', 0.5], ['rouge_2', 0], ['rouge_l', 0.5]].map(([metric, reward]) =>
    [`graders.run, ${metric}`, async (c) => ({ reward: +(await grade(c, similar(metric), 'a page')).reward.toFixed(6) }), { reward }]),
  ['graders.run, multi', (c) => grade(c, { type: 'multi', name: 'm', graders: { same: check, near: similar('rouge_1') }, calculate_output: '0.5 * same + near ^ 2' }, 'the page'), { reward: 1.5, sub_rewards: { same: 1, near: 1 } }],
  ['graders.run, cosine', (c) => grade(c, similar('cosine'), 'x'), refused(400, 'grader', 'not_emulated')],
  ['graders.run, score_model', (c) => grade(c, { type: 'score_model', name: 's', model: 'gpt-4.1', input: [{ role: 'user', content: '{{sample.output_text}}' }] }, 'x'), refused(400, 'grader', 'not_emulated')],

  ['permissions.create', async (c, s) => { const made = await all(c.fineTuning.checkpoints.permissions.create(s.checkpoint, { project_ids: ['proj_a', 'proj_b'] })); s.permission = made[0].id; return made.map((one) => one.project_id); }, ['proj_a', 'proj_b']],
  ['permissions.list', async (c, s) => (await all(c.fineTuning.checkpoints.permissions.list(s.checkpoint, { limit: 1 }))).map((one) => one.project_id), ['proj_b', 'proj_a']],
  ['permissions.retrieve', (c, s) => c.fineTuning.checkpoints.permissions.retrieve(s.checkpoint, { project_id: 'proj_a' }), { object: 'list', has_more: false, data: [{ project_id: 'proj_a' }] }],
  ['permissions.delete', (c, s) => c.fineTuning.checkpoints.permissions.delete(s.permission, { fine_tuned_model_checkpoint: s.checkpoint }), { deleted: true }],
  ['permissions.delete, again', (c, s) => c.fineTuning.checkpoints.permissions.delete(s.permission, { fine_tuned_model_checkpoint: s.checkpoint }), { refused: { status: 404 } }],
  ['permissions.list, no such checkpoint', (c) => all(c.fineTuning.checkpoints.permissions.list('ft:none')), refused(404, 'model', 'model_not_found')],

  ['models.list', async (c, s) => ({ found: (await all(c.models.list())).some((model) => model.id === s.model) }), { found: true }],
  ['models.retrieve', (c, s) => c.models.retrieve(s.model), { object: 'model', owned_by: 'emulator' }],
  ['models.retrieve, base', (c) => c.models.retrieve('gpt-4.1'), { object: 'model', owned_by: 'system' }],
  ['models.retrieve, none', (c) => c.models.retrieve('gpt-none'), refused(404, 'model', 'model_not_found')],
  ['models.delete, base', (c) => c.models.delete('gpt-4.1'), { refused: { status: 403 } }],

  ['chat.completions.create', (c, s) => c.chat.completions.create(ask(s)), { ...content('See the voucher page.'), system_fingerprint: 'fp_emulated' }],
  ['chat.completions.create, a checkpoint', (c, s) => c.chat.completions.create(ask(s, { model: s.checkpoint })), content('See the voucher page.')],
  ['chat.completions.create, n', async (c, s) => ({ count: (await c.chat.completions.create(ask(s, { n: 3 }))).choices.length }), { count: 3 }],
  ['chat.completions.create, max_tokens', (c, s) => c.chat.completions.create(ask(s, { max_tokens: 2 })), content('See the ', 'length')],
  ['chat.completions.create, max_completion_tokens', (c, s) => c.chat.completions.create(ask(s, { max_completion_tokens: 2 })), content('See the ', 'length')],
  ['chat.completions.create, stop', (c, s) => c.chat.completions.create(ask(s, { stop: [' page'] })), content('See the voucher')],
  ['chat.completions.create, seed', (c, s) => c.chat.completions.create(ask(s, { seed: 1, temperature: 2 })), content('See the voucher page.')],
  ['chat.completions.create, json_object', async (c, s) => JSON.parse((await c.chat.completions.create(ask(s, { messages: user('where is my voucher, as json'), response_format: { type: 'json_object' } }))).choices[0].message.content), { answer: 'See the voucher page.' }],
  ['chat.completions.create, json_schema', async (c, s) => JSON.parse((await c.chat.completions.create(ask(s, { response_format: { type: 'json_schema', json_schema: { name: 'where', strict: true, schema } } }))).choices[0].message.content), { page: 'See the voucher page.', n: 3 }],
  ['chat.completions.create, stream', async (c, s) => say(await c.chat.completions.create(ask(s, { stream: true }))), { text: 'See the voucher page.', reason: 'stop', usage: null }],
  ['chat.completions.create, stream with usage', async (c, s) => say(await c.chat.completions.create(ask(s, { stream: true, stream_options: { include_usage: true } }))), { reason: 'stop', usage: { completion_tokens: 4 } }],
  ['chat.completions.create, a tool is called', (c, s) => c.chat.completions.create({ model: s.toolModel, messages: user('Send my receipt again.'), tools }), { choices: [{ finish_reason: 'tool_calls', message: { tool_calls: [{ type: 'function', function: { name: 'send', arguments: '{"what":"receipt"}' } }] } }] }],
  ['chat.completions.create, tool_choice none', (c, s) => c.chat.completions.create({ model: s.toolModel, messages: user('Send my receipt again.'), tools, tool_choice: 'none' }), { choices: [{ finish_reason: 'stop' }] }],
  ['chat.completions.create, tool_choice required', (c, s) => c.chat.completions.create(ask(s, { tools, tool_choice: 'required' })), { choices: [{ finish_reason: 'tool_calls' }] }],
  ['chat.completions.parse', async (c, s) => (await c.chat.completions.parse(ask(s, { response_format: { type: 'json_schema', json_schema: { name: 'where', strict: true, schema } } }))).choices[0].message, { refusal: null }],
  ['chat.completions.stream', async (c, s) => ({ text: (await c.chat.completions.stream(ask(s, {})).finalContent()) }), { text: 'See the voucher page.' }],
  ['chat.completions.runTools', async (c, s) => ({ text: await c.chat.completions.runTools({ model: s.toolModel, messages: user('Send my receipt again.'), tools: [{ type: 'function', function: { ...tools[0].function, function: () => 'sent', parse: JSON.parse } }] }).finalContent() }), { text: 'Your receipt is on its way.' }],
  ...[
    [{ temperature: 99 }, 'temperature', 'decimal_above_max_value'], [{ top_p: -1 }, 'top_p', 'decimal_below_min_value'], [{ n: 0 }, 'n', 'integer_below_min_value'],
    [{ n: 129 }, 'n', 'integer_above_max_value'], [{ presence_penalty: 3 }, 'presence_penalty', 'decimal_above_max_value'], [{ max_tokens: 'ten' }, 'max_tokens', 'invalid_type'],
    [{ stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop', 'array_above_max_length'], [{ top_logprobs: 3 }, 'top_logprobs', 'invalid_value'], [{ logprobs: true }, 'logprobs', 'not_emulated'],
    [{ stream_options: { include_usage: true } }, 'stream_options', 'invalid_value'], [{ response_format: { type: 'yaml' } }, 'response_format.type', 'invalid_value'],
    [{ response_format: { type: 'json_object' } }, 'messages', 'invalid_value'], [{ messages: [] }, 'messages', 'empty_array'], [{ color: 'red' }, 'color', 'unknown_parameter'],
    [{ audio: { voice: 'alloy', format: 'wav' } }, 'audio', 'not_emulated'],
  ].map(([change, param, code]) => [`chat.completions.create, ${JSON.stringify(change)}`, (c, s) => c.chat.completions.create(ask(s, change)), refused(400, param, code)]),

  ['responses.create', async (c, s) => (s.response = await c.responses.create({ model: s.model, input: 'where is my voucher' })), { object: 'response', status: 'completed', output_text: 'See the voucher page.' }],
  ['responses.retrieve', (c, s) => c.responses.retrieve(s.response.id), { status: 'completed' }],
  ['responses.inputItems.list', async (c, s) => (await all(c.responses.inputItems.list(s.response.id))).map((item) => item.role), ['user']],
  ['responses.create, previous_response_id', (c, s) => c.responses.create({ model: s.model, input: 'and now?', previous_response_id: s.response.id }), { output_text: 'See the voucher page.' }],
  ['responses.create, stream', async (c, s) => { let text = ''; let last; for await (const said of await c.responses.create({ model: s.model, input: 'where is my voucher', stream: true })) { text += said.type === 'response.output_text.delta' ? said.delta : ''; last = said.type; } return { text, last }; }, { text: 'See the voucher page.', last: 'response.completed' }],
  ['responses.stream', async (c, s) => (await c.responses.stream({ model: s.model, input: 'where is my voucher' }).finalResponse()), { output_text: 'See the voucher page.' }],
  ['responses.create, a tool is called', (c, s) => c.responses.create({ model: s.toolModel, input: 'Send my receipt again.', tools: [{ type: 'function', strict: false, ...tools[0].function }] }), { output: [{ type: 'function_call', name: 'send' }] }],
  ['responses.create, json_schema', async (c, s) => JSON.parse((await c.responses.create({ model: s.model, input: 'where is my voucher', text: { format: { type: 'json_schema', name: 'where', schema } } })).output_text), { n: 3 }],
  ['responses.create, max_output_tokens', (c, s) => c.responses.create({ model: s.model, input: 'x', max_output_tokens: 1 }), refused(400, 'max_output_tokens', 'integer_below_min_value')],
  ['responses.create, web search', (c, s) => c.responses.create({ model: s.model, input: 'x', tools: [{ type: 'web_search' }] }), refused(400, 'tools[0].type', 'not_emulated')],
  ['responses.create, background', (c, s) => c.responses.create({ model: s.model, input: 'x', background: true }), refused(400, 'background', 'not_emulated')],
  ['responses.cancel', (c, s) => c.responses.cancel(s.response.id), { refused: { status: 400 } }],
  ['responses.delete', async (c, s) => ({ gone: (await c.responses.delete(s.response.id)) ?? null }), {}],
  ['responses.retrieve, deleted', (c, s) => c.responses.retrieve(s.response.id), { refused: { status: 404 } }],
  ['responses.inputTokens.count', (c, s) => c.responses.inputTokens.count({ model: s.model, input: 'x' }), unplayed],

  ['embeddings.create', (c) => c.embeddings.create({ model: 'text-embedding-3-small', input: 'x' }), unplayed],
  ['moderations.create', (c) => c.moderations.create({ input: 'x' }), unplayed],
  ['batches.create', (c, s) => c.batches.create({ input_file_id: s.file.id, endpoint: '/v1/chat/completions', completion_window: '24h' }), unplayed],
  ['batches.list', (c) => all(c.batches.list()), unplayed],
  ['evals.list', (c) => all(c.evals.list()), unplayed],
  ['images.generate', (c) => c.images.generate({ prompt: 'x' }), unplayed],
  ['audio.speech.create', (c) => c.audio.speech.create({ model: 'tts-1', voice: 'alloy', input: 'x' }), unplayed],
  ['completions.create', (c) => c.completions.create({ model: 'davinci-002', prompt: 'x' }), unplayed],
  ['chat.completions.list', (c) => all(c.chat.completions.list()), unplayed],
  ['vectorStores.list', (c) => all(c.vectorStores.list()), unplayed],

  ['models.delete', (c, s) => c.models.delete(s.model), { deleted: true }],
  ['chat.completions.create, deleted model', (c, s) => c.chat.completions.create(ask(s)), refused(404, 'model', 'model_not_found')],
  ['files.delete', (c, s) => c.files.delete(s.file.id), { deleted: true }],
  ['files.delete, again', (c, s) => c.files.delete(s.file.id), refused(404, 'id')],
];
