#include "sifted.h"

Sieve sieve_new(Slice path, const Baseline *baseline, const Changed *changed) {
  Sieve self = {.path = path, .baseline = path.len ? baseline : NULL, .by_lines = changed != NULL};
  const ChangedFile *file = changed ? changed_file(changed, path) : NULL;
  if (file) array_append(&self.lines, file->added.items, file->added.len);
  return self;
}

void sieve_free(Sieve *self) {
  array_free(&self->lines);
}

void sifted_free(Sifted *self) {
  if (self->arena) arena_delete(self->arena);
  *self = (Sifted){0};
}

static void keep_in_lines(const Sieve *sieve, Slice text, Findings *findings) {
  Ranges ranges = lines_ranges(&sieve->lines, text);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < findings->count; i++)
    if (ranges_touch(&ranges, findings->items[i].range))
      findings->items[kept++] = findings->items[i];
  findings->count = kept;
  array_free(&ranges);
}

static void leave_known_out(const Sieve *sieve, Slice text, Sifted *found) {
  Findings *findings = &found->reported;
  bool *known = arena_array(found->arena, bool, findings->count);
  baseline_know(sieve->baseline, sieve->path, findings, text, known);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < findings->count; i++)
    if (!known[i]) findings->items[kept++] = findings->items[i];
  found->known = findings->count - kept;
  findings->count = kept;
}

Sifted sifted_in(const Checkable *checkable, const Sieve *sieve) {
  Sifted found = {.arena = arena_new()};
  found.all = checkable->check(checkable->context, found.arena);
  found.reported.items = arena_array(found.arena, Finding, found.all.count);
  found.reported.count = found.all.count;
  if (!found.all.count) return found;
  memcpy(found.reported.items, found.all.items, found.all.count * sizeof *found.all.items);
  Slice text = text_bytes(checkable->text);
  // What is known is counted among all: a line that moves makes nothing new.
  if (sieve->baseline) leave_known_out(sieve, text, &found);
  if (sieve->by_lines) keep_in_lines(sieve, text, &found.reported);
  return found;
}

// --- fixing ---

static uint32_t same_at_start(Slice a, Slice b) {
  size_t len = 0;
  while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len]) len++;
  return (uint32_t)len;
}

static uint32_t same_at_end(Slice a, Slice b) {
  size_t len = 0;
  while (len < a.len && len < b.len && a.ptr[a.len - 1 - len] == b.ptr[b.len - 1 - len]) len++;
  return (uint32_t)len;
}

void checkable_become(const Checkable *self, Slice after) {
  Slice before = text_bytes(self->text);
  uint32_t start = same_at_start(before, after);
  uint32_t end = same_at_end(slice_from(before, start), slice_from(after, start));
  Range range = {start, (uint32_t)before.len - end};
  self->edit(self->context, range, slice_range(after, (Range){start, (uint32_t)after.len - end}));
}

uint32_t sifted_fix(const Sifted *found, const Checkable *checkable, Sieve *sieve) {
  Slice before = text_bytes(checkable->text), after;
  uint32_t made = findings_fix(&found->reported, before, found->arena, &after);
  if (!made) return 0;
  if (sieve->by_lines) {
    LineSpans followed = lines_follow(&sieve->lines, before, after);
    array_free(&sieve->lines);
    sieve->lines = followed;
  }
  checkable_become(checkable, after);
  return made;
}
