// Whether two bodies are the same Markdown.
#include "layout.h"

bool layout_same_body(Slice before, Slice after) {
  Layout a = {0}, b = {0};
  layout_lines(slice_trim(before), &a);
  layout_lines(slice_trim(after), &b);
  bool r = slice_eq(slice_new(a.items, a.len), slice_new(b.items, b.len));
  array_free(&a);
  array_free(&b);
  return r;
}
