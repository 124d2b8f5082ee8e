#include "style.h"

// WRAP_MOST + 1 for whatever is larger; 0 for what is no number.
static uint32_t read_columns(Slice value) {
  uint32_t columns = 0;
  for (size_t i = 0; i < value.len; i++) {
    if (value.ptr[i] < '0' || value.ptr[i] > '9') return 0;
    columns = columns * 10 + (uint32_t)(value.ptr[i] - '0');
    if (columns > WRAP_MOST) columns = WRAP_MOST + 1;
  }
  return columns;
}

static void choose(StyleChoice *self, Wrap wrap, uint32_t width) {
  self->wraps = true;
  self->wrap = wrap;
  self->width = width;
}

bool style_read_wrap(StyleChoice *self, Slice value) {
  uint32_t columns = read_columns(value);
  bool fits = columns >= WRAP_LEAST && columns <= WRAP_MOST;
  if (slice_eq(value, SLICE("keep")))
    choose(self, WRAP_KEEP, 0);
  else if (slice_eq(value, SLICE("none")))
    choose(self, WRAP_NONE, 0);
  else if (fits)
    choose(self, WRAP_AT, columns);
  else
    return false;
  return true;
}

void style_override(StyleChoice *self, const StyleChoice *over) {
  if (over->wraps) choose(self, over->wrap, over->width);
  if (!over->sorts) return;
  self->sorts = true;
  self->sort = over->sort;
}

FormatStyle style_of(const StyleChoice *self) {
  return (FormatStyle){.wrap = self->wraps ? self->wrap : WRAP_KEEP,
                       .width = self->width,
                       .sort = self->sorts && self->sort};
}
