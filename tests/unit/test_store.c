// The store and the linter under random edits: after each one, entries and findings must equal
// those of a store that read the same bytes anew.
#include "random.h"

#include <glossary/glossary.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const PIECES[] = {
    "## Keel\n",
    "## Mast\n",
    "## ",
    "\n",
    "- aliases: backbone\n",
    "- see: [[Mast]]\n",
    "- sea: x\n",
    "- category: a\n",
    "- aliases\n",
    "A beam.\n",
    "[[Keel]] and [[Boom]]\n",
    "keel, hulls\n\n",
    "**open\n",
    "# Ship\n",
    "```\n",
    "\xFF",
    "- lang: en\n- category: b\n",
    "mast,rigging\n\nA pole.\n",
    "(",
    ")",
    ",",
    "\r\n",
    "## Keel (ship)\n",
    "text, more\n",
    "#",
    "- paths: docs/**\n",
    "## keel\n",
};

static void add_random_pieces(char *out, uint32_t most) {
  *out = 0;
  for (uint32_t n = random_below(most); n > 0; n--)
    strcat(out, PIECES[random_below(sizeof PIECES / sizeof *PIECES)]);
}

static GlossaryFile *load(Glossary *glossary, const char *path, Slice bytes) {
  return glossary_put(glossary, glossary_file_new(slice_of(path), SLICE(""), bytes));
}

static void describe(Glossary *glossary, GlossaryFile *file, char *out, size_t size) {
  Arena *arena = arena_new();
  size_t len = 0;
  const FileFacts *facts = &file->facts;
  len += (size_t)snprintf(out, size, "%.*s/%.*s/%.*s/%u/%u;", SLICE_FMT(facts->title),
                          SLICE_FMT(facts->lang), SLICE_FMT(facts->category), facts->path_count,
                          facts->field_count);
  for (size_t i = 0; i < file->entries.len; i++) {
    const Entry *entry = file->entries.items[i];
    if (entry->index != i || store_entry(glossary->store, entry->id) != entry)
      len += (size_t)snprintf(out + len, size - len, "BROKEN ");
    len += (size_t)snprintf(out + len, size - len, "%u:%.*s/%.*s/%u;", entry_range(entry).start,
                            SLICE_FMT(entry->name), SLICE_FMT(entry->category), entry->form_count);
  }
  Findings findings = linter_check(glossary_linter(glossary), file, NULL, arena);
  for (uint32_t i = 0; i < findings.count; i++) {
    Finding f = findings.items[i];
    len += (size_t)snprintf(out + len, size - len, "\n%u-%u %s %.*s +%u", f.range.start,
                            f.range.end, f.rule->id, SLICE_FMT(f.message), f.related_count);
  }
  arena_delete(arena);
}

enum { FILES = 2, DESCRIPTION = 64 * 1024 };

static void assert_equals_rebuilt(Glossary *glossary, GlossaryFile *const *files, uint32_t seed) {
  static char incremental[DESCRIPTION], rebuilt[DESCRIPTION];
  Glossary *fresh = glossary_new();
  GlossaryFile *copies[FILES];
  for (int i = 0; i < FILES; i++)
    copies[i] = load(fresh, i ? "b.gloss" : "a.gloss", text_bytes(files[i]->text));
  for (int i = 0; i < FILES; i++) {
    describe(glossary, files[i], incremental, DESCRIPTION);
    describe(fresh, copies[i], rebuilt, DESCRIPTION);
    if (strcmp(incremental, rebuilt) != 0)
      fail_msg("seed %u\n--- edited\n%s\n--- rebuilt\n%s", seed, incremental, rebuilt);
  }
  glossary_delete(fresh);
}

static void random_edit(Glossary *glossary, GlossaryFile *file) {
  char bytes[512];
  uint32_t len = text_len(file->text), start = random_below(len + 1);
  uint32_t end = start + random_below(20);
  add_random_pieces(bytes, 3);
  glossary_edit(glossary, file, (Range){start, end > len ? len : end}, slice_of(bytes));
}

static void check_random(uint32_t seed) {
  random_state = seed;
  char bytes[1024];
  Glossary *glossary = glossary_new();
  GlossaryFile *files[FILES];
  for (int i = 0; i < FILES; i++) {
    add_random_pieces(bytes, 12);
    files[i] = load(glossary, i ? "b.gloss" : "a.gloss", slice_of(bytes));
  }
  for (int edit = 0; edit < 10; edit++) {
    random_edit(glossary, files[random_below(FILES)]);
    linter_work(glossary_linter(glossary), files[random_below(FILES)], random_below(3));
    if (random_below(8) == 0) {
      add_random_pieces(bytes, 12);
      files[1] = load(glossary, "b.gloss", slice_of(bytes));
    }
    assert_equals_rebuilt(glossary, files, seed);
  }
  glossary_delete(glossary);
}

static void test_random_edits(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 1500; seed++) check_random(seed);
}

// What the preamble says for all entries, when an edit makes it end before the place of the edit.
static uint64_t generation_after(Glossary *glossary, const char *bytes) {
  load(glossary, "/a", slice_of(bytes));
  return glossary->terms_generation;
}

// What is told of a document changes with the reason, and with what is to be written instead.
static void test_advice_is_of_the_term(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  uint64_t first = generation_after(glossary, "## A\n- avoid: b\n- note: old\n\nAn a.\n");
  assert_int_equal(generation_after(glossary, "## A\n- avoid: b\n- note: old\n\nThe a.\n"), first);
  uint64_t second = generation_after(glossary, "## A\n- avoid: b\n- note: new\n\nThe a.\n");
  assert_true(second > first);
  uint64_t plain = generation_after(glossary, "## A\n- note: new\n\nThe a.\n");
  assert_int_equal(generation_after(glossary, "## A\n- note: other\n\nThe a.\n"), plain);
  uint64_t gone = generation_after(glossary, "## A\n- status: forbidden\n- see: B\n\nThe a.\n");
  assert_true(generation_after(glossary, "## A\n- status: forbidden\n- see: C\n\nThe a.\n") > gone);
  glossary_delete(glossary);
}

static void test_a_title_becomes_an_entry(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  GlossaryFile *file =
      load(glossary, "a.gloss", SLICE("# Ships\n- category: hulls\n\n## Keel\nA beam.\n"));
  assert_true(slice_eq(file->entries.items[0]->category, SLICE("hulls")));
  glossary_edit(glossary, file, (Range){1, 1}, SLICE("#"));
  assert_int_equal(file->facts.title.len, 0);
  assert_true(slice_eq(file->entries.items[0]->category, SLICE("hulls"))); // its own now
  assert_int_equal(file->entries.items[1]->category.len, 0);
  glossary_edit(glossary, file, (Range){1, 2}, SLICE(""));
  assert_true(slice_eq(file->facts.title, SLICE("Ships")));
  assert_true(slice_eq(file->entries.items[0]->category, SLICE("hulls")));
  glossary_delete(glossary);
}

static void test_ids_stay(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  GlossaryFile *file = load(glossary, "a.gloss", SLICE("## A\nx\n## B\ny\n## C\nz\n"));
  uint32_t c = file->entries.items[2]->id;
  glossary_edit(glossary, file, (Range){5, 6}, SLICE("longer text"));
  assert_int_equal(file->entries.items[2]->id, c);
  glossary_edit(glossary, file, (Range){0, 0}, SLICE("## New\nn\n"));
  assert_int_equal(file->entries.items[3]->id, c);
  glossary_edit(glossary, file, (Range){0, 9}, SLICE(""));
  assert_int_equal(file->entries.items[2]->id, c);
  file = load(glossary, "a.gloss", SLICE("## B\ny\n## C\nz\n"));
  assert_int_equal(file->entries.items[1]->id, c);
  glossary_edit(glossary, file, (Range){3, 4}, SLICE("Renamed"));
  assert_int_not_equal(file->entries.items[0]->id, c);
  assert_int_equal(store_entry_count(glossary->store), 2);
  glossary_remove(glossary, file);
  assert_null(store_entry(glossary->store, c));
  assert_int_equal(store_file_count(glossary->store), 0);
  glossary_delete(glossary);
}

static void test_linting_in_parts(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  GlossaryFile *file = load(glossary, "a.gloss", SLICE("## A\n## B\n## C\n## D\n## E\n"));
  Linter *linter = glossary_linter(glossary);
  assert_false(linter_work(linter, file, 2));
  assert_false(linter_work(linter, file, 2));
  assert_true(linter_work(linter, file, 2));
  glossary_edit(glossary, file, (Range){9, 9}, SLICE("\n"));
  assert_false(linter_work(linter, file, 0));
  assert_true(linter_work(linter, file, 9));
  glossary_delete(glossary);
}

static uint32_t finding_count(Glossary *glossary, GlossaryFile *file) {
  Arena *arena = arena_new();
  uint32_t count = linter_check(glossary_linter(glossary), file, NULL, arena).count;
  arena_delete(arena);
  return count;
}

static void test_scopes_do_not_repeat_each_other(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  GlossaryFile *a = load(glossary, "/w/a.gloss", SLICE("- paths: docs/**\n\n## Keel\nA beam.\n"));
  GlossaryFile *b = load(glossary, "/w/b.gloss", SLICE("- paths: specs/**\n\n## Keel\nA beam.\n"));
  assert_int_equal(finding_count(glossary, a), 0);
  glossary_edit(glossary, b, (Range){9, 14}, SLICE("docs"));
  assert_int_equal(finding_count(glossary, a), 1);
  assert_int_equal(finding_count(glossary, b), 1);
  glossary_edit(glossary, b, (Range){9, 13}, SLICE("specs"));
  assert_int_equal(finding_count(glossary, a), 0);
  glossary_delete(glossary);
}

static void test_category_of_the_file(void **state) {
  (void)state;
  Glossary *glossary = glossary_new();
  GlossaryFile *file = load(glossary, "a.gloss", SLICE("# T\n\n- category: old\n\n## A\nx\n"));
  assert_true(slice_eq(file->entries.items[0]->category, SLICE("old")));
  glossary_edit(glossary, file, (Range){17, 20}, SLICE("new"));
  assert_true(slice_eq(file->entries.items[0]->category, SLICE("new")));
  assert_true(slice_eq(file->facts.title, SLICE("T")));
  glossary_delete(glossary);
}

static void test_definitions(void **state) {
  (void)state;
  static const struct {
    const char *bytes, *definition;
  } CASES[] = {
      {"## A\n- aliases: b\n\nFirst line\nsecond line.\n\nMore.\n", "First line\nsecond line."},
      {"## A\nText.\n- list\n", "Text."},
      {"## A\n### Section\n\nUnder it.\n", "Under it."},
      {"## A\n", ""},
      {"## A\r\rFirst line.\r\rMore.\r", "First line."},
      {"keel, hulls\n\n**Keel** is a beam - it holds. **Why It Matters** - **Strength**: much.",
       "**Keel** is a beam - it holds."},
      {"keel, hulls\n\nA keel holds. \xE2\x80\xA2 one \xE2\x80\xA2 two", "A keel holds."},
      {"keel, hulls\n\n**Ships** **Keel** **Overview** A beam. **Use** All.", "A beam."},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    Glossary *glossary = glossary_new();
    GlossaryFile *file = load(glossary, "a.gloss", slice_of(CASES[i].bytes));
    Slice definition = entry_definition(file->entries.items[0]);
    if (!slice_eq(definition, slice_of(CASES[i].definition)))
      fail_msg("%s: got \"%.*s\"", CASES[i].bytes, SLICE_FMT(definition));
    glossary_delete(glossary);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids_stay),
      cmocka_unit_test(test_advice_is_of_the_term),
      cmocka_unit_test(test_a_title_becomes_an_entry),
      cmocka_unit_test(test_linting_in_parts),
      cmocka_unit_test(test_category_of_the_file),
      cmocka_unit_test(test_scopes_do_not_repeat_each_other),
      cmocka_unit_test(test_definitions),
      cmocka_unit_test(test_random_edits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
