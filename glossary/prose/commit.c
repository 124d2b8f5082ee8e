#include "languages.h"

#include "../line.h"

// Below this line git shows the change; nothing there goes into the message.
#define SCISSORS "# ------------------------ >8"

static void add_part(Prose *prose, uint32_t start, uint32_t end) {
  if (end > start) *array_push(&prose->parts) = (Part){{start, end}, PART_APART};
}

// A message is plain text between comment lines.
void prose_read_commit(Slice text, Prose *prose) {
  uint32_t start = 0;
  Slice rest = text;
  while (rest.len) {
    uint32_t at = (uint32_t)(text.len - rest.len);
    Slice line = line_next(&rest);
    if (!slice_starts_with(line, SLICE("#"))) continue;
    add_part(prose, start, at);
    if (slice_starts_with(line, SLICE(SCISSORS))) return;
    start = (uint32_t)(text.len - rest.len);
  }
  add_part(prose, start, (uint32_t)text.len);
}
