// What the person has set in the editor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, PULLS, start } from './harness/client.mjs';
import { TERMS } from './harness/terms.mjs';

const BAD = 'We release from master.\n';
const severities = (diagnostics) => diagnostics.map(({ code, severity }) => [code, severity]);
const files = { 'terms.gloss.md': TERMS };
const rules = (severity) => ({ rules: { 'avoided-term': severity } });

const warnings = (client) =>
  client.session.received
    .filter((m) => m.method === 'window/logMessage' && m.params.type === 2)
    .map((m) => m.params.message);

test('said at the start', async (t) => {
  const client = await start(t, { files, params: { initializationOptions: rules('error') } });
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(severities(await notes.diagnostics()), [['avoided-term', 1]]);
});

test('said later, and what is open is looked at again', async (t) => {
  const client = await start(t, { files });
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(severities(await notes.diagnostics()), [['avoided-term', 2]]);
  client.notify('workspace/didChangeConfiguration', { settings: { gloss: rules('hint'), other: { rules: 1 } } });
  await eventually(() => assert.deepEqual(severities(client.published(notes.uri).diagnostics), [['avoided-term', 4]]));
  client.notify('workspace/didChangeConfiguration', { settings: { gloss: rules('off') } });
  await eventually(() => assert.deepEqual(client.published(notes.uri).diagnostics, []));
  client.notify('workspace/didChangeConfiguration', { settings: {} });
  await eventually(() => assert.deepEqual(severities(client.published(notes.uri).diagnostics), [['avoided-term', 2]]));
});

test('asked for, where the client can be asked', async (t) => {
  const capabilities = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
  const client = await start(t, { files, capabilities, params: { initializationOptions: rules('error') } });
  const notes = client.open('notes.md', BAD);
  await eventually(() => assert.ok(client.registrations.has('gloss/settings-changes')));
  assert.deepEqual(severities(await notes.diagnostics()), [['avoided-term', 1]], 'nothing is configured');
  client.configuration = rules('info');
  for (let i = 0; i < 3; i++) client.notify('workspace/didChangeConfiguration', { settings: null });
  await eventually(() => assert.deepEqual(severities(client.published(notes.uri).diagnostics), [['avoided-term', 3]]));
});

test('a client that pulls is told to ask again', async (t) => {
  const client = await start(t, { files, capabilities: PULLS });
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(severities((await notes.pull()).items), [['avoided-term', 2]]);
  const before = client.refreshes;
  client.notify('workspace/didChangeConfiguration', { settings: { gloss: rules('off') } });
  await eventually(() => assert.ok(client.refreshes > before));
  assert.deepEqual((await notes.pull()).items, []);
});

test('what is wrong in them is told, and the rest applies', async (t) => {
  const initializationOptions = {
    rules: { 'avoided-term': 'error', 'avoided-terms': 'off', 'no such rule': 'off', 'term-case': 'loud', 'table-shape': 7 },
    rule: {},
  };
  const client = await start(t, { files, params: { initializationOptions } });
  const notes = client.open('notes.md', BAD);
  assert.deepEqual(severities(await notes.diagnostics()), [['avoided-term', 1]]);
  const told = warnings(client).join('\n');
  assert.match(told, /“avoided-terms”; did you mean “avoided-term”/);
  assert.match(told, /no rule “no such rule”/);
  assert.match(told, /“term-case” can be error/);
  assert.match(told, /“table-shape” can be error/);
  assert.match(told, /no setting “rule”/);
});

test('the layout of glossaries, and what is wrong in it', async (t) => {
  const format = { wrap: 7, sort: 'yes', width: 80 };
  const client = await start(t, { files, params: { initializationOptions: { format } } });
  const told = warnings(client).join('\n');
  assert.match(told, /“wrap” can be keep, none or a number of columns from 20 to 1000/);
  assert.match(told, /“sort” can be true or false/);
  assert.match(told, /no setting “width”, only “wrap” and “sort”/);
  const before = warnings(client).length;
  for (const wrap of ['keep', 'none', 80])
    client.notify('workspace/didChangeConfiguration', { settings: { gloss: { format: { wrap, sort: true } } } });
  await client.settled();
  assert.equal(warnings(client).length, before);
});

for (const initializationOptions of [{ format: [] }, { format: { wrap: {} } }, { format: null }, [], 7, 'x', { rules: [] }, { rules: 'x' }, { gloss: 7 }, { gloss: { rules: null } }])
  test(`any JSON will do: ${JSON.stringify(initializationOptions)}`, async (t) => {
    const client = await start(t, { files, params: { initializationOptions } });
    client.notify('workspace/didChangeConfiguration', { settings: initializationOptions });
    const notes = client.open('notes.md', BAD);
    assert.deepEqual(severities(await notes.diagnostics()), [['avoided-term', 2]]);
  });
