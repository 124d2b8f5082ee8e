// Writer: appends parts in order. Text that follows on text without a break is one part; what is
// left out between two texts is transparent unless a break says that more stood there.
#pragma once

#include "../base/array.h"
#include "prose.h"

typedef struct {
  Prose *prose;
  PartLink link; // of the next part
  size_t first;  // the first part that is ours
} Writer;

static inline Writer writer_new(Prose *prose) {
  return (Writer){prose, PART_APART, prose->parts.len};
}

static inline void write_break(Writer *self, PartLink link) {
  if (link > self->link) self->link = link;
}

static inline bool writer_extends(const Writer *self, uint32_t start) {
  return self->link == PART_JOINED && self->prose->parts.len > self->first &&
         self->prose->parts.items[self->prose->parts.len - 1].range.end == start;
}

// `start` to `end`, which is not before the text written last. Nothing is written of an empty text.
static inline void write_text(Writer *self, uint32_t start, uint32_t end) {
  if (end <= start) return;
  if (writer_extends(self, start))
    self->prose->parts.items[self->prose->parts.len - 1].range.end = end;
  else
    *array_push(&self->prose->parts) = (Part){{start, end}, self->link};
  self->link = PART_JOINED;
}

// The same, but blanks alone are no text: they are as good as a space.
static inline void write_visible(Writer *self, Slice text, uint32_t start, uint32_t end) {
  Slice written = slice_range(text, (Range){start, end});
  if (slice_trim(written).len)
    write_text(self, start, end);
  else if (written.len)
    write_break(self, PART_SPACED);
}
