// The reports of `gloss check` as the programs read them that they are for. All forms tell the same findings.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sarifProblem } from './harness/sarif.mjs';
import { parseXml } from './harness/xml.mjs';

const program = path.resolve(process.env.GLOSS ?? 'build/gloss');
const odd = 'a b,c:100%é.gloss.md';
let folder;

const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);

before(() => {
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'gloss-reports-'));
  write('GLOSSARY.md', '## Keel\n\nA beam, below <all> & "more".\n\n## Keel\n\nÄäÄä **never closed, \u{1F6A2} [[Maast]].\n');
  write(odd, '## Mast\n- categry: rig\n- aliases: pole\n\nA \u0001 pole; see [[Keel]].\n\n## Spar\n\nÜüü 😀 see [[Mst]], 100% \r\n');
  write('clean.gloss', '## Boom\n\nA boom is a spar.\n');
});

after(() => fs.rmSync(folder, { recursive: true, force: true }));

function report(format, ...rest) {
  const args = ['check', '--no-config', '--format', format, ...rest];
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(result.status, 1, result.stderr);
  return result.stdout;
}

const findings = () => JSON.parse(report('json'));
const line = (f) => `${f.file}:${f.line}:${f.column}: ${f.severity}: ${f.message} [${f.rule}]`;

test('json tells of every file, and of fixes', () => {
  const found = findings();
  assert.deepEqual([...new Set(found.map((f) => f.file))], ['GLOSSARY.md', odd]);
  assert.ok(found.some((f) => f.related.length && f.related[0].file === 'GLOSSARY.md'));
  assert.ok(found.some((f) => f.fixes.length && f.fixes[0].title && 'text' in f.fixes[0].edits[0]));
  assert.ok(found.every((f) => f.endLine > f.line || f.endColumn >= f.column));
});

test('errorformat: a line a finding', () => {
  assert.deepEqual(report('errorformat').split('\n').slice(0, -1),
    findings().map(line).map((text) => text.replaceAll('\u0001', '␁')));
});

test('text has the same lines, and more', () => {
  const lines = report('text', '--color=never').split('\n');
  for (const wanted of report('errorformat').split('\n')) assert.ok(lines.includes(wanted), wanted);
});

test('github: commands with all that could end them escaped', () => {
  const unescape = (text) => text.replace(/%([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  const commands = report('github').split('\n').slice(0, -1);
  const found = findings();
  assert.equal(commands.length, found.length);
  commands.forEach((command, i) => {
    const [, kind, properties, message] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(command);
    const property = Object.fromEntries(properties.split(',').map((pair) => pair.split('=')));
    assert.equal(unescape(property.file), found[i].file);
    assert.equal(Number(property.line), found[i].line);
    assert.equal(unescape(message), found[i].message);
    assert.equal(kind, { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' }[found[i].severity]);
  });
});

test('checkstyle: files with errors', () => {
  const root = parseXml(report('checkstyle'));
  const found = root.children.flatMap((file) =>
    file.children.map((error) => ({ file: file.attributes.name, ...error.attributes })));
  assert.equal(root.name, 'checkstyle');
  assert.deepEqual(found.map((f) => [f.file, Number(f.line), Number(f.column), f.source]),
    findings().map((f) => [f.file, f.line, f.column, `gloss.${f.rule}`]));
});

test('junit: a clean file is a test that passed', () => {
  const suites = parseXml(report('junit')).children;
  const byName = new Map(suites.map((suite) => [suite.attributes.name, suite]));
  const failures = suites.reduce((sum, suite) => sum + Number(suite.attributes.failures), 0);
  assert.equal(failures, findings().length);
  assert.deepEqual(byName.get('clean.gloss').children.map((c) => c.children.length), [0]);
  for (const suite of suites) assert.equal(suite.children.length, Number(suite.attributes.tests));
});

test('rdjson: columns count bytes', () => {
  const { diagnostics } = JSON.parse(report('rdjson'));
  const found = findings();
  assert.equal(diagnostics.length, found.length);
  diagnostics.forEach((diagnostic, i) => {
    const { path: file, range } = diagnostic.location;
    const text = fs.readFileSync(path.join(folder, file), 'utf8').split('\n')[found[i].line - 1];
    const before = [...text].slice(0, found[i].column - 1).join('');
    assert.equal(range.start.column, Buffer.byteLength(before) + 1);
    assert.equal(diagnostic.code.value, found[i].rule);
    const single = found[i].fixes.filter(({ edits }) => edits.length === 1).map(({ edits }) => edits[0].text);
    assert.deepEqual(diagnostic.suggestions.map(({ text: one }) => one), single);
  });
  assert.ok(found.some(({ fixes }) => fixes.some(({ edits }) => edits.length > 1)), 'some fix has several edits');
});

test('sarif: valid by its schema, and says what json says', () => {
  const log = JSON.parse(report('sarif'));
  const [run] = log.runs;
  const found = findings();
  assert.equal(sarifProblem(log), null);
  assert.equal(log.version, '2.1.0');
  assert.equal(run.results.length, found.length);
  run.results.forEach((result, i) => {
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(decodeURIComponent(artifactLocation.uri), found[i].file);
    assert.equal(artifactLocation.uriBaseId, '%SRCROOT%');
    assert.deepEqual(region, { startLine: found[i].line, startColumn: found[i].column, endLine: found[i].endLine,
      endColumn: found[i].endColumn });
    assert.equal((result.fixes ?? []).length, found[i].fixes.length);
  });
});

test('sarif: a finding keeps its fingerprint when lines move', () => {
  const fingerprints = () => JSON.parse(report('sarif')).runs[0].results.map((r) => r.partialFingerprints['gloss/v1']);
  const was = fingerprints();
  const file = path.join(folder, 'GLOSSARY.md');
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, `# Ships\n\n${text}`);
  try {
    assert.deepEqual(fingerprints(), was);
  } finally {
    fs.writeFileSync(file, text);
  }
});
