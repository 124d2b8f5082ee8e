// The grammar on files of random content: no input becomes an ERROR node, entries begin where the
// outline says, and an entry parsed alone gives the tree that it has in its file.
#include "random.h"

#include <glossary/outline.h>
#include <glossary/syntax.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <grammar/tree_sitter_gloss.h>
#include <tree_sitter/api.h>

// A byte order mark inside a file is text, so it is left to its place: an entry alone would begin
// with it.
static const char *const markdown_parts[] = {
    "## Rye\n",
    "## Oven (deck)\n",
    "##\n",
    "## \n",
    "# Bread\n",
    "### Use\n",
    "#### More\n",
    "- alias: a, b\n",
    "- de: Brot\n",
    "- avoid:\n",
    "- no colon\n",
    "* see: [[Rye|rye]]\n",
    "  and more\n",
    "\n",
    "\n\n",
    "   \n",
    "\r\n",
    "\r",
    "text ",
    "text\n",
    "two  words\n",
    "**bold**",
    "**",
    "*",
    "_",
    "`",
    "``",
    "$",
    "$$",
    "$x$",
    "[[",
    "]]",
    "[[Rye]]",
    "[a](b)",
    "[",
    "(",
    ")",
    "|",
    "| a | b |\n",
    "|---|---|\n",
    "> quote\n",
    "> > ",
    "1. one\n",
    "2) two\n",
    "---\n",
    "```\n",
    "```\n",
    "```py\n",
    "~~~\n",
    "````\n",
    " ```\n",
    "    ```\n",
    "\\",
    "<!-- ",
    "-->\n",

    "\xFF",
    "\xC3",
    "\xC3\xA4",
    "\xE2\x80\x94",
    "\xE4\xB8\xAD",
    "$5",
    "a_b",
    "#x\n",
};

static const char *const page_parts[] = {
    "rye, flour\n\n",
    "rye (grain), cereal,flour\n\n",
    "**Rye** is **a grain**. - **Use**: bread.\n\n",
    "plain body\n",
    "two\nlines\n\n",
    "\n",
    "\r\n\r\n",
    "   \n",
    "\xE2\x86\x90 Back to Bakery\n",
    "Bakery\n\n",
    "9,001 technical terms and definitions\n",
    "A B C D Z All\n",
    "Showing page 1 of 2 (99 entries)\n",
    "a,b",
    ",",
    "(",
    ")",
    "**",
    "`",
    "$",
    "- item\n",
    "| a |\n",
    "### head\n",
    "> quote\n",
    "1. one\n",
    "\xFF",
    "\\",
    "_",
    " ",
    "text.",
};

typedef Array(char) Buffer;

static void random_mix(uint32_t seed, const char *const *parts, size_t count, Buffer *text) {
  text->len = 0;
  if (random_next(&seed) % 8 == 0) array_append(text, "\xEF\xBB\xBF", 3);
  size_t length = random_next(&seed) % 40;
  for (size_t i = 0; i < length; i++) {
    const char *part = parts[random_next(&seed) % count];
    array_append(text, part, strlen(part));
  }
}

static void random_bytes(uint32_t seed, Buffer *text) {
  static const char bytes[] = "**__``$$[[]]()||#>-+,.:~\\ \n\r\t\0ab1\xFF\xC3\xA4<!";
  text->len = 0;
  size_t length = random_next(&seed) % 200;
  for (size_t i = 0; i < length; i++) {
    uint32_t random = random_next(&seed);
    *array_push(text) = random % 9 ? bytes[random / 9 % sizeof bytes] : (char)(random / 9);
  }
}

static TSTree *parse(TSParser *self, Slice text) {
  return ts_parser_parse_string(self, NULL, text.len ? text.ptr : "", (uint32_t)text.len);
}

static bool same_node(TSNode a, TSNode b, uint32_t shift) {
  return ts_node_symbol(a) == ts_node_symbol(b) &&
         ts_node_child_count(a) == ts_node_child_count(b) &&
         ts_node_start_byte(a) == ts_node_start_byte(b) + shift &&
         ts_node_end_byte(a) == ts_node_end_byte(b) + shift;
}

static bool same_tree(TSNode a, TSNode b, uint32_t shift) {
  if (!same_node(a, b, shift)) return false;
  for (uint32_t i = 0; i < ts_node_child_count(a); i++)
    if (!same_tree(ts_node_child(a, i), ts_node_child(b, i), shift)) return false;
  return true;
}

static bool is_entry(TSNode node) {
  return strcmp(ts_node_type(node), "entry") == 0;
}

static bool begins_part(TSNode node) {
  return is_entry(node) || strcmp(ts_node_type(node), "preamble") == 0;
}

// Where what comes after child `i` begins.
static uint32_t next_start(TSNode root, uint32_t i, uint32_t length) {
  for (i++; i < ts_node_child_count(root); i++)
    if (begins_part(ts_node_child(root, i))) return ts_node_start_byte(ts_node_child(root, i));
  return length;
}

static bool same_alone(TSParser *self, Slice text, TSNode root, uint32_t i) {
  TSNode entry = ts_node_child(root, i);
  uint32_t start = ts_node_start_byte(entry);
  TSTree *tree =
      parse(self, slice_range(text, (Range){start, next_start(root, i, (uint32_t)text.len)}));
  bool same = same_tree(entry, ts_node_child(ts_tree_root_node(tree), 0), start);
  ts_tree_delete(tree);
  return same;
}

static void check_file(TSParser *self, Slice bytes, const char *what, uint32_t seed) {
  TSTree *tree = parse(self, bytes);
  TSNode root = ts_tree_root_node(tree);
  if (ts_node_has_error(root)) fail_msg("error node, %s, seed %u", what, seed);
  Text *text = text_new(bytes);
  Outline outline = outline_scan(text);
  size_t entries = 0;
  for (uint32_t i = 0; i < ts_node_child_count(root); i++) {
    if (!is_entry(ts_node_child(root, i))) continue;
    if (!outline.hides_headings && !same_alone(self, bytes, root, i))
      fail_msg("not the same alone, %s, seed %u", what, seed);
    if (entries >= outline.spans.len ||
        outline.spans.items[entries].start != ts_node_start_byte(ts_node_child(root, i)))
      fail_msg("cut elsewhere than the outline, %s, seed %u", what, seed);
    entries++;
  }
  if (entries != outline.spans.len) fail_msg("fewer entries, %s, seed %u", what, seed);
  outline_free(&outline);
  text_delete(text);
  ts_tree_delete(tree);
}

// Puts the beginning of `added` in the place of some bytes of `text` and brings `tree` up to date.
static TSTree *edited(TSParser *self, TSTree *tree, Buffer *text, const Buffer *added,
                      uint32_t *seed) {
  uint32_t start = random_next(seed) % ((uint32_t)text->len + 1);
  uint32_t removed = random_next(seed) % 9 % ((uint32_t)text->len - start + 1);
  uint32_t inserted = random_next(seed) % ((uint32_t)added->len + 1);
  array_splice(text, start, removed, added->items, inserted);
  // Nothing of the grammar asks for columns, so points need not be true.
  TSInputEdit edit = {.start_byte = start,
                      .old_end_byte = start + removed,
                      .new_end_byte = start + inserted,
                      .start_point = {0, start},
                      .old_end_point = {0, start + removed},
                      .new_end_point = {0, start + inserted}};
  ts_tree_edit(tree, &edit);
  const char *bytes = text->len ? text->items : "";
  TSTree *result = ts_parser_parse_string(self, tree, bytes, (uint32_t)text->len);
  ts_tree_delete(tree);
  return result;
}

static void check_edits(TSParser *self, Buffer *text, const Buffer *added, const char *what,
                        uint32_t seed) {
  uint32_t random = seed;
  TSTree *tree = parse(self, slice_new(text->items, text->len));
  for (int i = 0; i < 4; i++) {
    tree = edited(self, tree, text, added, &random);
    TSTree *fresh = parse(self, slice_new(text->items, text->len));
    if (!same_tree(ts_tree_root_node(tree), ts_tree_root_node(fresh), 0))
      fail_msg("not the same after edit %d, %s, seed %u", i, what, seed);
    ts_tree_delete(fresh);
  }
  ts_tree_delete(tree);
}

static int runs(void) {
  const char *wanted = getenv("GLOSS_RUNS");
  return wanted ? atoi(wanted) : 3000;
}

static void random_text(uint32_t seed, const char *const *parts, size_t count, Buffer *text) {
  if (parts)
    random_mix(seed, parts, count, text);
  else
    random_bytes(seed, text);
}

static void check_parts(const char *what, const char *const *parts, size_t count) {
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_gloss());
  Buffer text = {0}, added = {0};
  for (uint32_t seed = 0; seed < (uint32_t)runs(); seed++) {
    random_text(seed, parts, count, &text);
    random_text(~seed, parts, count, &added);
    check_file(parser, slice_new(text.items, text.len), what, seed);
    check_edits(parser, &text, &added, what, seed);
  }
  array_free(&text);
  array_free(&added);
  ts_parser_delete(parser);
}

static void test_markdown(void **state) {
  (void)state;
  check_parts("markdown", markdown_parts, sizeof markdown_parts / sizeof *markdown_parts);
}

static void test_page(void **state) {
  (void)state;
  check_parts("page", page_parts, sizeof page_parts / sizeof *page_parts);
}

static void test_bytes(void **state) {
  (void)state;
  check_parts("bytes", NULL, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_markdown),
      cmocka_unit_test(test_page),
      cmocka_unit_test(test_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
