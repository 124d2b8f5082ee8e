// Whatever a glossary, a document or a folder holds: an outcome for it, and nothing else is lost.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { hoverText, start } from './harness/client.mjs';

const GOOD = '## Anchor\n\nAn anchor is what holds a boat.\n';

// A glossary folder that holds `files` beside a good one: the good one still serves.
async function besideGood(t, files) {
  const client = await start(t, { files: { 'good.gloss': GOOD, ...files } });
  const notes = client.open('notes.md', 'The anchor, and the buoy.');
  assert.match(hoverText(await notes.hover('anchor')), /holds a boat/);
  return notes;
}

const BUOY = '## Buoy\n\nA buoy is what floats.\n';

const STILL_READ = {
  'CRLF line ends': BUOY.replaceAll('\n', '\r\n'),
  'CR line ends': BUOY.replaceAll('\n', '\r'),
  'a byte order mark': '\ufeff' + BUOY,
  'no line end at the end': BUOY.trimEnd(),
  'bytes that are not UTF-8, before it': Buffer.concat([Buffer.from('## B\xfcoy \xff\n\nBad.\n\n', 'latin1'), Buffer.from(BUOY)]),
  'NUL far inside': BUOY + '\nMore.\n'.repeat(3000) + '\0\0\n',
  'an unclosed fence at the top': '```\n' + BUOY,
  'a line of 50 MB': Buffer.concat([Buffer.from('## Line\n\n'), Buffer.alloc(50_000_000, 'word '), Buffer.from('\n\n' + BUOY)]),
  'ten thousand headings': BUOY + '## x\n'.repeat(10_000),
  'a hundred thousand opening marks': '## Marks\n\n' + '**[[`$'.repeat(100_000) + '\n\n' + BUOY,
};

for (const [name, content] of Object.entries(STILL_READ))
  test(`read: ${name}`, async (t) => {
    const notes = await besideGood(t, { 'bad.gloss': content });
    assert.match(hoverText(await notes.hover('buoy')), /what floats/);
  });

const NOT_READ = {
  'zero bytes': '',
  'one byte': '#',
  'a binary': Buffer.from(Array.from({ length: 65536 }, (_, i) => (i * 7919) % 256)),
  'UTF-16': Buffer.from('\ufeff' + BUOY, 'utf16le'),
  'only line ends': '\r\n\r\r\n\n'.repeat(10_000),
};

for (const [name, content] of Object.entries(NOT_READ))
  test(`nothing to read: ${name}`, async (t) => {
    const notes = await besideGood(t, { 'bad.gloss': content });
    assert.equal(await notes.hover('buoy'), null);
  });

test('a folder, a dangling link and a link in a circle that look like glossaries', async (t) => {
  const client = await start(t, { files: { 'good.gloss': GOOD, 'folder.gloss/buoy.gloss': BUOY } });
  fs.symlinkSync('nowhere', client.workspace.path('dangling.gloss'));
  fs.symlinkSync('.', client.workspace.path('circle'));
  const again = await start(t, { workspace: client.workspace });
  const notes = again.open('notes.md', 'The anchor, and the buoy.');
  assert.match(hoverText(await notes.hover('anchor')), /holds a boat/);
  assert.match(hoverText(await notes.hover('buoy')), /what floats/);
});

test('a --glossary that is not there is told to the person, and the server goes on', async (t) => {
  const client = await start(t, { files: {}, args: ['--no-builtin', '--glossary', 'no/such.gloss'] });
  const said = await client.session.waitFor((m) => m.method === 'window/showMessage', 'a message for the person');
  assert.match(said.params.message, /no\/such\.gloss/);
  assert.equal(await client.open('notes.md', 'anchor').hover(0), null);
});

// The same through an open buffer, where a text is whatever JSON can say.
const BUFFERS = {
  ...STILL_READ,
  'lone halves of surrogate pairs': BUOY + '\ud800 and \udc00\n',
  'NUL at once': '\0' + BUOY,
};

for (const [name, content] of Object.entries(BUFFERS))
  test(`written in a buffer: ${name}`, async (t) => {
    const client = await start(t, { files: { 'good.gloss': GOOD } });
    const glossary = client.open('bad.gloss', content.toString('utf8'), 'gloss');
    await glossary.diagnostics();
    const notes = client.open('notes.md', 'The anchor.');
    assert.match(hoverText(await notes.hover('anchor')), /holds a boat/);
    glossary.set(BUOY);
    assert.deepEqual(await glossary.diagnostics(), []);
  });

const DOCUMENTS = {
  'a line of 20 MB': 'anchor ' + 'word '.repeat(4_000_000) + 'anchor',
  'a million lines': 'anchor\n' + 'word\n'.repeat(1_000_000) + 'anchor',
  'opening marks': 'anchor ' + '[**`'.repeat(50_000) + ' anchor',
  'block quotes in block quotes': '>'.repeat(20_000) + ' anchor\n\nanchor',
};

for (const [name, text] of Object.entries(DOCUMENTS))
  test(`a document of ${name}`, async (t) => {
    const client = await start(t, { files: { 'good.gloss': GOOD } });
    const document = client.open('huge.md', text);
    assert.match(hoverText(await document.hover(text.length)), /holds a boat/);
    document.edit([text.length, text.length, '. An anch']);
    const { items } = await document.completion();
    assert.equal(items[0].label, 'anchor');
  });

test('edits that contradict themselves', async (t) => {
  const client = await start(t, { files: { 'good.gloss': GOOD } });
  const notes = client.open('notes.md', 'The anchor.');
  const start0 = { line: 0, character: 0 };
  const end = { line: 0, character: 3 };
  const change = (contentChanges) =>
    client.notify('textDocument/didChange', { textDocument: { uri: notes.uri, version: 2 }, contentChanges });
  change([{ range: { start: end, end: start0 }, text: '' }]);
  change([{ range: { start: { line: -1, character: 0 }, end }, text: 'x' }]);
  change([{ range: null }, {}, null, 7]);
  notes.version = 9;
  notes.set('The anchor.');
  assert.match(hoverText(await notes.hover('anchor')), /holds a boat/);
});

test('a document opened twice holds the second text', async (t) => {
  const client = await start(t, { files: { 'good.gloss': GOOD } });
  client.open('notes.md', 'nothing');
  const notes = client.open('notes.md', 'an anchor');
  assert.match(hoverText(await notes.hover('anchor')), /holds a boat/);
});
