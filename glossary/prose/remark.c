// Whether a comment is meant for Gloss.
#include "remark.h"

bool remark_add(Prose *prose, Slice text, Range comment, Range inside) {
  if (inside.start >= inside.end) return false;
  Slice content = slice_trim(slice_range(text, inside));
  if (!slice_starts_with(content, SLICE("gloss-"))) return false;
  *array_push(&prose->remarks) = (Remark){comment, range_of(text, content)};
  return true;
}
