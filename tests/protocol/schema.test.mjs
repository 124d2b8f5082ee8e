// editors/gloss.schema.json says what the program says of a gloss.json, and knows every rule.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { program } from './harness/server.mjs';

const Ajv = createRequire(import.meta.url)('ajv').default;
const schema = JSON.parse(fs.readFileSync(new URL('../../editors/gloss.schema.json', import.meta.url), 'utf8'));

test('every rule is in the schema, with its summary', () => {
  const rules = JSON.parse(execFileSync(program(), ['rules', '--format', 'json']));
  const described = Object.entries(schema.definitions.rules.properties).map(([id, { description }]) => [id, description]);
  assert.deepEqual(described, rules.map(({ rule, summary }) => [rule, summary]));
});

test('the schema takes what is fine and nothing else', () => {
  const validate = new Ajv({ strict: false }).compile(schema);
  const fine = [
    {},
    { $schema: 'x', glossaries: ['terms/*.md'], ignore: ['drafts', '!drafts/a.md'], rules: { 'unknown-field': 'off' } },
    { format: {} }, { format: { wrap: 80, sort: true } }, { format: { wrap: 'none', sort: false } },
    { languages: { '*.inc': 'rst' }, overrides: [{ files: ['docs'], rules: { 'long-definition': 'hint' } }] },
  ];
  const wrong = [
    [], { rule: {} }, { glossaries: 'a' }, { ignore: [1] }, { rules: { 'unknown-field': 'on' } }, { rules: { nothing: 'off' } },
    { languages: { a: 1 } }, { format: 80 }, { format: { wrap: '80' } }, { format: { wrap: 19 } }, { format: { width: 80 } },
    { overrides: {} }, { overrides: [{ files: ['a'] }] }, { overrides: [{ files: ['a'], rules: {}, x: 1 }] },
  ];
  for (const config of fine) assert.ok(validate(config), JSON.stringify([config, validate.errors]));
  for (const config of wrong) assert.ok(!validate(config), JSON.stringify(config));
});
