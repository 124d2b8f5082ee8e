#include "ruler.h"

#include <glossary/base/utf.h>

static void go_to_line_of(Ruler *self, uint32_t offset) {
  uint32_t line = text_line_at(self->text, offset);
  if (line + 1 == self->point.line && offset >= self->offset) return;
  Range whole = text_line(self->text, line);
  self->offset = whole.start;
  self->point = (PersonPoint){line + 1, 1};
  self->line_end = whole.end;
}

PersonPoint ruler_point(Ruler *self, uint32_t offset) {
  if (offset < self->offset || offset > self->line_end) go_to_line_of(self, offset);
  if (offset > self->line_end) offset = self->line_end;
  Range between = {self->offset, offset};
  self->point.column += utf_count(text_slice(self->text, between));
  self->offset = offset;
  return self->point;
}
