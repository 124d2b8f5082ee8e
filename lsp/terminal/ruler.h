// Ruler: the places of many offsets of one text, for a person. As person_from_offset, but offsets
// that follow one another on one line are counted from the last one, so that a line of any length
// with any number of them is counted once.
#pragma once

#include "position.h"

typedef struct {
  Text *text; // borrowed; not changed while in use
  uint32_t offset;
  PersonPoint point;
  uint32_t line_end; // of its line, without the line end
} Ruler;

static inline Ruler ruler_new(Text *text) {
  return (Ruler){text, 0, {1, 1}, text_line(text, 0).end};
}

PersonPoint ruler_point(Ruler *self, uint32_t offset);
