// Checks what a server says: every message against the schema of its method, every answer against what was
// asked, each question answered at most once.
import Ajv from 'ajv';
import { schemas } from './schema.mjs';

const { methods, definitions } = await schemas();
const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true, validateFormats: false });
ajv.addSchema({ $id: 'lsp', definitions });

function schemaProblem(name, value) {
  const check = ajv.getSchema(`lsp#/definitions/${encodeURIComponent(name)}`);
  return check(value) ? null : `${name}: ${ajv.errorsText(check.errors).slice(0, 500)}`;
}

const before = (a, b) => a.line < b.line || (a.line === b.line && a.character < b.character);

// The schemas cannot say that a range runs forwards.
function backwardRange(value) {
  if (value === null || typeof value !== 'object') return null;
  if (value.start?.line !== undefined && value.end && before(value.end, value.start)) return value;
  return Object.values(value).map(backwardRange).find(Boolean) ?? null;
}

function callProblem(message) {
  const method = methods[message.method];
  if (!method) return message.method.startsWith('$/') ? null : 'unknown method';
  if (method.request !== 'id' in message) return 'a request without an id, or a notification with one';
  return method.parameters ? schemaProblem(method.parameters, message.params) : null;
}

function errorProblem(error) {
  const good = Number.isInteger(error?.code) && typeof error.message === 'string' && error.message !== '';
  return good ? null : 'an error needs a code and a message';
}

function answerProblem(message, method) {
  if ('result' in message === 'error' in message) return 'an answer has either a result or an error';
  if ('error' in message) return errorProblem(message.error);
  const result = methods[method]?.result;
  return result ? schemaProblem(result, message.result) : `a result for ${method}, which nobody offers`;
}

export class Validator {
  #asked = new Map(); // id, as JSON: 1 and "1" differ -> method
  #answered = new Set();
  problems = [];

  // A message of ours.
  sent(message) {
    if (message?.method !== undefined && message.id !== undefined)
      this.#asked.set(JSON.stringify(message.id), message.method);
  }

  // A message of theirs.
  received(message) {
    const problem = this.#problem(message);
    if (problem) this.problems.push(`${problem}\n  in ${JSON.stringify(message).slice(0, 600)}`);
  }

  // The methods of the requests that have had no answer.
  unanswered() {
    return [...this.#asked].filter(([id]) => !this.#answered.has(id)).map(([, method]) => method);
  }

  #problem(message) {
    if (message.jsonrpc !== '2.0') return 'jsonrpc is not 2.0';
    if (backwardRange(message)) return 'a range that ends before it starts';
    if (typeof message.method === 'string') return callProblem(message);
    return message.id === null ? this.#nobodysAnswer(message) : this.#answer(message);
  }

  // An answer to something whose id could not be read.
  #nobodysAnswer(message) {
    return 'error' in message ? errorProblem(message.error) : 'a result for nobody';
  }

  #answer(message) {
    const id = JSON.stringify(message.id);
    if (!this.#asked.has(id)) return 'an answer to nothing that was asked';
    if (this.#answered.has(id)) return 'a second answer';
    this.#answered.add(id);
    return answerProblem(message, this.#asked.get(id));
  }
}
