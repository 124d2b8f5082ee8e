// Every test file, for versions of Node whose test runner does not look into a folder by itself.
import fs from 'node:fs';

for (const name of fs.readdirSync(new URL('.', import.meta.url)).sort())
  if (name.endsWith('.test.mjs')) await import(`./${name}`);
