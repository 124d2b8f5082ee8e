// The schema of a SARIF log, made from the types of @types/sarif as the messages' are (schema.mjs).
import Ajv from 'ajv';
import fs from 'node:fs';
import path from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { fileURLToPath } from 'node:url';

const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');

function makeSchema() {
  const folder = fs.mkdtempSync(path.join(modules, '.cache', 'sarif-'));
  const file = (name) => path.join(folder, name);
  try {
    fs.writeFileSync(file('log.ts'), "export type { Log } from 'sarif';\n");
    const compilerOptions = { strict: true, module: 'node16', moduleResolution: 'node16', skipLibCheck: true };
    fs.writeFileSync(file('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['log.ts'] }));
    const options = { path: file('log.ts'), tsconfig: file('tsconfig.json'), skipTypeCheck: true };
    return createGenerator({ ...options, type: 'Log', additionalProperties: false }).createSchema('Log');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true, validateFormats: false });
const check = ajv.compile(makeSchema());

// null, or what is wrong with the log.
export const sarifProblem = (log) => (check(log) ? null : ajv.errorsText(check.errors));
