// Export: glossaries in a form of others. One table of forms (export.c), so that a new one is a
// row and a file of its own.
#pragma once

#include "../store.h"
#include "notice.h"

// Something that a form has no place for, or has only as something else.
typedef struct {
  const char *what; // `a page has no place for avoid`
  uint32_t count;   // how often
} Loss;

// All of it lives in the arena.
typedef struct {
  Slice text;
  Loss *losses; // each kind once
  uint32_t loss_count;
  Notice *notices; // in the order of the text; `file` is the index of a glossary
  uint32_t notice_count;
  uint32_t entry_count;
} Exported;

typedef struct {
  const char *name;
  Exported (*write)(GlossaryFile *const *files, size_t count, Arena *arena);
} ExportForm;

#define EXPORT_FORMS "page" // the names of all forms, for a person

// NULL when there is none of that name.
const ExportForm *export_form_named(Slice name);

// A page as glossary sites have them: each entry a headword line and its text on one line.
Exported export_page(GlossaryFile *const *files, size_t count, Arena *arena);
