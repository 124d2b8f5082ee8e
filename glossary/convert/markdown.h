// Markdown: a draft written as an entry, so that reading it gives the draft. Private to the
// importer.
#pragma once

#include "../format/format.h"
#include "draft.h"
#include "written.h"

// `# Title` with an empty line below, and the field that all entries of the file share, if any.
void write_preamble(Written *out, Slice title, Slice category);

// What the entries of one file have in common.
typedef struct {
  Slice preamble;
  bool gives_category; // for all of them
  const FormatStyle *style;
} Surroundings;

// Appends the entry, ended by a line end. What is uncertain about the text is told.
void write_entry(Written *out, const Draft *draft, const Surroundings *around, Notices *notices);
