// Kept: what is wrong with one open document, as far as it is known, so that an edit costs what it
// touches and a question about the findings costs nothing.
#pragma once

#include <glossary/lint/document/document.h>

// What findings hang on. While it stays the same, so do they.
typedef struct {
  uint64_t text;     // the document's edition; of a glossary the store's revision
  uint64_t terms;    // the generation of the terms; of a glossary 0
  uint64_t settings; // the generation of the settings
} Basis;

static inline bool basis_eq(Basis a, Basis b) {
  return a.text == b.text && a.terms == b.terms && a.settings == b.settings;
}

typedef struct {
  DocumentLint *lint; // of a document that is no glossary; else NULL
  Basis read;         // what `lint` was last worked with
  Arena *arena;       // of the findings; NULL: none were put together yet
  Findings findings;
  Basis basis;       // of the findings
  uint64_t revision; // of the store, when they were put together: places in glossaries move
} Kept;

static inline void kept_free(Kept *self) {
  document_lint_delete(self->lint);
  arena_delete(self->arena);
  *self = (Kept){0};
}
