// The ways to reach the server beside standard input and output.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { once } from 'node:events';
import { test } from 'node:test';
import { atEnd } from './harness/cleanup.mjs';
import { Client, eventually, hoverText } from './harness/client.mjs';
import { program, startServer } from './harness/server.mjs';
import { Session } from './harness/session.mjs';
import { Workspace } from './harness/workspace.mjs';

const GLOSSARY = { 'a.gloss': '## Relay\n\nA relay is a switch that a current closes.\n' };

// The main job, from initialize to exit, over whatever the socket leads to.
async function converse(server, workspace, socket) {
  server.session = new Session(socket, socket);
  const client = await new Client(server, workspace).initialize();
  const hover = await client.open('notes.md', 'The relay clicks.').hover('relay');
  assert.match(hoverText(hover), /current closes/);
  await client.close();
}

// A port that was free a moment ago.
async function freePort() {
  const listener = net.createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  await once(listener, 'close');
  return port;
}

async function connected(address) {
  const socket = net.connect(address);
  await once(socket, 'connect');
  return socket;
}

test('--port: the server listens on the loopback', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const port = await freePort();
  const server = startServer(t, { args: ['lsp', '--port', String(port)], cwd: workspace.folder });
  const socket = await eventually(() => connected({ port, host: '127.0.0.1' }));
  await converse(server, workspace, socket);
});

test('--pipe: the server connects to the pipe of the client', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const listener = net.createServer().listen(workspace.path('pipe'));
  atEnd(t, () => listener.close());
  const server = startServer(t, { args: ['lsp', '--pipe', workspace.path('pipe')], cwd: workspace.folder });
  const [socket] = await once(listener, 'connection');
  await converse(server, workspace, socket);
});

test('--pipe: where nobody waits, the server does', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const server = startServer(t, { args: ['lsp', `--pipe=${workspace.path('pipe')}`], cwd: workspace.folder });
  const socket = await eventually(() => connected(workspace.path('pipe')));
  await converse(server, workspace, socket);
});

test('--stdio is what happens anyway', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const server = startServer(t, { args: ['lsp', '--stdio'], cwd: workspace.folder });
  const client = await new Client(server, workspace).initialize();
  await client.close();
});

test('a connection that breaks ends the server', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const port = await freePort();
  const server = startServer(t, { args: ['lsp', `--port=${port}`], cwd: workspace.folder });
  const socket = await eventually(() => connected({ port, host: '127.0.0.1' }));
  socket.destroy();
  assert.equal(await server.exitCode(), 1);
});

test('--pipe: a socket that was left behind is no hindrance, a file is', async (t) => {
  const workspace = new Workspace(t, { ...GLOSSARY, file: 'precious' });
  const args = ['lsp', '--pipe', workspace.path('pipe')];
  const killed = startServer(t, { args, cwd: workspace.folder });
  await eventually(() => assert.ok(fs.existsSync(workspace.path('pipe'))));
  await killed.kill();
  const server = startServer(t, { args, cwd: workspace.folder });
  const socket = await eventually(() => connected(workspace.path('pipe')));
  await converse(server, workspace, socket);
  const refused = startServer(t, { args: ['lsp', '--pipe', workspace.path('file')] });
  assert.equal(await refused.exitCode(), 2);
  assert.ok(refused.stderr.startsWith(`gloss lsp: ${workspace.path('file')}: `), refused.stderr);
  assert.equal(fs.readFileSync(workspace.path('file'), 'utf8'), 'precious');
});

test('a standard input that cannot be read ends the server', () => {
  const script = '{ "$0" lsp 0>&1; echo "exit code $?" >&2; } | cat';
  const { stderr } = spawnSync('sh', ['-c', script, program()], { encoding: 'utf8' });
  assert.equal(stderr, 'exit code 1\n');
});

const WRONG = [
  ['--port', '0'],
  ['--port', '65536'],
  ['--port', 'x'],
  ['--port'],
  ['--socket=abc'],
  ['--socket=65536'],
  ['--pipe', '/no/such/folder/pipe'],
  ['--unheard-of'],
  ['operand'],
];

for (const args of WRONG)
  test(`gloss lsp ${args.join(' ')} says what is wrong and does not run`, async (t) => {
    const server = startServer(t, { args: ['lsp', ...args] });
    assert.equal(await server.exitCode(), 2);
    assert.match(server.stderr, /^gloss lsp: .+\n/);
  });

test('a port that is taken is said', async (t) => {
  const listener = net.createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  atEnd(t, () => listener.close());
  const server = startServer(t, { args: ['lsp', '--port', String(listener.address().port)] });
  assert.equal(await server.exitCode(), 2);
  assert.match(server.stderr, /^gloss lsp: port \d+: .+\n/);
});

test('--socket: the server connects to the port of the client, which may name its process', async (t) => {
  const workspace = new Workspace(t, GLOSSARY);
  const listener = net.createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  atEnd(t, () => listener.close());
  const args = ['lsp', `--socket=${listener.address().port}`, `--clientProcessId=${process.pid}`];
  const server = startServer(t, { args, cwd: workspace.folder });
  const [socket] = await once(listener, 'connection');
  await converse(server, workspace, socket);
});
