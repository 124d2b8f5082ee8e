// The index of a store that changes: its answers are always those of an index made afresh, and
// following a change takes work for what has changed, not for what is loaded.
#include "random.h"
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { WORDS = 24, FILES = 6, LARGE = 1500, ROUNDS = 12, CHANGES = 80 };

static void put(World *self, uint32_t file, Slice bytes) {
  char path[32];
  snprintf(path, sizeof path, "/w/%u.gloss.md", file);
  StoreChange change = store_put(self->store, glossary_file_new(slice_of(path), (Slice){0}, bytes));
  store_change_free(&change);
}

// --- answers ---

static Slice random_entries(World *self, uint32_t count) {
  Array(char) text = {0};
  for (uint32_t i = 0; i < count; i++) {
    char entry[80];
    int len = snprintf(entry, sizeof entry, "## w%u w%u\n\n- aliases: v%u\n\nA thing.\n\n",
                       random_below(WORDS), random_below(WORDS), random_below(WORDS * 4));
    array_append(&text, entry, (size_t)len);
  }
  Slice result = arena_copy(self->arena, slice_new(text.items, text.len));
  array_free(&text);
  return result;
}

// Mostly little, sometimes enough for a layer.
static Slice some_entries(World *self) {
  static const uint32_t most[] = {2, 6, 6, 100, 200};
  return random_entries(self, random_below(most[random_below(5)]));
}

static GlossaryFile *any_file(const World *self) {
  return store_file(self->store, random_below((uint32_t)store_file_count(self->store)));
}

// Never the last file, which is large.
static void remove_one(World *self) {
  size_t count = store_file_count(self->store);
  if (count < 2) return;
  GlossaryFile *file = store_file(self->store, random_below((uint32_t)count - 1));
  StoreChange change = store_remove(self->store, file);
  store_change_free(&change);
}

static void edit_one(World *self) {
  GlossaryFile *file = any_file(self);
  uint32_t len = text_len(file->text), start = random_below(len + 1);
  uint32_t most = random_below(8) ? 200 : len / 4, left = len - start;
  Range range = {start, start + random_below((left < most ? left : most) + 1)};
  Slice with = random_below(2) ? SLICE("w1") : some_entries(self);
  StoreChange change = store_edit(self->store, file, range, with);
  store_change_free(&change);
}

static void change(World *self) {
  switch (random_below(6)) {
  case 0:
    remove_one(self);
    return;
  case 1:
  case 2:
    put(self, random_below(FILES), some_entries(self));
    return;
  default:
    edit_one(self);
  }
}

static Slice every_pair(Arena *arena) {
  Array(char) text = {0};
  for (uint32_t i = 0; i < WORDS * WORDS; i++) {
    char pair[48];
    int len = snprintf(pair, sizeof pair, "w%u w%u, v%u. ", i / WORDS, i % WORDS, i % (WORDS * 4));
    array_append(&text, pair, (size_t)len);
  }
  Slice result = arena_copy(arena, slice_new(text.items, text.len));
  array_free(&text);
  return result;
}

static void assert_same(const Occurrences *a, const Occurrences *b, uint32_t seed) {
  if (a->count != b->count) fail_msg("seed %u: %u, not %u occurrences", seed, a->count, b->count);
  for (uint32_t i = 0; i < a->count; i++) {
    const Occurrence *x = &a->items[i], *y = &b->items[i];
    bool same = x->range.start == y->range.start && x->range.end == y->range.end &&
                x->entry_count == y->entry_count && slice_eq(x->form, y->form);
    for (uint32_t k = 0; same && k < x->entry_count; k++) same = x->entries[k] == y->entries[k];
    if (!same) fail_msg("seed %u: another answer at %u", seed, x->range.start);
  }
}

static void assert_as_fresh(World *self, Slice text, uint32_t seed) {
  Terms *fresh = terms_new(self->store);
  Occurrences found = query_all(self->terms, (Scope){0}, NULL, text, self->arena),
              wanted = query_all(fresh, (Scope){0}, NULL, text, self->arena);
  assert_same(&found, &wanted, seed);
  terms_delete(fresh);
}

static size_t layers(World *self) {
  const Index *all[TERMS_LAYERS_MAX];
  return terms_layers(self->terms, all);
}

static void answers_are_those_of_a_fresh_index(void **state) {
  (void)state;
  size_t most_layers = 0;
  for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
    World world = world_new();
    Slice text = every_pair(world.arena);
    random_state = seed;
    put(&world, FILES, random_entries(&world, LARGE));
    for (uint32_t i = 0; i < CHANGES; i++) {
      change(&world);
      if (random_below(3)) continue;
      if (layers(&world) > most_layers) most_layers = layers(&world);
      assert_as_fresh(&world, text, seed);
    }
    assert_as_fresh(&world, text, seed);
    world_free(&world);
  }
  assert_in_range(most_layers, 3, TERMS_LAYERS_MAX);
}

// --- work ---

enum { LOADED = 4000 };

static Slice numbered(World *self, uint32_t first, uint32_t count, uint32_t version) {
  Array(char) text = {0};
  for (uint32_t i = first; i < first + count; i++) {
    char entry[64];
    int len = snprintf(entry, sizeof entry, "## n%u v%u\n\nA thing.\n\n", i, version);
    array_append(&text, entry, (size_t)len);
  }
  Slice result = arena_copy(self->arena, slice_new(text.items, text.len));
  array_free(&text);
  return result;
}

// Files of ten entries.
static World loaded(void) {
  World world = world_new();
  for (uint32_t i = 0; i < LOADED / 10; i++) put(&world, i, numbered(&world, i * 10, 10, 0));
  return world;
}

static void what_was_loaded_at_once_is_one_layer(void **state) {
  (void)state;
  World world = loaded();
  assert_int_equal(layers(&world), 1);
  assert_int_equal(terms_work(world.terms), LOADED);
  assert_int_equal(layers(&world), 1);
  assert_int_equal(terms_work(world.terms), LOADED);
  world_free(&world);
}

static void what_takes_the_place_of_little_is_one_layer(void **state) {
  (void)state;
  World world = world_new();
  put(&world, LOADED, numbered(&world, LOADED, 200, 0));
  assert_int_equal(layers(&world), 1);
  for (uint32_t i = 0; i < LOADED / 10; i++) put(&world, i, numbered(&world, i * 10, 10, 0));
  assert_int_equal(layers(&world), 1);
  world_free(&world);
}

static void typing_in_an_entry_is_work_for_that_entry(void **state) {
  (void)state;
  World world = loaded();
  layers(&world);
  for (uint32_t i = 1; i <= 1000; i++) {
    GlossaryFile *file = store_file(world.store, 7);
    Range range = {3, 3 + (i > 1)};
    StoreChange change = store_edit(world.store, file, range, i % 2 ? SLICE("a") : SLICE("b"));
    store_change_free(&change);
    assert_int_equal(layers(&world), 2);
  }
  assert_int_equal(terms_work(world.terms), LOADED + 1000);
  world_free(&world);
}

static void changing_every_file_again_and_again_is_logarithmic_work(void **state) {
  (void)state;
  World world = loaded();
  enum { TIMES = 4000, EACH = 10, LEVELS = 4, GROWTH = 8 };
  layers(&world);
  random_state = 1;
  for (uint32_t i = 1; i <= TIMES; i++) {
    uint32_t file = random_below(LOADED / 10);
    put(&world, file, numbered(&world, file * 10, EACH, i));
    assert_in_range(layers(&world), 1, 4);
  }
  uint64_t changed = TIMES * EACH;
  assert_true(terms_work(world.terms) >= changed);
  assert_true(terms_work(world.terms) <= LOADED + changed * LEVELS * GROWTH);
  world_free(&world);
}

static void entries_that_are_gone_do_not_stay_in_the_layers(void **state) {
  (void)state;
  World world = loaded();
  layers(&world);
  while (store_file_count(world.store) > 1) {
    StoreChange change = store_remove(world.store, store_file(world.store, 0));
    store_change_free(&change);
    assert_int_equal(layers(&world), 1);
  }
  // Each time more are gone than left, those that are left are put into a layer again.
  assert_in_range(terms_work(world.terms), LOADED + 1, LOADED * 2);
  StoreChange change = store_remove(world.store, store_file(world.store, 0));
  store_change_free(&change);
  assert_int_equal(layers(&world), 0);
  world_free(&world);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(answers_are_those_of_a_fresh_index),
      cmocka_unit_test(what_was_loaded_at_once_is_one_layer),
      cmocka_unit_test(what_takes_the_place_of_little_is_one_layer),
      cmocka_unit_test(typing_in_an_entry_is_work_for_that_entry),
      cmocka_unit_test(changing_every_file_again_and_again_is_logarithmic_work),
      cmocka_unit_test(entries_that_are_gone_do_not_stay_in_the_layers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
