#include "languages.h"

// Below this line git shows the change; nothing there goes into the message.
#define SCISSORS "# ------------------------ >8"

static size_t line_len(Slice text) {
  const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
  return end ? (size_t)(end - text.ptr) + 1 : text.len;
}

// A message is plain text between comment lines.
void prose_read_commit(Slice text, Prose *prose) {
  uint32_t start = 0, at = 0;
  bool ended = false;
  while (at < text.len && !ended) {
    Slice rest = slice_from(text, at);
    uint32_t end = at + (uint32_t)line_len(rest);
    if (*rest.ptr == '#') {
      if (at > start) *array_push(&prose->parts) = (Part){{start, at}, PART_APART};
      ended = slice_starts_with(rest, SLICE(SCISSORS));
      start = end;
    }
    at = end;
  }
  if (at > start && !ended) *array_push(&prose->parts) = (Part){{start, at}, PART_APART};
}
