// Runs the program as a person does and compares what it says. Each `.case` file beside this one is a page of
// text with sections:
//
//   == file NAME         the lines that follow are written to NAME (a folder in it is made)
//   == bytes NAME        the same, but `\xNN`, `\n`, `\r` and `\t` are those bytes and line ends are none
//   == big NAME MAKER    a large file, made by one of the makers below
//   == run COMMAND       runs COMMAND by sh, where `gloss` is the program and $BUILD its build folder, and asks for
//                        what follows:
//   == exit CODE           its exit code (0 when not said)
//   == stdout              its output: line by line; a line `...` stands for any lines, `…` in a line for any text
//   == stderr              the same for its messages
//   == json                its output read as JSON
//
// `$FOLDER` stands for the case's folder, `$URI` for the same as a URI.
//
// What is not said of stdout and stderr must be empty. Every case runs in a folder of its own outside any
// checkout, whose glossaries would be found otherwise; it is removed. `node run.mjs NAME…` runs only the cases so named.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { checkIgnore } from './ignore.mjs';
import { checkTwice } from './twice.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.resolve(process.env.GLOSS ?? 'build/gloss');
const build = path.resolve(process.env.BUILD ?? 'build');
const chunk = 1 << 20;

// Makers of large files, written piece by piece.
const makers = {
  '200MB-entries': (write) => {
    for (let i = 0; i < 200; i++) {
      write(`## Term ${i}\n\n`);
      write('A sentence of a body that is long. '.repeat(chunk / 35) + '\n\n');
    }
  },
  '50MB-line': (write) => {
    for (let i = 0; i < 50; i++) write('word '.repeat(chunk / 5));
    write('kernel fusion at the end');
  },
  '100000-known': (write) => {
    write('{"version": 1, "findings": [');
    for (let i = 0; i < 100000; i++)
      write(`${i ? ',' : ''}\n{"file": "${i}.md", "rule": "avoided-term", "subject": "a", "text": "b", "count": 1}`);
    write(']}\n');
  },
  '50MB-headword': (write) => {
    write('## ');
    for (let i = 0; i < 50; i++) write('word '.repeat(chunk / 5));
    write('\n\nA body.\n\n## Next\n\n');
  },
};

const unescape = (text) =>
  Buffer.concat(
    text.split(/(\\x[0-9a-f]{2}|\\[nrt])/i).map((part) =>
      /^\\x/.test(part)
        ? Buffer.from(part.slice(2), 'hex')
        : Buffer.from({ '\\n': '\n', '\\r': '\r', '\\t': '\t' }[part] ?? part)));

function sections(text) {
  const parts = text.split(/^== (.*)\n/m).slice(1);
  return Array.from({ length: parts.length / 2 }, (_, i) => {
    const [kind, ...rest] = parts[2 * i].split(' ');
    return { kind, rest: rest.join(' '), body: parts[2 * i + 1].replace(/\n\n$/, '\n') };
  });
}

function writeFile(folder, { kind, rest, body }) {
  const [name, maker] = rest.split(' ');
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (kind === 'file') return fs.writeFileSync(file, body);
  if (kind === 'bytes') return fs.writeFileSync(file, unescape(body.replaceAll('\n', '')));
  const descriptor = fs.openSync(file, 'w');
  makers[maker]((text) => fs.writeSync(descriptor, text));
  fs.closeSync(descriptor);
}

function run(folder, command) {
  const environment = { ...process.env, GLOSS: program, BUILD: build, COLUMNS: '80', TERM: 'dumb' };
  delete environment.NO_COLOR;
  const script = `gloss() { "$GLOSS" "$@"; }\n${command}`;
  const result = spawnSync('sh', ['-c', script], { cwd: folder, env: environment, maxBuffer: 1 << 28 });
  return { exit: result.status, stdout: `${result.stdout}`, stderr: `${result.stderr}` };
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*');

const pattern = (text) =>
  new RegExp(`^${text.split(/(?<=\n)/).map((line) => (line === '...\n' ? '(.*\\n)*?' : escape(line))).join('')}$`);

function compare(what, actual, expected) {
  if (!pattern(expected).test(actual)) assert.equal(actual, expected, what);
}

function checkRun(folder, command, given) {
  const placed = (text) => text.replaceAll('$FOLDER', folder).replaceAll('$URI', `file://${encodeURI(folder)}`);
  const wanted = Object.fromEntries(Object.entries(given).map(([kind, text]) => [kind, placed(text)]));
  const result = run(folder, command);
  compare('stderr', result.stderr, wanted.stderr ?? '');
  if (wanted.json !== undefined) assert.deepEqual(JSON.parse(result.stdout), JSON.parse(wanted.json));
  else compare('stdout', result.stdout, wanted.stdout ?? '');
  assert.equal(result.exit, Number(wanted.exit ?? 0), 'exit code');
}

// The runs of a case, each with what is wanted of it, in order with the files between them.
function checkCase(folder, text) {
  let runs = 0;
  const steps = sections(text);
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step.kind !== 'run') {
      writeFile(folder, step);
      continue;
    }
    const wanted = {};
    for (; i < steps.length && ['exit', 'stdout', 'stderr', 'json'].includes(steps[i].kind); i++)
      wanted[steps[i].kind] = steps[i].kind === 'exit' ? steps[i].rest : steps[i].body;
    runs++;
    try {
      checkRun(folder, step.rest, wanted);
    } catch (error) {
      error.message = `${step.rest}\n${error.message}`;
      throw error;
    }
  }
  assert.ok(runs > 0, 'a case without a run');
}

const read = (name) => fs.readFileSync(path.join(here, `${name}.case`), 'utf8');
const cases = fs.readdirSync(here).filter((name) => name.endsWith('.case')).map((name) => name.slice(0, -5));
const tests = new Map(cases.map((name) => [name, (folder) => checkCase(folder, read(name))]));
tests.set('ignore', (folder) => checkIgnore(program, folder));
tests.set('twice', (folder) => checkTwice(program, folder));

const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...tests.keys()];
let failed = 0;
for (const name of wanted) {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'gloss-cli-'));
  try {
    tests.get(name)(folder);
  } catch (error) {
    failed++;
    console.log(`${name}: ${error.message}\n`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${wanted.length} cases, ${failed} failed`);
process.exitCode = failed || !cases.length ? 1 : 0;
