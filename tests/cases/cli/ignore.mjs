// Random trees with random ignore files: the files in which `gloss find` looks are those git would add.
import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { randomizer } from './random.mjs';

const trees = 40;
const names = ['a.md', 'b.md', 'ab.md', 'a b.md', '!a.md', '#a.md', 'x', 'y', 'x.d', 'Ü.md'];
const pieces = ['*', '**', '?', 'a', 'b', 'x', 'y', '[ab]', '[!a]', '[a-x]', '.md', '\\', ' ', 'x.d', '!', '#', 'Ü'];

function pattern(below) {
  const kinds = [
    () => names[below(names.length)],
    () => `*${['.md', 'a', '.d'][below(3)]}`,
    () => Array.from({ length: 1 + below(4) }, () => pieces[below(pieces.length)]).join(''),
    () => `${names[below(names.length)]}/${names[below(names.length)]}`,
    () => `**/${names[below(names.length)]}`,
    () => `${names[below(names.length)]}/**`,
    () => `x/**/${names[below(names.length)]}`,
  ];
  const text = kinds[below(kinds.length)]();
  return `${below(4) ? '' : '!'}${below(5) ? '' : '/'}${text}${below(5) ? '' : '/'}${below(8) ? '' : ' '}`;
}

const patterns = (below) => Array.from({ length: 1 + below(5) }, () => pattern(below)).join(below(9) ? '\n' : '\r\n') + '\n';

function plant(folder, below, depth) {
  fs.mkdirSync(folder, { recursive: true });
  if (!below(2)) fs.writeFileSync(path.join(folder, '.gitignore'), patterns(below));
  for (const name of names) {
    if (!below(3)) continue;
    if (name.endsWith('.md')) fs.writeFileSync(path.join(folder, name), 'An orchard.\n');
    else if (depth < 3) plant(path.join(folder, name), below, depth + 1);
  }
}

function lines(command, args, folder) {
  const result = spawnSync(command, args, { cwd: folder, maxBuffer: 1 << 26 });
  assert.ok(result.status === 0 || result.status === 1, `${command}: ${result.stderr}`);
  return `${result.stdout}`;
}

// A folder that is named is looked into also when it is ignored, so it must not be.
const mayStartIn = (tree, name) =>
  fs.existsSync(path.join(tree, name)) && lines('git', ['check-ignore', name], tree) === '';

export function checkIgnore(program, folder) {
  const glossary = path.join(folder, 'orchard.gloss');
  fs.writeFileSync(glossary, '## Orchard\n\nTrees in rows.\n');
  let found = 0;
  for (let seed = 1; seed <= trees; seed++) {
    const tree = path.join(folder, `tree-${seed}`);
    const below = randomizer(seed);
    lines('git', ['init', '-q', tree], folder);
    plant(tree, below, 0);
    fs.writeFileSync(path.join(tree, '.git/info/exclude'), patterns(below));
    const start = below(3) && mayStartIn(tree, 'x') ? 'x' : '.';
    const wanted = lines('git', ['ls-files', '-z', '--others', '--exclude-standard', '--', start], tree)
      .split('\0').filter((name) => name.endsWith('.md'));
    const json = lines(program, ['find', start, '--glossary', glossary, '--format', 'json'], tree);
    const actual = JSON.parse(json).map((row) => row.file);
    assert.deepEqual(actual, [...wanted].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))), `seed ${seed}, ${start}`);
    found += actual.length;
    fs.rmSync(tree, { recursive: true });
  }
  assert.ok(found > trees, 'the trees hold files that are not ignored');
}
