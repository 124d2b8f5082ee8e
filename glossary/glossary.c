#include "glossary.h"

Glossary *glossary_new(void) {
  Glossary *self = mem_zero(1, sizeof *self);
  self->store = store_new();
  return self;
}

void glossary_delete(Glossary *self) {
  if (!self) return;
  linter_delete(self->linter);
  terms_delete(self->terms);
  store_delete(self->store);
  mem_free(self);
}

// Everything derived follows here, in one place. Terms need not be told: they see by the ids.
static GlossaryFile *follow(Glossary *self, StoreChange change) {
  self->terms_generation += change.added_ids.len || change.removed_ids.len;
  if (self->linter) linter_apply(self->linter, &change);
  GlossaryFile *file = change.file_removed ? NULL : change.file;
  store_change_free(&change);
  return file;
}

GlossaryFile *glossary_put(Glossary *self, GlossaryFile *file) {
  return follow(self, store_put(self->store, file));
}

void glossary_edit(Glossary *self, GlossaryFile *file, Range range, Slice replacement) {
  follow(self, store_edit(self->store, file, range, replacement));
}

void glossary_remove(Glossary *self, GlossaryFile *file) {
  follow(self, store_remove(self->store, file));
}

Terms *glossary_terms(Glossary *self) {
  if (!self->terms) self->terms = terms_new(self->store);
  return self->terms;
}

Linter *glossary_linter(Glossary *self) {
  if (!self->linter) self->linter = linter_new(self->store);
  return self->linter;
}

bool glossary_is_named(Slice path) {
  static const char *const ENDINGS[] = {".gloss", ".gloss.md"};
  for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
    Slice ending = slice_of(ENDINGS[i]);
    if (path.len > ending.len &&
        slice_eq_ascii_case(slice_from(path, path.len - ending.len), ending))
      return true;
  }
  size_t name = path.len;
  while (name && path.ptr[name - 1] != '/') name--;
  return slice_eq_ascii_case(slice_from(path, name), SLICE("GLOSSARY.md"));
}
