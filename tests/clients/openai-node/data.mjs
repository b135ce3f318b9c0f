// Training data: a question about a thing, and an answer that names it.
const things = ['invoice', 'password', 'parcel', 'refund', 'address', 'receipt', 'account', 'voucher', 'delivery', 'warranty', 'order', 'letter'];

const lines = (line) => things.map((thing) => JSON.stringify(line(thing)) + '\n').join('');

export const questions = lines((thing) => ({ messages: [{ role: 'user', content: `Where is my ${thing}?` }, { role: 'assistant', content: `See the ${thing} page.` }] }));

export const few = questions.split('\n')[0] + '\n';

export const calls = lines((thing) => ({
  messages: [
    { role: 'user', content: `Send my ${thing} again.` },
    { role: 'assistant', tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'send', arguments: JSON.stringify({ what: thing }) } }] },
    { role: 'tool', tool_call_id: 'call_1', content: 'sent' },
    { role: 'assistant', content: `Your ${thing} is on its way.` },
  ],
  tools: [{ type: 'function', function: { name: 'send', parameters: { type: 'object', properties: { what: { type: 'string' } }, required: ['what'] } } }],
}));

export const preferences = lines((thing) => ({
  input: { messages: [{ role: 'user', content: `Where is my ${thing}?` }] },
  preferred_output: [{ role: 'assistant', content: `See the ${thing} page.` }],
  non_preferred_output: [{ role: 'assistant', content: 'Look for it.' }],
}));
