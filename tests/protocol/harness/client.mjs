// An editor, as far as the protocol sees one: the client side of vscode-languageserver-protocol over a
// recorded session with the real program.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import protocol from 'vscode-languageserver-protocol/node';
import { atEnd } from './cleanup.mjs';
import { Document } from './document.mjs';
import { Server } from './server.mjs';
import { PATIENCE } from './session.mjs';
import { Workspace } from './workspace.mjs';

const { AbstractMessageReader, AbstractMessageWriter, createProtocolConnection } = protocol;

class SessionReader extends AbstractMessageReader {
  constructor(session) {
    super();
    this.session = session;
  }

  listen(callback) {
    this.session.onMessage(callback);
    return { dispose() {} };
  }
}

class SessionWriter extends AbstractMessageWriter {
  constructor(session) {
    super();
    this.session = session;
  }

  write(message) {
    return this.session.send(message);
  }

  end() {}
}

// `b` laid over `a`, object by object. A function in `b` stands for a value that replaces all of `a`.
const merged = (a, b) => {
  if (typeof b === 'function') return b();
  const plain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!plain(a) || !plain(b)) return b === undefined ? a : b;
  return Object.fromEntries([...Object.keys({ ...a, ...b })].map((key) => [key, merged(a[key], b[key])]));
};

const DEFAULT_CAPABILITIES = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: false } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

export class Client {
  registrations = new Map();
  refreshes = 0; // how often it was told to ask for diagnostics again

  constructor(server, workspace, session = server.session) {
    Object.assign(this, { server, workspace, session });
    this.connection = createProtocolConnection(new SessionReader(session), new SessionWriter(session));
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const one of registrations) this.registrations.set(one.id, one);
    });
    this.connection.onRequest('client/unregisterCapability', ({ unregisterations }) => {
      for (const { id } of unregisterations) this.registrations.delete(id);
    });
    this.connection.onRequest('workspace/configuration', () => [this.configuration ?? null]);
    this.connection.onRequest('workspace/diagnostic/refresh', () => void this.refreshes++);
    this.connection.listen();
  }

  // params: what initialize holds beside the defaults.
  async initialize(params = {}) {
    const root = this.workspace.uri();
    const standard = {
      processId: process.pid,
      clientInfo: { name: 'gloss-protocol-tests' },
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'workspace' }],
      capabilities: DEFAULT_CAPABILITIES,
    };
    this.initialized = await this.request('initialize', merged(standard, params));
    assert.equal(this.initialized.serverInfo.name, 'gloss');
    this.capabilities = this.initialized.capabilities;
    this.encoding = this.capabilities.positionEncoding ?? 'utf-16';
    await this.notify('initialized', {});
    return this;
  }

  request(method, params) {
    return this.connection.sendRequest(method, params);
  }

  notify(method, params) {
    return this.connection.sendNotification(method, params);
  }

  // Opens a document: of the workspace when `name` is a path, or under any other URI.
  open(name, text, languageId = 'markdown') {
    const uri = /^\w[\w+.-]+:/.test(name) ? name : this.workspace.uri(name);
    const document = new Document(this, uri, languageId, text);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return document;
  }

  // What was last published for `uri`; undefined when nothing was.
  published(uri) {
    return this.session.received.findLast((m) => isPublished(m, uri))?.params;
  }

  // The diagnostics published for that version of the document.
  async diagnostics(uri, version) {
    const what = `diagnostics of version ${version} of ${uri}`;
    const message = await this.session.waitFor((m) => isPublished(m, uri) && m.params.version === version, what);
    await this.settled();
    const last = this.published(uri);
    return last.version === version ? last.diagnostics : message.params.diagnostics;
  }

  // Everything sent so far has been dealt with, by an answer to a request sent after it.
  async settled() {
    await this.request('textDocument/hover', {
      textDocument: { uri: this.workspace.uri('nothing-is-open-here') },
      position: { line: 0, character: 0 },
    }).catch(() => {});
  }

  // Ends the session as an editor does, and asserts that it ended well.
  async close() {
    await this.request('shutdown');
    await this.notify('exit');
    this.connection.dispose();
    await this.server.ends(0);
  }
}

const isPublished = (message, uri) =>
  message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri;

// A client of a server for one test, whose end is part of the test.
// options: {files, workspace, args, params, encodings, capabilities}
export async function start(t, options = {}) {
  const workspace = options.workspace ?? new Workspace(t, options.files);
  const server = new Server({ args: ['lsp', ...(options.args ?? ['--no-builtin'])], cwd: workspace.folder });
  const client = new Client(server, workspace);
  atEnd(t, async () => {
    try {
      await client.close();
    } finally {
      await server.kill();
    }
  });
  const general = options.encodings && { positionEncodings: options.encodings };
  const capabilities = { general, ...options.capabilities };
  return client.initialize({ capabilities, ...options.params });
}

// Asks again until `check` no longer throws. For what comes from outside the conversation, like a change on
// the disk.
export async function eventually(check) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await sleep(30);
  }
}

// What a client can do that pulls diagnostics, and one that takes code actions.
export const PULLS = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
};

export const ACTS = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

// The text of a hover, whatever form it has.
export const hoverText = (hover) => hover?.contents?.value ?? '';
