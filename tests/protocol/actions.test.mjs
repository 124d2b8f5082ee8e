// Code actions: what is offered for what is wrong, and for what is selected.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTS, eventually, start } from './harness/client.mjs';
import { TERMS } from './harness/terms.mjs';

const startActing = (t, options = {}) => start(t, { capabilities: ACTS, ...options });
const titles = (actions) => actions.map(({ title }) => title);
const NOTES = 'We release from master.\n\nThe Master branch, the masters.\n';

test('they are offered to clients that take them', async (t) => {
  const client = await startActing(t);
  assert.deepEqual(client.capabilities.codeActionProvider, {
    codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.gloss'],
    resolveProvider: true,
  });
  const plain = await start(t);
  assert.equal(plain.capabilities.codeActionProvider, undefined);
});

test('a fix for what is wrong here', async (t) => {
  const client = await startActing(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', NOTES);
  const [told] = await notes.diagnostics();
  const fix = (await notes.actions('master')).find(({ kind, diagnostics }) => kind === 'quickfix' && diagnostics);
  assert.deepEqual(fix.diagnostics, [told]);
  assert.equal(notes.after(fix.edit).split('\n')[0], 'We release from main branch.');
  assert.deepEqual(await notes.actions('We release', ['quickfix']), []);
});

test('only the kinds that are wanted', async (t) => {
  const client = await startActing(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', NOTES);
  const kinds = async (only) => [...new Set((await notes.actions('master', only)).map(({ kind }) => kind))];
  assert.deepEqual(await kinds(['refactor']), []);
  assert.deepEqual(await kinds(['source.organizeImports']), []);
  assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
  assert.deepEqual(await kinds(['quickfix.not.ours']), []);
});

const REPEATED = `# Coffee

## Crema

- aliases: cremas; foam; foams

Crema is the foam on an espresso.

## Lungo

- aliases: lungos

A lungo is a long shot.
`;

test('all of a rule, and all that is certain', async (t) => {
  const client = await startActing(t);
  const glossary = client.open('coffee.gloss.md', REPEATED, 'gloss');
  const before = await glossary.diagnostics();
  assert.deepEqual([...new Set(before.map(({ code }) => code))], ['redundant-alias']);
  const one = await glossary.action('lungos', 'Fix all “redundant-alias”');
  const all = await glossary.action('Coffee', 'Fix all that is certain', ['source.fixAll']);
  assert.equal(all.kind, 'source.fixAll.gloss');
  assert.equal(glossary.after(one.edit), glossary.after(all.edit));
  glossary.set(glossary.after(all.edit));
  assert.deepEqual(await glossary.diagnostics(), []);
  assert.deepEqual(await glossary.actions('Coffee', ['source.fixAll']), []);
});

test('an editor that does not resolve is given the edit at once', async (t) => {
  const capabilities = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };
  const client = await start(t, { capabilities });
  const glossary = client.open('coffee.gloss.md', REPEATED, 'gloss');
  const [all] = await glossary.actions('Coffee', ['source']);
  assert.ok(all.edit.changes[glossary.uri].length > 1);
  assert.doesNotMatch(glossary.after(all.edit), /lungos/);
});

test('an entry for a reference that dangles', async (t) => {
  const client = await startActing(t);
  const glossary = client.open('a.gloss', '## Ristretto\n\nA ristretto is a short [[lungo]].\n', 'gloss');
  await glossary.take('lungo', 'Create entry “lungo”');
  assert.equal((glossary.text.match(/^## /gm) ?? []).length, 2);
  assert.deepEqual((await glossary.diagnostics()).filter(({ code }) => code === 'dangling-reference'), []);
});

test('what is selected as a new entry of the nearest glossary', async (t) => {
  const files = { 'terms.gloss.md': TERMS, 'deep/GLOSSARY.md': '# Deep\n\n## Keel\n\nA keel is a beam.\n' };
  const client = await startActing(t, { files });
  const notes = client.open('deep/notes.md', 'The sternpost is cracked.\n');
  const { edit } = await notes.action('sternpost', 'Add “sternpost” to the glossary', ['refactor']);
  const [change] = edit.documentChanges;
  assert.deepEqual(change.textDocument, { uri: client.workspace.uri('deep/GLOSSARY.md'), version: null });
  assert.equal(change.edits.length, 1);
  assert.match(change.edits[0].newText, /## sternpost\n\nsternpost is …\n/);
  assert.deepEqual(await notes.actions(notes.rangeOf('The sternpost is cracked.\n'), ['refactor']), [], 'no name');
  assert.deepEqual(await notes.actions({ start: notes.position(3), end: notes.position(3) }, ['refactor']), []);
});

test('a first glossary, where the client can create files', async (t) => {
  const client = await startActing(t);
  const notes = client.open('notes.md', 'The sternpost is cracked.\n');
  const { edit } = await notes.action('sternpost', 'Add “sternpost” to the glossary');
  const uri = client.workspace.uri('GLOSSARY.md');
  assert.equal(edit.documentChanges[0].kind, 'create');
  assert.equal(edit.documentChanges[0].uri, uri);
  assert.equal(edit.documentChanges[1].textDocument.uri, uri);
  const capabilities = { ...ACTS, workspace: { workspaceEdit: { documentChanges: true } } };
  const other = await start(t, { capabilities });
  assert.deepEqual(await other.open('notes.md', 'The sternpost is cracked.\n').actions('sternpost'), []);
});

test('what is selected as an alias of a term like it', async (t) => {
  const client = await startActing(t);
  const glossary = client.open('terms.gloss.md', `${TERMS}\n## Release branch\n\nA release branch is cut from it.\n`, 'gloss');
  const notes = client.open('notes.md', 'We push to main br and to release br.\n');
  await notes.diagnostics();
  const main = await notes.action('main br', 'Add “main br” as an alias of “Main branch”');
  assert.match(glossary.after(main.edit), /^- aliases: trunk, main br$/m);
  const release = await notes.action('release br', 'Add “release br” as an alias of “Release branch”');
  assert.match(glossary.after(release.edit), /^## Release branch\n\n- aliases: release br\n\nA release/m);
  glossary.set(glossary.after(release.edit));
  assert.deepEqual(await glossary.diagnostics(), []);
  await eventually(async () => assert.ok(await notes.hover('release br')));
});

test('what an action writes is laid out', async (t) => {
  const client = await startActing(t);
  const glossary = client.open('terms.gloss.md', '## Keel\n\n- category: hulls\n\nA keel is a beam.\n\n## Mast\n\nA mast stands.\n', 'gloss');
  const notes = client.open('notes.md', 'The kee and the mas and the sternpost.\n');
  await notes.diagnostics();
  const titles = { kee: 'Add “kee” as an alias of “Keel”', mas: 'Add “mas” as an alias of “Mast”', sternpost: 'Add “sternpost” to the glossary' };
  for (const [word, title] of Object.entries(titles)) {
    const { edit } = await notes.action(word, title);
    glossary.set(glossary.after(edit));
    await glossary.diagnostics();
  }
  const options = { tabSize: 2, insertSpaces: true };
  const edits = await client.request('textDocument/formatting', { textDocument: { uri: glossary.uri }, options });
  assert.deepEqual(edits, []);
});

test('a selection, and positions past every end', async (t) => {
  const client = await startActing(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', NOTES);
  const far = { line: 4_000_000_000, character: 4_000_000_000 };
  const all = await notes.actions({ start: { line: 0, character: 0 }, end: far });
  const back = await notes.actions({ start: far, end: { line: 0, character: 0 } });
  assert.ok(all.length > 2);
  assert.deepEqual(titles(back), titles(all));
  assert.ok(all.every(({ edit, data }) => edit || data));
});

test('actions on a document that is not open, or changes while they are asked for', async (t) => {
  const client = await startActing(t, { files: { 'terms.gloss.md': TERMS } });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const context = { diagnostics: [] };
  const params = { textDocument: { uri: client.workspace.uri('none.md') }, range, context };
  assert.deepEqual(await client.request('textDocument/codeAction', params), []);
  const notes = client.open('notes.md', 'The master branch.\n\n'.repeat(200_000));
  const pending = notes.actions('master').catch((error) => error);
  notes.set(NOTES);
  const answer = await pending;
  if (answer instanceof Error) assert.equal(answer.code, -32801);
});

for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
  test(`edits are counted in ${encoding}`, async (t) => {
    const client = await startActing(t, { files: { 'terms.gloss.md': TERMS }, encodings: [encoding] });
    const notes = client.open('notes.md', 'Zoë 🙂 pushed to master 🙂.\r\n');
    const [fix] = await notes.actions('master', ['quickfix']);
    assert.equal(notes.after(fix.edit), 'Zoë 🙂 pushed to main branch 🙂.\r\n');
  });

const FLATTENED = `## Keel

A keel is the lowest beam of a hull. **Kinds of keel** - **Bar**: thick and narrow. - **Plate**: thin and wide.

## Mast

A mast is a pole.
`;

test('a flattened body gets its structure back', async (t) => {
  const client = await startActing(t);
  const glossary = client.open('ships.gloss.md', FLATTENED, 'gloss');
  const [told] = await glossary.diagnostics();
  assert.equal(told.code, 'collapsed-body');
  await glossary.take('- **Bar', 'Give the body its structure back');
  assert.match(glossary.text, /hull\.\n\n### Kinds of keel\n\n- \*\*Bar\*\*: thick and narrow\.\n- \*\*Plate\*\*: thin and wide\.\n\n## Mast/);
  assert.deepEqual(await glossary.diagnostics(), []);
});

const FLATTENED_TABLE = FLATTENED.replace('wide.', 'wide. **What they weigh** | kind | weight | |---|------| | bar | much | | plate | little |');

test('what was flattened is laid out as formatting would have it', async (t) => {
  const client = await startActing(t);
  for (const lineEnd of ['\n', '\r\n']) {
    const glossary = client.open('ships.gloss.md', FLATTENED_TABLE.replaceAll('\n', lineEnd), 'gloss');
    await glossary.diagnostics();
    await glossary.take('- **Bar', 'Give the body its structure back');
    assert.match(glossary.text, /\| kind {2}\| weight \|\r?\n\| -{5} \| -{6} \|\r?\n/);
    assert.equal(glossary.text, glossary.text.replaceAll('\r\n', '\n').replaceAll('\n', lineEnd));
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.request('textDocument/formatting', { textDocument: { uri: glossary.uri }, options });
    assert.deepEqual(edits, []);
  }
});
