// Which glossaries are found, which apply where, and how they are followed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eventually, hoverText, start } from './harness/client.mjs';
import { Workspace } from './harness/workspace.mjs';

// A glossary with one term, that says what it is.
const entry = (term, what = term) => `## ${term}\n\n${term} is the ${what} thing.\n`;

// Which of the terms a document at `name` is answered on.
async function known(client, terms, name = 'probe.md') {
  const document = client.open(name, terms.join('\n\n'));
  const answers = await Promise.all(terms.map((_, i) => document.hover({ line: 2 * i, character: 0 })));
  document.close();
  return terms.filter((_, i) => answers[i]);
}

const knows = (client, term, expected = true) =>
  eventually(async () => assert.deepEqual(await known(client, [term]), expected ? [term] : []));

test('glossaries are found by their names, at any depth', async (t) => {
  const files = {
    'one.gloss': entry('alpha'),
    'two.gloss.md': entry('beta'),
    'GLOSSARY.md': entry('gamma'),
    'docs/Glossary.md': entry('delta'),
    'docs/deep/er/THREE.GLOSS': entry('epsilon'),
    'notes/README.md': entry('zeta'),
    'glossary.txt': entry('eta'),
    'gloss': entry('theta'),
  };
  const client = await start(t, { files });
  const terms = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
  assert.deepEqual(await known(client, terms), terms.slice(0, 5));
});

test('.gitignore is respected, .git and node_modules are never entered', async (t) => {
  const files = {
    '.gitignore': 'build/\n*.draft.gloss\n!kept.draft.gloss\n/top.gloss\n',
    'build/a.gloss': entry('alpha'),
    'b.draft.gloss': entry('beta'),
    'kept.draft.gloss': entry('gamma'),
    'top.gloss': entry('delta'),
    'sub/top.gloss': entry('epsilon'),
    'sub/.gitignore': 'own.gloss\n',
    'sub/own.gloss': entry('zeta'),
    'own.gloss': entry('eta'),
    '.git/x.gloss': entry('theta'),
    'node_modules/pkg/x.gloss': entry('iota'),
  };
  const client = await start(t, { files });
  const terms = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota'];
  assert.deepEqual(await known(client, terms), ['gamma', 'epsilon', 'eta']);
});

test('an open buffer wins over the disk, also when the disk changes', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha', 'stored') } });
  const notes = client.open('notes.md', 'alpha');
  const buffer = client.open('a.gloss', entry('alpha', 'unsaved'), 'gloss');
  assert.match(hoverText(await notes.hover('alpha')), /unsaved/);
  client.workspace.write('a.gloss', entry('alpha', 'overwritten'));
  client.workspace.write('b.gloss', entry('beta'));
  await knows(client, 'beta');
  assert.match(hoverText(await notes.hover('alpha')), /unsaved/);
  buffer.close();
  await eventually(async () => assert.match(hoverText(await notes.hover('alpha')), /overwritten/));
});

// The same story twice: told by the client, and seen by the server itself.
const WATCHED = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

async function follows(t, capabilities, tell) {
  const client = await start(t, { files: { 'a.gloss': entry('alpha') }, capabilities });
  const { workspace } = client;
  await knows(client, 'alpha');

  workspace.write('b.gloss.md', entry('beta'));
  tell(client, ['b.gloss.md', CREATED]);
  await knows(client, 'beta');

  workspace.write('b.gloss.md', entry('gamma'));
  tell(client, ['b.gloss.md', CHANGED]);
  await knows(client, 'gamma');
  await knows(client, 'beta', false);

  workspace.rename('b.gloss.md', 'c.gloss.md');
  tell(client, ['b.gloss.md', DELETED], ['c.gloss.md', CREATED]);
  await knows(client, 'gamma');
  workspace.write('c.gloss.md', entry('delta'));
  tell(client, ['c.gloss.md', CHANGED]);
  await knows(client, 'delta');
  await knows(client, 'gamma', false);

  workspace.remove('c.gloss.md');
  tell(client, ['c.gloss.md', DELETED]);
  await knows(client, 'delta', false);
  await knows(client, 'alpha');

  workspace.write('new/folder/GLOSSARY.md', entry('epsilon'));
  tell(client, ['new/folder/GLOSSARY.md', CREATED]);
  await knows(client, 'epsilon');
  workspace.rename('new/folder', 'new/other');
  tell(client, ['new/folder/GLOSSARY.md', DELETED], ['new/other/GLOSSARY.md', CREATED]);
  workspace.write('new/other/GLOSSARY.md', entry('zeta'));
  tell(client, ['new/other/GLOSSARY.md', CHANGED]);
  await knows(client, 'zeta');
  workspace.remove('new');
  tell(client, ['new/other/GLOSSARY.md', DELETED]);
  await knows(client, 'zeta', false);
  return client;
}

test('files are followed by a client that watches', async (t) => {
  const client = await follows(t, WATCHED, (one, ...changes) => {
    const list = changes.map(([name, type]) => ({ uri: one.workspace.uri(name), type }));
    one.notify('workspace/didChangeWatchedFiles', { changes: list });
  });
  const [registration] = [...client.registrations.values()];
  assert.equal(registration.method, 'workspace/didChangeWatchedFiles');
  assert.ok(registration.registerOptions.watchers.length > 0);
});

test('files are followed by the server where the client cannot watch', async (t) => {
  const client = await follows(t, {}, () => {});
  assert.equal(client.registrations.size, 0);
});

test('a file that is written in pieces, or replaced by a rename, is read in the end', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha') } });
  client.workspace.write('a.gloss', '');
  client.workspace.write('a.gloss', '## bet');
  client.workspace.write('a.gloss', entry('beta'));
  await knows(client, 'beta');
  client.workspace.write('a.gloss.tmp', entry('gamma'));
  client.workspace.rename('a.gloss.tmp', 'a.gloss');
  await knows(client, 'gamma');
});

test('a change on the disk is seen in the diagnostics of an open glossary', async (t) => {
  const client = await start(t);
  const referring = client.open('a.gloss', '## Alpha\n\nAn alpha is a [[beta]].\n', 'gloss');
  assert.equal((await referring.diagnostics()).length, 1);
  client.workspace.write('b.gloss', entry('beta'));
  await eventually(() => assert.deepEqual(client.published(referring.uri).diagnostics, []));
});

test('workspace folders come and go', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha') } });
  const second = new Workspace(t, { 'b.gloss': entry('beta') });
  const folder = { uri: second.uri(), name: 'second' };
  const there = pathToFileURL(path.join(second.folder, 'notes.md')).href;
  const change = (added, removed) =>
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });

  assert.deepEqual(await known(client, ['beta'], there), []);
  change([folder], []);
  await eventually(async () => assert.deepEqual(await known(client, ['beta'], there), ['beta']));
  second.write('c.gloss', entry('gamma'));
  await eventually(async () => assert.deepEqual(await known(client, ['gamma'], there), ['gamma']));
  change([], [folder]);
  await eventually(async () => assert.deepEqual(await known(client, ['beta', 'gamma'], there), []));
  await knows(client, 'alpha');
});

test('a glossary serves its own workspace folder only', async (t) => {
  const files = { 'ship/a.gloss': entry('alpha'), 'shipping/b.gloss': entry('beta') };
  const workspace = new Workspace(t, files);
  const folders = ['ship', 'shipping'].map((name) => ({ uri: workspace.uri(name), name }));
  const params = { rootUri: folders[0].uri, workspaceFolders: folders };
  const client = await start(t, { workspace, params });
  assert.deepEqual(await known(client, ['alpha', 'beta'], 'ship/notes.md'), ['alpha']);
  assert.deepEqual(await known(client, ['alpha', 'beta'], 'shipping/notes.md'), ['beta']);
});

test('paths: says where a glossary applies', async (t) => {
  const files = {
    'docs/a.gloss': `# Scoped\n\n- paths: guide/**, *.spec.md\n\n${entry('alpha')}`,
    'b.gloss': entry('beta'),
  };
  const client = await start(t, { files });
  const terms = ['alpha', 'beta'];
  assert.deepEqual(await known(client, terms, 'docs/guide/deep/x.md'), terms);
  assert.deepEqual(await known(client, terms, 'docs/x.spec.md'), terms);
  assert.deepEqual(await known(client, terms, 'docs/x.md'), ['beta']);
  assert.deepEqual(await known(client, terms, 'guide/x.md'), ['beta']);
});

test('the nearest glossary is told first', async (t) => {
  const files = {
    'a.gloss': entry('alpha', 'outer'),
    'docs/z.gloss': entry('alpha', 'inner'),
    'other/b.gloss': entry('alpha', 'distant'),
  };
  const client = await start(t, { files });
  const order = async (name) => {
    const document = client.open(name, 'alpha');
    const text = hoverText(await document.hover(0));
    document.close();
    const places = ['outer', 'inner', 'distant'].map((what) => [text.indexOf(what), what]);
    return places.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]).map(([, what]) => what);
  };
  assert.equal((await order('notes.md'))[0], 'outer');
  assert.equal((await order('docs/notes.md'))[0], 'inner');
  assert.equal((await order('other/notes.md'))[0], 'distant');
});

test('a name with spaces, accents and percent signs is a name like others', async (t) => {
  const client = await start(t, { files: { 'a b/100% é 漢#?.gloss': entry('alpha', 'stored') } });
  const notes = client.open('a b/nötes #1?.md', 'alpha');
  assert.match(hoverText(await notes.hover(0)), /stored/);
  client.open('a b/100% é 漢#?.gloss', entry('alpha', 'unsaved'), 'gloss');
  const text = hoverText(await notes.hover(0));
  assert.match(text, /unsaved/);
  assert.doesNotMatch(text, /stored/);
});

test('a URI that is escaped differently is the same document', async (t) => {
  const client = await start(t, { files: { 'a b.gloss': entry('alpha', 'stored') } });
  const notes = client.open('notes.md', 'alpha');
  const lower = client.workspace.uri('a b.gloss').replace('%20', '%20').replace('.gloss', '%2egloss');
  client.open(lower, entry('alpha', 'unsaved'), 'gloss');
  const text = hoverText(await notes.hover(0));
  assert.match(text, /unsaved/);
  assert.doesNotMatch(text, /stored/);
});

test('a file named by --glossary is a glossary under any name, also in the editor', async (t) => {
  const workspace = new Workspace(t, { 'terms.txt': entry('alpha', 'stored') });
  const client = await start(t, { workspace, args: ['--glossary', workspace.path('terms.txt')] });
  const notes = client.open('notes.md', 'alpha');
  const buffer = client.open('terms.txt', `${entry('alpha', 'unsaved')}\n## Beta\n`, 'plaintext');
  assert.deepEqual((await buffer.diagnostics()).map(({ code }) => code), ['missing-definition']);
  assert.match(hoverText(await notes.hover(0)), /unsaved/);
});

test('--glossary: a file in a folder that is not there yet is read when it comes', async (t) => {
  const workspace = new Workspace(t);
  const client = await start(t, { workspace, args: ['--no-builtin', '--glossary', workspace.path('later/on/own.txt')] });
  await knows(client, 'alpha', false);
  workspace.write('later/on/own.txt', entry('alpha'));
  await knows(client, 'alpha');
});

test('a buffer that was never saved serves the folders that are open now', async (t) => {
  const client = await start(t);
  const second = new Workspace(t);
  const folder = { uri: second.uri(), name: 'second' };
  client.open(second.uri('new.gloss'), entry('alpha'), 'gloss');
  const inside = second.uri('notes.md');
  assert.deepEqual(await known(client, ['alpha']), ['alpha'], 'outside all folders it serves everywhere');
  const change = (added, removed) =>
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  change([folder], []);
  assert.deepEqual(await known(client, ['alpha']), []);
  assert.deepEqual(await known(client, ['alpha'], inside), ['alpha']);
  change([], [folder]);
  assert.deepEqual(await known(client, ['alpha']), ['alpha']);
});

test('a saved .gitignore counts, a saved buffer stays the buffer', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha'), 'b.gloss': entry('beta') }, capabilities: WATCHED });
  await knows(client, 'alpha');
  const buffer = client.open('b.gloss', entry('gamma'), 'gloss');
  buffer.save();
  await knows(client, 'gamma');
  const rules = client.open('.gitignore', 'a.gloss\n', 'ignore');
  client.workspace.write('.gitignore', 'a.gloss\n');
  rules.save();
  await knows(client, 'alpha', false);
  await knows(client, 'gamma');
  await knows(client, 'beta', false);
});

test('a client that tells of a folder only is understood', async (t) => {
  const client = await start(t, { files: { 'sub/deep/a.gloss': entry('alpha') }, capabilities: WATCHED });
  const tell = (name, type) =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.workspace.uri(name), type }] });
  await knows(client, 'alpha');
  client.workspace.remove('sub');
  tell('sub', DELETED);
  await knows(client, 'alpha', false);
  client.workspace.write('moved/b.gloss', entry('beta'));
  tell('moved', CREATED);
  await knows(client, 'beta');
  const patterns = [...client.registrations.values()].flatMap(({ registerOptions }) => registerOptions.watchers);
  assert.ok(patterns.some(({ globPattern }) => globPattern === '**/*'));
});

test('a glossary renamed to another name is one no more', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha') } });
  await knows(client, 'alpha');
  client.workspace.rename('a.gloss', 'a.md');
  await knows(client, 'alpha', false);
});

test('a buffer whose file is deleted serves until it is closed', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha'), 'b.gloss': entry('beta') } });
  const buffer = client.open('a.gloss', entry('alpha'), 'gloss');
  client.workspace.remove('a.gloss');
  client.workspace.remove('b.gloss');
  await knows(client, 'beta', false);
  await knows(client, 'alpha');
  buffer.close();
  await knows(client, 'alpha', false);
});

test('a link to a glossary that is found itself adds no second one', async (t) => {
  const workspace = new Workspace(t, { 'docs/b.gloss': '## Beta\n\nBeta is a letter.\n' });
  fs.symlinkSync(workspace.path('docs/b.gloss'), workspace.path('a.gloss'));
  const client = await start(t, { workspace });
  const notes = client.open('notes.md', 'beta');
  assert.equal(hoverText(await notes.hover(0)).match(/Beta is a letter/g).length, 1);
});

test('a glossary behind a link is followed where it really is', async (t) => {
  const elsewhere = new Workspace(t, { 'real.gloss': entry('alpha') });
  const workspace = new Workspace(t);
  fs.symlinkSync(elsewhere.path('real.gloss'), workspace.path('a.gloss'));
  const client = await start(t, { workspace });
  await knows(client, 'alpha');
  elsewhere.write('real.gloss', entry('beta'));
  await knows(client, 'beta');
});

// A pipe that nobody writes to stands for a folder that takes minutes to read.
test('nobody waits forever for glossaries that take long to read', async (t) => {
  const workspace = new Workspace(t, { 'b.gloss': entry('beta') });
  execFileSync('mkfifo', [workspace.path('slow.gloss')]);
  const client = await start(t, { workspace, args: ['--glossary', workspace.path('slow.gloss')] });
  assert.equal(await client.open('notes.md', 'alpha').hover(0), null);
  const open = client.open('b.gloss', '## Beta\n', 'gloss');
  assert.equal((await open.diagnostics()).length, 1);
  const slow = fs.openSync(workspace.path('slow.gloss'), 'w');
  workspace.write('a.gloss', entry('alpha'));
  workspace.rename('a.gloss', 'slow.gloss');
  fs.writeSync(slow, entry('gamma'));
  fs.closeSync(slow);
  await knows(client, 'alpha');
});

const ROOTLESS = [
  ['no root and no folders', { rootUri: null, workspaceFolders: null }],
  ['an empty list of folders', { rootUri: null, workspaceFolders: [] }],
  ['a root that is not there', { rootUri: 'file:///no/such/folder', workspaceFolders: null }],
  ['a root that is no file', { rootUri: 'untitled:somewhere', workspaceFolders: null }],
];

for (const [name, params] of ROOTLESS)
  test(`${name}: the built-in glossary serves`, async (t) => {
    const client = await start(t, { args: [], params });
    const notes = client.open('untitled:Untitled-1', 'An embedding is a vector.');
    assert.match(hoverText(await notes.hover('embedding')), /\w+/);
  });

test('a root that is given as rootUri or rootPath only is searched', async (t) => {
  const workspace = new Workspace(t, { 'a.gloss': entry('alpha') });
  const byUri = await start(t, { workspace, params: { workspaceFolders: () => undefined } });
  await knows(byUri, 'alpha');
  const rootPath = workspace.folder;
  const byPath = await start(t, { workspace, params: { workspaceFolders: () => undefined, rootUri: () => null, rootPath } });
  await knows(byPath, 'alpha');
});

test('the built-in glossary gives way to one that is found, and comes back', async (t) => {
  const client = await start(t, { args: [] });
  await knows(client, 'embedding');
  client.workspace.write('a.gloss', entry('alpha'));
  await knows(client, 'alpha');
  await knows(client, 'embedding', false);
  client.workspace.remove('a.gloss');
  await knows(client, 'embedding');
});

test('the built-in glossary stays away while a glossary is open, whatever happens on the disk', async (t) => {
  const client = await start(t, { args: [] });
  const glossary = client.open('untitled:Untitled-1', entry('alpha'), 'gloss');
  await knows(client, 'alpha');
  assert.deepEqual(await known(client, ['embedding']), []);
  client.workspace.write('b.gloss', entry('beta'));
  await knows(client, 'beta');
  client.workspace.remove('b.gloss');
  await knows(client, 'beta', false);
  assert.deepEqual(await known(client, ['alpha', 'embedding']), ['alpha']);
  glossary.close();
  await knows(client, 'embedding');
});

test('an ignore file that is written or removed counts at once', async (t) => {
  const client = await start(t, { files: { 'a.gloss': entry('alpha'), 'b.gloss': entry('beta') } });
  assert.deepEqual(await known(client, ['alpha', 'beta']), ['alpha', 'beta']);
  client.workspace.write('.gitignore', 'b.*\n');
  await knows(client, 'beta', false);
  assert.deepEqual(await known(client, ['alpha']), ['alpha']);
  client.workspace.remove('.gitignore');
  await knows(client, 'beta');
});

test('--glossary: a folder without a glossary is told, and the built-in one does not stand in for it', async (t) => {
  const workspace = new Workspace(t, { 'words/notes.md': 'An embedding.' });
  const client = await start(t, { workspace, args: ['--glossary', workspace.path('words')] });
  const notes = client.open('notes.md', 'An embedding is a vector.');
  assert.equal(await notes.hover('embedding'), null);
  const said = await client.session.waitFor((m) => m.method === 'window/showMessage', 'a message for the person');
  assert.equal(said.params.message, `${workspace.path('words')}: holds no glossary (*.gloss, *.gloss.md, GLOSSARY.md)`);
  workspace.write('words/a.gloss', entry('alpha'));
  await knows(client, 'alpha');
});

test('--glossary replaces discovery and applies everywhere', async (t) => {
  const elsewhere = new Workspace(t, { 'own.txt': entry('beta'), 'folder/c.gloss': entry('gamma') });
  const args = ['--glossary', elsewhere.path('own.txt'), '--glossary', elsewhere.path('folder')];
  const client = await start(t, { files: { 'a.gloss': entry('alpha') }, args });
  assert.deepEqual(await known(client, ['alpha', 'beta', 'gamma']), ['beta', 'gamma']);
  elsewhere.write('own.txt', entry('delta'));
  await knows(client, 'delta');
});
