// Formatted: what formatting makes of one glossary.
#pragma once

#include "document.h"

typedef struct {
  Slice problem;        // owned; why it could not be read, or must stay as it is; empty: nothing
  Slice before, after;  // owned; `after` is set when the two differ, `before` when it could be read
  bool changed;         // they differ
  bool counts;          // it was a glossary to format, be it changed or not
  bool is_page;         // a page with entries, which has no layout
  bool is_no_glossary;  // a text without a headword
  bool has_mark;        // standard input began with a byte order mark
  Array(uint32_t) left; // lines, from 1, of entries that had to stay as they are
} Formatted;

// Reads the text and formats it; `style` goes before what the gloss.json says. Safe on any thread.
Formatted formatted_of(DocumentName name, const StyleChoice *style);
void formatted_free(Formatted *self);
