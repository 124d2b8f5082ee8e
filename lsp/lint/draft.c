#include "lint/draft.h"

// In bytes: a document, or all glossaries together, above which nothing is copied.
enum { COPY_MAX = 2 * 1024 * 1024 };

typedef struct {
  const Checker *checker;
  const Document *document;
  RuleSettings settings;
  Glossary *glossary; // a copy of all of them, when the document is one; else NULL
  GlossaryFile *file; // the document in it
  Text *text;         // of any other document; owned
} Draft;

static size_t bytes_to_copy(const Checker *checker, const Document *document) {
  const Store *store = checker->glossary->store;
  size_t bytes = text_len(document_text(checker->documents, document));
  if (!document->is_glossary) return bytes;
  for (size_t i = 0; i < store_file_count(store); i++)
    bytes += text_len(store_file(store, i)->text);
  return bytes;
}

static void copy_glossaries(Draft *self) {
  const Store *store = self->checker->glossary->store;
  self->glossary = glossary_new();
  for (size_t i = 0; i < store_file_count(store); i++) {
    const GlossaryFile *file = store_file(store, i);
    glossary_put(self->glossary, glossary_file_new(file->path, file->root, text_bytes(file->text)));
  }
  self->file = store_find(self->glossary->store, self->document->key);
}

static Draft draft_of(const Checker *checker, const Document *document) {
  Draft draft = {.checker = checker, .document = document};
  draft.settings = workspace_settings(checker->workspace, document->path);
  if (document->is_glossary)
    copy_glossaries(&draft);
  else
    draft.text = text_new(text_bytes(document_text(checker->documents, document)));
  return draft;
}

static void draft_free(Draft *self) {
  glossary_delete(self->glossary);
  text_delete(self->text);
}

// From the last edit to the first, so that each stands where it says.
static void make(Draft *self, const Edits *edits) {
  for (size_t i = edits->count; i-- > 0;) {
    const Edit *edit = &edits->items[i];
    if (self->glossary)
      glossary_edit(self->glossary, self->file, edit->range, edit->text);
    else
      text_replace(self->text, edit->range, edit->text);
  }
}

static Slice bytes_of(const Draft *self) {
  return text_bytes(self->glossary ? self->file->text : self->text);
}

static Findings find(Draft *self, Arena *arena) {
  RuleSettings settings;
  if (self->glossary)
    return linter_check(glossary_linter(self->glossary), self->file, &self->settings, arena);
  DocumentPlace place =
      checker_place(self->checker, self->document->path, self->document->language, &settings);
  DocumentLint *lint = document_lint_new();
  Findings found = document_lint_check(lint, &place, self->text, arena);
  document_lint_delete(lint);
  return found;
}

static Edits certain_edits(const Findings *all, const RuleInfo *rule, Arena *arena) {
  Findings some = {arena_array(arena, Finding, all->count), 0};
  for (uint32_t i = 0; i < all->count; i++)
    if (!rule || all->items[i].rule == rule) some.items[some.count++] = all->items[i];
  Edits edits;
  findings_certain_edits(&some, arena, &edits);
  return edits;
}

// Goes on where the first round has ended.
static Edits more_rounds(Draft *self, Edits edits, const RuleInfo *rule, Arena *arena) {
  make(self, &edits);
  for (int round = 1; round < FIX_ROUNDS_MAX; round++) {
    Findings found = find(self, arena);
    Edits next = certain_edits(&found, rule, arena);
    if (!next.count) break;
    edits = edits_compose(&edits, &next, bytes_of(self), arena);
    make(self, &next);
  }
  return edits;
}

Edits draft_fixes(const Checker *checker, Document *document, const RuleInfo *rule, Arena *arena) {
  Edits edits = certain_edits(checker_findings(checker, document), rule, arena);
  if (!edits.count || bytes_to_copy(checker, document) > COPY_MAX) return edits;
  Draft draft = draft_of(checker, document);
  edits = more_rounds(&draft, edits, rule, arena);
  draft_free(&draft);
  return edits;
}
