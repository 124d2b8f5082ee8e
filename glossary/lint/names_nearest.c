// The nearest name is kept with the name that asked for it. `news` lists, in order, which names got
// their first answer or lost their last, so that what is kept is brought up to date by looking at
// those alone; only a nearest name that is gone makes it look at all names again.
#include "../base/nearest.h"
#include "../words/name.h"
#include "names_impl.h"

static bool entry_reads_like_wanted(Names *self, const Entry *entry) {
  Slice wanted = slice_new(self->wanted.items, self->wanted.len), text;
  for (uint32_t at = 0; names_next_answer(entry, &at, &text);)
    if (name_agrees(names_fold(self, text), wanted)) return true;
  return false;
}

bool names_answered_in_number(Names *self, NameId stem, Slice name) {
  const Ids *entries = &self->names.items[stem].answered_by;
  name_fold(name, &self->wanted);
  for (size_t i = 0; i < entries->len; i++)
    if (entry_reads_like_wanted(self, store_entry(self->store, entries->items[i]))) return true;
  return false;
}

static void offer(const Names *self, NameId id, Nearest *nearest, NameId *best) {
  const Name *candidate = &self->names.items[id];
  if (!candidate->answered_by.len || name_is_stem(candidate)) return;
  nearest_offer_known(nearest, candidate->key, candidate->letters);
  if (nearest->best.ptr == candidate->key.ptr) *best = id;
}

static NameId nearest_of_all(const Names *self, const Name *name) {
  Nearest nearest = nearest_to(name->key);
  NameId best = NAME_NONE;
  for (NameId id = 0; id < self->names.len; id++) offer(self, id, &nearest, &best);
  return best;
}

static NameId nearest_with_news(const Names *self, const Name *name, size_t news) {
  Nearest nearest = nearest_to(name->key);
  NameId best = NAME_NONE;
  if (name->nearest != NAME_NONE) offer(self, name->nearest, &nearest, &best);
  for (size_t i = self->news.len - news; i < self->news.len; i++)
    offer(self, self->news.items[i], &nearest, &best);
  return best;
}

static bool is_gone(const Names *self, NameId name) {
  return name != NAME_NONE && !self->names.items[name].answered_by.len;
}

static void take_spelling(Names *self, NameId id, Slice text, Slice *best) {
  if (!slice_eq(names_fold(self, text), self->names.items[id].key)) return;
  if (!best->len || slice_cmp(text, *best) < 0) *best = text;
}

// How the entries that answer write the name; where they differ the first in byte order, so that it
// does not matter which came first.
static Slice spelling_of(Names *self, NameId id) {
  Slice best = {0};
  for (size_t i = 0; i < self->names.items[id].answered_by.len; i++) {
    const Entry *entry = store_entry(self->store, self->names.items[id].answered_by.items[i]);
    Slice text;
    for (uint32_t at = 0; names_next_answer(entry, &at, &text);)
      take_spelling(self, id, text, &best);
  }
  return best;
}

Slice names_nearest(Names *self, NameId id) {
  Name *name = &self->names.items[id];
  uint64_t news = self->generation - name->nearest_at;
  if (!name->nearest_at || news > self->news.len || is_gone(self, name->nearest))
    name->nearest = nearest_of_all(self, name);
  else if (news)
    name->nearest = nearest_with_news(self, name, news);
  name->nearest_at = self->generation;
  return name->nearest == NAME_NONE ? (Slice){0} : spelling_of(self, name->nearest);
}
