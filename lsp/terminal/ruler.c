#include "ruler.h"

#include <glossary/base/utf.h>

PersonPoint ruler_point(Ruler *self, uint32_t offset) {
  uint32_t line = text_line_at(self->text, offset) + 1;
  if (line != self->point.line || offset < self->offset) {
    self->offset = text_line_start(self->text, line - 1);
    self->point = (PersonPoint){line, 1};
  }
  uint32_t end = text_line(self->text, line - 1).end;
  if (offset > end) offset = end;
  Range between = {self->offset, offset};
  self->point.column += utf_count(text_slice(self->text, between));
  self->offset = offset;
  return self->point;
}
