#include "terms.h"

struct Terms {
  const Store *store;
  Index *base, *recent; // either may be NULL
  uint32_t base_mark;   // the base holds ids below it
  uint32_t recent_mark; // the recent layer holds ids from base_mark up to here
  size_t base_entries;  // when the base was built
};

Terms *terms_new(const Store *store) {
  Terms *self = mem_zero(1, sizeof *self);
  self->store = store;
  return self;
}

void terms_delete(Terms *self) {
  if (!self) return;
  index_release(self->base);
  index_release(self->recent);
  mem_free(self);
}

const Store *terms_store(const Terms *self) {
  return self->store;
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

// The forms of the living entries with ids from `first` up to `end`; returns how many entries those
// are.
static size_t collect(const Store *store, uint32_t first, uint32_t end, IndexForms *forms) {
  size_t count = 0;
  for (uint32_t id = first; id < end; id++) {
    const Entry *entry = store_entry(store, id);
    if (!entry) continue;
    add_forms(entry, forms);
    count++;
  }
  return count;
}

static void replace(Index **layer, const IndexForms *forms) {
  index_release(*layer);
  *layer = forms->len ? index_new(forms->items, forms->len) : NULL;
}

static void build_base(Terms *self, uint32_t end) {
  IndexForms forms = {0};
  self->base_entries = collect(self->store, 0, end, &forms);
  self->base_mark = end;
  replace(&self->base, &forms);
  index_release(self->recent);
  self->recent = NULL;
  array_free(&forms);
}

static bool is_small(const Terms *self, size_t recent) {
  enum { ALWAYS_SMALL = 256, SHARE = 8 };
  return recent <= ALWAYS_SMALL || recent <= self->base_entries / SHARE;
}

static void update(Terms *self, uint32_t end) {
  IndexForms forms = {0};
  size_t recent = collect(self->store, self->base_mark, end, &forms);
  if (is_small(self, recent))
    replace(&self->recent, &forms);
  else
    build_base(self, end);
  self->recent_mark = end;
  array_free(&forms);
}

size_t terms_layers(Terms *self, const Index *layers[2]) {
  uint32_t end = store_next_id(self->store);
  if (end != self->recent_mark) update(self, end);
  size_t count = 0;
  if (self->base) layers[count++] = self->base;
  if (self->recent) layers[count++] = self->recent;
  return count;
}
