// A folder of its own for one test, with files in it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { atEnd } from './cleanup.mjs';

export class Workspace {
  // files: {relative path: text or bytes}
  constructor(t, files = {}) {
    this.folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gloss-')));
    atEnd(t, () => fs.rmSync(this.folder, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name = '.') {
    return path.join(this.folder, name);
  }

  uri(name = '.') {
    return pathToFileURL(this.path(name)).href;
  }

  write(name, content) {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), content);
  }

  remove(name) {
    fs.rmSync(this.path(name), { recursive: true });
  }

  rename(from, to) {
    fs.renameSync(this.path(from), this.path(to));
  }
}
