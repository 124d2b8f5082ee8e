// Markdown: a draft written as an entry, so that reading it gives the draft. Private to the
// importer.
#pragma once

#include "draft.h"
#include "written.h"

// `# Title` with an empty line below, and the field that all entries of the file share, if any.
void write_preamble(Written *out, Slice title, Slice category);

// Appends the entry, ended by a line end. `preamble` is that of its file, and `shared` whether it
// gives the category. What is uncertain about the text is told.
void write_entry(Written *out, const Draft *draft, Slice preamble, bool shared, Notices *notices);
