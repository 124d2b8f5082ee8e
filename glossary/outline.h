// Outline: where the entries of a glossary file stand. A line scan that knows headings and fences
// and nothing else, so that a file of any size is cut at the speed of memory and each entry is read
// alone.
//
// The two dialects are specified in grammar/README.md. A span is the whole of an entry: from its
// heading (page dialect: headword line) to the start of the next one, a level-1 heading or
// furniture. What stands before the first entry is the preamble: title and file-wide fields.
#pragma once

#include "base/array.h"
#include "text.h"

typedef enum { DIALECT_MARKDOWN, DIALECT_PAGE } Dialect;

typedef struct {
  uint32_t start; // offset of the heading line's first byte
  uint32_t len;
  uint32_t
      look; // bytes after the span's end that decided where it ends: an edit there can move the end
} Span;

typedef struct {
  Dialect dialect;
  Array(Span) spans;   // ascending, not overlapping
  bool hides_headings; // a page with headings inside fences: any edit may bring them out
} Outline;

// Which spans an edit replaced: `removed` spans from `first` on by `added` new ones. `whole` says
// that every entry has to be read again, because the dialect changed.
typedef struct {
  uint32_t first, removed, added;
  bool whole;
} OutlineChange;

Outline outline_scan(Text *text);
void outline_free(Outline *self);

// Brings the outline up to date after text_replace(text, `replaced`, …) put `inserted` bytes there.
// Equal to outline_scan of the new text. Reads the entries around the edit again; all that happens
// to the others is that their offsets are shifted.
OutlineChange outline_edit(Outline *self, Text *text, Range replaced, uint32_t inserted);

Range outline_range(const Outline *self, uint32_t index);

// From the start of the text to the first entry.
Range outline_preamble(const Outline *self, const Text *text);
