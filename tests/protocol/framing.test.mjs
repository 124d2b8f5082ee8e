// Messages however they arrive: cut anywhere, many at once, or not messages at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from './harness/server.mjs';
import { frame } from './harness/session.mjs';
import { Workspace } from './harness/workspace.mjs';

const GLOSSARY = '## Smørrebrød\n\n🥪 Smørrebrød is an open sandwich on rye bread.\n';
const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };
const OPEN = { textDocument: { uri: 'file:///g.gloss.md', languageId: 'gloss', version: 1, text: GLOSSARY } };
const HOVER = { textDocument: { uri: 'file:///g.gloss.md' }, position: { line: 2, character: 5 } };

const CONVERSATION = [
  { id: 1, method: 'initialize', params: INITIALIZE },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: OPEN },
  { id: 2, method: 'textDocument/hover', params: HOVER },
  { id: 3, method: 'shutdown' },
  { method: 'exit' },
].map((message) => ({ jsonrpc: '2.0', ...message }));

const start = (t) => startServer(t, { args: ['lsp', '--no-builtin'], cwd: new Workspace(t).folder });

// The bytes of the conversation, noted as sent.
function conversation(session, messages = CONVERSATION) {
  for (const message of messages) session.note(message);
  return Buffer.concat(messages.map((message) => frame(JSON.stringify(message))));
}

async function isUnderstood(server) {
  const hover = await server.session.answer(2);
  assert.match(hover.result.contents.value, /open sandwich on rye/);
  await server.ends(0);
}

test('byte by byte', async (t) => {
  const server = start(t);
  for (const byte of conversation(server.session)) await server.session.write(Buffer.of(byte));
  await isUnderstood(server);
});

test('the whole conversation in one piece', async (t) => {
  const server = start(t);
  await server.session.write(conversation(server.session));
  await isUnderstood(server);
});

for (const size of [2, 3, 5, 7, 64, 1021])
  test(`in pieces of ${size} bytes, so also inside characters and headers`, async (t) => {
    const server = start(t);
    const bytes = conversation(server.session);
    for (let at = 0; at < bytes.length; at += size) await server.session.write(bytes.subarray(at, at + size));
    await isUnderstood(server);
  });

test('headers as other clients write them', async (t) => {
  const server = start(t);
  const forms = [
    (n) => `Content-Length: ${n}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n`,
    (n) => `Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: ${n}\r\n\r\n`,
    (n) => `content-length: ${n}\r\n\r\n`,
    (n) => `CONTENT-LENGTH:${n}\r\n\r\n`,
    (n) => `Content-Length:   ${n}  \r\n\r\n`,
    (n) => `X-Unknown: some value\r\nContent-Length: ${n}\r\n\r\n`,
  ];
  for (const [i, message] of CONVERSATION.entries()) {
    server.session.note(message);
    const body = Buffer.from(JSON.stringify(message));
    await server.session.write(Buffer.concat([Buffer.from(forms[i](body.length)), body]));
  }
  await isUnderstood(server);
});

// After each of these nobody can know where the next message begins. It is said once, and the next header
// that makes sense is where the conversation goes on.
const NO_HEADER = {
  'a header without a length': 'Content-Type: text/plain\r\n\r\n{}',
  'a length that is no number': 'Content-Length: many\r\n\r\n{}',
  'a negative length': 'Content-Length: -5\r\n\r\n{}',
  'a length of 10^9': 'Content-Length: 1000000000\r\n\r\n{}',
  'a length beyond 64 bits': 'Content-Length: 99999999999999999999999\r\n\r\n{}',
  'a length with letters after it': 'Content-Length: 2x\r\n\r\n{}',
  'two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
  'no header at all': '{"jsonrpc":"2.0","id":1,"method":"shutdown"}\r\n\r\n',
  binary: Buffer.from([0, 255, 1, 254, 13, 10, 13, 10, 0, 0]),
  'a header without end': 'X: ' + 'y'.repeat(1 << 20),
};

for (const [name, bytes] of Object.entries(NO_HEADER))
  test(`the place is lost and found: ${name}`, async (t) => {
    const server = start(t);
    await server.session.ask('initialize', INITIALIZE);
    server.session.write(bytes);
    const problem = await server.session.waitFor((m) => m.id === null && m.error, 'a parse error');
    assert.equal(problem.error.code, -32700);
    assert.equal((await server.session.ask('shutdown')).result, null);
    assert.equal(server.session.received.filter((m) => m.id === null).length, 1);
    server.session.notify('exit');
    await server.ends(0);
  });

// The frame is sound, so only that one message is lost.
const LOST = {
  'not JSON': ['{"jsonrpc": "2.0", ', -32700],
  'JSON with something after it': ['{"jsonrpc":"2.0","method":"x"} {}', -32700],
  'an empty body': ['', -32700],
  'NUL bytes': ['\0\0\0\0', -32700],
  'invalid UTF-8': [Buffer.from('7b226a736f6e727063223a22ff227d', 'hex'), -32700],
  'a number': ['42', -32600],
  'null': ['null', -32600],
  'an object without method': ['{"jsonrpc":"2.0"}', -32600],
  'a method that is no string': ['{"jsonrpc":"2.0","method":5}', -32600],
  'a batch': ['[{"jsonrpc":"2.0","method":"exit"}]', -32600],
  'an empty batch': ['[]', -32600],
  'nesting without end': ['['.repeat(100_000), -32700],
};

for (const [name, [body, code]] of Object.entries(LOST))
  test(`one message lost: ${name}`, async (t) => {
    const server = start(t);
    await server.session.ask('initialize', INITIALIZE);
    server.session.write(frame(body));
    const problem = await server.session.waitFor((m) => m.id === null && m.error, 'an error');
    assert.equal(problem.error.code, code);
    assert.equal((await server.session.ask('shutdown')).result, null);
    server.session.notify('exit');
    await server.ends(0);
  });

test('a request with a wrong method keeps its id in the refusal', async (t) => {
  const server = start(t);
  await server.session.ask('initialize', INITIALIZE);
  server.session.note({ id: 77, method: 'none' });
  server.session.write(frame('{"jsonrpc":"2.0","id":77,"method":{}}'));
  assert.equal((await server.session.answer(77)).error.code, -32600);
  await server.session.ask('shutdown');
  server.session.notify('exit');
  await server.ends(0);
});

test('answers to questions that were never asked are ignored', async (t) => {
  const server = start(t);
  await server.session.ask('initialize', INITIALIZE);
  server.session.send({ id: 999, result: null });
  server.session.send({ id: 'x', error: { code: 1, message: 'no' } });
  server.session.send({ id: null, error: { code: 1, message: 'no' } });
  await server.session.ask('shutdown');
  server.session.notify('exit');
  await server.ends(0);
});

test('a message of several megabytes', async (t) => {
  const server = start(t);
  await server.session.ask('initialize', INITIALIZE);
  const text = GLOSSARY + 'x'.repeat(8_000_000);
  server.session.notify('textDocument/didOpen', { textDocument: { ...OPEN.textDocument, text } });
  const hover = await server.session.ask('textDocument/hover', HOVER);
  assert.match(hover.result.contents.value, /open sandwich/);
  await server.session.ask('shutdown');
  server.session.notify('exit');
  await server.ends(0);
});
