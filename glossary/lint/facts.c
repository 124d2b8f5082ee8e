// What is known of an entry is kept by its id. A sentence belongs to a group of the entries that
// have it, found by its hash; a category to a group of its spellings. An entry that was edited is
// read again in the next survey, and only what has changed leaves or joins a group: typing in one
// sentence does not touch those who share another.
#include "facts.h"

#include "../base/numbering.h"
#include "../field.h"
#include "categories.h"
#include "sharers.h"

#include <stdlib.h>

enum { NONE = UINT32_MAX };

typedef struct {
  SentenceFacts sentences;
  NameIds broader;
  CategoryPlace category;
  bool exists, waits; // for the next survey
} Known;

struct Facts {
  const Store *store;
  Names *names;
  Array(Known) known; // by entry id
  EntryIds waiting;
  Numbering sentence_numbers;
  Array(Sharers) sentences; // by number
  Categories categories;
};

// --- who has a sentence ---

enum { SHARED_MIN = 3 }; // beneath this, nobody minds that a sentence is there again

static Sharers *sharers_of(Facts *self, uint64_t hash) {
  bool is_new;
  uint32_t number = numbering_of(&self->sentence_numbers, hash, &is_new);
  if (is_new) *array_push(&self->sentences) = (Sharers){0};
  return &self->sentences.items[number];
}

static void touch_all(const Sharers *sharers, EntryIds *touched) {
  if (sharers->count >= SHARED_MIN) array_append(touched, sharers_ids(sharers), sharers->count);
}

static void join_sentence(Facts *self, uint32_t entry, uint64_t hash, EntryIds *touched) {
  Sharers *sharers = sharers_of(self, hash);
  sharers_add(sharers, entry);
  touch_all(sharers, touched);
}

static void leave_sentence(Facts *self, uint32_t entry, uint64_t hash, EntryIds *touched) {
  Sharers *sharers = sharers_of(self, hash);
  touch_all(sharers, touched);
  sharers_remove(sharers, entry);
}

typedef Array(uint64_t) Hashes;

static int compare_hashes(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

// Ascending, each once.
static Hashes hashes_of(const SentenceFacts *sentences) {
  Hashes hashes = {0};
  for (size_t i = 0; i < sentences->len; i++) *array_push(&hashes) = sentences->items[i].hash;
  if (hashes.len) qsort(hashes.items, hashes.len, sizeof *hashes.items, compare_hashes);
  size_t kept = 0;
  for (size_t i = 0; i < hashes.len; i++)
    if (!kept || hashes.items[kept - 1] != hashes.items[i]) hashes.items[kept++] = hashes.items[i];
  hashes.len = kept;
  return hashes;
}

// Leaves the sentences that are only in `was` and joins those that are only in `is`.
static void change_sentences(Facts *self, uint32_t entry, const SentenceFacts *was,
                             const SentenceFacts *is, EntryIds *touched) {
  Hashes old = hashes_of(was), now = hashes_of(is);
  for (size_t i = 0, j = 0; i < old.len || j < now.len;) {
    bool gone = j == now.len || (i < old.len && old.items[i] < now.items[j]);
    bool same = !gone && i < old.len && old.items[i] == now.items[j];
    if (gone)
      leave_sentence(self, entry, old.items[i], touched);
    else if (!same)
      join_sentence(self, entry, now.items[j], touched);
    i += gone || same;
    j += !gone;
  }
  array_free(&old);
  array_free(&now);
}

// --- how a category is spelt ---

static void change_category(Facts *self, Known *known, Slice text) {
  if (slice_eq(categories_own(&self->categories, known->category), text)) return;
  categories_leave(&self->categories, known->category);
  known->category = categories_join(&self->categories, text);
}

// All who share a category are concerned when it is spelt otherwise by most.
static void judge_categories(Facts *self, EntryIds *touched) {
  if (!self->categories.changed.len || !categories_judge(&self->categories)) return;
  for (uint32_t id = 0; id < self->known.len; id++) {
    uint32_t category = self->known.items[id].category.category;
    if (self->known.items[id].exists && category != CATEGORY_NONE &&
        self->categories.items.items[category].answer_changed)
      *array_push(touched) = id;
  }
}

// --- what is broader ---

static NameIds read_broader(Facts *self, const Entry *entry, Slice bytes) {
  NameIds names = {0};
  for (uint32_t i = 0; i < entry->field_count; i++) {
    if (entry->fields[i].kind != FIELD_BROADER) continue;
    FieldItems items = field_items(slice_range(bytes, entry->fields[i].value));
    for (Slice item; field_items_next(&items, &item);)
      *array_push(&names) = names_id(self->names, item);
  }
  return names;
}

static bool same_names(const NameIds *a, const NameIds *b) {
  return a->len == b->len && (!a->len || !memcmp(a->items, b->items, a->len * sizeof *a->items));
}

// Those who refer to the entry may have looked through it.
static void touch_referrers(const Facts *self, uint32_t entry, EntryIds *touched) {
  size_t name_count, count;
  const NameId *names = names_given(self->names, entry, &name_count);
  for (size_t i = 0; i < name_count; i++) {
    const uint32_t *ids = names_referrers(self->names, names[i], &count);
    array_append(touched, ids, count);
  }
}

static void change_broader(Facts *self, uint32_t entry, NameIds names, EntryIds *touched) {
  Known *known = &self->known.items[entry];
  if (!same_names(&known->broader, &names)) touch_referrers(self, entry, touched);
  array_free(&known->broader);
  known->broader = names;
}

// --- following the store ---

static void wait_for_survey(Facts *self, uint32_t entry) {
  while (self->known.len <= entry)
    *array_push(&self->known) = (Known){.category = {CATEGORY_NONE, 0}};
  Known *known = &self->known.items[entry];
  known->exists = true;
  if (!known->waits) *array_push(&self->waiting) = entry;
  known->waits = true;
}

static void forget(Facts *self, uint32_t entry, EntryIds *touched) {
  SentenceFacts none = {0};
  if (entry >= self->known.len || !self->known.items[entry].exists) return;
  Known *known = &self->known.items[entry];
  change_sentences(self, entry, &known->sentences, &none, touched);
  change_category(self, known, (Slice){0});
  array_free(&known->sentences);
  array_free(&known->broader);
  known->exists = false;
}

static void read_entry(Facts *self, uint32_t id, EntryIds *touched) {
  Known *known = &self->known.items[id];
  const Entry *entry = store_entry(self->store, id);
  known->waits = false;
  if (!known->exists || !entry) return;
  SentenceFacts sentences = {0};
  sentences_read(entry_body(entry), entry->body.start, &sentences);
  change_sentences(self, id, &known->sentences, &sentences, touched);
  array_free(&known->sentences);
  known->sentences = sentences;
  change_category(self, known, entry->category);
  Slice bytes = text_slice(entry->file->text, entry_range(entry));
  change_broader(self, id, read_broader(self, entry, bytes), touched);
}

void facts_apply(Facts *self, const StoreChange *change, EntryIds *touched) {
  for (size_t i = change->removed_ids.len; i-- > 0;)
    forget(self, change->removed_ids.items[i], touched);
  if (change->file_removed) return;
  for (uint32_t i = change->first; i < change->first + change->added; i++)
    wait_for_survey(self, change->file->entries.items[i]->id);
}

bool facts_survey(Facts *self, size_t most, EntryIds *touched) {
  while (self->waiting.len && most-- > 0)
    read_entry(self, self->waiting.items[--self->waiting.len], touched);
  judge_categories(self, touched);
  return !self->waiting.len;
}

// --- asking ---

static const Known *known_of(const Facts *self, uint32_t entry) {
  static const Known nothing = {.category = {CATEGORY_NONE, 0}};
  return entry < self->known.len ? &self->known.items[entry] : &nothing;
}

const SentenceFact *facts_sentences(const Facts *self, uint32_t entry, size_t *count) {
  *count = known_of(self, entry)->sentences.len;
  return known_of(self, entry)->sentences.items;
}

const uint32_t *facts_with_sentence(const Facts *self, uint64_t hash, size_t *count) {
  uint32_t number = numbering_find(&self->sentence_numbers, hash);
  bool is_known = number != NONE;
  *count = is_known ? self->sentences.items[number].count : 0;
  return is_known ? sharers_ids(&self->sentences.items[number]) : NULL;
}

Slice facts_category(const Facts *self, uint32_t entry) {
  return categories_commonest(&self->categories, known_of(self, entry)->category);
}

bool facts_category_is_clear(const Facts *self, uint32_t entry) {
  CategoryPlace place = known_of(self, entry)->category;
  return place.category != CATEGORY_NONE &&
         self->categories.items.items[place.category].spellings.items[place.spelling].clear;
}

const NameId *facts_broader(const Facts *self, uint32_t entry, size_t *count) {
  *count = known_of(self, entry)->broader.len;
  return known_of(self, entry)->broader.items;
}

// --- life ---

Facts *facts_new(const Store *store, Names *names) {
  Facts *self = mem_zero(1, sizeof *self);
  self->store = store;
  self->names = names;
  for (uint32_t id = store_next_id(store); id-- > 0;)
    if (store_entry(store, id)) wait_for_survey(self, id);
  return self;
}

void facts_delete(Facts *self) {
  if (!self) return;
  for (size_t i = 0; i < self->known.len; i++) {
    array_free(&self->known.items[i].sentences);
    array_free(&self->known.items[i].broader);
  }
  for (size_t i = 0; i < self->sentences.len; i++) sharers_free(&self->sentences.items[i]);
  array_free(&self->known);
  array_free(&self->waiting);
  array_free(&self->sentences);
  categories_free(&self->categories);
  numbering_free(&self->sentence_numbers);
  mem_free(self);
}
