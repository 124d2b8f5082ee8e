// Completion of whole glossaries: nearness, homonyms, limits, and the terms that come and go. What
// is offered for which text is said by tests/cases/match/complete.txt.
#include "world.h"

#include <glossary/complete/index_like.h>

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

// --- forms that are alike ---

static Index *index_of(uint32_t first_entry, const char *const *texts, size_t count) {
  IndexForm forms[16];
  assert_true(count <= sizeof forms / sizeof *forms);
  for (size_t i = 0; i < count; i++)
    forms[i] = (IndexForm){.entry = first_entry + (uint32_t)i, .text = slice_of(texts[i])};
  return index_new(forms, count);
}

#define INDEX(name, first, ...)                                                                    \
  static const char *const name##_texts[] = {__VA_ARGS__};                                         \
  Index *name = index_of(first, name##_texts, sizeof name##_texts / sizeof *name##_texts)

static bool all_but_seven(const void *context, uint32_t entry) {
  (void)context;
  return entry != 7;
}

static void check_like(const Index *const *layers, size_t count, Likeness how, const char *typed,
                       const char *wanted) {
  Likes likes = {.layers = layers,
                 .layer_count = count,
                 .how = how,
                 .typed = slice_of(typed),
                 .admits = all_but_seven};
  Alikes found = {0};
  char all[1024] = "";
  assert_true(index_like(&likes, &found));
  for (size_t i = 0; i < found.len; i++) {
    size_t len = strlen(all);
    snprintf(all + len, sizeof all - len, "%s%.*s", i ? "|" : "", SLICE_FMT(found.items[i].form));
  }
  array_free(&found);
  assert_string_equal(all, wanted);
}

static void layers_are_one_alphabet(void **state) {
  (void)state;
  INDEX(base, 10, "fine-tuning", "Fine art", "p\u00E8re", "C++", "filter");
  INDEX(recent, 20, "finesse", "fin", "art of war");
  const Index *layers[] = {base, recent};
  check_like(layers, 2, LIKE_PREFIX, "fin", "fin|Fine art|finesse|fine-tuning");
  check_like(layers, 2, LIKE_PREFIX, "fine t", "fine-tuning");
  check_like(layers, 2, LIKE_PREFIX, "finet", "fine-tuning");
  check_like(layers, 2, LIKE_PREFIX, "fi ne", "");
  check_like(layers, 2, LIKE_PREFIX, "pe", "p\u00E8re");
  check_like(layers, 2, LIKE_PREFIX, "c+", "C++");
  check_like(layers, 2, LIKE_PREFIX, "zz", "");
  check_like(layers, 2, LIKE_WORD, "tun", "fine-tuning");
  check_like(layers, 2, LIKE_WORD, "art", "Fine art");
  check_like(layers, 2, LIKE_WORD, "of", "");
  check_like(layers, 2, LIKE_STARTS, "ft", "fine-tuning");
  check_like(layers, 2, LIKE_STARTS, "aw", "art of war");
  check_like(layers, 2, LIKE_STARTS, "aow", "art of war");
  check_like(layers, 2, LIKE_STARTS, "ar wa", "art of war");
  check_like(layers, 2, LIKE_STARTS, "wa ar", "");
  check_like(layers, 2, LIKE_LETTERS, "fnt", "Fine art|fine-tuning");
  check_like(layers, 2, LIKE_LETTERS, "int", "");
  index_delete(base);
  index_delete(recent);
}

static void what_is_not_to_be_written_is_not_offered(void **state) {
  (void)state;
  IndexForm forms[] = {{.entry = 1, .text = SLICE("mast"), .role = FORM_AVOID},
                       {.entry = 7, .text = SLICE("master")},
                       {.entry = 2, .text = SLICE("main mast"), .role = FORM_ALIAS}};
  Index *index = index_new(forms, 3);
  const Index *layers[] = {index};
  check_like(layers, 1, LIKE_PREFIX, "ma", "main mast");
  check_like(layers, 1, LIKE_WORD, "mas", "main mast");
  index_delete(index);
}

static void *complete_something(void *context) {
  const Index *layers[] = {context};
  Likes likes = {.layers = layers, .layer_count = 1, .typed = SLICE("ma")};
  Alikes found = {0};
  index_like(&likes, &found);
  size_t count = found.len;
  array_free(&found);
  return (void *)count;
}

static void threads_share_a_lexicon(void **state) {
  (void)state;
  enum { THREADS = 4 };
  INDEX(index, 0, "mast", "main mast", "sail");
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++)
    assert_int_equal(pthread_create(&threads[i], NULL, complete_something, index), 0);
  for (int i = 0; i < THREADS; i++) {
    void *found;
    assert_int_equal(pthread_join(threads[i], &found), 0);
    assert_int_equal((size_t)found, 2);
  }
  index_delete(index);
}

// --- glossaries ---

static Completions complete(World *world, const char *path, const char *typed) {
  Slice text = slice_of(typed);
  Scope scope = {slice_of(path)};
  return query_completions(world->terms, scope, NULL, text, (uint32_t)text.len, world->arena);
}

// Behind each label, which entry of its glossary it is.
static void check_labels(World *world, const char *path, const char *typed, const char *wanted) {
  Completions found = complete(world, path, typed);
  char all[1024] = "";
  for (uint32_t i = 0; i < found.count; i++) {
    size_t len = strlen(all);
    Completion item = found.items[i];
    snprintf(all + len, sizeof all - len, "%s%.*s@%u", i ? "|" : "", SLICE_FMT(item.label),
             item.entry->index);
  }
  assert_string_equal(all, wanted);
}

static void proposals_come_once_and_in_order(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss", "/w",
            "## knowledge distillation\n- status: deprecated\n\nX.\n\n"
            "## knowledge distillation\n\nY.\n\n## distance\n\nZ.\n\n"
            "## knowledge distillation loss\n- avoid: knowledge distance\n\nZ.\n");
  const char *here = "/w/d.md";
  check_labels(world, here, "a knowledge dist",
               "knowledge distillation@1|knowledge distillation loss@3|distance@2");
  check_labels(world, here, "Know dist",
               "Knowledge distillation@1|Knowledge distillation loss@3|distance@2");
  check_labels(world, here, "knowledge distillation",
               "knowledge distillation@1|knowledge distillation loss@3");
  check_labels(world, here, "knowledge distillation ", "knowledge distillation loss@3");
  check_labels(world, here, "dist ", "");
  check_labels(world, here, "", "");
  check_labels(world, here, "nothing", "");
}

static void the_nearest_glossary_comes_first(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss", "/w", "## mast b\n\nX.\n\n## mast d\n\nX.\n");
  world_put(world, "/w/docs/b.gloss", "/w",
            "## mast a\n- status: deprecated\n\nX.\n\n## mast c\n\nX.\n\n## the mast z\n\nX.\n");
  world_put(world, "/v/c.gloss", "/v", "## mast 0\n\nX.\n");
  check_labels(world, "/w/docs/d.md", "mas", "mast c@1|mast a@0|mast b@0|mast d@1|the mast z@2");
  check_labels(world, "/w/d.md", "mas", "mast b@0|mast d@1|mast c@1|mast a@0|the mast z@2");
}

static void add_masts(World *world, const char *path, int first, int count) {
  Array(char) bytes = {0};
  for (int i = first; i < first + count; i++) {
    char entry[64];
    int len = snprintf(entry, sizeof entry, "## mast %d\n\nA pole.\n\n", i);
    array_append(&bytes, entry, (size_t)len);
  }
  *array_push(&bytes) = '\0';
  world_put(world, path, "/w", bytes.items);
  array_free(&bytes);
}

static void many_proposals_are_said_to_be_incomplete(void **state) {
  World *world = *state;
  add_masts(world, "/w/a.gloss", 0, COMPLETION_MAX + 1);
  Completions found = complete(world, "", "mas");
  assert_int_equal(found.count, COMPLETION_MAX);
  assert_true(found.incomplete);
  found = complete(world, "", "mast 10");
  assert_int_equal(found.count, 2);
  assert_true(found.incomplete); // `10` alone is short
  found = complete(world, "", "mast100");
  assert_int_equal(found.count, 1);
  assert_false(found.incomplete);
}

// More than are compared: the first of the alphabet are ranked, whatever layer they are in.
static void very_many_forms_are_cut_alike_in_all_layers(void **state) {
  World *one = *state;
  enum { MANY = 3 * LIKES_GIVEN };
  add_masts(one, "/w/a.gloss", 10000, MANY);
  void *other = NULL;
  world_set_up(&other);
  World *three = other;
  add_masts(three, "/w/a.gloss", 10000, MANY);
  complete(three, "", "m");
  for (int i = 1; i < 4; i++) {
    char path[16];
    snprintf(path, sizeof path, "/w/%d.gloss", i);
    world_put(three, path, "/w", "## mast 10000 a\n\nX.\n");
    world_put(one, path, "/w", "## mast 10000 a\n\nX.\n");
    complete(three, "", "m");
  }
  Completions a = complete(one, "", "m"), b = complete(three, "", "m");
  assert_true(a.incomplete && b.incomplete);
  assert_int_equal(a.count, b.count);
  for (uint32_t i = 0; i < a.count; i++) assert_true(slice_eq(a.items[i].label, b.items[i].label));
  world_tear_down(&other);
}

static void terms_that_are_gone_are_not_offered(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss", "/w", "## mast\n\nX.\n");
  check_labels(world, "/w/d.md", "mas", "mast@0");
  world_put(world, "/w/a.gloss", "/w", "## sail\n\nX.\n\n## main sail\n\nX.\n");
  check_labels(world, "/w/d.md", "mas", "main sail@1");
  check_labels(world, "/w/d.md", "sai", "sail@0|main sail@1");
}

// Bytes of any kind, before the cursor and in forms.
static void odd_bytes_do_no_harm(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss", "/w",
            "## \x01\x02 a\n\nX.\n\n## b \xFF\xFE c\n\nX.\n\n## \x7F\n\nX.\n");
  static const char *const texts[] = {"\x01", "a\x01", "\x01 a", "\xFF", "b \xFF",
                                      "_",    "-",     " ",      "\xE6"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Slice text = slice_of(texts[i]);
    query_completions(world->terms, (Scope){0}, prose_language(SLICE("c"), SLICE("")), text,
                      (uint32_t)text.len + 1, world->arena);
    complete(world, "", texts[i]);
  }
  check_labels(world, "", "b", "b \xFF\xFE c@1");
}

// A line without end and a term of very many words: what is looked at is bounded.
static void long_lines_and_long_terms(void **state) {
  World *world = *state;
  enum { WORDS = 3000 };
  Array(char) bytes = {0};
  array_append(&bytes, "## ", 3);
  for (int i = 0; i < WORDS; i++) array_append(&bytes, "mast ", 5);
  array_append(&bytes, "\n\nX.\n", 6);
  world_put(world, "/w/a.gloss", "/w", bytes.items);
  Slice text = slice_new(bytes.items + 3, WORDS * 5 - 1);
  Completions found =
      query_completions(world->terms, (Scope){0}, NULL, text, (uint32_t)text.len, world->arena);
  assert_int_equal(found.count, 1);
  assert_int_equal(found.items[0].label.len, text.len);
  assert_true(range_len(found.typed) < text.len);
  array_free(&bytes);
}

#define world_test(function)                                                                       \
  cmocka_unit_test_setup_teardown(function, world_set_up, world_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(layers_are_one_alphabet),
      cmocka_unit_test(what_is_not_to_be_written_is_not_offered),
      cmocka_unit_test(threads_share_a_lexicon),
      world_test(proposals_come_once_and_in_order),
      world_test(the_nearest_glossary_comes_first),
      world_test(many_proposals_are_said_to_be_incomplete),
      world_test(very_many_forms_are_cut_alike_in_all_layers),
      world_test(terms_that_are_gone_are_not_offered),
      world_test(odd_bytes_do_no_harm),
      world_test(long_lines_and_long_terms),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
