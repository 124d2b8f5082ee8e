#include "linted.h"

static Findings check(void *context, Arena *arena) {
  const Linted *self = context;
  return document_lint_check(self->lint, &self->place, self->document.text, arena);
}

static void edit(void *context, Range range, Slice replacement) {
  const Linted *self = context;
  text_replace(self->document.text, range, replacement);
  document_lint_edit(self->lint, range, (uint32_t)replacement.len);
}

bool linted_load(const Checking *checking, const Target *target, Linted *self, Slice *problem,
                 Arena *arena) {
  Session *session = checking->session;
  if (!document_load(target->name, session->options.lang, &self->document, problem, arena))
    return false;
  self->lint = document_lint_new();
  self->settings = session_settings(session, target->name.path);
  self->place = (DocumentPlace){.terms = checking->terms,
                                .scope = {target->name.path},
                                .language = self->document.language,
                                .settings = &self->settings,
                                .census = checking->census};
  return true;
}

void linted_free(Linted *self) {
  document_lint_delete(self->lint);
  self->lint = NULL;
}

Checkable linted_checkable(Linted *self) {
  return (Checkable){self->document.text, check, edit, self};
}
