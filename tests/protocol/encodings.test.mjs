// Places are counted in bytes, UTF-16 units or characters, as agreed on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverText, start } from './harness/client.mjs';

const GLOSSARY = `## Kite 🪁 line

A kite line is what the wind pulls at.

## Crème brûlée

A crème brûlée is custard under burnt sugar.

## 注文

注文 is an order.
`;

const ENCODINGS = ['utf-8', 'utf-16', 'utf-32'];

const agreed = (t, encodings, files = { 'g.gloss.md': GLOSSARY }) => start(t, { files, encodings });

const OFFERS = [
  [undefined, undefined],
  [[], undefined],
  [['utf-16'], 'utf-16'],
  [['utf-8'], 'utf-8'],
  [['utf-32'], 'utf-32'],
  [['utf-16', 'utf-8'], 'utf-8'],
  [['utf-8', 'utf-32', 'utf-16'], 'utf-8'],
  [['utf-32', 'utf-16'], 'utf-32'],
  [['utf-7'], undefined],
];

for (const [offer, choice] of OFFERS)
  test(`offered ${JSON.stringify(offer)}, the server takes ${choice ?? 'UTF-16'}`, async (t) => {
    const { capabilities } = await agreed(t, offer);
    assert.ok(capabilities.positionEncoding === choice || (!choice && capabilities.positionEncoding === 'utf-16'));
  });

const LINES = [
  ['behind astral characters', '😀🧪 a crème brûlée 🍮', 'crème brûlée'],
  ['behind combining marks', 'e\u0301a\u030A crème brûlée.', 'crème brûlée'],
  ['written with combining marks', 'One cre\u0300me bru\u0302le\u0301e, please', 'cre\u0300me bru\u0302le\u0301e'],
  ['behind letters that grow when they are folded', 'İİ ẞ İstanbul crème brûlée', 'crème brûlée'],
  ['written with İ, which folds to two characters', '🪁 KİTE 🪁 and a kite 🪁 line', 'kite 🪁 line'],
  ['behind marks that stand alone', '\u0308\u0301 crème brûlée', 'crème brûlée'],
  ['behind characters that are no letters', '\uFEFF\u200B\u0000 crème brûlée', 'crème brûlée'],
  ['over a line end with CR', 'İ😀 crème\r\nbrûlée', 'crème\r\nbrûlée'],
  ['in a line that CR alone ends', '😀\rİ crème brûlée\r😀', 'crème brûlée'],
  ['behind a family of one glyph', '👩‍👩‍👧‍👦 crème brûlée', 'crème brûlée'],
  ['between wide characters', '彼が注文、君も', '注文'],
  ['on a second line', '😀\r\n🧪🧪 Crème Brûlée\r\n', 'Crème Brûlée'],
  ['behind every kind of line end', 'a😀\rb😀\nc😀\r\nd😀 crème brûlée', 'crème brûlée'],
];

for (const encoding of ENCODINGS)
  for (const [name, text, term] of LINES)
    test(`${encoding}: a hover range ${name}`, async (t) => {
      const client = await agreed(t, [encoding]);
      const document = client.open('notes.md', text);
      for (const place of [document.find(term), document.find(term) + term.length]) {
        const hover = await document.hover(place);
        assert.deepEqual(hover.range, document.rangeOf(term));
      }
    });

const EVERYWHERE = [
  'İ😀 crème brûlée e\u0301 注文🪁注文 Crème',
  'Brûlée 𝒌 👩‍👩‍👧‍👦 Kite 🪁 line, ẞ kite 🪁 lines\r\n',
  '\rcre\u0300me bru\u0302le\u0301e🍮',
].join('\n');
const IN_TERM = /(crème|cre\u0300me)\s(brûlée|bru\u0302le\u0301e)|注文|kite 🪁 lines?/giu;

// The indexes that can be pointed at: before each character or line end, and the end.
const places = (text) => [...[...text.matchAll(/\r\n|[^]/gu)].map((m) => m.index), text.length];

for (const encoding of ENCODINGS)
  test(`${encoding}: a hover at each character of a text tells of the term that stands there`, async (t) => {
    const client = await agreed(t, [encoding]);
    const document = client.open('notes.txt', EVERYWHERE, 'plaintext');
    const terms = [...EVERYWHERE.matchAll(IN_TERM)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
    assert.equal(terms.length, 7);
    for (const index of places(EVERYWHERE)) {
      const inside = terms.find(({ start, end }) => start <= index && index < end);
      const after = terms.find(({ end }) => index === end);
      const hover = await document.hover(index);
      const term = inside ?? after;
      assert.deepEqual(hover?.range, term && document.range(term.start, term.end), `at ${index}`);
    }
  });

for (const encoding of ENCODINGS)
  test(`${encoding}: edits around characters of every length`, async (t) => {
    const client = await agreed(t, [encoding]);
    const document = client.open('notes.md', 'a é 漢 😀 e\u0301 end\nsecond 😀 line');
    const at = (needle) => [document.find(needle), document.find(needle) + needle.length];
    document.edit([...at('😀'), 'x']);
    document.edit([...at('漢'), '👩‍👩‍👧‍👦'], [...at('second'), '😀😀']);
    document.edit([...at('é'), ''], [...at('end\n'), '\r\n\r\n']);
    document.edit([document.text.length, document.text.length, ' 🍮 crème brûlée']);
    const hover = await document.hover('brûlée');
    assert.deepEqual(hover.range, document.rangeOf('crème brûlée'));
    assert.match(hoverText(hover), /burnt sugar/);
  });

test('a position inside a character means its start', async (t) => {
  const client = await agreed(t, ['utf-8']);
  const document = client.open('notes.md', '😀 crème brûlée');
  const hover = await document.hover({ line: 0, character: Buffer.byteLength('😀 cr') + 1 });
  assert.deepEqual(hover.range, document.rangeOf('crème brûlée'));
});

test('an edit whose range reaches past the line and the text is cut to what there is', async (t) => {
  const client = await agreed(t, ['utf-16']);
  const document = client.open('notes.md', 'one\ntwo');
  const change = (line, character, text) => {
    const range = { start: { line, character }, end: { line: 99, character: 99 } };
    const textDocument = { uri: document.uri, version: ++document.version };
    client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] });
  };
  change(0, 99, '\ncrème');
  change(7, 7, ' brûlée');
  document.text = 'one\ncrème brûlée';
  assert.deepEqual((await document.hover('crème')).range, document.rangeOf('crème brûlée'));
});

for (const encoding of ENCODINGS)
  test(`${encoding}: diagnostics behind astral characters`, async (t) => {
    const text = '## 😀 Flour\n\n- aliases: 🌾 meal\n- catégory😀: x\n\nFlour is ground grain, see [[😀 nothing]].\n';
    const client = await agreed(t, [encoding], {});
    const glossary = client.open('flour.gloss.md', text, 'gloss');
    const diagnostics = await glossary.diagnostics();
    const dangling = diagnostics.find(({ code }) => code === 'dangling-reference');
    assert.match(glossary.textOf(dangling.range), /^(\[\[)?😀 nothing(\]\])?$/);
    const unknown = diagnostics.find(({ code }) => code === 'unknown-field');
    assert.match(glossary.textOf(unknown.range), /catégory😀/);
  });
