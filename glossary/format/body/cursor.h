// Cursor: a place in a line, counted in columns too, since a container may take part of a tab.
#pragma once

#include "../../base/slice.h"

typedef struct {
  Slice rest;      // what is left of the line
  uint32_t column; // of its first byte
  uint32_t spare;  // columns of a tab before it that nobody has taken yet
} Cursor;

enum { TAB_COLUMNS = 4 };

static inline uint32_t cursor_tab_end(uint32_t column) {
  return column + TAB_COLUMNS - column % TAB_COLUMNS;
}

// How many bytes of blanks are next.
static inline size_t cursor_blanks(const Cursor *self) {
  size_t at = 0;
  while (at < self->rest.len && (self->rest.ptr[at] == ' ' || self->rest.ptr[at] == '\t')) at++;
  return at;
}

// How many columns of blanks are next.
static inline uint32_t cursor_indent(const Cursor *self) {
  uint32_t column = self->column;
  size_t end = cursor_blanks(self);
  for (size_t at = 0; at < end; at++)
    column = self->rest.ptr[at] == '\t' ? cursor_tab_end(column) : column + 1;
  return self->spare + column - self->column;
}

static inline Slice cursor_text(const Cursor *self) {
  return slice_from(self->rest, cursor_blanks(self));
}

static inline void cursor_take(Cursor *self, size_t bytes) {
  self->rest = slice_from(self->rest, bytes);
  self->column += (uint32_t)bytes;
}

// Takes up to `columns` columns of blanks.
static inline void cursor_skip(Cursor *self, uint32_t columns) {
  while (columns && (self->spare || cursor_blanks(self))) {
    if (!self->spare) {
      uint32_t behind = self->rest.ptr[0] == '\t' ? cursor_tab_end(self->column) : self->column + 1;
      self->spare = behind - self->column;
      self->rest = slice_from(self->rest, 1);
      self->column = behind;
    }
    uint32_t taken = self->spare < columns ? self->spare : columns;
    self->spare -= taken;
    columns -= taken;
  }
}
