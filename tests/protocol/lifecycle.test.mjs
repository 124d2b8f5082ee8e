// From the first message to the last: who may ask what, when, and how it ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { atEnd } from './harness/cleanup.mjs';
import { start } from './harness/client.mjs';
import { startServer } from './harness/server.mjs';
import { Workspace } from './harness/workspace.mjs';

const INITIALIZE = { processId: null, rootUri: null, capabilities: {} };

const anyHover = { textDocument: { uri: 'file:///none' }, position: { line: 0, character: 0 } };

// A raw server, started in an empty folder; initialized when wanted.
async function session(t, { initialized = true } = {}) {
  const server = startServer(t, { cwd: new Workspace(t).folder });
  if (initialized) {
    await server.session.ask('initialize', INITIALIZE);
    server.session.notify('initialized', {});
  }
  return server;
}

async function done(server) {
  await server.session.ask('shutdown');
  server.session.notify('exit');
  await server.ends(0);
}

test('a request before initialize is refused, initialize still works', async (t) => {
  const server = await session(t, { initialized: false });
  const early = await server.session.ask('textDocument/hover', anyHover);
  assert.equal(early.error.code, -32002);
  const answer = await server.session.ask('initialize', INITIALIZE);
  assert.equal(answer.result.serverInfo.name, 'gloss');
  await done(server);
});

test('a notification before initialize is dropped', async (t) => {
  const server = await session(t, { initialized: false });
  const textDocument = { uri: 'file:///early.gloss', languageId: 'gloss', version: 1, text: '## A\n' };
  server.session.notify('textDocument/didOpen', { textDocument });
  await server.session.ask('initialize', INITIALIZE);
  assert.deepEqual(server.session.received.filter((m) => m.method), []);
  await done(server);
});

test('shutdown before initialize is refused too', async (t) => {
  const server = await session(t, { initialized: false });
  assert.equal((await server.session.ask('shutdown')).error.code, -32002);
  server.session.notify('exit');
  await server.ends(1);
});

test('a second initialize is an invalid request', async (t) => {
  const server = await session(t);
  assert.equal((await server.session.ask('initialize', INITIALIZE)).error.code, -32600);
  await done(server);
});

test('the capabilities say what the server does', async (t) => {
  const { capabilities, initialized } = await start(t);
  assert.match(initialized.serverInfo.version, /^\d+\.\d+\.\d+/);
  assert.equal(capabilities.hoverProvider, true);
  assert.equal(capabilities.completionProvider.resolveProvider, true);
  assert.equal(capabilities.textDocumentSync.openClose, true);
  assert.equal(capabilities.textDocumentSync.change, 2);
  assert.equal(capabilities.workspace.workspaceFolders.supported, true);
});

test('an unknown request is refused, an unknown notification ignored', async (t) => {
  const server = await session(t);
  assert.equal((await server.session.ask('gloss/unheardOf', {})).error.code, -32601);
  assert.equal((await server.session.ask('$/unheardOf', {})).error.code, -32601);
  server.session.notify('gloss/unheardOf', {});
  server.session.notify('$/setTrace', { value: 'off' });
  await done(server);
});

test('parameters of another shape are refused', async (t) => {
  const server = await session(t);
  const uri = 'file:///none';
  const position = { line: 0, character: 0 };
  const bad = [
    undefined,
    null,
    [],
    {},
    { textDocument: { uri } },
    { textDocument: uri, position },
    { textDocument: { uri: 7 }, position },
    { textDocument: { uri }, position: { line: -1, character: 0 } },
    { textDocument: { uri }, position: { line: 0, character: '0' } },
    { textDocument: { uri }, position: { line: 0.5, character: 0 } },
  ];
  for (const method of ['textDocument/hover', 'textDocument/completion'])
    for (const params of bad) {
      const answer = await server.session.ask(method, params);
      assert.equal(answer.error?.code, -32602, `${method} ${JSON.stringify(params)}`);
      assert.ok(answer.error.message.length > 3);
    }
  await done(server);
});

test('parameters that are no object at all are refused where one is needed', async (t) => {
  const server = await session(t, { initialized: false });
  for (const params of [undefined, null, []])
    assert.equal((await server.session.ask('initialize', params)).error?.code, -32602);
  await server.session.ask('initialize', INITIALIZE);
  for (const params of [undefined, null, []])
    assert.equal((await server.session.ask('completionItem/resolve', params)).error?.code, -32602);
  await done(server);
});

test('notifications of another shape are ignored', async (t) => {
  const server = await session(t);
  const methods = ['Open', 'Change', 'Save', 'Close'].map((what) => `textDocument/did${what}`);
  for (const method of [...methods, 'workspace/didChangeWatchedFiles', '$/cancelRequest'])
    for (const params of [undefined, null, [], {}, { textDocument: 1, changes: 1, id: {} }])
      server.session.notify(method, params);
  const uri = 'file:///never-opened.md';
  server.session.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'x' }] });
  server.session.notify('textDocument/didClose', { textDocument: { uri } });
  await done(server);
});

test('after shutdown every request is refused', async (t) => {
  const server = await session(t);
  assert.equal((await server.session.ask('shutdown')).result, null);
  assert.equal((await server.session.ask('textDocument/hover', anyHover)).error.code, -32600);
  assert.equal((await server.session.ask('shutdown')).error.code, -32600);
  server.session.notify('exit');
  await server.ends(0);
});

test('exit without shutdown is exit code 1', async (t) => {
  const server = await session(t);
  server.session.notify('exit');
  await server.ends(1);
});

test('exit before initialize ends it', async (t) => {
  const server = await session(t, { initialized: false });
  server.session.notify('exit');
  await server.ends(1);
});

test('the end of the input ends it: 0 after shutdown, 1 without', async (t) => {
  const orderly = await session(t);
  await orderly.session.ask('shutdown');
  orderly.session.end();
  await orderly.ends(0);
  const abrupt = await session(t);
  abrupt.session.end();
  await abrupt.ends(1);
});

test('the end of the process that started it ends it', async (t) => {
  const client = spawn('sleep', ['600']);
  const server = await session(t, { initialized: false });
  await server.session.ask('initialize', { ...INITIALIZE, processId: client.pid });
  atEnd(t, () => client.kill());
  client.kill();
  await server.ends(1);
});

test('an input that ends inside a message ends it', async (t) => {
  const server = await session(t);
  server.session.write('Content-Length: 1000\r\n\r\n{"jsonrpc"');
  server.session.end();
  await server.ends(1);
});

test('requests sent just before the end of the input are answered', async (t) => {
  const server = await session(t);
  const answers = Array.from({ length: 20 }, () => server.session.ask('textDocument/hover', anyHover));
  server.session.end();
  assert.equal((await Promise.all(answers)).length, 20);
  await server.ends(1);
});

test('a cancelled request is answered exactly once', async (t) => {
  const server = await session(t);
  for (let id = 1000; id < 1100; id++) {
    server.session.send({ id, method: 'textDocument/hover', params: anyHover });
    server.session.notify('$/cancelRequest', { id });
  }
  for (let id = 1000; id < 1100; id++) {
    const answer = await server.session.answer(id);
    if (answer.error) assert.equal(answer.error.code, -32800);
  }
  server.session.notify('$/cancelRequest', { id: 1000 });
  server.session.notify('$/cancelRequest', { id: 'never asked' });
  await done(server);
});

test('ids are numbers or strings and come back as they were', async (t) => {
  const server = await session(t);
  for (const id of [0, -1, 2147483647, '', '7', 'ünï-😀'])
    server.session.send({ id, method: 'textDocument/hover', params: anyHover });
  for (const id of [0, -1, 2147483647, '', '7', 'ünï-😀']) assert.ok(await server.session.answer(id));
  await done(server);
});

test('answers come in the order of the requests', async (t) => {
  const server = await session(t);
  const ids = Array.from({ length: 200 }, (_, i) => 5000 + i);
  for (const id of ids) server.session.send({ id, method: 'textDocument/hover', params: anyHover });
  await server.session.answer(ids.at(-1));
  const answered = server.session.received.filter((m) => m.id >= 5000).map((m) => m.id);
  assert.deepEqual(answered, ids);
  await done(server);
});
