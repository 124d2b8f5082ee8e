// Random projects with much that is wrong: `--fix` once mends all that it can mend, the second time it changes
// nothing, a patch of `--diff` makes the same of the files, and lines without anything wrong keep their bytes.
import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { randomizer } from './random.mjs';

const projects = 12;
const names = ['Main branch', 'main  branch', 'Stile', 'GPU', 'graphics card', 'orchard wall', 'Café', 'x_y', 'C++'];
const fields = ['aliases', 'alias', 'avoid', 'see', 'broader', 'category', 'categroy', 'status', 'match', 'nope', ''];
const values = ['deprecated', 'depricated', 'smart', 'exact', 'Tools', 'tools', '', ':'];
const bodies = ['A wall is **open', 'It costs `code', '$\\alpha + beta$', '$E leq mc$', '[[Stile]] and [[stlie]]', '| a | b |\n|---|\n| c |',
  '<!-- gloss-disable-next-line long-definition -->', '<!-- gloss-disable -->', '```\nnever closed', '- a\n- b', ''];
const kept = ['keep  \t', 'keep \u00a0 twice', 'keep\t(', 'keep \\'];

const pick = (below, list) => list[below(list.length)];

function entry(below) {
  const lines = [below(12) ? `## ${pick(below, names)}` : '##'];
  for (let i = below(4); i > 0; i--)
    lines.push(`- ${pick(below, fields)}: ${[1, 2].map(() => pick(below, below(3) ? names : values)).join(', ')}`);
  lines.push('', `${pick(below, names)} is a thing.`);
  for (let i = below(3); i > 0; i--) lines.push('', pick(below, bodies));
  return [...lines, ''];
}

function prose(below) {
  const lines = [];
  for (let i = below(12); i > 0; i--) {
    lines.push(`We ${pick(below, ['push', 'walk'])} to ${pick(below, names)}, ${pick(below, names).toLowerCase()}s and ${pick(below, names).toUpperCase()}.`);
    if (!below(3)) lines.push(pick(below, kept));
    if (!below(4)) lines.push('', `<!-- gloss-disable-next-line ${pick(below, ['avoided-term', 'term-case unclosed-markup', 'nothing'])} -->`);
  }
  return lines;
}

function plant(folder, below) {
  const put = (name, lines) =>
    fs.writeFileSync(path.join(folder, name), (below(5) ? '' : '\ufeff') + lines.join(below(3) ? '\n' : '\r\n'));
  fs.mkdirSync(folder);
  for (const name of ['GLOSSARY.md', 'more.gloss'])
    put(name, ['# Words', '', ...Array.from({ length: 2 + below(8) }, () => entry(below)).flat()]);
  for (const name of ['a.md', 'b.rst', 'c.html', 'd.py', 'e.txt', 'f.tex']) put(name, prose(below));
}

const read = (folder) =>
  Object.fromEntries(fs.readdirSync(folder).sort().map((name) => [name, fs.readFileSync(path.join(folder, name), 'latin1')]));

const keptIn = (files) => Object.values(files).map((text) => text.split('\n').filter((line) => line.startsWith('keep')));

function checkProject(program, folder, below) {
  const gloss = (...args) => {
    const result = spawnSync(program, ['check', ...args], { cwd: folder, encoding: 'utf8' });
    assert.ok(result.status === 0 || result.status === 1, `${args}: ${result.status} ${result.stderr}`);
    return result;
  };
  plant(folder, below);
  const before = read(folder);
  const patch = gloss('--diff').stdout;
  assert.deepEqual(read(folder), before);
  gloss('--fix');
  const after = read(folder);
  assert.deepEqual(keptIn(after), keptIn(before));
  assert.doesNotMatch(gloss('--format', 'errorformat').stderr, /can be fixed/);
  gloss('--fix');
  assert.deepEqual(read(folder), after);
  for (const [name, text] of Object.entries(before)) fs.writeFileSync(path.join(folder, name), text, 'latin1');
  const applied = patch && spawnSync('git', ['apply'], { cwd: folder, input: patch });
  assert.ok(!patch || applied.status === 0, `git apply: ${applied.stderr}`);
  assert.deepEqual(read(folder), after);
}

export function checkTwice(program, folder) {
  for (let seed = 1; seed <= projects; seed++)
    try {
      checkProject(program, path.join(folder, `${seed}`), randomizer(seed));
    } catch (error) {
      throw new Error(`seed ${seed}: ${error.message}`);
    }
}
