// The program under test as a process of ours: started, watched, and ended by its own pid only.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { spawn } from 'node:child_process';
import { atEnd } from './cleanup.mjs';
import { PATIENCE, Session } from './session.mjs';

export const program = () => {
  const path = process.env.GLOSS;
  assert.ok(path && fs.existsSync(path), 'GLOSS must name the gloss program to test');
  return path;
};

export class Server {
  stderr = '';

  // options: {args, cwd}. The folder the server starts in holds no glossary unless a test says so.
  constructor({ args = ['lsp'], cwd } = {}) {
    this.process = spawn(program(), args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stderr.on('data', (chunk) => (this.stderr += chunk));
    this.exited = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('close', (code, signal) => resolve(signal ?? code));
    });
    this.session = new Session(this.process.stdout, this.process.stdin);
  }

  // Its exit code, or the name of the signal that ended it. Kills it when it does not end by itself.
  async exitCode() {
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE);
    const code = await this.exited;
    clearTimeout(timer);
    return code;
  }

  // Waits for the end and asserts that it was a good one.
  async ends(expectedCode) {
    const code = await this.exitCode();
    this.session.dispose();
    assert.equal(this.stderr, '', 'nothing on stderr');
    assert.equal(code, expectedCode, `exit code; the end of the session:\n${this.session.tail()}`);
    assert.deepEqual(this.session.problems(), []);
  }

  // Whatever happened before: no process of ours is left over.
  async kill() {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGKILL');
    await this.exited;
    this.session.dispose();
  }
}

// A server for one test, that is gone when the test is over.
export function startServer(t, options) {
  const server = new Server(options);
  atEnd(t, () => server.kill());
  return server;
}
