// What the program answers in a folder with some files. The program is the script's first argument.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(process.argv[2] ?? 'build/gloss');

function run(folder, args) {
  const done = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (done.error) throw done.error;
  if (done.status > 1) throw new Error(`${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

// `answer` gets a function that runs a command there and gives its JSON.
export function inFolder(files, answer) {
  const folder = mkdtempSync(join(tmpdir(), 'gloss-picture-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return answer((...args) => JSON.parse(run(folder, [...args, '--format', 'json'])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Line and column, from 1.
export function placeOf(text, word) {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return [before.length, before.at(-1).length + 1];
}
