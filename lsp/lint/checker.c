#include "lint/checker.h"

// How much is looked at before a request gets its turn.
enum { ENTRIES_AT_ONCE = 100, BYTES_AT_ONCE = 256 * 1024 };

static Basis basis_of(const Checker *self, const Document *document) {
  uint64_t settings = workspace_generation(self->workspace);
  if (document->is_glossary) return (Basis){store_revision(self->glossary->store), 0, settings};
  return (Basis){document->edition, self->glossary->terms_generation, settings};
}

bool checker_knows(const Checker *self, const Document *document) {
  return document->kept.arena && basis_eq(document->kept.basis, basis_of(self, document));
}

bool checker_ignores(const Checker *self, Slice path) {
  return config_ignores(workspace_config(self->workspace, path), path);
}

const ProseLanguage *checker_language(const Checker *self, Slice path, Slice language) {
  Slice configured = config_language(workspace_config(self->workspace, path), path);
  return prose_language(configured.len ? configured : language, path_name(path));
}

DocumentPlace checker_place(const Checker *self, Slice path, Slice language,
                            RuleSettings *settings) {
  *settings = workspace_settings(self->workspace, path);
  return (DocumentPlace){.terms = glossary_terms(self->glossary),
                         .scope = {path},
                         .language = checker_language(self, path, language),
                         .settings = settings};
}

static DocumentPlace place_of(const Checker *self, const Document *document,
                              RuleSettings *settings) {
  return checker_place(self, document->path, document->language, settings);
}

// What was read with other terms or other settings says nothing of the document as it is now.
static void forget_outdated(const Checker *self, Document *document) {
  Kept *kept = &document->kept;
  Basis basis = basis_of(self, document);
  bool same = basis.terms == kept->read.terms && basis.settings == kept->read.settings;
  if (!same) document_lint_reset(kept->lint);
  kept->read = basis;
}

// True when all is read. `all`: in this turn.
static bool read_on(const Checker *self, Document *document, bool all) {
  if (document->is_glossary)
    return linter_work(glossary_linter(self->glossary), document_file(self->documents, document),
                       all ? SIZE_MAX : ENTRIES_AT_ONCE);
  RuleSettings settings;
  DocumentPlace place = place_of(self, document, &settings);
  forget_outdated(self, document);
  return document_lint_work(document->kept.lint, &place, document_text(self->documents, document),
                            all ? SIZE_MAX : BYTES_AT_ONCE);
}

static Findings check(const Checker *self, Document *document, Arena *arena) {
  RuleSettings settings;
  DocumentPlace place = place_of(self, document, &settings);
  if (checker_ignores(self, document->path)) return (Findings){0};
  if (document->is_glossary)
    return linter_check(glossary_linter(self->glossary), document_file(self->documents, document),
                        &settings, arena);
  return document_lint_check(document->kept.lint, &place, document_text(self->documents, document),
                             arena);
}

static void put_together(const Checker *self, Document *document) {
  Kept *kept = &document->kept;
  arena_delete(kept->arena);
  kept->arena = arena_new();
  kept->findings = check(self, document, kept->arena);
  kept->basis = basis_of(self, document);
  kept->revision = store_revision(self->glossary->store);
  document->owed = true;
}

bool checker_work(const Checker *self, Document *document) {
  if (checker_knows(self, document)) return true;
  if (!read_on(self, document, false)) return false;
  put_together(self, document);
  return true;
}

const Findings *checker_findings(const Checker *self, Document *document) {
  bool in_place = document->kept.revision == store_revision(self->glossary->store);
  if (!checker_knows(self, document) || !in_place) {
    read_on(self, document, true);
    put_together(self, document);
  }
  return &document->kept.findings;
}
