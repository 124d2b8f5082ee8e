#include "others.h"

#include "../../match/terms.h"
#include "../../words/name.h"

static bool stands_before(const Entry *a, const Entry *b) {
  int order = a->file == b->file ? 0 : slice_cmp(a->file->path, b->file->path);
  return order ? order < 0 : a->index < b->index;
}

void relate_in_order(RuleContext *context, EntryFinding *finding, const Entry *other,
                     Slice message) {
  if (!finding->related)
    finding->related = arena_array(context->arena, RelatedEntry, SHARED_PLACES_MAX);
  RelatedEntry *related = finding->related;
  uint32_t at = finding->related_count;
  while (at && stands_before(other, store_entry(context->store, related[at - 1].entry))) at--;
  if (at == SHARED_PLACES_MAX) return;
  if (finding->related_count < SHARED_PLACES_MAX) finding->related_count++;
  memmove(&related[at + 1], &related[at], (finding->related_count - at - 1) * sizeof *related);
  related[at] = (RelatedEntry){other->id, message};
}

bool may_mean_the_same(const Entry *a, const Entry *b) {
  if (!scope_same(a->file, b->file)) return false;
  bool both_told = a->category.len && b->category.len;
  return !both_told || slice_eq_ascii_case(a->category, b->category);
}

bool form_finds(Slice form, MatchMode match, Slice text) {
  IndexForm only = {.text = form, .role = FORM_ALIAS, .match = match};
  Index *index = index_new(&only, 1);
  const Index *layer = index;
  Matches matches = {0};
  index_scan(&layer, 1, &(Scan){.text = text}, &matches);
  bool whole =
      matches.len && matches.items[0].range.start == 0 && matches.items[0].range.end == text.len;
  array_free(&matches);
  index_delete(index);
  return whole;
}

// Most are written alike; only the others are worth asking the matcher.
static bool is_alike(const RuleContext *context, const Form *form, MatchMode match, Slice text,
                     Slice key, MatchMode text_match) {
  if (slice_eq(form->text, text)) return true;
  return slice_eq(name_key(form->text, context->scratch), key) &&
         (form_finds(form->text, match, text) || form_finds(text, text_match, form->text));
}

const Form *form_alike(const RuleContext *context, const Entry *entry, Slice text,
                       MatchMode text_match) {
  Slice key = name_key(text, context->scratch);
  for (uint32_t i = 0; i < entry->form_count && i < FORMS_LOOKED_AT; i++) {
    const Form *form = &entry->forms[i];
    if (form->role != FORM_AVOID && is_alike(context, form, entry->match, text, key, text_match))
      return form;
  }
  return NULL;
}
