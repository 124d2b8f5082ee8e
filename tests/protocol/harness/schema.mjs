// JSON Schemas of all LSP messages, made from the types of vscode-languageserver-protocol.
//
// Making them takes about two seconds, so the result is kept beside the packages it is made from, under a
// name that holds their versions. Run as a program, this file makes them ahead of the tests.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const modules = path.join(here, '..', 'node_modules');
const protocolName = 'vscode-languageserver-protocol';
const generatorName = 'ts-json-schema-generator';

const installed = (name) =>
  JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')).version;

const cacheFile = () =>
  path.join(modules, '.cache', `lsp-${installed(protocolName)}-${installed(generatorName)}.json`);

// Every message type the package exports: {name of the export, method, request or notification, has parameters}.
function messageTypes() {
  const found = new Map();
  for (const [name, value] of Object.entries(require(protocolName))) {
    const kind = /(Request|Notification)Type(0?)$/.exec(value?.type?.constructor.name ?? '');
    if (!kind || typeof value.type.method !== 'string' || found.has(value.type.method)) continue;
    found.set(value.type.method, { name, request: kind[1] === 'Request', parameters: kind[2] === '' });
  }
  return found;
}

const typeName = (part, method) => `${part}_${method.replace(/\W/g, '_')}`;

// A module that gives each message's parameters and result a name of its own.
function typeModule(types) {
  const lines = [
    `import * as P from '${protocolName}';`,
    'type ParametersOf<T> = T extends P.ProtocolRequestType<infer A, any, any, any, any> ? A',
    '  : T extends P.ProtocolNotificationType<infer A, any> ? A',
    '  : T extends P.NotificationType<infer A> ? A : never;',
    'type ResultOf<T> = T extends P.ProtocolRequestType<any, infer R, any, any, any> ? R',
    '  : T extends P.ProtocolRequestType0<infer R, any, any, any> ? R : never;',
  ];
  const add = (part, generic, method, name) =>
    lines.push(`export type ${typeName(part, method)} = ${generic}<typeof P.${name}.type>;`);
  for (const [method, type] of types) {
    if (type.parameters) add('Parameters', 'ParametersOf', method, type.name);
    if (type.request) add('Result', 'ResultOf', method, type.name);
  }
  return lines.join('\n') + '\n';
}

const compilerOptions = {
  strict: true,
  module: 'node16',
  moduleResolution: 'node16',
  target: 'es2022',
  skipLibCheck: true,
  types: [],
};

// The module has to lie beside node_modules for its import to be found.
async function generate(types, folder) {
  const source = path.join(folder, 'messages.ts');
  const tsconfig = path.join(folder, 'tsconfig.json');
  fs.writeFileSync(source, typeModule(types));
  fs.writeFileSync(tsconfig, JSON.stringify({ compilerOptions, files: ['messages.ts'] }));
  const { createGenerator } = await import(generatorName);
  const generator = createGenerator({
    path: source,
    tsconfig,
    type: '*',
    additionalProperties: true,
    skipTypeCheck: true,
    expose: 'all',
    topRef: true,
  });
  const definitions = {};
  const take = (part, method) => {
    const name = typeName(part, method);
    Object.assign(definitions, generator.createSchema(name).definitions);
    return name;
  };
  const methods = {};
  for (const [method, type] of types) {
    methods[method] = { request: type.request };
    if (type.parameters) methods[method].parameters = take('Parameters', method);
    if (type.request) methods[method].result = take('Result', method);
  }
  return { methods, definitions };
}

// Written under a name of its own first: the test files run at the same time.
async function make(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const folder = fs.mkdtempSync(path.join(path.dirname(file), 'making-'));
  try {
    const made = path.join(folder, 'schema.json');
    fs.writeFileSync(made, JSON.stringify(await generate(messageTypes(), folder)));
    fs.renameSync(made, file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

// {methods: {method: {request, parameters?, result?}}, definitions: {name: schema}}
export async function schemas() {
  const file = cacheFile();
  if (!fs.existsSync(file)) await make(file);
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await schemas();
