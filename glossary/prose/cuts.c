#include "cuts.h"

typedef Array(Part) Parts;

typedef struct {
  const Cuts *cuts;
  size_t next;   // the first cut that may lie in what is still to come
  PartLink link; // of the next part
  Parts kept;
} Cutter;

static void part_from(Cutter *self, PartLink link) {
  if (link > self->link) self->link = link;
}

static void keep(Cutter *self, uint32_t start, uint32_t end) {
  if (start >= end) return;
  *array_push(&self->kept) = (Part){{start, end}, self->link};
  self->link = PART_JOINED;
}

// A cut that reaches over the end of the part stays the next one.
static void cut_part(Cutter *self, Part part) {
  uint32_t at = part.range.start;
  part_from(self, part.link);
  for (; self->next < self->cuts->len; self->next++) {
    Cut cut = self->cuts->items[self->next];
    if (cut.range.start >= part.range.end) break;
    keep(self, at, cut.range.start);
    part_from(self, cut.link);
    if (cut.range.end > at) at = cut.range.end;
    if (at >= part.range.end) break;
  }
  keep(self, at, part.range.end);
}

void cuts_apply(const Cuts *cuts, Prose *prose, size_t first) {
  if (!cuts->len) return;
  Cutter cutter = {.cuts = cuts, .link = PART_JOINED};
  for (size_t i = first; i < prose->parts.len; i++) cut_part(&cutter, prose->parts.items[i]);
  array_splice(&prose->parts, first, prose->parts.len - first, cutter.kept.items, cutter.kept.len);
  array_free(&cutter.kept);
}
