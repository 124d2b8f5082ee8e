#include "finding.h"

#include <stdlib.h>

static const char *const SEVERITIES[] = {"error", "warning", "info", "hint", "off"};
enum { SEVERITY_COUNT = sizeof SEVERITIES / sizeof *SEVERITIES };

const char *severity_name(Severity severity) {
  return SEVERITIES[severity];
}

bool severity_from_name(Slice name, Severity *severity) {
  for (int i = 0; i < SEVERITY_COUNT; i++) {
    if (!slice_eq(name, slice_of(SEVERITIES[i]))) continue;
    *severity = (Severity)i;
    return true;
  }
  return false;
}

static int compare_numbers(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int finding_compare(const Finding *a, const Finding *b) {
  int order = compare_numbers(a->range.start, b->range.start);
  if (!order) order = compare_numbers(a->range.end, b->range.end);
  if (!order) order = strcmp(a->rule->id, b->rule->id);
  return order ? order : slice_cmp(a->message, b->message);
}

static int compare(const void *a, const void *b) {
  return finding_compare(a, b);
}

static bool is_sorted(const Findings *self) {
  for (uint32_t i = 1; i < self->count; i++)
    if (finding_compare(&self->items[i - 1], &self->items[i]) > 0) return false;
  return true;
}

// Most come in their order.
void findings_sort(Findings *self) {
  if (!is_sorted(self)) qsort(self->items, self->count, sizeof *self->items, compare);
}

// --- copies ---

static Fix copy_fix(const Fix *from, uint32_t shift, Arena *arena) {
  Fix fix = {arena_copy(arena, from->title), arena_array(arena, Edit, from->edit_count),
             from->edit_count, from->certain};
  for (uint32_t i = 0; i < fix.edit_count; i++)
    fix.edits[i] =
        (Edit){range_shift(from->edits[i].range, shift), arena_copy(arena, from->edits[i].text)};
  return fix;
}

Finding finding_copy(const Finding *self, uint32_t shift, Arena *arena) {
  Finding copy = *self;
  copy.range = range_shift(copy.range, shift);
  copy.message = arena_copy(arena, self->message);
  copy.subject = arena_copy(arena, self->subject);
  copy.related = arena_array(arena, Related, self->related_count);
  for (uint32_t i = 0; i < self->related_count; i++) {
    copy.related[i] = self->related[i];
    copy.related[i].message = arena_copy(arena, self->related[i].message);
  }
  copy.fixes = arena_array(arena, Fix, self->fix_count);
  for (uint32_t i = 0; i < self->fix_count; i++)
    copy.fixes[i] = copy_fix(&self->fixes[i], shift, arena);
  return copy;
}

Findings findings_sorted(const Finding *items, size_t count, Arena *arena) {
  Findings result = {arena_array(arena, Finding, count), (uint32_t)count};
  if (count) memcpy(result.items, items, count * sizeof *items);
  findings_sort(&result);
  return result;
}

// --- fixes ---

typedef struct {
  Edit edit;
  uint32_t fix;   // the number of the fix it belongs to, from 0
  uint32_t order; // of the edit, among all
} Owned;

static const Fix *certain_fix(const Finding *finding) {
  return finding->fix_count && finding->fixes[0].certain ? &finding->fixes[0] : NULL;
}

static int by_place(const void *left, const void *right) {
  const Owned *a = left, *b = right;
  int order = compare_numbers(a->edit.range.start, b->edit.range.start);
  if (!order) order = compare_numbers(a->edit.range.end, b->edit.range.end);
  return order ? order : compare_numbers(a->order, b->order);
}

// Two edits meet when they overlap, or stand at the same place: then their order would matter.
static bool meet(const Owned *a, const Owned *b) {
  return b->edit.range.start < a->edit.range.end || b->edit.range.start == a->edit.range.start;
}

// Of fixes that meet, the first one in the text is made. Leaving one out frees its other edits,
// which may free another fix; that one waits for the next round all the same.
static void refuse_meeting(const Owned *all, size_t count, bool *refused) {
  const Owned *last = NULL;
  for (size_t i = 0; i < count; i++) {
    if (refused[all[i].fix]) continue;
    bool in_the_way = last && last->fix != all[i].fix && meet(last, &all[i]);
    if (in_the_way)
      refused[all[i].fix] = true;
    else if (!last || all[i].edit.range.end >= last->edit.range.end)
      last = &all[i];
  }
}

static size_t keep_accepted(const Owned *all, size_t count, const bool *refused, Edit *edits) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++)
    if (!refused[all[i].fix]) edits[kept++] = all[i].edit;
  return kept;
}

uint32_t findings_certain_edits(const Findings *self, Arena *arena, Edits *out) {
  size_t edit_count = 0, count = 0;
  uint32_t fixes = 0, made = 0;
  for (uint32_t i = 0; i < self->count; i++)
    if (certain_fix(&self->items[i])) edit_count += certain_fix(&self->items[i])->edit_count;
  Owned *all = arena_array(arena, Owned, edit_count);
  bool *refused = arena_array(arena, bool, self->count);
  for (uint32_t i = 0; i < self->count; i++) {
    const Fix *fix = certain_fix(&self->items[i]);
    for (uint32_t j = 0; fix && j < fix->edit_count; j++)
      all[count] = (Owned){fix->edits[j], fixes, (uint32_t)count}, count++;
    fixes += fix != NULL;
  }
  if (count) qsort(all, count, sizeof *all, by_place);
  refuse_meeting(all, count, refused);
  out->items = arena_array(arena, Edit, edit_count);
  out->count = keep_accepted(all, count, refused, out->items);
  for (uint32_t i = 0; i < fixes; i++) made += !refused[i];
  return made;
}

uint32_t findings_fix(const Findings *self, Slice text, Arena *arena, Slice *out) {
  Edits edits;
  uint32_t made = findings_certain_edits(self, arena, &edits);
  *out = edits_apply(edits.items, edits.count, text, arena);
  return made;
}
