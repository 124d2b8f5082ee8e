// A server that has followed hundreds of small edits must know the same as one that is given the text at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverText, start } from './harness/client.mjs';

const SEED = Number(process.env.GLOSS_SEED ?? 20261);
const EDITS = 500;
const CHECK_EVERY = 25;

// A small generator of pseudo-random numbers, so that a failure can be had again from its seed (mulberry32).
function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)] };
}

const TERMS = ['alpha ray', 'beta decay', 'gamma burst', 'delta wing', 'crème', '漢字', 'kNN-LM'];

const FRAGMENTS = [
  '\n', '\n\n', '\r\n', ' ', '#', '# ', '## ', '### ', '\n## ', '```', '\n```\n', '~~~\n', '- ', '- aliases: ',
  '- category: ray\n', '- paths: docs/**\n', '**', '`', '[[', ']]', '$', '(', ')', ',', ', ', '😀', 'é', 'e\u0301',
  '\u0000', '\u202e', '\ufeff', 'x', 'is a thing.\n', '\n## beta decay\n\nBeta decay is [[alpha ray]].\n',
  '\nkernel,kernel,physics\n\nA **kernel** is a core.\n', '← Back to all\n', ...TERMS,
];

const entry = (term, i) =>
  `## ${term}\n\n- category: c${i % 2}\n\nThis is ${term}, see [[${TERMS[(i + 1) % TERMS.length]}]].\n\n`;

const START = TERMS.map(entry).join('');

// No edit splits a surrogate pair, and no position can point into a CRLF: an editor would not do it either.
function boundary(text, index) {
  const code = text.charCodeAt(index);
  const isInside = (code >= 0xdc00 && code <= 0xdfff) || (text[index] === '\n' && text[index - 1] === '\r');
  return isInside ? index - 1 : index;
}

function randomEdit(random, text) {
  const a = boundary(text, random.below(text.length + 1));
  const length = random.pick([0, 0, 0, 1, 3, 20, random.below(200)]);
  const b = boundary(text, Math.min(text.length, a + length));
  const copied = text.slice(a, boundary(text, Math.min(text.length, a + random.below(120))));
  return [Math.min(a, b), Math.max(a, b), random.pick(['', copied, ...FRAGMENTS])];
}

// All that an editor can learn from the server. The two servers work in folders of different names.
async function knowledge(client, glossary) {
  const diagnostics = await glossary.diagnostics();
  const notes = client.open('notes.md', TERMS.join('\n\n'));
  const hovers = [];
  for (const term of TERMS) hovers.push(hoverText(await notes.hover(term)));
  notes.set('alp\n\nbet\n\ncr\n\nkn');
  const completions = [];
  for (const typed of ['alp', 'bet', 'cr', 'kn']) completions.push(...(await notes.completion(typed)).items);
  notes.close();
  // `data` is the server's own note, which may well depend on the past.
  const all = JSON.stringify({ diagnostics, hovers, completions: completions.map(({ data, ...rest }) => rest) });
  return JSON.parse(all.replaceAll(client.workspace.folder, '/folder'));
}

// Keeps the text from growing without end.
const cut = (text) => [boundary(text, 1000), boundary(text, 4000), ''];

async function rebuilt(t, glossary) {
  let result;
  await t.test(`version ${glossary.version}`, async (inner) => {
    const client = await start(inner);
    const fresh = client.open('g.gloss.md', glossary.text, 'gloss');
    result = await knowledge(client, fresh);
  });
  return result;
}

for (const round of [0, 1])
  test(`${EDITS} random edits, seed ${SEED + round}`, async (t) => {
    t.diagnostic(`GLOSS_SEED=${SEED + round}`);
    const random = generator(SEED + round);
    const client = await start(t);
    const glossary = client.open('g.gloss.md', START, 'gloss');
    for (let i = 1; i <= EDITS; i++) {
      glossary.edit(randomEdit(random, glossary.text));
      if (glossary.text.length > 6000) glossary.edit(cut(glossary.text));
      if (i % CHECK_EVERY) continue;
      const here = await knowledge(client, glossary);
      const there = await rebuilt(t, glossary);
      assert.deepEqual(here, there, `after ${i} edits, the text:\n${JSON.stringify(glossary.text)}`);
    }
  });
