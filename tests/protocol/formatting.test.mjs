// Formatting: of a whole glossary, of a part of it, and while somebody types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, start } from './harness/client.mjs';

const OPTIONS = { tabSize: 4, insertSpaces: false, trimTrailingWhitespace: true, insertFinalNewline: false };

const GLOSSARY = `# Walls

## Crème 😀 wall
* see: [[stile]]
* aliases: 😀 wall

A wall.
`;

// The text that edits make of that of the document. They may neither overlap nor go down.
function applied(document, edits) {
  let text = document.text;
  let end = Infinity;
  for (const { range, newText } of [...edits].reverse()) {
    const places = [document.index(range.start), document.index(range.end)];
    assert.ok(places[0] <= places[1] && places[1] <= end, 'edits ascend');
    text = text.slice(0, places[0]) + newText + text.slice(places[1]);
    end = places[0];
  }
  return text;
}

const format = (document, options = OPTIONS) =>
  document.client.request('textDocument/formatting', { textDocument: { uri: document.uri }, options });

const formatRange = (document, range, options = OPTIONS) =>
  document.client.request('textDocument/rangeFormatting', { textDocument: { uri: document.uri }, range, options });

const pressed = (document, ch, position) =>
  document.client.request('textDocument/onTypeFormatting', {
    textDocument: { uri: document.uri }, position, ch, options: OPTIONS,
  });

// As an editor does: the key goes into the text first, then it is asked what follows from it.
async function typed(document, ch, index) {
  document.edit([index, index, ch]);
  const edits = await pressed(document, ch, document.position(index + ch.length));
  return edits && applied(document, edits);
}

test('what the server can do', async (t) => {
  const { capabilities } = await start(t);
  assert.equal(capabilities.documentFormattingProvider, true);
  assert.equal(capabilities.documentRangeFormattingProvider, true);
  assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n', moreTriggerCharacter: ['|'] });
});

const FORMATTED = `# Walls

## Crème 😀 wall

- aliases: 😀 wall
- see: [[stile]]

A wall.
`;

for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
  for (const end of ['\n', '\r\n', '\r'])
    test(`${encoding}: a whole glossary, lines ending with ${JSON.stringify(end)}`, async (t) => {
      const client = await start(t, { encodings: [encoding] });
      const glossary = client.open('a.gloss.md', GLOSSARY.replaceAll('\n', end), 'gloss');
      const edits = await format(glossary);
      const formatted = FORMATTED.replaceAll('\n', end);
      assert.equal(applied(glossary, edits), formatted);
      glossary.set(formatted);
      assert.deepEqual(await format(glossary), []);
    });

test('of a range only the entries that it touches', async (t) => {
  const client = await start(t);
  const entry = (name) => `## ${name}\n* alias: ${name} one\nA ${name}.\n`;
  const glossary = client.open('a.gloss.md', ['ash', 'beech', 'cedar'].map(entry).join('\n'), 'gloss');
  const after = applied(glossary, await formatRange(glossary, glossary.rangeOf('A beech')));
  const laidOut = '## beech\n\n- aliases: beech one\n\nA beech.\n';
  assert.equal(after, [entry('ash'), laidOut, entry('cedar')].join('\n'));
  const { start: from, end } = glossary.rangeOf('A beech');
  assert.equal(applied(glossary, await formatRange(glossary, { start: end, end: from })), after, 'the other way round');
  const everything = { start: { line: 0, character: 0 }, end: { line: 4_000_000_000, character: 4_000_000_000 } };
  assert.deepEqual(await formatRange(glossary, everything), await format(glossary));
});

test('a part of a text that somebody is typing', async (t) => {
  const client = await start(t);
  const glossary = client.open('a.gloss.md', FORMATTED, 'gloss');
  for (const text of ['## Stile\n* alias: step', '## Stile\n\n```\nopen\n', '##', '', '\u0000', '- aliases: x\n\n## \ud800']) {
    glossary.set(text);
    const after = applied(glossary, await format(glossary) ?? []);
    glossary.set(after);
    assert.deepEqual((await format(glossary)) ?? [], []);
  }
});

const UNSORTED = '## Wall\n\nA wall.\n\n## Hedge\n\nA hedge.\n';
const SORTED = '## Hedge\n\nA hedge.\n\n## Wall\n\nA wall.\n';

test('the layout is that of the gloss.json, or else of the settings', async (t) => {
  const files = { 'sorted/gloss.json': '{"format": {"sort": true}}', 'unsorted/gloss.json': '{"format": {"sort": false}}' };
  const initializationOptions = { format: { sort: true } };
  const client = await start(t, { files, params: { initializationOptions } });
  const after = async (name) => {
    const glossary = client.open(name, UNSORTED, 'gloss');
    return applied(glossary, await format(glossary));
  };
  await eventually(async () => assert.equal(await after('unsorted/a.gloss'), UNSORTED));
  assert.equal(await after('sorted/a.gloss'), SORTED);
  assert.equal(await after('a.gloss'), SORTED);
  client.notify('workspace/didChangeConfiguration', { settings: { gloss: {} } });
  assert.equal(await after('a.gloss'), UNSORTED);
  assert.equal(await after('sorted/a.gloss'), SORTED);
});

for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
  for (const end of ['\n', '\r\n'])
    test(`${encoding}: enter behind a field, lines ending with ${JSON.stringify(end)}`, async (t) => {
      const client = await start(t, { encodings: [encoding] });
      const text = GLOSSARY.replaceAll('\n', end);
      const glossary = client.open('a.gloss.md', text, 'gloss');
      const index = glossary.find('😀 wall', 1) + '😀 wall'.length;
      glossary.edit([index, index, end]);
      const edits = await pressed(glossary, '\n', glossary.position(index + end.length));
      assert.equal(edits.length, 1);
      assert.equal(applied(glossary, edits), `${text.slice(0, index)}${end}* ${text.slice(index)}`);
    });

test('enter on an empty field ends the list', async (t) => {
  const client = await start(t);
  const glossary = client.open('a.gloss.md', '## Stile\n- aliases: step\n- ', 'gloss');
  assert.equal(await typed(glossary, '\n', glossary.text.length), '## Stile\n- aliases: step\n\n');
});

const TABLE = '## Stile\n\n| 😀 | long |\n|---|---|\n| crème 漢 | b ';
const ALIGNED = '## Stile\n\n| 😀       | long |\n| -------- | ---- |\n| crème 漢 | b    |';

for (const encoding of ['utf-8', 'utf-16', 'utf-32'])
  test(`${encoding}: a table while it is typed`, async (t) => {
    const client = await start(t, { encodings: [encoding] });
    const glossary = client.open('a.gloss.md', TABLE, 'gloss');
    glossary.edit([TABLE.length, TABLE.length, '|']);
    const caret = glossary.position(glossary.text.length);
    const edits = await pressed(glossary, '|', caret);
    assert.equal(applied(glossary, edits), ALIGNED);
    const inLine = edits.filter(({ range }) => range.start.line === caret.line);
    assert.ok(inLine.every(({ range, newText }) => range.end.character < caret.character && /^[ -]*$/.test(newText)));
    assert.equal(await typed(glossary, '\n', glossary.text.length), `${ALIGNED}\n| `);
  });

test('keys that nothing follows from', async (t) => {
  const client = await start(t);
  const glossary = client.open('a.gloss.md', '## Stile\n- aliases: step\n', 'gloss');
  const end = { line: 0, character: 8 };
  for (const ch of ['\n', '|', 'x', '', '\n\n', '😀', '\u0000'])
    assert.deepEqual((await pressed(glossary, ch, end)) ?? [], [], JSON.stringify(ch));
  const far = { line: 4_000_000_000, character: 4_000_000_000 };
  assert.deepEqual((await pressed(glossary, '|', far)) ?? [], []);
});

test('nothing but glossaries in Markdown that are not ignored is formatted', async (t) => {
  const files = { 'gloss.json': JSON.stringify({ ignore: ['drafts'] }) };
  const client = await start(t, { files });
  const page = '← Back to Walls\n\nstile,step\n\n**Stile** is **a step.**\n';
  const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const others = [
    client.open('notes.md', GLOSSARY), client.open('page.gloss', page, 'gloss'),
    client.open('drafts/a.gloss.md', GLOSSARY, 'gloss'), client.open('notes.txt', GLOSSARY, 'plaintext'),
  ];
  for (const document of others) {
    await eventually(async () => assert.deepEqual((await format(document)) ?? [], []));
    assert.deepEqual((await formatRange(document, everything)) ?? [], []);
    assert.deepEqual((await pressed(document, '\n', { line: 5, character: 0 })) ?? [], []);
  }
  const closed = { ...others[0], uri: client.workspace.uri('closed.gloss.md'), client };
  assert.deepEqual((await format(closed)) ?? [], []);
});

for (const options of [null, undefined, {}, { tabSize: null, insertSpaces: 7 }])
  test(`options may be anything: ${JSON.stringify(options)}`, async (t) => {
    const client = await start(t);
    const glossary = client.open('a.gloss.md', GLOSSARY, 'gloss');
    assert.ok(Array.isArray(await format(glossary, options)));
    assert.ok(Array.isArray(await formatRange(glossary, glossary.rangeOf('wall'), options)));
  });

for (const [method, params] of [
  ['formatting', {}],
  ['rangeFormatting', {}],
  ['rangeFormatting', { range: { start: { line: -1, character: 0 }, end: null } }],
  ['onTypeFormatting', { position: { line: 0, character: 0 } }],
  ['onTypeFormatting', { position: { line: 0, character: 0 }, ch: 7 }],
])
  test(`${method} refuses ${JSON.stringify(params)}`, async (t) => {
    const client = await start(t);
    const textDocument = method === 'formatting' ? null : { uri: client.workspace.uri('a.gloss.md') };
    await assert.rejects(client.request(`textDocument/${method}`, { textDocument, ...params }), { code: -32602 });
  });
