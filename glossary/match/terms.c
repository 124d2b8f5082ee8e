#include "terms.h"

typedef Array(uint32_t) Ids;

typedef struct {
  Index *index;
  Ids ids; // of the entries in it, ascending, those included that are gone by now
} Layer;

struct Terms {
  const Store *store;
  Layer layers[TERMS_LAYERS_MAX]; // oldest first
  size_t count;
  size_t held;   // entries in all layers
  uint32_t mark; // the layers know of the ids below it
  uint64_t work;
};

Terms *terms_new(const Store *store) {
  Terms *self = mem_zero(1, sizeof *self);
  self->store = store;
  return self;
}

static void drop_newest(Terms *self) {
  Layer *layer = &self->layers[--self->count];
  self->held -= layer->ids.len;
  index_delete(layer->index);
  array_free(&layer->ids);
}

void terms_delete(Terms *self) {
  if (!self) return;
  while (self->count) drop_newest(self);
  mem_free(self);
}

const Store *terms_store(const Terms *self) {
  return self->store;
}

uint64_t terms_work(const Terms *self) {
  return self->work;
}

// --- building a layer ---

typedef Array(IndexForm) IndexForms;

static void add_forms(const Entry *entry, IndexForms *forms) {
  for (uint32_t i = 0; i < entry->form_count; i++)
    *array_push(forms) = (IndexForm){.entry = entry->id,
                                     .text = entry->forms[i].text,
                                     .role = entry->forms[i].role,
                                     .match = entry->match};
}

static Index *build(const Store *store, const Ids *ids) {
  IndexForms forms = {0};
  for (size_t i = 0; i < ids->len; i++) add_forms(store_entry(store, ids->items[i]), &forms);
  Index *index = index_new(forms.items, forms.len);
  array_free(&forms);
  return index;
}

// Takes `ids`, all of living entries.
static void push_layer(Terms *self, Ids ids) {
  self->layers[self->count++] = (Layer){build(self->store, &ids), ids};
  self->held += ids.len;
  self->work += ids.len;
}

// --- which layers ---

static void collect_new(const Terms *self, Ids *ids) {
  for (uint32_t id = self->mark; id < store_next_id(self->store); id++)
    if (store_entry(self->store, id)) *array_push(ids) = id;
}

// Puts the living of the newest layer before `ids`.
static void swallow_newest(Terms *self, Ids *ids) {
  const Ids *older = &self->layers[self->count - 1].ids;
  Ids living = {0};
  for (size_t i = 0; i < older->len; i++)
    if (store_entry(self->store, older->items[i])) *array_push(&living) = older->items[i];
  array_splice(ids, 0, 0, living.items, living.len);
  array_free(&living);
  drop_newest(self);
}

// A layer costs something at each word of a text, so what is small is not worth one.
static bool is_worth_a_layer(const Layer *older, size_t newer) {
  enum { SMALL = 64, GROWTH = 8 };
  return older->ids.len > SMALL && older->ids.len / GROWTH >= newer;
}

static bool is_mostly_gone(const Terms *self, size_t added) {
  return self->held + added > store_entry_count(self->store) * 2;
}

static void add_new(Terms *self) {
  Ids ids = {0};
  collect_new(self, &ids);
  bool as_one = is_mostly_gone(self, ids.len);
  while (self->count && (as_one || self->count == TERMS_LAYERS_MAX ||
                         !is_worth_a_layer(&self->layers[self->count - 1], ids.len)))
    swallow_newest(self, &ids);
  self->mark = store_next_id(self->store);
  if (ids.len)
    push_layer(self, ids);
  else
    array_free(&ids);
}

void terms_update(Terms *self) {
  if (self->mark != store_next_id(self->store) || is_mostly_gone(self, 0)) add_new(self);
}

size_t terms_layers(Terms *self, const Index *layers[TERMS_LAYERS_MAX]) {
  terms_update(self);
  for (size_t i = 0; i < self->count; i++) layers[i] = self->layers[i].index;
  return self->count;
}
