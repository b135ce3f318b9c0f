// Describes the API in OpenAPI: its addresses are named here, its bodies are the types of the openai npm package, so that they are not ours.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const resources = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', 'openai', 'resources');

// Method, address, file of the types, type of the request, type of the answer; a list of a type is written [type].
const operations = [
  ['post', '/files', 'files', { form: ['file', 'purpose', 'expires_after[anchor]', 'expires_after[seconds]'], required: ['file', 'purpose'] }, 'FileObject'],
  ['get', '/files', 'files', null, ['FileObject']],
  ['get', '/files/{id}', 'files', null, 'FileObject'],
  ['delete', '/files/{id}', 'files', null, 'FileDeleted'],
  ['get', '/files/{id}/content', 'files', null, null],
  ['post', '/uploads', 'uploads/uploads', 'UploadCreateParams', 'Upload'],
  ['post', '/uploads/{id}/parts', 'uploads/parts', { form: ['data'], required: ['data'] }, 'UploadPart'],
  ['post', '/uploads/{id}/complete', 'uploads/uploads', 'UploadCompleteParams', 'Upload'],
  ['post', '/uploads/{id}/cancel', 'uploads/uploads', null, 'Upload'],
  ['post', '/fine_tuning/jobs', 'fine-tuning/jobs/jobs', 'JobCreateParams', 'FineTuningJob'],
  ['get', '/fine_tuning/jobs', 'fine-tuning/jobs/jobs', null, ['FineTuningJob']],
  ['get', '/fine_tuning/jobs/{id}', 'fine-tuning/jobs/jobs', null, 'FineTuningJob'],
  ['post', '/fine_tuning/jobs/{id}/cancel', 'fine-tuning/jobs/jobs', null, 'FineTuningJob'],
  ['post', '/fine_tuning/jobs/{id}/pause', 'fine-tuning/jobs/jobs', null, 'FineTuningJob'],
  ['post', '/fine_tuning/jobs/{id}/resume', 'fine-tuning/jobs/jobs', null, 'FineTuningJob'],
  ['get', '/fine_tuning/jobs/{id}/events', 'fine-tuning/jobs/jobs', null, ['FineTuningJobEvent']],
  ['get', '/fine_tuning/jobs/{id}/checkpoints', 'fine-tuning/jobs/checkpoints', null, ['FineTuningJobCheckpoint']],
  ['post', '/fine_tuning/alpha/graders/validate', 'fine-tuning/alpha/graders', 'GraderValidateParams', 'GraderValidateResponse'],
  ['post', '/fine_tuning/alpha/graders/run', 'fine-tuning/alpha/graders', 'GraderRunParams', 'GraderRunResponse'],
  ['post', '/fine_tuning/checkpoints/{id}/permissions', 'fine-tuning/checkpoints/permissions', 'PermissionCreateParams', ['PermissionCreateResponse']],
  ['get', '/fine_tuning/checkpoints/{id}/permissions', 'fine-tuning/checkpoints/permissions', null, ['PermissionListResponse']],
  ['get', '/models', 'models', null, ['Model'], 'no pages'],
  ['get', '/models/{id}', 'models', null, 'Model'],
  ['delete', '/models/{id}', 'models', null, 'ModelDeleted'],
  ['post', '/chat/completions', 'chat/completions/completions', 'ChatCompletionCreateParamsNonStreaming', 'ChatCompletion'],
];

export function describe() {
  const schemas = {};
  const generators = new Map();
  const paths = {};
  for (const [method, path, file, request, answer, pages] of operations) {
    const type = (name) => reference(schemas, generators, file, name);
    paths[path] ??= { parameters: [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({ name: match[1], in: 'path', required: true, schema: { type: 'string' } })) };
    paths[path][method] = {
      ...(request && { requestBody: { required: true, content: body(request, schemas, type) } }),
      responses: {
        200: { description: 'fine', ...(answer && { content: { 'application/json': { schema: Array.isArray(answer) ? list(type(answer[0]), pages) : type(answer) } } }) },
        default: { description: 'refused', content: { 'application/json': { schema: refusal } } },
      },
    };
  }
  return { openapi: '3.1.0', info: { title: 'What the tool and the emulator speak', version: '1' }, servers: [{ url: '/' }], paths, components: { schemas } };
}

const refusal = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['message', 'type', 'param', 'code'],
      properties: { message: { type: 'string' }, type: { type: 'string' }, param: { type: ['string', 'null'] }, code: { type: ['string', 'null'] } },
    },
  },
};

const list = (items, pages) => ({
  type: 'object',
  required: ['object', 'data', ...(pages ? [] : ['has_more'])],
  properties: { object: { const: 'list' }, data: { type: 'array', items }, has_more: { type: 'boolean' } },
});

function body(request, schemas, type) {
  if (typeof request === 'string') {
    const schema = type(request);
    // In a request nothing may stand that the type does not name.
    schemas[request].additionalProperties = false;
    return { 'application/json': { schema } };
  }
  const properties = Object.fromEntries(request.form.map((name) => [name, { type: 'string' }]));
  return { 'multipart/form-data': { schema: { type: 'object', properties, required: request.required, additionalProperties: false } } };
}

function reference(schemas, generators, file, name) {
  if (!generators.has(file)) {
    generators.set(file, createGenerator({ path: join(resources, `${file}.d.ts`), type: '*', skipTypeCheck: true, additionalProperties: true, encodeRefs: false }));
  }
  for (const [key, schema] of Object.entries(generators.get(file).createSchema(name).definitions)) {
    schemas[safe(key)] ??= JSON.parse(JSON.stringify(schema), (field, value) => (field === '$ref' && typeof value === 'string' ? pointer(value.slice('#/definitions/'.length)) : value));
  }
  return { $ref: pointer(name) };
}

const safe = (name) => name.replace(/[^\w.-]/g, '_');

const pointer = (name) => `#/components/schemas/${safe(decodeURIComponent(name))}`;
