#include "feature/pull.h"

#include "feature/diagnostics.h"
#include "json.h"
#include "protocol/protocol.h"

Slice pull_result_id(uint64_t digest, Arena *arena) {
  return arena_format(arena, "%016llx", (unsigned long long)digest);
}

json_t *pull_report(json_t *items, Slice previous, uint64_t *digest, Arena *arena) {
  *digest = json_digest(items);
  Slice id = pull_result_id(*digest, arena);
  if (!slice_eq(id, previous))
    return json_pack("{sssoso}", "kind", "full", "resultId", json_text(id), "items", items);
  json_decref(items);
  return json_pack("{ssso}", "kind", "unchanged", "resultId", json_text(id));
}

static json_t *report_of(const Checker *checker, const Abilities *abilities, Document *document,
                         Slice previous, Arena *arena) {
  const Findings *findings = checker_findings(checker, document);
  json_t *items =
      json_diagnostics(document_text(checker->documents, document), findings, abilities, arena);
  document->owed = false;
  return pull_report(items, previous, &document->told, arena);
}

// ---- with it

static void add_if_changed(const Checker *checker, const Abilities *abilities, Document *document,
                           json_t *related, Arena *arena) {
  uint64_t told = document->told;
  json_t *report = report_of(checker, abilities, document, (Slice){0}, arena);
  Slice uri = arena_copy(arena, document->uri); // ended by a NUL
  if (document->told != told) json_object_set(related, uri.ptr, report);
  json_decref(report);
}

// NULL when there are none. A glossary that takes long to check waits until it is asked for.
static json_t *related_reports(const Checker *checker, const Abilities *abilities,
                               const Document *main, Arena *arena) {
  json_t *related = json_object();
  for (size_t i = 0; i < documents_count(checker->documents); i++) {
    Document *document = documents_at(checker->documents, i);
    if (document == main || !document->is_glossary || !document->told) continue;
    if (checker_work(checker, document) && document->owed)
      add_if_changed(checker, abilities, document, related, arena);
  }
  if (json_object_size(related)) return related;
  json_decref(related);
  return NULL;
}

// ---- the answer

// A glossary of the store need not be open; of any other file we know the text only while it is.
static json_t *report_of_closed(const Checker *checker, const Abilities *abilities,
                                const Params *params, Slice previous, Arena *arena) {
  uint64_t digest;
  Slice path = document_path(params->uri, arena);
  GlossaryFile *file = store_find(checker->glossary->store, path);
  RuleSettings settings = workspace_settings(checker->workspace, path);
  if (!file) return pull_report(json_array(), previous, &digest, arena);
  Findings found = linter_check(glossary_linter(checker->glossary), file, &settings, arena);
  return pull_report(json_diagnostics(file->text, &found, abilities, arena), previous, &digest,
                     arena);
}

json_t *pull_answer(const Checker *checker, const Abilities *abilities, const Params *params,
                    Arena *arena) {
  Document *document = documents_find(checker->documents, params->uri);
  Slice previous = json_slice_at(params->raw, "previousResultId");
  if (!document) return report_of_closed(checker, abilities, params, previous, arena);
  json_t *report = report_of(checker, abilities, document, previous, arena);
  bool wanted = abilities->pulls_related && document->is_glossary;
  json_t *related = wanted ? related_reports(checker, abilities, document, arena) : NULL;
  if (related) json_object_set_new(report, "relatedDocuments", related);
  return report;
}
