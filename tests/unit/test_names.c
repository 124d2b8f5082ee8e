// Names follow the store: after any change they say what names made from the store as it is would
// say.
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <glossary/lint/names.h>

enum { FILES = 6, ROUNDS = 400 };

typedef struct {
  Store *store;
  Names *names;
  uint32_t seed;
} Fixture;

static uint32_t dice(Fixture *self, uint32_t sides) {
  return random_from(&self->seed, sides);
}

// Of few letters, so that many are near each other and some are the same.
static void random_name(Fixture *self, char out[16]) {
  snprintf(out, 16, "%c%c%cven %c%cle", "bdm"[dice(self, 3)], "ao"[dice(self, 2)],
           "rl"[dice(self, 2)], "pt"[dice(self, 2)], "ai"[dice(self, 2)]);
}

static void apply(Fixture *self, StoreChange change) {
  NameIds touched = {0};
  names_apply(self->names, &change, &touched);
  array_free(&touched);
  store_change_free(&change);
}

static GlossaryFile *random_file(Fixture *self, const char *path) {
  char bytes[512] = "", name[16], alias[16];
  for (uint32_t entries = dice(self, 4); entries; entries--) {
    size_t used = strlen(bytes);
    random_name(self, name);
    random_name(self, alias);
    snprintf(bytes + used, sizeof bytes - used, "## %s\n\n- aliases: %s\n\nText.\n\n", name, alias);
  }
  return glossary_file_new(slice_of(path), (Slice){0}, slice_of(bytes));
}

static void change_a_file(Fixture *self) {
  char path[16];
  snprintf(path, sizeof path, "/%u.gloss", dice(self, FILES));
  GlossaryFile *old = store_find(self->store, slice_of(path));
  if (old && dice(self, 4) == 0)
    apply(self, store_remove(self->store, old));
  else
    apply(self, store_put(self->store, random_file(self, path)));
}

static void assert_as_new(Fixture *self, Names *fresh, Slice name) {
  NameId id = names_id(self->names, name), fresh_id = names_id(fresh, name);
  size_t taken, fresh_taken;
  names_taken_by(self->names, id, &taken);
  names_taken_by(fresh, fresh_id, &fresh_taken);
  assert_int_equal(taken, fresh_taken);
  assert_int_equal(names_answered(self->names, id), names_answered(fresh, fresh_id));
  Slice nearest = names_nearest(self->names, id), expected = names_nearest(fresh, fresh_id);
  assert_true(slice_eq(nearest, expected));
}

// Some names are asked for in every round, others only now and then, so that what is kept for them
// is of every age.
static void test_names_follow_the_store(void **state) {
  (void)state;
  Fixture self = {.store = store_new(), .seed = 11};
  self.names = names_new(self.store);
  for (int round = 0; round < ROUNDS; round++) {
    char name[16];
    change_a_file(&self);
    Names *fresh = names_new(self.store);
    assert_as_new(&self, fresh, SLICE("balven tale"));
    for (int i = 0; i < 3; i++) {
      random_name(&self, name);
      assert_as_new(&self, fresh, slice_of(name));
    }
    names_delete(fresh);
  }
  names_delete(self.names);
  store_delete(self.store);
}

static void test_nearest_comes_and_goes(void **state) {
  (void)state;
  Fixture self = {.store = store_new()};
  self.names = names_new(self.store);
  NameId asked = names_id(self.names, SLICE("dry rum"));
  assert_int_equal(names_nearest(self.names, asked).len, 0);
  GlossaryFile *file =
      glossary_file_new(SLICE("/a.gloss"), (Slice){0}, SLICE("## Dry run\n\nA run.\n"));
  apply(&self, store_put(self.store, file));
  assert_true(slice_eq(names_nearest(self.names, asked), SLICE("Dry run")));
  apply(&self, store_remove(self.store, file));
  assert_int_equal(names_nearest(self.names, asked).len, 0);
  names_delete(self.names);
  store_delete(self.store);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_follow_the_store),
      cmocka_unit_test(test_nearest_comes_and_goes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
