// One conversation with a server over a pair of streams. Everything said is kept, in order, both ways;
// what the server says is validated as it comes.
import { Validator } from './validate.mjs';

// Generous, because the server may run under sanitizers on a busy machine; finite, because a test must end.
export const PATIENCE = 60_000;

export const frame = (body) => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
};

const HEADER = /^Content-Length: (0|[1-9][0-9]*)(\r\nContent-Type: [^\r\n]*)?$/;

// Cuts a stream of bytes into message bodies. Takes the strict form of the header only. Pieces are put together
// once there are enough of them, so that a long message costs its length.
class Frames {
  #pieces = [];
  #length = 0;
  #wanted = 1; // bytes without which nothing can be whole

  push(chunk) {
    this.#pieces.push(chunk);
    this.#length += chunk.length;
    const bodies = [];
    while (this.#length >= this.#wanted) {
      const body = this.#next(this.#joined());
      if (body === null) break;
      bodies.push(body);
    }
    return bodies;
  }

  get rest() {
    return this.#joined().toString('latin1', 0, 200);
  }

  #joined() {
    if (this.#pieces.length !== 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0];
  }

  #next(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return null;
    const header = HEADER.exec(bytes.toString('latin1', 0, end));
    if (!header) throw new Error(`a bad header: ${JSON.stringify(this.rest)}`);
    const start = end + 4;
    const stop = start + Number(header[1]);
    this.#wanted = stop;
    if (bytes.length < stop) return null;
    this.#wanted = 1;
    this.#pieces = [bytes.subarray(stop)];
    this.#length -= stop;
    return bytes.toString('utf8', start, stop);
  }
}

export class Session {
  #writable;
  #frames = new Frames();
  #validator = new Validator();
  #waiting = new Set();
  #listeners = new Set();
  #nextId = 1;
  #ended = false;
  log = []; // {from: 'client' | 'server', message}

  constructor(readable, writable) {
    this.#writable = writable;
    readable.on('data', (chunk) => this.#take(chunk));
    readable.on('close', () => this.#over());
    readable.on('error', () => {}); // a server that went away shows in its exit
    writable.on('error', () => {});
  }

  // Messages of the server so far.
  get received() {
    return this.log.filter(({ from }) => from === 'server').map(({ message }) => message);
  }

  onMessage(listener) {
    this.#listeners.add(listener);
  }

  write(bytes) {
    return new Promise((done) => this.#writable.write(bytes, () => done()));
  }

  send(message) {
    const whole = { jsonrpc: '2.0', ...message };
    this.note(whole);
    return this.write(frame(JSON.stringify(whole)));
  }

  // Keeps a message that the caller writes by itself.
  note(message) {
    this.log.push({ from: 'client', message });
    for (const one of [message].flat()) this.#validator.sent(one);
  }

  // Sends a request and waits for its answer, whatever it is.
  ask(method, params) {
    const id = this.#nextId++;
    this.send({ id, method, params });
    return this.answer(id);
  }

  answer(id) {
    return this.waitFor((m) => m.id === id && m.method === undefined, `an answer to request ${id}`);
  }

  notify(method, params) {
    return this.send({ method, params });
  }

  // The first message of the server, past or future, that the predicate accepts.
  waitFor(predicate, what) {
    const found = this.received.find(predicate);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${why} ${what}; the end of the session:\n${this.tail()}`));
      if (this.#ended) return fail('the server has ended without');
      const timer = setTimeout(() => fail('waited too long for'), PATIENCE);
      this.#waiting.add({ predicate, resolve, fail, timer });
    });
  }

  end() {
    this.#writable.end();
  }

  // What was wrong with what the server said; with its questions unanswered when it is over.
  problems() {
    const asked = this.#validator.unanswered().map((method) => `never answered: ${method}`);
    const rest = this.#frames.rest ? [`no message: ${JSON.stringify(this.#frames.rest)}`] : [];
    return [...this.#validator.problems, ...asked, ...rest];
  }

  tail(count = 8) {
    const line = ({ from, message }) => `  ${from}: ${JSON.stringify(message).slice(0, 400)}`;
    return this.log.slice(-count).map(line).join('\n');
  }

  // Forgets its timers, so that they do not keep the test process alive.
  dispose() {
    for (const waiter of this.#waiting) clearTimeout(waiter.timer);
    this.#waiting.clear();
  }

  #over() {
    this.#ended = true;
    for (const waiter of this.#waiting) waiter.fail('the server ended without');
    this.dispose();
  }

  #take(chunk) {
    for (const body of this.#frames.push(chunk)) this.#receive(JSON.parse(body));
  }

  #receive(message) {
    this.log.push({ from: 'server', message });
    for (const one of [message].flat()) this.#validator.received(one);
    for (const listener of this.#listeners) listener(message);
    for (const waiter of this.#waiting) if (waiter.predicate(message)) this.#wake(waiter, message);
  }

  #wake(waiter, message) {
    clearTimeout(waiter.timer);
    this.#waiting.delete(waiter);
    waiter.resolve(message);
  }
}
