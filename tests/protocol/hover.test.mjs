// What a reader is told about the words under the cursor, and for which words exactly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverText, start } from './harness/client.mjs';

const GLOSSARY = `# Baking

## Sourdough starter

- aliases: levain
- category: fermentation

A sourdough starter is a culture of wild yeast kept alive with flour and water.

## Starter

A starter is the first course of a meal.

## Proofing basket (PB)

A proofing basket is a bowl of cane in which dough rises.

## Crumb

- category: bread

The crumb is the inside of a loaf.

## Crumb

- category: cake

A crumb is a topping of butter and sugar rubbed into flour.

## Père Lachaise loaf

A Père Lachaise loaf is baked in a tin shaped like a bench.
`;

const NOTES = `Feed the sourdough starter daily.
Two sourdough starters rest in proofing
baskets, and the PB of a friend.
Her **Sourdough** starter's smell; a levain! A crumb.
Nothing here, and \`levain\` in code.
Last word: levain`;

const baking = (t, options = {}) => start(t, { files: { 'bread.gloss.md': GLOSSARY }, ...options });

async function opened(t, options) {
  const client = await baking(t, options);
  return client.open('notes.md', NOTES);
}

async function showsFor(notes, place, nth, expected, pattern) {
  const hover = await notes.hover(place, nth);
  assert.equal(notes.textOf(hover.range), expected);
  assert.match(hoverText(hover), pattern);
  return hover;
}

test('the range is the term, from its first to its last letter', async (t) => {
  const notes = await opened(t);
  const inside = ['sourdough', 'ourdough', 'starter', 'r daily'];
  for (const place of inside) await showsFor(notes, place, 0, 'sourdough starter', /culture of wild yeast/);
  const hover = await notes.hover('sourdough');
  assert.deepEqual(hover.range, notes.rangeOf('sourdough starter'));
});

test('just after the last letter is still the term, the next character is not', async (t) => {
  const notes = await opened(t);
  const end = notes.find('starter') + 'starter'.length;
  assert.match(hoverText(await notes.hover(end)), /culture of wild yeast/);
  assert.equal(await notes.hover(end + 1), null);
});

test('plurals, possessives, abbreviations and aliases mean their term', async (t) => {
  const notes = await opened(t);
  await showsFor(notes, 'starters', 0, 'sourdough starters', /culture of wild yeast/);
  await showsFor(notes, 'PB of', 0, 'PB', /bowl of cane/);
  await showsFor(notes, 'levain!', 0, 'levain', /culture of wild yeast/);
});

test('a term reaches over a line end', async (t) => {
  const notes = await opened(t);
  const hover = await showsFor(notes, 'baskets', 0, 'proofing\nbaskets', /bowl of cane/);
  assert.deepEqual(hover.range.start, { line: 1, character: 31 });
  assert.deepEqual(hover.range.end, { line: 2, character: 7 });
});

test('markup inside a term is part of its range, a possessive is not', async (t) => {
  const notes = await opened(t);
  const hover = await notes.hover('Sourdough**');
  assert.equal(notes.textOf(hover.range), 'Sourdough** starter');
});

test('all homonyms are told', async (t) => {
  const notes = await opened(t);
  const hover = await showsFor(notes, 'crumb', 0, 'crumb', /inside of a loaf/);
  assert.match(hoverText(hover), /rubbed into flour/);
});

test('a term is told with its aliases, its category and where it is defined', async (t) => {
  const notes = await opened(t);
  const text = hoverText(await notes.hover('levain'));
  for (const pattern of [/levain/, /fermentation/, /bread\.gloss\.md/]) assert.match(text, pattern);
  assert.ok(text.indexOf('culture of wild yeast') < text.indexOf('bread.gloss.md'), 'the definition comes first');
});

test('a term inside a longer one is told below it', async (t) => {
  const notes = await opened(t);
  const text = hoverText(await notes.hover('sourdough'));
  assert.ok(text.indexOf('first course of a meal') > text.indexOf('culture of wild yeast'));
});

test('code is answered too, ordinary words are not', async (t) => {
  const notes = await opened(t);
  await showsFor(notes, 'levain`', 0, 'levain', /culture of wild yeast/);
  assert.equal(await notes.hover('Nothing'), null);
  assert.equal(await notes.hover('daily'), null);
});

test('the end of the file and places past it', async (t) => {
  const notes = await opened(t);
  const end = await notes.hover(NOTES.length);
  assert.deepEqual(end.range, notes.rangeOf('levain', 2));
  assert.deepEqual((await notes.hover({ line: 5, character: 4000 })).range, end.range);
  assert.equal(await notes.hover({ line: 4, character: 4000 }), null);
  const past = await notes.hover({ line: 4000, character: 0 });
  assert.ok(past === null || past.range.end.line === 5);
  const huge = await notes.hover({ line: 2147483647, character: 2147483647 });
  assert.ok(huge === null || huge.range.end.line === 5);
});

test('an empty document has nothing to tell', async (t) => {
  const client = await baking(t);
  assert.equal(await client.open('empty.md', '').hover(0), null);
});

test('a document that is not open has nothing to tell', async (t) => {
  const client = await baking(t);
  const notes = client.open('notes.md', NOTES);
  assert.ok(await notes.hover('levain'));
  notes.close();
  assert.equal(await notes.hover('levain'), null);
});

test('a glossary is a document like others, but no entry is told on its own headword', async (t) => {
  const client = await baking(t);
  const glossary = client.open('bread.gloss.md', GLOSSARY, 'gloss');
  assert.match(hoverText(await glossary.hover('crumb is the')), /rubbed into flour/);
});

for (const languageId of ['', 'plaintext', 'git-commit', 'c', 'no such language'])
  test(`language "${languageId}" is answered`, async (t) => {
    const client = await baking(t);
    const notes = client.open('untitled:Untitled-1', '// feed the levain\n', languageId);
    assert.match(hoverText(await notes.hover('levain')), /culture of wild yeast/);
  });

const hovers = (contentFormat) => ({ textDocument: { hover: { contentFormat } } });

const FORMATS = [
  [{}, 'plaintext'],
  [{ textDocument: { hover: {} } }, 'plaintext'],
  [hovers([]), 'plaintext'],
  [hovers(['plaintext']), 'plaintext'],
  [hovers(['markdown']), 'markdown'],
  [hovers(['plaintext', 'markdown']), 'plaintext'],
  [hovers(['markdown', 'plaintext']), 'markdown'],
  [hovers(null), 'plaintext'],
  [{ textDocument: { hover: null, completion: null }, workspace: null, general: null, window: null }, 'plaintext'],
  [{ textDocument: null }, 'plaintext'],
];

for (const [capabilities, kind] of FORMATS)
  test(`${JSON.stringify(capabilities)} gets ${kind}`, async (t) => {
    const client = await baking(t, { params: { capabilities: () => capabilities } });
    const hover = await client.open('notes.md', NOTES).hover('levain');
    assert.equal(hover.contents.kind, kind);
    if (kind === 'plaintext') assert.doesNotMatch(hover.contents.value, /\*\*|\]\(|^#/m);
  });

test('a definition cannot smuggle HTML or commands into the editor', async (t) => {
  const nasty = `## Glaze

A glaze is <script>alert(1)</script> a [shiny](command:run) <img src=x onerror=y> [layer](javascript:x) of [sugar](https://example.org/sugar).
`;
  const client = await start(t, { files: { 'nasty.gloss': nasty } });
  const text = hoverText(await client.open('notes.md', 'The glaze.').hover('glaze'));
  assert.match(text, /shiny/);
  assert.doesNotMatch(text, /(?<!\\)<(script|img)|\]\((command|javascript):/);
  assert.match(text, /https:\/\/example\.org\/sugar/);
});

// As on a site: each body on one line.
const PAGE = `← Back to Rigging

Rigging

2 technical terms and definitions

boom,spar,rigging

**Boom** is **the pole below a sail**. **Parts of a Boom** - **Gooseneck**: a joint. - **Outhaul**: a <b>rope</b>. **Price** | Wood | Weight | |---|---| | pine | light | | oak | heavy | **Boom** is **what hits your head**.

gaff,spar,rigging

**Gaff** is **the pole above a sail**.${' **More** - **Thing**: as long as a line that one reads may be, and of no use.'.repeat(60)}
`;

async function hoverOn(t, word, kinds) {
  const client = await start(t, { files: { 'rigging.gloss': PAGE }, params: { capabilities: () => hovers(kinds) } });
  return hoverText(await client.open('notes.md', 'The boom and the gaff.').hover(word));
}

test('a flattened body is shown with its structure, the definition first', async (t) => {
  const text = await hoverOn(t, 'boom', ['markdown']);
  const order = [/^\*\*Boom\*\* is \*\*the pole below a sail\*\*\.$/m, /^\*Defined in:\*/m, /^### Parts of a Boom$/m, /^[-*] \*\*Gooseneck\*\*: a joint\.$/m,
    /^\| Wood \| Weight \|$/m, /^\| oak \| heavy \|$/m, /^\*\*Boom\*\* is \*\*what hits your head\*\*\.$/m];
  const places = order.map((pattern) => text.search(pattern));
  assert.ok(places.every((place, i) => place >= 0 && (i === 0 || place > places[i - 1])), `${places}\n${text}`);
  assert.doesNotMatch(text, /<b>/);
});

test('plain text has columns and bullets, and no marks', async (t) => {
  const text = await hoverOn(t, 'boom', ['plaintext']);
  for (const line of ['Boom is the pole below a sail.', 'Parts of a Boom', '• Gooseneck: a joint.', 'Wood   Weight', 'oak    heavy'])
    assert.ok(text.split('\n').includes(line), `${line}\n${text}`);
  assert.doesNotMatch(text, /[*#|]/);
});

test('a long body is cut, and the rest is a link', async (t) => {
  const markdown = await hoverOn(t, 'gaff', ['markdown']);
  assert.match(markdown, /\n\n\[… the rest in rigging\.gloss:11\]\(file:\/\/\/\S+\/rigging\.gloss#L11\)$/);
  assert.ok(markdown.length < 3000 && markdown.split('\n').length < 45);
  const plain = await hoverOn(t, 'gaff', ['plaintext']);
  assert.match(plain, /\n\n… the rest: rigging\.gloss:11$/);
});
