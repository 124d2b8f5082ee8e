// Import: pages of a glossary site made into files of the Markdown dialect.
//
// Each entry keeps its fields and its text; what was flattened into one line gets its structure
// back. An entry is read again from what is written for it, and its text flattened again: the
// first way of writing it that gives the same entry is taken, from the best laid out to the page's
// own text. What is uncertain, and what could not be kept, is told by notices. Of a page only its
// furniture is left out.
#pragma once

#include "../format/format.h"
#include "notice.h"

typedef enum {
  SPLIT_LETTER,   // `a.gloss.md` … `z.gloss.md`, `0-9.gloss.md`, `other.gloss.md`
  SPLIT_CATEGORY, // by the name of the category; `uncategorized.gloss.md`
  SPLIT_NONE,     // one file, called as the site
} Split;

typedef struct {
  Split split;
  FormatStyle format; // entries stand in the order of their names in any case
} ImportStyle;

typedef struct {
  Slice name; // without folder
  Slice text;
  uint32_t entry_count;
} ImportedFile;

// All of it lives in the arena.
typedef struct {
  ImportedFile *files; // ascending by name
  uint32_t file_count;
  Notice *notices; // in the order of the pages; `file` is the index of a page
  uint32_t notice_count;
  uint32_t entry_count;
} Imported;

// Makes one glossary of some pages. Takes time proportional to their size; the slices of the pages
// are valid as for text_slice.
Imported import_pages(GlossaryFile *const *pages, size_t count, const ImportStyle *style,
                      Arena *arena);
