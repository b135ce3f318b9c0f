// Makes every call of the table with the openai package against an emulator, and says how many came to what was expected.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { table } from './calls.mjs';
import { withEmulator } from './emulator.mjs';

let asExpected = 0;
await withEmulator(async (baseURL) => {
  const client = new OpenAI({ apiKey: 'test', adminAPIKey: 'test', baseURL, maxRetries: 0 });
  const state = {};
  for (const [name, call, expected] of table) {
    try {
      assertPart(await outcome(() => call(client, state)), expected, 'answer');
      asExpected++;
    } catch (error) {
      console.log(`✗ ${name}: ${error.message}`);
    }
  }
});
console.log(`${asExpected} of ${table.length} calls as expected`);
process.exitCode = asExpected === table.length ? 0 : 1;

async function outcome(call) {
  try {
    return await call();
  } catch (error) {
    if (error instanceof OpenAI.APIError) {
      return { refused: { status: error.status, param: error.param, code: error.code } };
    }
    throw error;
  }
}

// What is expected must be there; more may be.
function assertPart(actual, expected, place) {
  if (expected === null || typeof expected !== 'object') {
    assert.equal(actual, expected, `${place} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
    return;
  }
  assert(actual !== null && typeof actual === 'object', `${place} is ${JSON.stringify(actual)}`);
  if (Array.isArray(expected)) {
    assert.equal(actual.length, expected.length, `${place} has ${actual.length} items, not ${expected.length}`);
  }
  for (const [key, value] of Object.entries(expected)) {
    assertPart(actual[key], value, `${place}.${key}`);
  }
}
