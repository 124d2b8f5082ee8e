// A record is found by a key that is coarser than any language's own sense of which labels are the
// same: who is given a few definitions too many compares them itself. Records stay, so that their
// index is the id.
#include "labels.h"

#include "../../base/fold.h"
#include "../../base/hash.h"

typedef struct {
  Slice name;
  uint64_t key;
  uint32_t count; // of its definitions
  uint32_t told;  // the last question in which it was handed out
  bool defined;   // when last settled
  bool changed;   // by then
} Label;

struct Labels {
  Arena *arena; // names
  Array(Label) items;
  uint32_t *table; // id + 1, or 0; labels of one key stand in a row
  size_t table_size;
  LabelIds moved;   // their definitions came or went since they were settled
  LabelIds changed; // when last settled
  uint32_t question;
  FoldBuffer folded;
};

Labels *labels_new(void) {
  Labels *self = mem_zero(1, sizeof *self);
  self->arena = arena_new();
  return self;
}

void labels_delete(Labels *self) {
  if (!self) return;
  arena_delete(self->arena);
  array_free(&self->items);
  array_free(&self->moved);
  array_free(&self->changed);
  array_free(&self->folded);
  mem_free(self->table);
  mem_free(self);
}

static uint64_t key_of(Labels *self, Slice name) {
  fold_word(name, &self->folded);
  size_t len = 0;
  for (size_t i = 0; i < self->folded.len; i++)
    if (!byte_is_blank(self->folded.items[i])) self->folded.items[len++] = self->folded.items[i];
  return hash_bytes(slice_new(self->folded.items, len));
}

// --- the table ---

// The next label with this key from the table's place `*at` on; NULL: no more.
static Label *next_of_key(const Labels *self, uint64_t key, size_t *at) {
  size_t mask = self->table_size - 1;
  for (; self->table_size && self->table[*at & mask]; ++*at) {
    Label *label = &self->items.items[self->table[*at & mask] - 1];
    if (label->key != key) continue;
    ++*at;
    return label;
  }
  return NULL;
}

static void enter(Labels *self, uint32_t id) {
  size_t mask = self->table_size - 1, at = self->items.items[id].key & mask;
  while (self->table[at]) at = (at + 1) & mask;
  self->table[at] = id + 1;
}

static void make_room(Labels *self) {
  if ((self->items.len + 1) * 2 <= self->table_size) return;
  mem_free(self->table);
  self->table_size = self->table_size ? self->table_size * 2 : 64;
  self->table = mem_zero(self->table_size, sizeof *self->table);
  for (uint32_t id = 0; id < self->items.len; id++) enter(self, id);
}

static Label *label_named(Labels *self, Slice name) {
  uint64_t key = key_of(self, name);
  size_t at = key;
  for (Label *label; (label = next_of_key(self, key, &at));)
    if (slice_eq(label->name, name)) return label;
  make_room(self);
  *array_push(&self->items) = (Label){.name = arena_copy(self->arena, name), .key = key};
  enter(self, (uint32_t)self->items.len - 1);
  return &self->items.items[self->items.len - 1];
}

// --- definitions ---

uint32_t labels_add(Labels *self, Slice name) {
  Label *label = label_named(self, name);
  uint32_t id = (uint32_t)(label - self->items.items);
  if (label->count++ == 0) *array_push(&self->moved) = id;
  return id;
}

void labels_remove(Labels *self, uint32_t id) {
  if (--self->items.items[id].count == 0) *array_push(&self->moved) = id;
}

bool labels_settle(Labels *self) {
  for (size_t i = 0; i < self->changed.len; i++)
    self->items.items[self->changed.items[i]].changed = false;
  self->changed.len = 0;
  for (size_t i = 0; i < self->moved.len; i++) {
    Label *label = &self->items.items[self->moved.items[i]];
    if (label->defined == (label->count > 0)) continue;
    label->defined = label->count > 0;
    label->changed = true;
    *array_push(&self->changed) = self->moved.items[i];
  }
  self->moved.len = 0;
  return self->changed.len > 0;
}

// --- uses ---

bool labels_any(const Labels *self) {
  return self->items.len > 0;
}

bool labels_touch(Labels *self, const LabelNames *used) {
  for (size_t i = 0; i < used->len; i++) {
    uint64_t key = key_of(self, used->items[i]);
    size_t at = key;
    for (Label *label; (label = next_of_key(self, key, &at));)
      if (label->changed) return true;
  }
  return false;
}

void labels_meant(Labels *self, const LabelNames *used, LabelNames *meant) {
  self->question++;
  for (size_t i = 0; i < used->len; i++) {
    uint64_t key = key_of(self, used->items[i]);
    size_t at = key;
    for (Label *label; (label = next_of_key(self, key, &at));) {
      if (!label->defined || label->told == self->question) continue;
      label->told = self->question;
      *array_push(meant) = label->name;
    }
  }
}
