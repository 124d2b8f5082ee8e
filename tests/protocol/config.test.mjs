// gloss.json in a workspace: followed as it is written, and what is wrong in it is told.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { eventually, hoverText, start } from './harness/client.mjs';

const ERROR = 1;
const HINT = 4;
const TERMS = '## Orchard\n\n- category: places\n- aliasses: green\n\nOrchard is a place with trees.\n';
const json = (value) => JSON.stringify(value, null, 2);
const published = (client, name) => client.published(client.workspace.uri(name))?.diagnostics;
const severities = (client, name) => published(client, name)?.map(({ code, severity }) => `${code} ${severity}`);

// As an editor that watches files tells of it; the others are watched for by the server itself.
function change(client, name, text) {
  if (text === null) fs.rmSync(client.workspace.path(name));
  else client.workspace.write(name, text);
  return client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.workspace.uri(name), type: 2 }] });
}

const shows = (client, name, expected) =>
  eventually(async () => {
    await client.settled();
    assert.deepEqual(severities(client, name), expected);
  });

for (const watches of [true, false])
  test(`severities follow gloss.json while it changes, ${watches ? 'told by the client' : 'seen by the server'}`, async (t) => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: watches } } };
    const client = await start(t, { params: { capabilities } });
    const tell = (name, text) => change(client, name, text);
    client.open('a.gloss', TERMS, 'gloss');
    await shows(client, 'a.gloss', ['unknown-field 2']);
    await tell('gloss.json', json({ rules: { 'unknown-field': 'hint' } }));
    await shows(client, 'a.gloss', [`unknown-field ${HINT}`]);
    await tell('gloss.json', json({ rules: { 'unknown-field': 'off' } }));
    await shows(client, 'a.gloss', []);
    await tell('gloss.json', json({ overrides: [{ files: ['a.*'], rules: { 'unknown-field': 'error' } }] }));
    await shows(client, 'a.gloss', [`unknown-field ${ERROR}`]);
    await tell('gloss.json', null);
    await shows(client, 'a.gloss', ['unknown-field 2']);
  });

test('problems of a gloss.json are told at their places and cleared when mended', async (t) => {
  const broken = json({ rule: {}, glossaries: ['none.gloss'], ignore: true });
  const client = await start(t, { files: { 'gloss.json': broken, 'sub/gloss.json': '{"rules": {},}' } });
  const told = () => published(client, 'gloss.json').map(({ message, range }) => [message, range.start]);
  const open = client.open('gloss.json', broken, 'json');
  await eventually(async () =>
    assert.deepEqual(told(), [
      ['There is no key “rule”; did you mean “rules”?', open.rangeOf('"rule"').start],
      ['“none.gloss” cannot be used: no such file', open.rangeOf('"none.gloss"').start],
      ['“ignore” must be an array of patterns, such as ["drafts/**"]', open.rangeOf('true').start],
    ]));
  assert.ok(published(client, 'gloss.json').every(({ code, source }) => code === 'config' && source === 'gloss'));
  assert.deepEqual(severities(client, 'sub/gloss.json'), ['config 1']);
  const logged = client.session.received.filter((m) => m.method === 'window/logMessage');
  assert.ok(logged.some((m) => m.params.message.endsWith('gloss.json:2:3: There is no key “rule”; did you mean “rules”?')));
  await change(client, 'none.gloss', TERMS);
  await eventually(async () => assert.equal(told().length, 2));
  await change(client, 'gloss.json', json({ glossaries: ['none.gloss'] }));
  await shows(client, 'gloss.json', []);
  await change(client, 'sub/gloss.json', null);
  await shows(client, 'sub/gloss.json', []);
});

test('a gloss.json above the folder holds, and is seen when it changes', async (t) => {
  const client = await start(t, {
    files: { 'gloss.json': json({ rules: { 'unknown-field': 'hint' } }), 'deep/b.md': '' },
    params: {},
  });
  const uri = client.workspace.uri('deep');
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri, name: 'deep' }], removed: [{ uri: client.workspace.uri(), name: 'workspace' }] },
  });
  client.open('deep/a.gloss', TERMS, 'gloss');
  await shows(client, 'deep/a.gloss', [`unknown-field ${HINT}`]);
  client.workspace.write('gloss.json', json({ rules: { 'unknown-field': 'error' } }));
  await shows(client, 'deep/a.gloss', [`unknown-field ${ERROR}`]);
});

test('a document outside of all folders has the gloss.json around it', async (t) => {
  const client = await start(t, {
    files: { 'out/gloss.json': json({ rules: { 'unknown-field': 'hint' } }), 'in/x.md': '' },
  });
  const uri = client.workspace.uri('in');
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri, name: 'in' }], removed: [{ uri: client.workspace.uri(), name: 'workspace' }] },
  });
  client.open('out/a.gloss', TERMS, 'gloss');
  await shows(client, 'out/a.gloss', [`unknown-field ${HINT}`]);
});

test('glossaries that are named count instead of those found, also open and under any name', async (t) => {
  const files = {
    'gloss.json': json({ glossaries: ['terms/*.md'], ignore: ['drafts'] }),
    'terms/a.md': TERMS,
    'found.gloss': '## Meadow\n\nMeadow is grass.\n',
  };
  const client = await start(t, { files });
  const notes = client.open('notes.md', 'An orchard and a meadow.');
  assert.match(hoverText(await notes.hover('orchard')), /trees/);
  assert.equal(await notes.hover('meadow'), null);
  const terms = client.open('terms/a.md', TERMS);
  await shows(client, 'terms/a.md', ['unknown-field 2']);
  terms.replace('trees', 'shrubs');
  assert.match(hoverText(await notes.hover('orchard')), /shrubs/);
  client.open('drafts/b.gloss', TERMS, 'gloss');
  await shows(client, 'drafts/b.gloss', []);
  await change(client, 'gloss.json', json({}));
  await eventually(async () => assert.match(hoverText(await notes.hover('meadow')), /grass/));
});

test('languages are given by patterns', async (t) => {
  const terms = TERMS.replace('aliasses: green', 'avoid: grove');
  const files = { 'gloss.json': json({ languages: { '*.inc': 'rst' } }), 'a.gloss': terms };
  const client = await start(t, { files });
  client.open('part.inc', '.. a grove\n\nThe grove.\n', 'plaintext');
  await shows(client, 'part.inc', ['avoided-term 2']);
  await change(client, 'gloss.json', json({ languages: { '*.inc': 'plaintext' } }));
  await shows(client, 'part.inc', ['avoided-term 2', 'avoided-term 2']);
});

test('--config holds for all, --no-config for none', async (t) => {
  const files = { 'gloss.json': json({ rules: { 'unknown-field': 'hint' } }), 'ci.json': '{"rules": {"unknown-field": "error"}}' };
  const chosen = await start(t, { files, args: ['--no-builtin', '--config', 'ci.json'] });
  chosen.open('a.gloss', TERMS, 'gloss');
  await shows(chosen, 'a.gloss', [`unknown-field ${ERROR}`]);
  const none = await start(t, { files, args: ['--no-builtin', '--no-config'] });
  none.open('a.gloss', TERMS, 'gloss');
  await shows(none, 'a.gloss', ['unknown-field 2']);
});
