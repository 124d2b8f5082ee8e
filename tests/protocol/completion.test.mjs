// Writing a term: proposals for the words before the cursor, written as the sentence needs them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { start } from './harness/client.mjs';

const GLOSSARY = `# Sailing

## Fore stay

- aliases: headstay
- category: rigging

A fore stay is the wire from the mast to the bow.

## Fore triangle

The fore triangle is the space between mast, deck and fore stay.

## GPS receiver

A GPS receiver is what tells where the boat is.

## Storm jib

A storm jib is a small sail for bad weather.

## Jib sheet

A jib sheet is the rope that trims the jib.
`;

async function typing(t, text, options = {}) {
  const client = await start(t, { files: { 'sail.gloss.md': GLOSSARY }, ...options });
  return client.open('log.md', text);
}

const labels = (list) => list.items.map(({ label }) => label);

// The text after accepting an item at the end of the document.
function accepted(document, item) {
  const { range, newText } = item.textEdit;
  return document.text.slice(0, document.index(range.start)) + newText + document.text.slice(document.index(range.end));
}

test('several words are one prefix, and the proposal replaces them all', async (t) => {
  const log = await typing(t, 'We checked the fore sta');
  const list = await log.completion();
  assert.deepEqual(labels(list), ['fore stay']);
  assert.deepEqual(list.items[0].textEdit.range, log.rangeOf('fore sta'));
  assert.equal(accepted(log, list.items[0]), 'We checked the fore stay');
});

test('one word proposes all terms that begin with it, each once', async (t) => {
  const log = await typing(t, 'the fore');
  assert.deepEqual(labels(await log.completion()).sort(), ['fore stay', 'fore triangle']);
});

test('aliases are proposed too', async (t) => {
  const log = await typing(t, 'her heads');
  const [item] = (await log.completion()).items;
  assert.equal(accepted(log, item), 'her headstay');
});

// Some clients take the replaced words of the first item for those of all.
test('a longer run of words comes before a shorter one, which keeps the words before it', async (t) => {
  const log = await typing(t, 'a storm jib');
  const { items } = await log.completion();
  assert.deepEqual(items.map(({ label }) => label), ['storm jib', 'jib sheet']);
  assert.deepEqual(items.map((item) => accepted(log, item)), ['a storm jib', 'a storm jib sheet']);
  assert.deepEqual(items[0].textEdit.range, items[1].textEdit.range);
});

test('a space or a hyphen goes on only with terms of several words', async (t) => {
  for (const joint of [' ', '-']) {
    const log = await typing(t, `a storm${joint}`);
    const found = (await log.completion()).items.map((item) => accepted(log, item));
    assert.deepEqual(found, ['a storm jib']);
  }
  const log = await typing(t, 'the headstay ');
  assert.deepEqual(labels(await log.completion()), []);
});

const CASES = [
  ['fore s', 'fore stay'],
  ['Fore s', 'Fore stay'],
  ['FORE S', 'FORE STAY'],
  ['gps r', 'GPS receiver'],
  ['GPS r', 'GPS receiver'],
];

for (const [typed, expected] of CASES)
  test(`"${typed}" goes on as "${expected}"`, async (t) => {
    const log = await typing(t, `See: ${typed}`);
    const [item] = (await log.completion()).items;
    assert.equal(accepted(log, item), `See: ${expected}`);
  });

test('an item matches what was typed when the editor filters', async (t) => {
  const log = await typing(t, 'FORE s');
  for (const { filterText, label } of (await log.completion()).items)
    assert.ok((filterText ?? label).toLowerCase().startsWith('fore s'));
});

test('where an item matches only with help, the editor is to ask again', async (t) => {
  const log = await typing(t, 'a knot lm', { files: { 'a.gloss': '## kNOT-LM\n\nA kNOT-LM is a model.\n' } });
  const list = await log.completion();
  assert.equal(accepted(log, list.items[0]), 'a kNOT-LM');
  assert.ok(list.items[0].filterText.startsWith('knot lm'));
  assert.equal(list.isIncomplete, true);
  log.edit([log.text.length - 7, log.text.length, 'kno']);
  assert.equal((await log.completion()).isIncomplete, false);
});

// Editors drop what does not begin with, or hold, the letters that were typed; so an item that is found in another way
// says that it does, and the next key asks again.
const LIKENESSES = [
  ['a tri', 'fore triangle'],
  ['a gpsr', 'GPS receiver'],
  ['a sj', 'storm jib'],
  ['a sto ji', 'storm jib'],
  ['Tri', 'Fore triangle'],
  ['a strmjb', 'storm jib'],
];

for (const [typed, expected] of LIKENESSES)
  test(`"${typed}" finds "${expected}", and no editor drops it`, async (t) => {
    const log = await typing(t, typed);
    const list = await log.completion();
    const item = list.items.find(({ label }) => label === expected);
    assert.ok(item, JSON.stringify(labels(list)));
    const replaced = log.textOf(item.textEdit.range);
    assert.ok((item.filterText ?? item.label).toLowerCase().startsWith(replaced.toLowerCase()));
    assert.ok(accepted(log, item).endsWith(expected));
    assert.equal(list.isIncomplete, true);
  });

const CODE = [
  ['a.py', 'python', 'x = fore_sta', 'x = fore_stay'],
  ['a.py', 'python', 'x = tri', 'x = fore_triangle'],
  ['a.py', 'python', 'class ForeSta', 'class ForeStay'],
  ['a.py', 'python', 'x = self._stor', 'x = self._storm_jib'],
  ['a.go', 'go', 'x := stormJ', 'x := stormJib'],
  ['a.go', 'go', 'x := wetStormJ', 'x := wetStormJib'],
  ['a.c', 'c', 'STORM_J', 'STORM_JIB'],
  ['a.md', 'markdown', 'Call `storm_j', 'Call `storm_jib', '`.\n'],
  ['a.md', 'markdown', 'Call a `storm j', 'Call a `storm jib', '`.\n'],
  ['a.py', 'python', '# A storm j', '# A storm jib', '\nx = 1\n'],
];

for (const [file, language, before, expected, after = ''] of CODE)
  test(`in ${language} "${before}" goes on as "${expected}"`, async (t) => {
    const client = await start(t, { files: { 'sail.gloss.md': GLOSSARY } });
    const log = await client.open(file, before + after, language);
    const [item] = (await log.completion(before)).items;
    assert.equal(accepted(log, item), expected + after);
  });

test('in a comment far down a long file the cursor is still in a comment', async (t) => {
  const client = await start(t, { files: { 'sail.gloss.md': GLOSSARY } });
  const log = await client.open('a.py', `${'x = compute(1)\n'.repeat(20000)}# the storm j`, 'python');
  assert.deepEqual(labels(await log.completion()).slice(0, 1), ['storm jib']);
});

test('documentation comes through resolve', async (t) => {
  const log = await typing(t, 'a storm');
  const [item] = (await log.completion()).items;
  assert.equal(item.documentation, undefined);
  const resolved = await log.client.request('completionItem/resolve', item);
  assert.match(resolved.documentation.value, /small sail for bad weather/);
  assert.equal(resolved.label, item.label);
  assert.deepEqual(resolved.textEdit, item.textEdit);
});

test('documentation has the form the editor takes', async (t) => {
  const completionItem = { documentationFormat: ['markdown', 'plaintext'] };
  const log = await typing(t, 'a storm', { capabilities: { textDocument: { completion: { completionItem } } } });
  const [item] = (await log.completion()).items;
  assert.equal((await log.client.request('completionItem/resolve', item)).documentation.kind, 'markdown');
});

test('resolving an item whose term is gone, or a foreign item, gives it back', async (t) => {
  const log = await typing(t, 'a storm');
  const [item] = (await log.completion()).items;
  for (const data of [{ any: ['thing'] }, { entry: -1 }, { entry: 2 ** 32 }, { entry: 2 ** 53 }, { entry: 0.5 }]) {
    const odd = { label: 'odd', data };
    assert.deepEqual(await log.client.request('completionItem/resolve', odd), odd);
  }
  const glossary = log.client.open('sail.gloss.md', '## Something else\n\nElse is not this.\n', 'gloss');
  await glossary.diagnostics();
  assert.equal((await log.client.request('completionItem/resolve', item)).label, 'storm jib');
  assert.equal((await log.client.request('completionItem/resolve', { label: 'foreign' })).label, 'foreign');
});

test('nothing typed, nothing known, nothing proposed', async (t) => {
  for (const text of ['', 'zebra', 'zebra ', '1.']) {
    const log = await typing(t, text);
    const list = await log.completion();
    assert.deepEqual(labels(list).filter((label) => /zebra/.test(label)), []);
  }
});

test('in the middle of a text only what stands before the cursor counts', async (t) => {
  const log = await typing(t, 'The storm j| was torn'.replace('|', ''));
  const [item] = (await log.completion('storm j')).items;
  assert.equal(log.textOf(item.textEdit.range), 'storm j');
});

test('at most 100 proposals, and the list says that there are more', async (t) => {
  const many = Array.from({ length: 250 }, (_, i) => `## Knot number ${i}\n\nKnot number ${i} is a knot.\n`);
  const log = await typing(t, 'a knot', { files: { 'knots.gloss': many.join('\n') } });
  const list = await log.completion();
  assert.equal(list.items.length, 100);
  assert.equal(list.isIncomplete, true);
  log.edit([log.text.length, log.text.length, ' number 249']);
  assert.deepEqual(labels(await log.completion()), ['knot number 249']);
});

test('the server says how its order is to be kept', async (t) => {
  const log = await typing(t, 'the fore');
  const { items } = await log.completion();
  const keys = items.map(({ sortText, label }) => sortText ?? label);
  assert.deepEqual([...keys].sort(), keys);
});

test('homonyms are proposed once', async (t) => {
  const files = { 'a.gloss': '## Block\n\nA block is a pulley.\n', 'b.gloss': '## Block\n\nA block is a brick.\n' };
  const log = await typing(t, 'a bloc', { files });
  assert.deepEqual(labels(await log.completion()), ['block']);
});

test('a position past the end completes the end', async (t) => {
  const log = await typing(t, 'a storm');
  assert.deepEqual(labels(await log.completion({ line: 77, character: 77 })), labels(await log.completion()));
});
