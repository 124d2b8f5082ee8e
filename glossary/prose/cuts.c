// Cutting stretches out of parts: both ascend, so one pass is enough.
#include "cuts.h"

#include "writer.h"

typedef struct {
  const Cuts *cuts;
  size_t next; // the first cut that may lie in what is still to come
  Writer out;
} Cutter;

// A cut that reaches over the end of the part stays the next one.
static void cut_part(Cutter *self, Part part) {
  uint32_t at = part.range.start;
  write_break(&self->out, part.link);
  for (; self->next < self->cuts->len; self->next++) {
    Cut cut = self->cuts->items[self->next];
    if (cut.range.start >= part.range.end) break;
    write_text(&self->out, at, cut.range.start);
    write_break(&self->out, cut.link);
    if (cut.range.end > at) at = cut.range.end;
    if (at >= part.range.end) break;
  }
  write_text(&self->out, at, part.range.end);
}

void cuts_apply(const Cuts *cuts, Prose *prose, size_t first) {
  if (!cuts->len) return;
  Prose kept = {0};
  Cutter cutter = {.cuts = cuts, .out = writer_new(&kept)};
  for (size_t i = first; i < prose->parts.len; i++) cut_part(&cutter, prose->parts.items[i]);
  array_splice(&prose->parts, first, prose->parts.len - first, kept.parts.items, kept.parts.len);
  prose_free(&kept);
}
