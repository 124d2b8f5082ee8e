#include "languages.h"

// All of it. Empty lines part paragraphs by themselves (words.h).
void prose_read_plain(Slice text, Prose *prose) {
  if (text.len) *array_push(&prose->parts) = (Part){{0, (uint32_t)text.len}, PART_APART};
}
