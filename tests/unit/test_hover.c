// What a hover tells, in what order, and that nothing in a glossary escapes from it.
#include <lsp/feature/hover.h>
#include <lsp/markdown/readable.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static const char glossary_text[] = "## Orchard wall (OW)\n\n"
                                    "- aliases: fruit wall\n"
                                    "- avoid: hot wall\n"
                                    "- category: garden <b>\n\n"
                                    "A <b>warm</b> wall for [fruit](command:pick).\n\n"
                                    "It faces **south**.\n\n"
                                    "## Wall\n\n"
                                    "Stones laid on stones.\n\n"
                                    "## Wall\n\n"
                                    "- category: law\n\n"
                                    "What may not be passed.\n";

typedef struct {
  Glossary *glossary;
  Arena *arena;
} Fixture;

static int set_up(void **state) {
  Fixture *fixture = mem_alloc(sizeof *fixture);
  *fixture = (Fixture){glossary_new(), arena_new()};
  glossary_put(fixture->glossary,
               glossary_file_new(SLICE("/g/my words.gloss"), (Slice){0}, slice_of(glossary_text)));
  *state = fixture;
  return 0;
}

static int tear_down(void **state) {
  Fixture *fixture = *state;
  glossary_delete(fixture->glossary);
  arena_delete(fixture->arena);
  mem_free(fixture);
  return 0;
}

static bool ask(Fixture *fixture, const char *text, uint32_t offset, bool markdown, Hover *hover) {
  return hover_at(fixture->glossary, (Scope){0}, NULL, slice_of(text), offset, markdown,
                  fixture->arena, hover);
}

static void assert_contents(const Hover *hover, const char *expected) {
  if (!slice_eq(hover->contents, slice_of(expected)))
    fail_msg("the hover says\n%.*s\nnot\n%s", SLICE_FMT(hover->contents), expected);
}

static void test_markdown(void **state) {
  Hover hover;
  assert_true(ask(*state, "the orchard walls.", 6, true, &hover));
  assert_int_equal(hover.range.start, 4);
  assert_int_equal(hover.range.end, 17);
  assert_contents(&hover,
                  "**Orchard wall (OW)**: A &lt;b>warm&lt;/b> wall for [fruit]\\(command:pick).\n\n"
                  "*Also:* OW, fruit wall  \n"
                  "*Category:* garden &lt;b>  \n"
                  "*Defined in:* [my words.gloss:1](file:///g/my%20words.gloss#L1)\n\n"
                  "It faces **south**.\n\n---\n\n"
                  "Also here:\n\n"
                  "- **Wall**: Stones laid on stones.");
}

static void test_plain_and_senses(void **state) {
  Hover hover;
  assert_true(ask(*state, "a wall", 3, false, &hover));
  assert_int_equal(hover.found.items[0].entry_count, 2);
  assert_contents(&hover, "(1 of 2) Wall: Stones laid on stones.\n\n"
                          "Defined in: my words.gloss:11\n\n---\n\n"
                          "(2 of 2) Wall: What may not be passed.\n\n"
                          "Category: law · Defined in: my words.gloss:15");
}

static void test_nothing(void **state) {
  Hover hover;
  assert_false(ask(*state, "a fence", 3, true, &hover));
  assert_false(ask(*state, "", 0, true, &hover));
}

// A long entry is cut at the end of a sentence, and says so; a great many senses are counted.
static void test_long(void **state) {
  Fixture *fixture = *state;
  Array(char) text = {0};
  Slice sentence = SLICE("Here is one more sentence about it. ");
  Slice entry =
      SLICE("\n\n## Sense\n\nOne of a great many senses that this one word has in this file.\n");
  array_append(&text, "## Long\n\nIt is long.\n\n", 22);
  for (int i = 0; i < 1000; i++) array_append(&text, sentence.ptr, sentence.len);
  for (int i = 0; i < 2000; i++) array_append(&text, entry.ptr, entry.len);
  glossary_put(fixture->glossary,
               glossary_file_new(SLICE("/g/z.gloss"), (Slice){0}, slice_new(text.items, text.len)));
  array_free(&text);
  Hover hover;
  assert_true(ask(fixture, "long", 1, true, &hover));
  assert_true(hover.contents.len > 1000 && hover.contents.len < 2000);
  assert_true(
      slice_ends_with(hover.contents, SLICE("about it. …\n\n"
                                            "[… the rest in z.gloss:1](file:///g/z.gloss#L1)")));
  assert_true(ask(fixture, "sense", 1, true, &hover));
  assert_int_equal(hover.found.items[0].entry_count, 2000);
  assert_true(hover.contents.len < 4000);
  assert_true(slice_ends_with(hover.contents, SLICE(" more")));
}

// --- what is a definition ---

static char next_letter(Slice *text) {
  while (text->len) {
    char c = text->ptr[0];
    *text = slice_from(*text, 1);
    if (byte_is_alnum(c)) return c;
  }
  return 0;
}

static bool same_letters(Slice a, Slice b) {
  for (;;) {
    char x = next_letter(&a), y = next_letter(&b);
    if (x != y) return false;
    if (!x) return true;
  }
}

// Rules and lists take the definition from the text as it is written, a hover from what it shows.
static void test_one_definition(void **state) {
  Fixture *fixture = *state;
  static const char page[] =
      "\nashlar,stone\n\n**Ashlar** is **hewn stone** - It is laid dry. **Use** - **Walls**: yes.\n"
      "\nbond,stone\n\n**Walls** **Overview** Bricks overlap. **Kinds** \xE2\x80\xA2 English.\n"
      "\ncoping,stone\n\nThe top of a wall. | Kind | Slope | |---|---| | saddle | two |\n"
      "\ndado,stone\n\nThe lower part. Panelled. $$h = 1$$ **Dado** is **low**.\n"
      "\negg,stone\n\n**Egg** keeps time $t_0 - t_1$: 1. boil 2. wait --- Then ## Eat\n";
  GlossaryFile *file = glossary_file_new(SLICE("/p"), (Slice){0}, slice_of(page));
  assert_int_equal(file->entries.len, 5);
  for (size_t i = 0; i < file->entries.len; i++) {
    const Entry *entry = file->entries.items[i];
    Slice shown = readable_beginning(entry, fixture->arena).definition;
    if (!same_letters(shown, entry_definition(entry)))
      fail_msg("\xC2\xAB%.*s\xC2\xBB is shown, \xC2\xAB%.*s\xC2\xBB taken", SLICE_FMT(shown),
               SLICE_FMT(entry_definition(entry)));
  }
  glossary_file_delete(file);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_markdown, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_plain_and_senses, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_nothing, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_long, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_one_definition, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
