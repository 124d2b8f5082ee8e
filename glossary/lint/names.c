// A name's record is found by an open-addressing hash over the keys; records are never removed, so
// their index is the NameId. What an entry gave to the records is kept by entry id, to be taken
// back when the entry is gone and nobody can ask it any more.
#include "../base/hash.h"
#include "../base/nearest.h"
#include "../words/name.h"
#include "names_impl.h"

static uint32_t *table_place(const Names *self, Slice key) {
  size_t mask = self->table_size - 1;
  for (size_t i = hash_bytes(key) & mask;; i = (i + 1) & mask) {
    uint32_t *place = &self->table[i];
    if (*place == 0 || slice_eq(self->names.items[*place - 1].key, key)) return place;
  }
}

static void table_grow(Names *self) {
  mem_free(self->table);
  self->table_size = self->table_size ? self->table_size * 2 : 64;
  self->table = mem_zero(self->table_size, sizeof *self->table);
  for (size_t i = 0; i < self->names.len; i++)
    *table_place(self, self->names.items[i].key) = (uint32_t)i + 1;
}

static NameId id_of_key(Names *self, Slice key) {
  if ((self->names.len + 1) * 2 > self->table_size) table_grow(self);
  uint32_t *place = table_place(self, key);
  if (*place == 0) {
    *array_push(&self->names) =
        (Name){.key = arena_copy(self->arena, key), .letters = nearest_letters(key)};
    *place = (uint32_t)self->names.len;
  }
  return *place - 1;
}

Slice names_fold(Names *self, Slice name) {
  name_fold(name, &self->folded);
  return slice_new(self->folded.items, self->folded.len);
}

NameId names_id(Names *self, Slice name) {
  return id_of_key(self, names_fold(self, name));
}

static NameId id_of_folded_stem(Names *self) {
  fold_stem(&self->folded);
  char mark = STEM_MARK;
  array_splice(&self->folded, 0, 0, &mark, 1);
  return id_of_key(self, slice_new(self->folded.items, self->folded.len));
}

NameId names_stem_id(Names *self, Slice name) {
  names_fold(self, name);
  return id_of_folded_stem(self);
}

// From the end, where it stands when many leave in the reverse of their order.
static void ids_remove(Ids *ids, uint32_t id) {
  for (size_t i = ids->len; i-- > 0;)
    if (ids->items[i] == id) {
      array_remove(ids, i, 1);
      return;
    }
}

// More news than names are not worth reading: looking at all names is quicker.
static void tell_news(Names *self, NameId name) {
  if (self->news.len > self->names.len) self->news.len = 0;
  *array_push(&self->news) = name;
  self->generation++;
}

static void touch(NameIds *touched, NameId name) {
  *array_push(touched) = name;
}

static void answer_to(Names *self, uint32_t entry, NameId id, NameIds *touched) {
  Name *name = &self->names.items[id];
  if (name->answered_by.len == 0) tell_news(self, id);
  *array_push(&name->answered_by) = entry;
  *array_push(&self->given.items[entry].answers) = id;
  touch(touched, id);
}

static void answer_to_form(Names *self, uint32_t entry, Slice text, NameIds *touched) {
  answer_to(self, entry, names_id(self, text), touched);
  answer_to(self, entry, id_of_folded_stem(self), touched);
}

bool names_next_answer(const Entry *entry, uint32_t *at, Slice *text) {
  uint32_t i = (*at)++;
  if (i == 0) return *text = entry->name, true;
  for (; i <= entry->form_count; i = (*at)++) {
    const Form *form = &entry->forms[i - 1];
    *text = form->text;
    if (form->role != FORM_AVOID && !slice_eq(form->text, entry->name)) return true;
  }
  return false;
}

static void avoid(Names *self, uint32_t entry, Slice text, NameIds *touched) {
  NameId id = names_id(self, text);
  *array_push(&self->names.items[id].avoided_by) = entry;
  *array_push(&self->given.items[entry].avoided) = id;
  touch(touched, id);
}

static void add_entry(Names *self, uint32_t id, NameIds *touched) {
  while (self->given.len <= id) *array_push(&self->given) = (Given){.full = NAME_NONE};
  const Entry *entry = store_entry(self->store, id);
  if (!entry || !entry->name.len) return;
  NameId full = self->given.items[id].full = names_id(self, entry->name);
  *array_push(&self->names.items[full].taken_by) = id;
  Slice text;
  for (uint32_t at = 0; names_next_answer(entry, &at, &text);)
    answer_to_form(self, id, text, touched);
  for (uint32_t i = 0; i < entry->form_count; i++)
    if (entry->forms[i].role == FORM_AVOID) avoid(self, id, entry->forms[i].text, touched);
}

static void remove_entry(Names *self, uint32_t id, NameIds *touched) {
  Given *given = &self->given.items[id];
  if (given->full == NAME_NONE) return;
  ids_remove(&self->names.items[given->full].taken_by, id);
  for (size_t i = 0; i < given->answers.len; i++) {
    NameId name = given->answers.items[i];
    ids_remove(&self->names.items[name].answered_by, id);
    if (self->names.items[name].answered_by.len == 0) tell_news(self, name);
    touch(touched, name);
  }
  for (size_t i = 0; i < given->avoided.len; i++) {
    ids_remove(&self->names.items[given->avoided.items[i]].avoided_by, id);
    touch(touched, given->avoided.items[i]);
  }
  array_free(&given->answers);
  array_free(&given->avoided);
  given->full = NAME_NONE;
}

void names_apply(Names *self, const StoreChange *change, NameIds *touched) {
  for (size_t i = change->removed_ids.len; i-- > 0;)
    remove_entry(self, change->removed_ids.items[i], touched);
  for (size_t i = 0; i < change->added_ids.len; i++)
    add_entry(self, change->added_ids.items[i], touched);
}

Names *names_new(const Store *store) {
  Names *self = mem_zero(1, sizeof *self);
  self->store = store;
  self->generation = 1;
  self->arena = arena_new();
  NameIds touched = {0};
  for (uint32_t id = 0; id < store_next_id(store); id++) add_entry(self, id, &touched);
  array_free(&touched);
  return self;
}

void names_delete(Names *self) {
  if (!self) return;
  for (size_t i = 0; i < self->names.len; i++) {
    array_free(&self->names.items[i].taken_by);
    array_free(&self->names.items[i].answered_by);
    array_free(&self->names.items[i].avoided_by);
    array_free(&self->names.items[i].referrers);
  }
  for (size_t i = 0; i < self->given.len; i++) {
    array_free(&self->given.items[i].answers);
    array_free(&self->given.items[i].avoided);
  }
  array_free(&self->names);
  array_free(&self->given);
  array_free(&self->news);
  array_free(&self->folded);
  array_free(&self->wanted);
  mem_free(self->table);
  arena_delete(self->arena);
  mem_free(self);
}

const uint32_t *names_taken_by(const Names *self, NameId name, size_t *count) {
  *count = self->names.items[name].taken_by.len;
  return self->names.items[name].taken_by.items;
}

const uint32_t *names_answered_by(const Names *self, NameId name, size_t *count) {
  *count = self->names.items[name].answered_by.len;
  return self->names.items[name].answered_by.items;
}

const uint32_t *names_avoided_by(const Names *self, NameId name, size_t *count) {
  *count = self->names.items[name].avoided_by.len;
  return self->names.items[name].avoided_by.items;
}

const NameId *names_given(const Names *self, uint32_t entry, size_t *count) {
  bool known = entry < self->given.len;
  *count = known ? self->given.items[entry].answers.len : 0;
  return known ? self->given.items[entry].answers.items : NULL;
}

bool names_answered(const Names *self, NameId name) {
  return self->names.items[name].answered_by.len > 0;
}

void names_add_referrer(Names *self, NameId name, uint32_t entry) {
  *array_push(&self->names.items[name].referrers) = entry;
}

void names_remove_referrer(Names *self, NameId name, uint32_t entry) {
  ids_remove(&self->names.items[name].referrers, entry);
}

const uint32_t *names_referrers(const Names *self, NameId name, size_t *count) {
  *count = self->names.items[name].referrers.len;
  return self->names.items[name].referrers.items;
}
