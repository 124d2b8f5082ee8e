#include "feature/diagnostics.h"

#include "json.h"
#include "protocol.h"

// How many entries are looked at before a request gets its turn.
enum { ENTRIES_AT_ONCE = 100 };

static json_t *diagnostics(GlossaryFile *file, Findings findings, const Abilities *abilities,
                           Arena *arena) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < findings.count; i++)
    json_array_append_new(array, json_diagnostic(file, &findings.items[i], abilities, arena));
  return array;
}

static int add_to_digest(const char *bytes, size_t len, void *context) {
  uint64_t *digest = context; // FNV-1a
  for (size_t i = 0; i < len; i++) *digest = (*digest ^ (uint8_t)bytes[i]) * 0x100000001b3u;
  return 0;
}

static uint64_t digest_of(const json_t *json) {
  uint64_t digest = 0xcbf29ce484222325u;
  json_dump_callback(json, add_to_digest, &digest, JSON_COMPACT);
  return digest ? digest : 1;
}

static json_t *publication(const Document *document, json_t *array) {
  json_t *version = document->version.known ? json_integer(document->version.number) : NULL;
  return json_pack("{soso*so}", "uri", json_text(document->uri), "version", version, "diagnostics",
                   array);
}

static void publish(const Client *client, json_t *params) {
  client_notify(client, "textDocument/publishDiagnostics", params);
}

static void update(const Client *client, Glossary *glossary, Document *document, GlossaryFile *file,
                   Arena *arena) {
  Findings findings = linter_check(glossary_linter(glossary), file, NULL, arena);
  json_t *params = publication(document, diagnostics(file, findings, &client->abilities, arena));
  uint64_t digest = digest_of(params);
  if (digest == document->published) {
    json_decref(params);
    return;
  }
  document->published = digest;
  publish(client, params);
}

static Document *next_due(const Glossary *glossary, const Documents *documents) {
  uint64_t revision = store_revision(glossary->store);
  for (size_t i = 0; i < documents_count(documents); i++) {
    Document *document = documents_at(documents, i);
    if (document->is_glossary && document->told_at != revision) return document;
  }
  return NULL;
}

bool diagnostics_due(const Glossary *glossary, const Documents *documents) {
  return next_due(glossary, documents) != NULL;
}

void diagnostics_go_on(const Client *client, Glossary *glossary, const Documents *documents,
                       Arena *arena) {
  Document *document = next_due(glossary, documents);
  GlossaryFile *file = document ? document_file(documents, document) : NULL;
  if (!file || !linter_work(glossary_linter(glossary), file, ENTRIES_AT_ONCE)) return;
  update(client, glossary, document, file, arena);
  document->told_at = store_revision(glossary->store);
}

void diagnostics_clear(const Client *client, const Document *document) {
  if (document->published) publish(client, publication(document, json_array()));
}
