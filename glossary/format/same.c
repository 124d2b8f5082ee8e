// Whether two bodies are the same Markdown.
#include "layout.h"

bool layout_same_body(Slice before, Slice after) {
  return slice_eq(slice_trim(before), slice_trim(after));
}
