// Lines: a document line by line, for markups whose blocks are made by lines and their indentation.
#pragma once

#include "../line.h"
#include "seek.h"

typedef struct {
  uint32_t start;  // of the line
  uint32_t text;   // its first byte that is no blank; `end` when there is none
  uint32_t end;    // without blanks at its end
  uint32_t indent; // columns before `text`; a tab goes to the next multiple of eight
} Line;

typedef struct {
  Slice text;
  Slice rest;
} Lines;

static inline Lines lines_new(Slice text) {
  return (Lines){text, slice_starts_with(text, BYTE_ORDER_MARK)
                           ? slice_from(text, BYTE_ORDER_MARK.len)
                           : text};
}

static inline uint32_t next_column(uint32_t column, char c) {
  return c == '\t' ? (column | 7) + 1 : column + 1;
}

// Moves the line's text on by `count` bytes and the blanks after them, as if they were indentation.
static inline void line_cut(Line *self, Slice text, uint32_t count) {
  uint32_t stop = self->text + count;
  while (self->text < self->end && (self->text < stop || byte_is_blank(text.ptr[self->text])))
    self->indent = next_column(self->indent, text.ptr[self->text++]);
}

// False at the end of the text.
static inline bool lines_next(Lines *self, Line *line) {
  if (!self->rest.len) return false;
  Range range = range_of(self->text, line_next(&self->rest));
  while (range.end > range.start && byte_is_blank(self->text.ptr[range.end - 1])) range.end--;
  *line = (Line){range.start, range.start, range.end, 0};
  line_cut(line, self->text, 0);
  return true;
}

static inline bool lines_peek(const Lines *self, Line *line) {
  Lines copy = *self;
  return lines_next(&copy, line);
}

static inline bool is_empty_line(const Line *line) {
  return line->text == line->end;
}

// From its first byte that is no blank on.
static inline Slice line_text(const Line *line, Slice text) {
  return slice_range(text, (Range){line->text, line->end});
}

// How often the first byte of `text` stands at its start.
static inline size_t leading_run(Slice text) {
  return alike_end(text, 0, (uint32_t)text.len);
}
