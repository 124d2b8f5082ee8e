// Spaces: texts compared without their white space. What was flattened into a line has lost it, so
// only the rest can be the same before and after. The no-break space counts as white space.
#pragma once

#include "../base/slice.h"

#define NO_BREAK_SPACE SLICE("\xC2\xA0")

// How many bytes of white space `text` begins with; 0: none.
static inline size_t space_len(Slice text) {
  if (!text.len) return 0;
  if (byte_is_blank(text.ptr[0])) return 1;
  return slice_starts_with(text, NO_BREAK_SPACE) ? NO_BREAK_SPACE.len : 0;
}

// Without white space at both ends.
Slice trim_spaces(Slice text);

// Whether two texts are the same but for white space.
bool same_but_spaces(Slice a, Slice b);

// A digest that such texts share.
uint64_t hash_but_spaces(Slice text);
