// Diagnostics that the client asks for: of one document, and of the whole workspace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, PULLS, start } from './harness/client.mjs';
import { TERMS } from './harness/terms.mjs';

const BAD = 'We release from master.\n';
const codes = (report) => report.items.map(({ code }) => code);

const startPulling = (t, options = {}) => start(t, { capabilities: PULLS, ...options });

const pushed = (client) =>
  client.session.received.filter((m) => m.method === 'textDocument/publishDiagnostics');

test('it is offered to clients that can be told to ask again, and then nothing is pushed', async (t) => {
  const client = await startPulling(t, { files: { 'terms.gloss.md': TERMS } });
  assert.deepEqual(client.capabilities.diagnosticProvider, {
    identifier: 'gloss',
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  const notes = client.open('notes.md', BAD);
  const glossary = client.open('more.gloss.md', '## Crema\n', 'gloss');
  assert.deepEqual(codes(await notes.pull()), ['avoided-term']);
  assert.deepEqual(codes(await glossary.pull()), ['missing-definition']);
  notes.close();
  await client.settled();
  assert.deepEqual(pushed(client), []);
});

test('a client that cannot be told to ask again is pushed to', async (t) => {
  const capabilities = { textDocument: { diagnostic: {} } };
  const client = await start(t, { files: { 'terms.gloss.md': TERMS }, capabilities });
  assert.equal(client.capabilities.diagnosticProvider, undefined);
  assert.equal((await client.open('notes.md', BAD).diagnostics()).length, 1);
});

test('what has not changed is said to be unchanged', async (t) => {
  const client = await startPulling(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', BAD);
  const first = await notes.pull();
  assert.equal(first.kind, 'full');
  assert.deepEqual(await notes.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  notes.replace('master', 'main');
  const second = await notes.pull(first.resultId);
  assert.deepEqual([second.kind, second.items], ['full', []]);
});

test('with a glossary come the other glossaries that have changed', async (t) => {
  const client = await startPulling(t);
  const referring = client.open('a.gloss', '## Ristretto\n\nA ristretto is a short [[lungo]].\n', 'gloss');
  const other = client.open('b.gloss', '## Doppio\n\nA doppio is two shots.\n', 'gloss');
  assert.deepEqual(codes(await referring.pull()), ['dangling-reference']);
  assert.equal((await other.pull()).relatedDocuments, undefined);
  other.edit([other.text.length, other.text.length, '\n## Lungo\n\nA lungo is a long shot.\n']);
  const { relatedDocuments } = await other.pull();
  assert.deepEqual(Object.keys(relatedDocuments), [referring.uri]);
  assert.deepEqual(relatedDocuments[referring.uri].items, []);
});

test('when terms change the client is told to ask again', async (t) => {
  const client = await startPulling(t);
  const glossary = client.open('terms.gloss.md', '# Branches\n', 'gloss');
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(codes(await notes.pull()), []);
  const before = client.refreshes;
  glossary.set(TERMS);
  await eventually(() => assert.ok(client.refreshes > before));
  assert.deepEqual(codes(await notes.pull()), ['avoided-term']);
});

test('when a glossary changes on the disk the client is told to ask again', async (t) => {
  const client = await startPulling(t, { files: { 'terms.gloss.md': '# Branches\n' } });
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(codes(await notes.pull()), []);
  const before = client.refreshes;
  client.workspace.write('terms.gloss.md', TERMS);
  await eventually(() => assert.ok(client.refreshes > before));
  assert.deepEqual(codes(await notes.pull()), ['avoided-term']);
});

test('what was asked of a text is not answered of another', async (t) => {
  const client = await startPulling(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'The master branch.\n\n'.repeat(200_000));
  const pending = notes.pull();
  notes.set(BAD);
  const answer = await pending.then(codes, (error) => error);
  if (answer instanceof Error) {
    assert.equal(answer.code, -32802);
    assert.deepEqual(answer.data, { retriggerRequest: true });
  } else assert.equal(answer.length, 2001); // it was faster than we are
  assert.deepEqual(codes(await notes.pull()), ['avoided-term']);
});

test('a document that is closed while it is pending is answered', async (t) => {
  const client = await startPulling(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'The master branch.\n\n'.repeat(200_000));
  const pending = notes.pull().catch((error) => error);
  notes.close();
  await pending;
});

// ---- the workspace

const FILES = {
  'terms.gloss.md': TERMS + '\n## Release\n',
  'bad.md': BAD,
  'good.md': 'We release from main.\n',
  'src/code.py': '# We push to master.\nmaster = 1\n',
  'node_modules/theirs.md': BAD,
  'ignored.md': BAD,
  '.gitignore': 'ignored.md\n',
};

const pullAll = (client, previousResultIds = [], more = {}) =>
  client.request('workspace/diagnostic', { previousResultIds, ...more });

const byName = (client, items) =>
  Object.fromEntries(
    items.map((item) => [
      item.uri.slice(client.workspace.uri().length + 1),
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]),
  );

const ids = (items) => items.map(({ uri, resultId }) => ({ uri, value: resultId }));

test('glossaries and documents of the workspace, open or not', async (t) => {
  const client = await startPulling(t, { files: FILES });
  client.open('good.md', BAD);
  const { items } = await pullAll(client);
  assert.deepEqual(byName(client, items), {
    'terms.gloss.md': ['missing-definition'],
    'bad.md': ['avoided-term'],
    'good.md': ['avoided-term'],
    'src/code.py': ['avoided-term'],
  });
  assert.equal(items.find(({ uri }) => uri.endsWith('good.md')).version, 1);
  assert.equal(items.find(({ uri }) => uri.endsWith('bad.md')).version, null);
});

test('the next time only what has changed', async (t) => {
  const client = await startPulling(t, { files: FILES });
  const first = await pullAll(client);
  const second = await pullAll(client, ids(first.items));
  assert.deepEqual(Object.values(byName(client, second.items)), ['unchanged', 'unchanged', 'unchanged']);
  client.workspace.write('bad.md', 'We release from main, all of us.\n');
  client.workspace.remove('src/code.py');
  const third = await pullAll(client, ids(first.items));
  assert.deepEqual(byName(client, third.items), {
    'terms.gloss.md': 'unchanged',
    'bad.md': [],
    'src/code.py': [],
  });
});

test('results in parts, and then none in the answer', async (t) => {
  const many = Object.fromEntries(Array.from({ length: 350 }, (_, i) => [`notes/${i}.md`, BAD]));
  const client = await startPulling(t, { files: { ...many, 'terms.gloss.md': TERMS } });
  const answer = await pullAll(client, [], { partialResultToken: 'parts' });
  assert.deepEqual(answer, { items: [] });
  const parts = client.session.received.filter((m) => m.method === '$/progress' && m.params.token === 'parts');
  assert.ok(parts.length > 1);
  const items = parts.flatMap(({ params }) => params.value.items);
  assert.equal(new Set(items.map(({ uri }) => uri)).size, 350);
});

const manyFiles = () => {
  const text = 'The master branch.\n\n'.repeat(2000);
  return Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`notes/${i}.md`, text]));
};

test('it can be cancelled, and other requests go first', async (t) => {
  const client = await startPulling(t, { files: { ...manyFiles(), 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'the trunk');
  const { session } = client;
  session.send({ id: 'all', method: 'workspace/diagnostic', params: { previousResultIds: [] } });
  session.send({ id: 'more', method: 'workspace/diagnostic', params: { previousResultIds: [] } });
  assert.ok(await notes.hover('trunk'));
  assert.ok(!session.received.some((m) => m.id === 'all'), 'it is not done yet');
  session.notify('$/cancelRequest', { id: 'all' });
  assert.equal((await session.answer('all')).error.code, -32800);
  session.notify('$/cancelRequest', { id: 'more' });
  assert.equal((await session.answer('more')).error.code, -32800);
  assert.ok(await notes.hover('trunk'));
});

test('a shutdown in the middle answers it', async (t) => {
  const client = await startPulling(t, { files: { ...manyFiles(), 'terms.gloss.md': TERMS } });
  const { session } = client;
  session.send({ id: 'all', method: 'workspace/diagnostic', params: { previousResultIds: [] } });
  await client.settled();
  session.send({ id: 'end', method: 'shutdown' });
  assert.equal((await session.answer('all')).error.code, -32800);
  assert.equal((await session.answer('end')).result, null);
  client.request = async () => null; // it is shut down already
});

test('terms that change in the middle', async (t) => {
  const client = await startPulling(t, { files: { ...manyFiles(), 'terms.gloss.md': TERMS } });
  const glossary = client.open('terms.gloss.md', TERMS, 'gloss');
  const pending = pullAll(client);
  for (let i = 0; i < 5; i++) {
    glossary.replace('- avoid: master\n', '');
    await client.settled();
    glossary.replace('- aliases: trunk\n', '- aliases: trunk\n- avoid: master\n');
    await client.settled();
  }
  await pending;
  const { items } = await pullAll(client);
  assert.equal(items.length, 300);
  assert.ok(items.every((one) => one.items.length === 2000));
});
