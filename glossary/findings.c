#include "findings.h"

#include <stdlib.h>

static int compare_related(const void *a, const void *b) {
  const Related *x = a, *y = b;
  int order = slice_cmp(x->file->path, y->file->path);
  return order ? order : (x->range.start > y->range.start) - (x->range.start < y->range.start);
}

// The related entries that still stand, ascending by place.
static Related *resolve_related(const FindingList *self, const EntryFinding *kept,
                                uint32_t *count) {
  Related *related = arena_array(self->arena, Related, kept->related_count);
  *count = 0;
  for (uint32_t i = 0; i < kept->related_count; i++) {
    const Entry *entry = store_entry(self->store, kept->related[i].entry);
    if (!entry) continue;
    Range range = range_shift(entry->heading, entry_range(entry).start);
    related[(*count)++] =
        (Related){entry->file, range, arena_copy(self->arena, kept->related[i].message)};
  }
  if (*count) qsort(related, *count, sizeof *related, compare_related);
  return related;
}

// Each suggestion may cost a look at all names. Who has more wrong references than this in one file
// has another problem than a slip of the pen.
enum { SUGGESTIONS_MAX = 500 };

static Slice message_of(FindingList *self, const EntryFinding *kept) {
  Slice nearest = {0};
  if (kept->suggestion.wanted && self->suggestions++ < SUGGESTIONS_MAX)
    nearest = names_nearest(self->names, kept->suggestion.name);
  if (!nearest.len) return arena_copy(self->arena, kept->message);
  return arena_format(self->arena, "%.*s; did you mean \xE2\x80\x9C%.*s\xE2\x80\x9D?",
                      SLICE_FMT(kept->message), SLICE_FMT(nearest));
}

void findings_add(FindingList *self, const EntryFinding *kept, size_t count, uint32_t start) {
  for (size_t i = 0; i < count; i++) {
    Finding finding = {.rule = kept[i].rule,
                       .severity = kept[i].severity,
                       .range = range_shift(kept[i].range, start)};
    finding.message = message_of(self, &kept[i]);
    finding.related = resolve_related(self, &kept[i], &finding.related_count);
    *array_push(&self->found) = finding;
  }
}

Findings findings_finish(FindingList *self) {
  size_t count = self->found.len;
  Findings result = {arena_array(self->arena, Finding, count), (uint32_t)count};
  if (count) memcpy(result.items, self->found.items, count * sizeof(Finding));
  array_free(&self->found);
  return result;
}
