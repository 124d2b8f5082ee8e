// Writer: lines of a body, each behind what its containers put before it.
#pragma once

#include "../layout.h"
#include "blocks.h"

typedef struct {
  Slice text;
  uint32_t columns; // up to its first line end, where it holds one
  uint32_t tail;    // columns behind its last line end; the same as `columns` where it holds none
  bool forced;      // a line ends behind it, whatever the width
  bool glued;       // no line may end before it
} Word;

typedef struct {
  const Blocks *blocks;
  const FormatStyle *style;
  Layout *out;
  Layout prefix; // of the next line
  bool open;     // a line has begun with the mark of an item or the sign of a quote,
  uint32_t gap;  // and this many spaces stand between that and what follows
  bool bare;     // the last line is but the mark of an empty item
  bool quoted;   // it is of a quote
  bool unsure;   // something cannot be written so that all read it as before

  Layout text;       // of the paragraph that is filled
  Array(Word) words; // of it
} Writer;

// The line gets what stands before its text.
void writer_begin(Writer *self);
// A line without text ends in no blanks.
void writer_end(Writer *self);
void writer_line(Writer *self, Slice text);
// An empty line between blocks.
void writer_part(Writer *self);

void write_paragraph(Writer *self, const Block *block);
void write_table(Writer *self, const Block *block);

static inline const BlockLine *writer_lines(const Writer *self, const Block *block) {
  return &self->blocks->lines.items[block->line];
}

// A line's text without the blanks at both ends.
static inline Slice line_trimmed(const BlockLine *line) {
  return slice_trim(line->text);
}
