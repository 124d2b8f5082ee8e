// Questions to whole glossaries: scopes, nearness, homonyms, completion, and terms that come and
// go. What counts as an occurrence is said by tests/cases/match.
#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static Scope at_path(const char *path) {
  return (Scope){slice_of(path)};
}

// The paths of the glossaries that answer to `term` in the document `path`, best first.
static void check_named(World *world, const char *term, const char *path, const char *wanted) {
  Occurrence found = query_named(world->terms, at_path(path), slice_of(term), world->arena);
  char all[1024] = "";
  for (uint32_t i = 0; i < found.entry_count; i++) {
    Slice file = found.entries[i]->file->path;
    size_t len = strlen(all);
    snprintf(all + len, sizeof all - len, "%s%.*s", i ? " " : "", SLICE_FMT(file));
  }
  assert_string_equal(all, wanted);
}

static void a_glossary_applies_to_its_folder(void **state) {
  World *world = *state;
  world_put(world, "/repo/ship/a.gloss", "/repo/ship", "## mast\n\nA pole.\n");
  check_named(world, "mast", "/repo/ship/doc.md", "/repo/ship/a.gloss");
  check_named(world, "mast", "/repo/ship/deep/down/doc.md", "/repo/ship/a.gloss");
  check_named(world, "mast", "/repo/shipping/doc.md", "");
  check_named(world, "mast", "/repo/doc.md", "");
  check_named(world, "mast", "", "/repo/ship/a.gloss");
}

static void paths_narrow_it(void **state) {
  World *world = *state;
  world_put(world, "/w/g/a.gloss", "/w",
            "# T\n\n- paths: docs/**, /specs/**\n\n## mast\n\nA pole.\n");
  check_named(world, "mast", "/w/g/docs/a.md", "/w/g/a.gloss");
  check_named(world, "mast", "/w/specs/deep/a.md", "/w/g/a.gloss");
  check_named(world, "mast", "/w/docs/a.md", "");
  check_named(world, "mast", "/w/g/a.md", "");
  check_named(world, "mast", "/other/a.md", "");
}

static void without_a_root_it_applies_everywhere(void **state) {
  World *world = *state;
  world_put(world, "builtin:x", "", "## mast\n\nA pole.\n");
  check_named(world, "mast", "/anywhere/a.md", "builtin:x");
}

static void the_nearest_glossary_comes_first(void **state) {
  World *world = *state;
  world_put(world, "builtin:x", "", "## mast\n\nA pole.\n");
  world_put(world, "/w/a.gloss", "/w", "## mast\n\nA pole.\n");
  world_put(world, "/w/docs/z.gloss", "/w", "## mast\n\nA pole.\n");
  world_put(world, "/w/docs/y.gloss", "/w", "## mast\n- status: deprecated\n\nA pole.\n");
  check_named(world, "mast", "/w/docs/d.md",
              "/w/docs/z.gloss /w/a.gloss builtin:x /w/docs/y.gloss");
  check_named(world, "Masts", "/w/d.md", "/w/a.gloss /w/docs/z.gloss builtin:x /w/docs/y.gloss");
}

static void distance_counts_folders(void **state) {
  (void)state;
  static const struct {
    const char *document, *glossary;
    uint32_t steps;
  } CASES[] = {
      {"/a/b/d.md", "/a/b/g.gloss", 0}, {"/a/b/c/d.md", "/a/b/g.gloss", 1},
      {"/a/d.md", "/a/b/g.gloss", 1},   {"/a/bc/d.md", "/a/b/g.gloss", 2},
      {"/d.md", "/g.gloss", 0},         {"/x/d.md", "/a/b/g.gloss", 3},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    GlossaryFile file = {.path = slice_of(CASES[i].glossary)};
    assert_int_equal(scope_distance(at_path(CASES[i].document), &file), CASES[i].steps);
  }
}

static void names_are_found_in_any_spelling(void **state) {
  World *world = *state;
  world_put(world, "/g", "",
            "## kNN-LM\n- aliases: nearest neighbour LM\n- avoid: kNN thing\n\nA model.\n");
  check_named(world, "knn lm", "", "/g");
  check_named(world, "KNNLM", "", "/g");
  check_named(world, "Nearest-neighbour lm", "", "/g");
  check_named(world, "kNN thing", "", "");
  check_named(world, "knn", "", "");
  check_named(world, "", "", "");
}

static void a_full_name_picks_one_homonym(void **state) {
  World *world = *state;
  world_put(world, "/g", "", "## Selector (CSS)\n\nA rule.\n\n## Selector (query)\n\nA part.\n");
  Occurrence both = query_named(world->terms, at_path(""), SLICE("selector"), world->arena);
  assert_int_equal(both.entry_count, 2);
  Occurrence one = query_named(world->terms, at_path(""), SLICE("selector (query)"), world->arena);
  assert_int_equal(one.entry_count, 1);
  assert_int_equal(one.entries[0]->index, 1);
}

static void hover_looks_into_code_and_addresses(void **state) {
  World *world = *state;
  world_put(world, "/g", "", "## mast\n\nA pole.\n");
  Slice text = SLICE("a\n\n```c\nmast_height = 1;\n```\n\nsee http://x.org/mast or `masts`\n");
  const ProseLanguage *markdown = prose_language(SLICE("markdown"), SLICE(""));
  static const uint32_t inside[] = {8, 12, 48, 56};
  for (size_t i = 0; i < sizeof inside / sizeof *inside; i++) {
    Occurrences found =
        query_at(world->terms, at_path(""), markdown, text, inside[i], world->arena);
    assert_int_equal(found.count, 1);
    assert_true(found.items[0].range.start <= inside[i] && inside[i] <= found.items[0].range.end);
  }
  assert_int_equal(query_at(world->terms, at_path(""), markdown, text, 0, world->arena).count, 0);
  assert_int_equal(query_at(world->terms, at_path(""), markdown, text, 4000, world->arena).count,
                   0);
}

// More changes than a recent layer holds: every term that is there is found, and none that is gone.
static void terms_follow_the_store(void **state) {
  World *world = *state;
  enum { ROUNDS = 40, ENTRIES = 30 };
  for (int round = 0; round < ROUNDS; round++) {
    char path[32], bytes[ENTRIES * 32] = "", term[32];
    for (int i = 0; i < ENTRIES; i++) {
      size_t len = strlen(bytes);
      snprintf(bytes + len, sizeof bytes - len, "## mast %d %d\n\nX.\n", round, i);
    }
    snprintf(path, sizeof path, "/w/%d.gloss", round % 20);
    world_put(world, path, "/w", bytes);
    for (int known = 0; known <= round; known += 3) {
      snprintf(term, sizeof term, "mast %d %d", known, known % ENTRIES);
      snprintf(path, sizeof path, "/w/%d.gloss", known % 20);
      check_named(world, term, "/w/d.md", known > round - 20 ? path : "");
    }
  }
}

#define world_test(function)                                                                       \
  cmocka_unit_test_setup_teardown(function, world_set_up, world_tear_down)

int main(void) {
  const struct CMUnitTest tests[] = {
      world_test(a_glossary_applies_to_its_folder),
      world_test(paths_narrow_it),
      world_test(without_a_root_it_applies_everywhere),
      world_test(the_nearest_glossary_comes_first),
      cmocka_unit_test(distance_counts_folders),
      world_test(names_are_found_in_any_spelling),
      world_test(a_full_name_picks_one_homonym),
      world_test(hover_looks_into_code_and_addresses),
      world_test(terms_follow_the_store),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
