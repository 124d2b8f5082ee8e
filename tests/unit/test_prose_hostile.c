// What a reader might take badly: signs that open and never close, over and over, which it may look
// for again each time; and any bytes at all, in texts exactly as long as they say.
#include "parts.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void read(const char *id, Slice text) {
  const ProseLanguage *language = prose_language(slice_of(id), SLICE(""));
  assert_non_null(language);
  Prose prose = prose_read(language, text);
  parts_check_order(text, &prose);
  prose_free(&prose);
}

// --- openings without end ---

static const char *const MARKDOWN[] = {"markdown", "mdx", "html", NULL};
static const char *const MARKDOWN_UNITS[] = {"[",
                                             "![",
                                             ">",
                                             "> ",
                                             "- ",
                                             "*a **",
                                             "`a``",
                                             "<a ",
                                             "[a](",
                                             "$",
                                             "| ",
                                             "[[",
                                             "\xFF",
                                             "{",
                                             "{{",
                                             "{{ a ",
                                             "a/",
                                             "@",
                                             "a@b.",
                                             "://",
                                             "a://.",
                                             "<%",
                                             "${",
                                             "<a {",
                                             "<a \"",
                                             "{'\\' ",
                                             "$$a ",
                                             "[^1]: ",
                                             ":a",
                                             "&a",
                                             "<!--",
                                             "<pre>",
                                             "{#a ",
                                             "import {\n",
                                             "a {`",
                                             "{{a}",
                                             "``` `` ` ",
                                             "!!! a\n",
                                             "x\n\n[^1]",
                                             "[^a ",
                                             "[a]\n",
                                             "> [a](b)\r\n",
                                             "[^a[^b ",
                                             "- [^a]: ",
                                             "@a",
                                             "$a ",
                                             "\r",
                                             "{/*",
                                             "{/* gloss-",
                                             "<!-- gloss-",
                                             "<!-- gloss-a -->",
                                             "{/* gloss-a */}",
                                             "*<!-- gloss-a -->`",
                                             NULL};

static const char *const MARKUPS[] = {"restructuredtext", "asciidoc", "latex", NULL};
static const char *const MARKUP_UNITS[] = {"*",           "`",
                                           "``",          "{",
                                           "\\",          "|",
                                           "| ",          ":",
                                           "[",           "$",
                                           "%",           " *a",
                                           " `a",         ":a:`",
                                           "<<a",         "link:",
                                           "link:a[",     "((",
                                           "a::",         "a:: ",
                                           ".. ",         ".. a::",
                                           "- ",          "\\a{",
                                           "\\label{",    "\\verb",
                                           "\\(",         "\\def",
                                           "$a{",         "\n- ",
                                           "\n ",         "a\n",
                                           "\\begin{a}",  "\\title{",
                                           " `a <b",      "\\item[",
                                           "== =\n",      "|a|",
                                           "\n====",      "a::\n\n",
                                           "{a",          "&a",
                                           "footnote:[",  "http:",
                                           "a[a",         "\r",
                                           ".. gloss-a",  "// gloss-a\n",
                                           "% gloss-a\n", ".. gloss-a\n\n",
                                           NULL};

static const char *const CODE[] = {"c",      "java", "kotlin", "javascript",  "typescript", "yaml",
                                   "python", "go",   "rust",   "shellscript", "ruby",       NULL};
static const char *const CODE_UNITS[] = {
    "/* ",     "/*/* ",     "// `",         "\"",          "'",
    "`${",     "<a ",       "# @c {",       "# :a:a",      "/[ ",
    "${",      "$(",        "<<A ",         "%q(",         "#{",
    "r#\"",    "(",         "{@code",       "# `a``b",     "1'",
    "R\"(",    "# ](<a#",   "'\x80",        "?",           "\\",
    "\n",      "=begin",    "# {",          "/*\n",        "\"\"\"",
    "}",       "# **a",     "<a>{`",        "# {@link ",   "# <!",
    "/* \\f$", "/* gloss-", "// gloss-a\n", "# gloss-a\n", "/* gloss-a */",
    NULL};

enum { SIZE = 200000, ROOM = 32 };

// The unit again and again, with nothing behind it, and with what closes it only at the very end.
static void read_units(const char *id, const char *unit, char *text) {
  static const Slice CLOSERS = {" ]})>$`*/", 9};
  size_t len = strlen(unit), at = 0;
  for (; at < SIZE; at += len) memcpy(text + at, unit, len);
  read(id, slice_new(text, at));
  memcpy(text + at, CLOSERS.ptr, CLOSERS.len);
  read(id, slice_new(text, at + CLOSERS.len));
}

static void read_family(const char *const *ids, const char *const *units) {
  char *text = malloc(SIZE + ROOM);
  for (; *units; units++)
    for (size_t i = 0; ids[i]; i++) read_units(ids[i], *units, text);
  free(text);
}

static void markdown_without_end(void **state) {
  (void)state;
  read_family(MARKDOWN, MARKDOWN_UNITS);
}

// Each row lacks all the cells but one.
static void wide_tables(void **state) {
  (void)state;
  enum { COLUMNS = 20000, ROWS = 20000 };
  Array(char) text = {0};
  for (int i = 0; i < COLUMNS; i++) array_append(&text, "|a", 2);
  array_append(&text, "|\n", 2);
  for (int i = 0; i < COLUMNS; i++) array_append(&text, "|---", 4);
  array_append(&text, "|\n", 2);
  for (int i = 0; i < ROWS; i++) array_append(&text, "|b|\n", 4);
  read("markdown", slice_new(text.items, text.len));
  read("mdx", slice_new(text.items, text.len));
  array_free(&text);
}

static void markups_without_end(void **state) {
  (void)state;
  read_family(MARKUPS, MARKUP_UNITS);
}

static void code_without_end(void **state) {
  (void)state;
  read_family(CODE, CODE_UNITS);
}

// --- any bytes ---

static const char *const EVERY[] = {
    "gloss",      "markdown", "mdx",   "plaintext", "git-commit", "restructuredtext",
    "asciidoc",   "html",     "latex", "c",         "java",       "javascript",
    "typescript", "python",   "go",    "rust",      "ruby",       "shellscript",
    "kotlin",     "yaml",     NULL};

static void any_bytes_are_read(void **state) {
  (void)state;
  static const char SIGNS[] = "ab \n\n\t\r*`_:|[]{}<>()+-=~^#$%&\\./\"',;!?@1\xC3\xA9\xE3";
  enum { ROUNDS = 5000, LONGEST = 80 };
  random_state = 7;
  for (int round = 0; round < ROUNDS; round++) {
    uint32_t len = random_below(LONGEST);
    char *text = malloc(len + 1u); // a look behind it is found out, a look before it too
    for (uint32_t i = 1; i <= len; i++) text[i] = SIGNS[random_below(sizeof SIGNS)];
    for (size_t i = 0; EVERY[i]; i++) read(EVERY[i], slice_new(text + 1, len));
    free(text);
  }
}

// --- a piece of a text ---

static bool same_parts(const Prose *a, const Prose *b) {
  bool same = a->parts.len == b->parts.len;
  for (size_t i = 0; same && i < a->parts.len; i++)
    same = memcmp(&a->parts.items[i], &b->parts.items[i], sizeof(Part)) == 0;
  return same;
}

// What stands behind a text does not change how it reads.
static void read_begin(const char *id, Slice whole, size_t len) {
  const ProseLanguage *language = prose_language(slice_of(id), SLICE(""));
  Slice begin = slice_to(whole, len);
  char *copy = malloc(len + 1);
  memcpy(copy, begin.ptr, len);
  copy[len] = 0;
  Prose inside = prose_read(language, begin), alone = prose_read(language, slice_new(copy, len));
  parts_check_order(begin, &inside);
  assert_true(same_parts(&inside, &alone));
  prose_free(&inside);
  prose_free(&alone);
  free(copy);
}

static void pieces_of_a_text_are_read(void **state) {
  (void)state;
  Slice whole = SLICE("a\n[b](c) [d](<e> \"f\") ![g](h 'i') [j][k] [l]\n<a b=\"c\">d</a> &amp; `e`"
                      " $f$ {{g}} [[h|i]] **j** {k}\n<!-- l --> :m: ''n'' __o__ p.q /r/s\n"
                      "[t]: <u> \"v\")\n\n[w]: x (y)\n\n| a | b |\n|---|---|\n| c | d |)\n");
  for (size_t len = 0; len <= whole.len; len++)
    for (size_t i = 0; EVERY[i]; i++) read_begin(EVERY[i], whole, len);
}

static void nothing_is_read(void **state) {
  (void)state;
  for (size_t i = 0; EVERY[i]; i++) {
    read(EVERY[i], (Slice){0});
    read(EVERY[i], SLICE("\xEF\xBB\xBF"));
    read(EVERY[i], SLICE("\xEF\xBB"));
    read(EVERY[i], slice_new("", 1));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markdown_without_end),      cmocka_unit_test(wide_tables),
      cmocka_unit_test(markups_without_end),       cmocka_unit_test(code_without_end),
      cmocka_unit_test(any_bytes_are_read),        cmocka_unit_test(nothing_is_read),
      cmocka_unit_test(pieces_of_a_text_are_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
