// What is wrong with a glossary, told while it is being written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, hoverText, start } from './harness/client.mjs';

const GOOD = `# Coffee

## Crema

- category: espresso

Crema is the foam on an espresso.
`;

const BROKEN = `# Coffee

## Crema

## Tamper

- aliasses: press
- category: tools

A tamper is a press for ground coffee, see [[nothing known]].

## Portafilter

A portafilter is **the handle.
`;

const ERROR = 1;
const WARNING = 2;

const codes = (diagnostics) => diagnostics.map(({ code }) => code).sort();

test('each problem at its place, with its rule, severity and version', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss.md', BROKEN, 'gloss');
  const diagnostics = await glossary.diagnostics();
  const found = diagnostics.map(({ code, severity, range }) => [code, severity, range]);
  assert.deepEqual(found, [
    ['missing-definition', ERROR, glossary.rangeOf('Crema')],
    ['unknown-field', WARNING, glossary.rangeOf('aliasses')],
    ['dangling-reference', ERROR, glossary.rangeOf('nothing known')],
    ['unclosed-markup', ERROR, glossary.rangeOf('**')],
  ]);
  for (const { source, message } of diagnostics) {
    assert.equal(source, 'gloss');
    assert.ok(message.length > 10);
  }
});

test('a glossary without problems is told so', async (t) => {
  const client = await start(t);
  assert.deepEqual(await client.open('coffee.gloss.md', GOOD, 'gloss').diagnostics(), []);
});

test('they follow each keystroke and clear with the fix', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss.md', GOOD, 'gloss');
  assert.deepEqual(await glossary.diagnostics(), []);
  glossary.replace('Crema is the foam on an espresso.\n', '');
  assert.deepEqual(codes(await glossary.diagnostics()), ['missing-definition']);
  for (const letter of 'Foam.') {
    glossary.edit([glossary.text.length, glossary.text.length, letter]);
    assert.deepEqual(codes(await glossary.diagnostics()), []);
  }
});

test('whole-text changes do the same', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss.md', BROKEN, 'gloss');
  assert.equal((await glossary.diagnostics()).length, 4);
  glossary.set(GOOD);
  assert.deepEqual(await glossary.diagnostics(), []);
  glossary.set('');
  assert.deepEqual(await glossary.diagnostics(), []);
});

test('closing a buffer clears them', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss.md', BROKEN, 'gloss');
  await glossary.diagnostics();
  glossary.close();
  await eventually(() => assert.deepEqual(client.published(glossary.uri).diagnostics, []));
});

test('a document that is no glossary has none of a glossary', async (t) => {
  const client = await start(t, { files: { 'coffee.gloss': GOOD } });
  const notes = client.open('notes.md', BROKEN);
  await notes.hover(0);
  assert.deepEqual(client.published(notes.uri)?.diagnostics ?? [], []);
});

test('an untitled glossary counts by its language', async (t) => {
  const client = await start(t);
  const glossary = client.open('untitled:Untitled-7', BROKEN, 'gloss');
  assert.equal((await glossary.diagnostics()).length, 4);
});

test('a duplicate is told at both places, each pointing at the other', async (t) => {
  const client = await start(t);
  const one = client.open('one.gloss', GOOD, 'gloss');
  const two = client.open('two.gloss', GOOD.replace('# Coffee', '# More coffee\n'), 'gloss');
  const [second] = (await two.diagnostics()).filter(({ code }) => code === 'duplicate-term');
  assert.equal(second.severity, ERROR);
  assert.equal(two.textOf(second.range), 'Crema');
  assert.deepEqual(second.relatedInformation.map(({ location }) => location), [
    { uri: one.uri, range: one.rangeOf('Crema') },
  ]);
  const first = await eventually(() => {
    const found = client.published(one.uri).diagnostics.find(({ code }) => code === 'duplicate-term');
    assert.ok(found);
    return found;
  });
  assert.deepEqual(first.relatedInformation.map(({ location }) => location), [
    { uri: two.uri, range: two.rangeOf('Crema') },
  ]);
});

test('a duplicate inside one file goes away with the other', async (t) => {
  const client = await start(t);
  const glossary = client.open('one.gloss', GOOD + GOOD.slice(GOOD.indexOf('##')), 'gloss');
  assert.deepEqual(codes(await glossary.diagnostics()), ['duplicate-term', 'duplicate-term']);
  glossary.replace('## Crema', '## Froth');
  assert.deepEqual(await glossary.diagnostics(), []);
});

test('an editor without related information is not sent any', async (t) => {
  const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: false } } };
  const client = await start(t, { capabilities });
  const glossary = client.open('one.gloss', GOOD + GOOD.slice(GOOD.indexOf('##')), 'gloss');
  const diagnostics = await glossary.diagnostics();
  assert.equal(diagnostics.length, 2);
  for (const one of diagnostics) assert.equal(one.relatedInformation, undefined);
});

test('unsaved text counts: the hover shows what is being written', async (t) => {
  const client = await start(t, { files: { 'coffee.gloss': GOOD } });
  const notes = client.open('notes.md', 'Look at the crema.');
  const glossary = client.open('coffee.gloss', GOOD, 'gloss');
  assert.match(hoverText(await notes.hover('crema')), /foam on an espresso/);
  glossary.replace('the foam', 'golden bubbles');
  assert.match(hoverText(await notes.hover('crema')), /golden bubbles/);
  glossary.replace('## Crema', '## Espresso foam');
  assert.equal(await notes.hover('crema'), null);
  glossary.close();
  await eventually(async () => assert.match(hoverText(await notes.hover('crema')), /foam on an espresso/));
});

test('a buffer that was never saved serves while it is open', async (t) => {
  const client = await start(t);
  const notes = client.open('notes.md', 'Look at the crema.');
  const glossary = client.open('new.gloss', GOOD, 'gloss');
  assert.match(hoverText(await notes.hover('crema')), /foam on an espresso/);
  glossary.close();
  await eventually(async () => assert.equal(await notes.hover('crema'), null));
});

test('the reference of another open glossary is checked again when its term comes and goes', async (t) => {
  const client = await start(t);
  const referring = client.open('a.gloss', '## Ristretto\n\nA ristretto is a short [[lungo]].\n', 'gloss');
  const other = client.open('b.gloss', '## Doppio\n\nA doppio is two shots.\n', 'gloss');
  assert.deepEqual(codes(await referring.diagnostics()), ['dangling-reference']);
  other.edit([other.text.length, other.text.length, '\n## Lungo\n\nA lungo is a long shot.\n']);
  await eventually(() => assert.deepEqual(client.published(referring.uri).diagnostics, []));
  other.replace('## Lungo', '## Longo');
  await eventually(() => assert.deepEqual(codes(client.published(referring.uri).diagnostics), ['dangling-reference']));
});

test('saving changes nothing', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss.md', BROKEN, 'gloss');
  const before = await glossary.diagnostics();
  glossary.save();
  await client.settled();
  assert.deepEqual(client.published(glossary.uri).diagnostics, before);
});

test('the page dialect has its problems too', async (t) => {
  const page = `Filter,filter,brewing

**Filter** is a paper that holds the grounds back.

Kettle,,brewing

A kettle is for water.

Mug,brewing
`;
  const client = await start(t);
  const glossary = client.open('page.gloss', page, 'gloss');
  const found = (await glossary.diagnostics()).map(({ code, range }) => [code, range.start.line]);
  assert.deepEqual(found, [
    ['malformed-headword', 4],
    ['missing-definition', 8],
  ]);
});

test('bytes that do not belong into a text are told', async (t) => {
  const client = await start(t);
  const glossary = client.open('coffee.gloss', GOOD.replace('foam', 'fo\u0007am\u202e'), 'gloss');
  assert.deepEqual([...new Set(codes(await glossary.diagnostics()))], ['bad-encoding']);
});

test('a hover is answered while a large glossary is checked', async (t) => {
  const client = await start(t);
  const notes = client.open('notes.md', 'bean 7');
  await notes.hover(0);
  const entries = Array.from({ length: 20000 }, (_, i) => `## Bean ${i}\n\nA bean is a seed, see [[bean ${i + 1}]].\n`);
  const glossary = client.open('large.gloss', entries.join('\n'), 'gloss');
  assert.match(hoverText(await notes.hover(0)), /is a seed/);
  assert.equal(client.published(glossary.uri), undefined);
  assert.deepEqual(codes(await glossary.diagnostics()), ['dangling-reference']);
});

test('a document that is opened again as another language is no glossary any more', async (t) => {
  const client = await start(t);
  const glossary = client.open('untitled:One', BROKEN, 'gloss');
  assert.equal((await glossary.diagnostics()).length, 4);
  client.open('untitled:One', BROKEN, 'markdown');
  await client.settled();
  assert.deepEqual(client.published(glossary.uri).diagnostics, []);
  const notes = client.open('notes.md', 'tamper');
  await eventually(async () => assert.equal(await notes.hover(0), null));
});

test('a document that calls itself the built-in glossary takes its place', async (t) => {
  const client = await start(t, { args: [] });
  const notes = client.open('notes.md', 'crema embedding');
  assert.ok(await notes.hover('embedding'));
  const glossary = client.open('builtin:ai-factory.gloss.md', GOOD, 'gloss');
  assert.deepEqual(await glossary.diagnostics(), []);
  assert.match(hoverText(await glossary.hover('foam')) + hoverText(await notes.hover('crema')), /foam on an espresso/);
  assert.equal(await notes.hover('embedding'), null);
  glossary.close();
  await eventually(async () => assert.ok(await notes.hover('embedding')));
});
