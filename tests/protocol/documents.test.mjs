// What is wrong in documents that are no glossaries, told while they are being written.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { eventually, start } from './harness/client.mjs';
import { TERMS } from './harness/terms.mjs';

const WARNING = 2;
const codes = (diagnostics) => diagnostics.map(({ code }) => code);

test('an avoided term is told at its place, with what to do', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', '# Notes\n\nWe release from master, not from `master`.\n');
  const [found, ...more] = await notes.diagnostics();
  assert.deepEqual(more, []);
  assert.equal(found.code, 'avoided-term');
  assert.equal(found.severity, WARNING);
  assert.equal(found.source, 'gloss');
  assert.deepEqual(found.range, notes.rangeOf('master'));
});

for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
  test(`places are counted in ${encoding}`, async (t) => {
    const client = await start(t, { files: { 'terms.gloss.md': TERMS }, encodings: [encoding] });
    assert.equal(client.encoding, encoding);
    const notes = client.open('notes.md', 'Zoë 🙂 pushed to master 🙂.\r\n\r\nÄ, master\r\n');
    const found = await notes.diagnostics();
    assert.deepEqual(found.map(({ range }) => notes.textOf(range)), ['master', 'master']);
    assert.deepEqual(found[0].range, notes.rangeOf('master'));
  });

test('it goes with the edit that mends it, and comes with the one that brings it', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'We release from master.\n');
  assert.deepEqual(codes(await notes.diagnostics()), ['avoided-term']);
  notes.replace('master', 'main');
  assert.deepEqual(await notes.diagnostics(), []);
  for (const letter of ' or master') notes.edit([notes.text.length - 2, notes.text.length - 2, letter]);
  assert.deepEqual(codes(await notes.diagnostics()), ['avoided-term']);
});

test('a term that comes, goes or changes is followed by the documents that are open', async (t) => {
  const client = await start(t);
  const glossary = client.open('terms.gloss.md', '# Branches\n', 'gloss');
  const notes = client.open('notes.md', 'We release from master.\n');
  assert.deepEqual(await notes.diagnostics(), []);
  glossary.set(TERMS);
  await eventually(() => assert.deepEqual(codes(client.published(notes.uri).diagnostics), ['avoided-term']));
  glossary.replace('- avoid: master\n', '');
  await eventually(() => assert.deepEqual(client.published(notes.uri).diagnostics, []));
  glossary.replace('- aliases: trunk\n', '- aliases: trunk\n- avoid: master\n');
  await eventually(() => assert.deepEqual(codes(client.published(notes.uri).diagnostics), ['avoided-term']));
  const count = () => client.session.received.filter((m) => m.params?.uri === notes.uri).length;
  const before = count();
  glossary.replace('that is released', 'that we release');
  await glossary.diagnostics();
  assert.equal(count(), before, 'a definition that changes says nothing new of documents');
});

test('what is told is told of the text as it is: an edit while it is pending', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const paragraph = 'The master branch is long.\n\n';
  const notes = client.open('notes.md', paragraph.repeat(20_000));
  notes.set('We release from main.\n');
  assert.deepEqual(await notes.diagnostics(), []);
  for (const { version, diagnostics } of client.session.received
    .filter((m) => m.params?.uri === notes.uri)
    .map((m) => m.params))
    assert.equal(diagnostics.length > 0, version === 1);
});

test('closing takes back what was told, also while more is pending', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'We release from master.\n');
  assert.equal((await notes.diagnostics()).length, 1);
  notes.set('The master branch.\n\n'.repeat(20_000));
  notes.close();
  await client.settled();
  assert.deepEqual(client.published(notes.uri).diagnostics, []);
});

test('of very many findings the gravest are shown, and how many are not is said', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', 'We release from master.\n\n'.repeat(2500));
  const found = await notes.diagnostics();
  assert.equal(found.length, 2001);
  assert.match(found.at(-1).message, /^500 more findings/);
});

test('a hover is answered while a large document is looked at', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const small = client.open('small.md', 'The trunk.');
  await small.diagnostics();
  const notes = client.open('notes.md', 'The trunk, not master, is what we release from.\n\n'.repeat(100_000));
  assert.ok(await small.hover('trunk'));
  assert.equal(client.published(notes.uri), undefined);
  assert.equal((await notes.diagnostics()).length, 2001);
});

test('a comment suppresses, and one that suppresses nothing is told', async (t) => {
  const client = await start(t, { files: { 'terms.gloss.md': TERMS } });
  const notes = client.open('notes.md', '<!-- gloss-disable-next-line avoided-term -->\nFrom master.\n');
  assert.deepEqual(await notes.diagnostics(), []);
  notes.replace('master', 'main');
  assert.deepEqual(codes(await notes.diagnostics()), ['unused-suppression']);
});

test('each comes with what the client can show of it', async (t) => {
  const publishDiagnostics = {
    relatedInformation: true,
    codeDescriptionSupport: true,
    dataSupport: true,
    tagSupport: { valueSet: [1, 2] },
  };
  const old = TERMS.replace('- avoid: master\n', '- avoid: master\n- status: deprecated\n');
  const files = { 'terms.gloss.md': old };
  const client = await start(t, { files, capabilities: { textDocument: { publishDiagnostics } } });
  const [found] = await client.open('notes.md', 'We release from the trunk.\n').diagnostics();
  assert.equal(found.code, 'avoided-term');
  assert.deepEqual(found.tags, [2]);
  assert.equal(typeof found.data.subject, 'string');
  assert.equal(found.relatedInformation[0].location.uri, client.workspace.uri('terms.gloss.md'));
  assert.match(found.codeDescription.href, /^file:.*\/rules\.md#avoided-term$/);
  assert.ok(fs.existsSync(new URL(found.codeDescription.href)));
  const plain = await start(t, { files });
  const [bare] = await plain.open('notes.md', 'We release from the trunk.\n').diagnostics();
  for (const member of ['tags', 'data', 'codeDescription']) assert.ok(!(member in bare), member);
});
