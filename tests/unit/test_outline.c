// The outline: fixed cases, and random edits after which the outline must equal a fresh scan.
#include "random.h"

#include <glossary/outline.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

// Joins the first lines of all entries with `|`.
static void check(const char *file, Dialect dialect, const char *expected) {
  Text *text = text_new(slice_of(file));
  Outline outline = outline_scan(text);
  char firsts[1024] = "";
  for (uint32_t i = 0; i < outline.spans.len; i++) {
    Slice span = text_slice(text, outline_range(&outline, i));
    const char *eol = memchr(span.ptr, '\n', span.len);
    if (i) strcat(firsts, "|");
    strncat(firsts, span.ptr, eol ? (size_t)(eol - span.ptr) : span.len);
  }
  assert_string_equal(firsts, expected);
  assert_int_equal(outline.dialect, dialect);
  outline_free(&outline);
  text_delete(text);
}

static void test_markdown(void **state) {
  (void)state;
  check("# T\n\n## A\nx\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n### not an entry\n##not\n ## not\n##\nx", DIALECT_MARKDOWN, "## A|##");
  check("\xEF\xBB\xBF## A\r\nx\r\n\r\n## B\r\n", DIALECT_MARKDOWN, "## A\r|## B\r");
  check("## A\nx\n# Part two\n\ntext\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("# Only a title\n\nText.\n", DIALECT_MARKDOWN, "");
}

static void test_fences(void **state) {
  (void)state;
  check("## A\n```\n## code\n```\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n```sh\n# code\n## code\n```\n", DIALECT_MARKDOWN, "## A");
  check("## A\n```\ntext\n\n## B\n\n```c\nx\n```\n\n## C\n", DIALECT_MARKDOWN, "## A|## B|## C");
  check("## A\n```\ntext\n\n## B\n\n```\nx\n```\n\n## C\n", DIALECT_MARKDOWN, "## A|## B|## C");
  check("## A\n```\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n````\n```\n## x\n```\n````\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n~~~\n```\n## x\n~~~\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n```\n# code\n```\n\n```\n# code\n```\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("## A\n```\n## code\n```\n\n```\n## code\n```\n\n## B\n", DIALECT_MARKDOWN, "## A|## B");
  check("```\n\n## A\nx\n\n## B\nx\n", DIALECT_MARKDOWN, "## A|## B");
}

static void test_page(void **state) {
  (void)state;
  check("\xE2\x86\x90 Back\n\nsite\n\n2 technical terms and definitions\n\nA B C D Z All\nShowing "
        "page 1 of 2 (2 "
        "entries)\n\n"
        "keel, hulls\n\n**Keel** is a beam.\n\nmast,rigging\n\n**Mast** is a pole.\n",
        DIALECT_PAGE, "keel, hulls|mast,rigging");
  check("keel, hulls\n\nmast, rigging\n\nA pole.\n\nLost body.\n", DIALECT_PAGE,
        "keel, hulls|mast, rigging|Lost body.");
  check("", DIALECT_PAGE, "");
  check("\n\n\n", DIALECT_PAGE, "");
}

static const char *const pieces[] = {"## A\n",
                                     "## ",
                                     "\n",
                                     "# T\n",
                                     "```\n",
                                     "```c\n",
                                     "text\n",
                                     "\n\n",
                                     "~~~\n",
                                     "a, b\n",
                                     "x\n\ny\n",
                                     "\r\n",
                                     "\r",
                                     "#",
                                     "`",
                                     "````\n",
                                     "  ```\n",
                                     "12 technical terms and definitions\n",
                                     "\xE2\x86\x90 Back\n",
                                     "text, more.\n",
                                     ""};

static void add_random_pieces(char *out, uint32_t most) {
  *out = 0;
  for (uint32_t n = random_below(most); n > 0; n--)
    strcat(out, pieces[random_below(sizeof pieces / sizeof *pieces)]);
}

static void assert_same_outline(const Outline *a, const Outline *b, uint32_t seed) {
  bool same = a->dialect == b->dialect && a->spans.len == b->spans.len;
  for (size_t i = 0; same && i < a->spans.len; i++)
    same = a->spans.items[i].start == b->spans.items[i].start &&
           a->spans.items[i].len == b->spans.items[i].len;
  if (!same) fail_msg("outline differs from a fresh scan, seed %u", seed);
}

// What a follower of changes sees must add up: spans outside the change are the same bytes as
// before.
static void assert_change(const OutlineChange *change, size_t before, size_t after, uint32_t seed) {
  if (before - change->removed + change->added != after)
    fail_msg("change does not add up, seed %u", seed);
}

static void check_random(uint32_t seed) {
  random_state = seed;
  char bytes[2048];
  add_random_pieces(bytes, 14);
  Text *text = text_new(slice_of(bytes));
  Outline outline = outline_scan(text);
  for (int edit = 0; edit < 12; edit++) {
    uint32_t start = random_below(text_len(text) + 1);
    uint32_t end = start + random_below(text_len(text) - start + 1);
    if (end - start > 12) end = start + random_below(12);
    add_random_pieces(bytes, 4);
    size_t before = outline.spans.len;
    text_replace(text, (Range){start, end}, slice_of(bytes));
    OutlineChange change =
        outline_edit(&outline, text, (Range){start, end}, (uint32_t)strlen(bytes));
    assert_change(&change, before, outline.spans.len, seed);
    Text *copy = text_new(text_bytes(text));
    Outline fresh = outline_scan(copy);
    assert_same_outline(&outline, &fresh, seed);
    outline_free(&fresh);
    text_delete(copy);
  }
  outline_free(&outline);
  text_delete(text);
}

static void test_random_edits(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 20000; seed++) check_random(seed);
}

// What is typed into an entry changes that entry, not those around it.
static void test_an_edit_is_local(void **state) {
  (void)state;
  Text *text = text_new(SLICE("## A\n\nx\n\n## B\n\ny\n\n## C\n\nz\n\n## D\n\nw\n"));
  Outline outline = outline_scan(text);
  Range place = {outline_range(&outline, 2).start + 7, outline_range(&outline, 2).start + 7};
  text_replace(text, place, SLICE("ebra"));
  OutlineChange change = outline_edit(&outline, text, place, 4);
  assert_false(change.whole);
  assert_int_equal(change.first, 2);
  assert_int_equal(change.removed, 1);
  assert_int_equal(change.added, 1);
  outline_free(&outline);
  text_delete(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_markdown),     cmocka_unit_test(test_fences),
      cmocka_unit_test(test_page),         cmocka_unit_test(test_an_edit_is_local),
      cmocka_unit_test(test_random_edits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
