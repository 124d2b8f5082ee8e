// Every rule once in the real world: its bad example is opened in an editor, told, and mended.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { ACTS, start } from './harness/client.mjs';
import { program } from './harness/server.mjs';

// One has no example: its bad one would be an entry of a megabyte.
const rules = JSON.parse(execFileSync(program(), ['rules', '--format', 'json'], { encoding: 'utf8' })).filter(
  ({ bad }) => bad,
);

const LANGUAGES = { '.gloss': 'gloss', '.md': 'markdown', '.txt': 'plaintext', '.py': 'python', '.c': 'c', '.rst': 'restructuredtext' };

const languageOf = (file) => (/(^glossary\.md|\.gloss\.md)$/i.test(file) ? 'gloss' : LANGUAGES[path.extname(file)]);

// A client whose glossary is that of the rule's examples, with the rule switched on.
function startFor(t, { rule, severity, glossary }) {
  const set = severity === 'off' ? 'warning' : severity;
  const params = { initializationOptions: { rules: { [rule]: set } } };
  const files = glossary ? { 'terms.gloss.md': glossary } : {};
  return start(t, { files, params, capabilities: ACTS });
}

const found = (diagnostics) => [...new Set(diagnostics.map(({ code }) => code))];

for (const one of rules)
  test(`${one.rule}: ${one.summary}`, async (t) => {
    const client = await startFor(t, one);
    const document = client.open(one.file, one.bad, languageOf(one.file));
    const diagnostics = await document.diagnostics();
    assert.deepEqual(found(diagnostics), [one.rule]);
    if (one.fixable) {
      const [all] = await document.actions(diagnostics[0].range, ['source.fixAll']);
      const { edit } = await client.request('codeAction/resolve', all);
      document.set(document.after(edit));
      const left = await document.diagnostics();
      assert.deepEqual(await document.actions(diagnostics[0].range, ['source.fixAll']), []);
      assert.ok(left.length < diagnostics.length, 'what is certain was mended');
    }
    document.set(one.good);
    assert.deepEqual(await document.diagnostics(), []);
  });

for (const one of rules.filter(({ severity }) => severity !== 'off'))
  test(`${one.rule} can be switched off`, async (t) => {
    const client = await start(t, {
      files: one.glossary ? { 'terms.gloss.md': one.glossary } : {},
      params: { initializationOptions: { rules: { [one.rule]: 'off' } } },
    });
    const document = client.open(one.file, one.bad, languageOf(one.file));
    assert.ok(!found(await document.diagnostics()).includes(one.rule));
  });

// A comment in a list of fields, or between the rows of a table, would end it: there none is offered.
const WITHIN = new Set([
  'bad-value', 'circular-broader', 'conflicting-alias', 'dangling-reference', 'inconsistent-category', 'malformed-field',
  'preferred-of-avoided', 'redundant-alias', 'repeated-field', 'table-shape', 'unknown-field',
]);

const suppressible = rules.filter(({ rule }) => rule !== 'unused-suppression');
const lineOf = ({ range }) => range.start.line;

async function openBad(t, one) {
  const client = await startFor(t, one);
  const document = client.open(one.file, one.bad, languageOf(one.file));
  const diagnostics = await document.diagnostics();
  const actions = await document.actions(diagnostics[0].range, ['quickfix']);
  return { document, diagnostics, suppress: actions.find(({ title }) => title.startsWith('Suppress')) };
}

// The comment that suppresses a finding suppresses it and nothing else, and is not called unused.
for (const one of suppressible.filter(({ rule }) => !WITHIN.has(rule)))
  test(`${one.rule} can be suppressed where it stands`, async (t) => {
    const { document, diagnostics, suppress } = await openBad(t, one);
    document.set(document.after(suppress.edit));
    const left = await document.diagnostics();
    assert.ok(!found(left).includes('unused-suppression'), JSON.stringify([document.text, left]));
    assert.ok(left.length < diagnostics.length, JSON.stringify([document.text, left]));
    const others = diagnostics.filter((d) => lineOf(d) !== lineOf(diagnostics[0]));
    assert.ok(left.length >= others.length, 'the others stay');
  });

for (const one of suppressible.filter(({ rule }) => WITHIN.has(rule)))
  test(`${one.rule} can be suppressed from above`, async (t) => {
    const { document, suppress } = await openBad(t, one);
    assert.equal(suppress, undefined);
    document.set(`<!-- gloss-disable ${one.rule} -->\n\n${document.text}`);
    assert.deepEqual(await document.diagnostics(), []);
  });
