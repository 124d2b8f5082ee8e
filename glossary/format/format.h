// Format: a glossary in the Markdown dialect laid out in one way, so that two people who write the
// same thing write the same bytes.
//
// What is laid out: the order and the spelling of fields, blank lines, the marks of headings and
// lists, tables, the ends of lines, and, where a style asks for it, the width of paragraphs and the
// order of entries. What is said stays: an entry reads the same before and after, and so does the
// Markdown of its body. Each entry is compared; one that would not is left as it was, and told.
// Formatting what is formatted changes nothing.
//
// Code, formulas, HTML, comments and what is malformed are never touched. A page is left alone.
#pragma once

#include "../edit.h"
#include "../store.h"

typedef enum {
  WRAP_KEEP, // paragraphs keep their line ends
  WRAP_NONE, // a paragraph is one line
  WRAP_AT,   // lines are filled up to `width` columns, as far as words let them
} Wrap;

typedef struct {
  Wrap wrap;
  uint32_t width; // in columns, as a terminal shows them: wide characters take two
  // Entries stand in the order of their names, each part of the file for itself: in that of
  // lint/order.h which the file is nearer to.
  bool sort;
} FormatStyle;

typedef struct {
  Edits edits;       // of whole lines, as few as there are differences; in the arena
  uint32_t *refused; // indexes of entries that are left as they were, ascending
  uint32_t refused_count;
} Formatting;

// The edits that format the entries and the preamble that `within` touches; of the whole file,
// sorting included, where it holds all of it. Takes time proportional to what is formatted.
Formatting format_file(const GlossaryFile *file, const FormatStyle *style, Range within,
                       Arena *arena);
