#include "feature/diagnostics.h"

#include "json.h"
#include "protocol/protocol.h"

static json_t *publication(const Document *document, json_t *array) {
  json_t *version = document->version.known ? json_integer(document->version.number) : NULL;
  return json_pack("{soso*so}", "uri", json_text(document->uri), "version", version, "diagnostics",
                   array);
}

static void publish(const Client *client, json_t *params) {
  client_notify(client, "textDocument/publishDiagnostics", params);
}

static void tell(const Checker *checker, const Client *client, Document *document, Arena *arena) {
  const Findings *findings = checker_findings(checker, document);
  json_t *array = json_diagnostics(document_text(checker->documents, document), findings,
                                   &client->abilities, arena);
  json_t *params = publication(document, array);
  uint64_t digest = json_digest(params);
  document->owed = false;
  if (digest == document->told) {
    json_decref(params);
    return;
  }
  document->told = digest;
  publish(client, params);
}

// What is wrong in a gloss.json is told by whoever reads it (configured.h).
static bool is_config(const Document *document) {
  return slice_eq(path_name(document->path), CONFIG_NAME);
}

static Document *next_due(const Checker *checker) {
  for (size_t i = 0; i < documents_count(checker->documents); i++) {
    Document *document = documents_at(checker->documents, i);
    if (is_config(document)) continue;
    if (document->owed || !checker_knows(checker, document)) return document;
  }
  return NULL;
}

bool diagnostics_due(const Checker *checker, const Client *client) {
  return !client->abilities.pulls && next_due(checker);
}

void diagnostics_go_on(const Checker *checker, const Client *client, Arena *arena) {
  Document *document = next_due(checker);
  if (document && checker_work(checker, document)) tell(checker, client, document, arena);
}

void diagnostics_clear(const Client *client, const Document *document) {
  if (document->told && !client->abilities.pulls)
    publish(client, publication(document, json_array()));
}
