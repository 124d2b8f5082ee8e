// A document as an editor holds it: its text, its version, and places in it counted in the units that were
// agreed on with the server.
import assert from 'node:assert/strict';

const UNITS = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

const LINE_END = /\r\n|\n|\r/g;

// The indexes (of a JavaScript string) at which the lines of `text` begin.
const lineStarts = (text) => [0, ...[...text.matchAll(LINE_END)].map((m) => m.index + m[0].length)];

export class Document {
  version = 1;

  constructor(client, uri, languageId, text) {
    Object.assign(this, { client, uri, languageId, text });
  }

  get #count() {
    return UNITS[this.client.encoding];
  }

  // From an index of the text to an LSP position, and back.
  position(index) {
    const starts = lineStarts(this.text);
    const line = starts.findLastIndex((start) => start <= index);
    return { line, character: this.#count(this.text.slice(starts[line], index)) };
  }

  index({ line, character }) {
    const start = lineStarts(this.text)[line];
    let index = start;
    while (this.#count(this.text.slice(start, index)) < character)
      index += this.text.codePointAt(index) > 0xffff ? 2 : 1;
    return index;
  }

  // Where the `nth` (from 0) `needle` stands.
  find(needle, nth = 0) {
    let at = this.text.indexOf(needle);
    for (; nth > 0 && at >= 0; nth--) at = this.text.indexOf(needle, at + 1);
    assert.ok(at >= 0, `${JSON.stringify(needle)} stands in the text`);
    return at;
  }

  range(start, end) {
    return { start: this.position(start), end: this.position(end) };
  }

  rangeOf(needle, nth = 0) {
    const start = this.find(needle, nth);
    return this.range(start, start + needle.length);
  }

  textOf({ start, end }) {
    return this.text.slice(this.index(start), this.index(end));
  }

  // Requests. A number is an index; a string is the place of its first letter.
  hover(place, nth = 0) {
    return this.client.request('textDocument/hover', this.#at(place, nth));
  }

  // A string is the place after its last letter: what has just been typed.
  completion(place = this.text.length, nth = 0) {
    const index = typeof place === 'string' ? this.find(place, nth) + place.length : place;
    return this.client.request('textDocument/completion', this.#at(index, nth));
  }

  // Edits. `edits` are [start, end, replacement], one after the other, each in the text the one before left.
  edit(...edits) {
    const contentChanges = edits.map(([start, end, text]) => {
      const change = { range: this.range(start, end), text };
      this.text = this.text.slice(0, start) + text + this.text.slice(end);
      return change;
    });
    return this.#changed(contentChanges);
  }

  replace(needle, replacement) {
    const start = this.find(needle);
    return this.edit([start, start + needle.length, replacement]);
  }

  // The whole text at once, as some editors do although they were offered more.
  set(text) {
    this.text = text;
    return this.#changed([{ text }]);
  }

  save() {
    return this.client.notify('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  close() {
    return this.client.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  // The diagnostics of the text as it is now.
  diagnostics() {
    return this.client.diagnostics(this.uri, this.version);
  }

  // What is wrong in it, pulled.
  pull(previousResultId) {
    const params = { textDocument: { uri: this.uri }, previousResultId };
    return this.client.request('textDocument/diagnostic', params);
  }

  // The actions for what stands at `place`, a string or a range; `only`: of these kinds.
  actions(place, only) {
    const range = typeof place === 'string' ? this.rangeOf(place) : place;
    const params = { textDocument: { uri: this.uri }, range, context: { diagnostics: [], only } };
    return this.client.request('textDocument/codeAction', params);
  }

  // The one of that title; its edit is fetched when it came without.
  async action(place, title, only) {
    const actions = await this.actions(place, only);
    const found = actions.find((one) => one.title === title);
    assert.ok(found, `${title} is offered, among ${JSON.stringify(actions.map((one) => one.title))}`);
    return found.edit ? found : this.client.request('codeAction/resolve', found);
  }

  // The text that an edit of the workspace makes of this one.
  after(edit) {
    const change = edit.documentChanges?.find(({ textDocument }) => textDocument?.uri === this.uri);
    const edits = change?.edits ?? edit.changes?.[this.uri];
    assert.ok(edits, `the edit is one of ${this.uri}: ${JSON.stringify(edit)}`);
    if (change) assert.equal(change.textDocument.version, this.version);
    const places = edits.map(({ range, newText }) => [this.index(range.start), this.index(range.end), newText]);
    let text = this.text;
    for (const [start, end, newText] of places.sort((a, b) => b[0] - a[0]))
      text = text.slice(0, start) + newText + text.slice(end);
    return text;
  }

  // Takes an action, as a person would, and tells the server.
  async take(place, title, only) {
    return this.set(this.after((await this.action(place, title, only)).edit));
  }

  #at(place, nth) {
    const index = typeof place === 'string' ? this.find(place, nth) : place;
    const position = typeof place === 'object' ? place : this.position(index);
    return { textDocument: { uri: this.uri }, position };
  }

  #changed(contentChanges) {
    const textDocument = { uri: this.uri, version: ++this.version };
    return this.client.notify('textDocument/didChange', { textDocument, contentChanges });
  }
}
