// Style: what somebody says of the layout of glossaries: a gloss.json, a client, the command line.
// What they leave open is decided by whom they override.
#pragma once

#include <glossary/format/format.h>

enum { WRAP_LEAST = 20, WRAP_MOST = 1000 }; // columns that a line can be filled up to

typedef struct {
  bool wraps, sorts; // whether anything is said of either
  Wrap wrap;
  uint32_t width; // of WRAP_AT
  bool sort;
} StyleChoice;

// Takes `keep`, `none` or a number of columns. False when `value` is none of them.
bool style_read_wrap(StyleChoice *self, Slice value);

// What `over` says goes before what `self` does.
void style_override(StyleChoice *self, const StyleChoice *over);

// Where nothing is said, lines keep their ends and entries their order.
FormatStyle style_of(const StyleChoice *self);
