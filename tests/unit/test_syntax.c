// The structure of entries as a list: what is in it, and what is reported as unclosed.
#include <glossary/syntax.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
  SyntaxParser *syntax;
  Arena *arena;
} Fixture;

static int setup(void **state) {
  Fixture *self = mem_zero(1, sizeof *self);
  self->syntax = syntax_parser_new();
  self->arena = arena_new();
  *state = self;
  return 0;
}

static int teardown(void **state) {
  Fixture *self = *state;
  syntax_parser_delete(self->syntax);
  arena_delete(self->arena);
  mem_free(self);
  return 0;
}

// ---- what the list holds

static const char *const kind_names[] = {
    "headword", "field",     "heading", "strong", "emphasis", "code", "block",    "math",
    "display",  "reference", "link",    "table",  "row",      "item", "unclosed",
};

// One line a node: `  kind content`, indented by its depth.
static const char *listed(Fixture *self, const char *entry) {
  Syntax syntax = syntax_read(self->syntax, slice_of(entry), self->arena);
  Slice list = {0};
  for (size_t i = 0; i < syntax.count; i++) {
    SyntaxNode node = syntax.nodes[i];
    Slice content = slice_range(slice_of(entry), node.content);
    list = arena_format(self->arena, "%.*s%*s%s %.*s\n", SLICE_FMT(list), node.depth, "",
                        kind_names[node.kind], SLICE_FMT(content));
  }
  return list.len ? list.ptr : "";
}

static const struct {
  const char *entry, *list;
} lists[] = {
    {"## Levain", "headword Levain\n"},
    {"## Levain (starter)\n", "headword Levain (starter)\n"},
    {"##\nbody", ""},
    {"## A\n- alias: b *c*\n- avoid\n", "headword A\nfield - alias: b *c*\n emphasis c\n"},
    {"## A\n**b *c***", "headword A\nstrong b *c*\n emphasis c\n"},
    {"## A\n``b`c`` $x$ $$y$$", "headword A\ncode b`c\nmath x\ndisplay y\n"},
    {"## A\n$$x\\$$$ $$\\\\$$", "headword A\ndisplay x\\$\ndisplay \\\\\n"},
    {"## A\n- ca-valencia: b\n", "headword A\nfield - ca-valencia: b\n"},
    {"## A\n[[b c|d]] [e](f)", "headword A\nreference b c\nlink e\n"},
    {"## A\n### B\n- c\n", "headword A\nheading ### B\nitem - c\n"},
    {"## A\n|b|\n|-|\n", "headword A\ntable |b|\n|-|\n row |b|\n"},
    {"## A\n```c\nb\n```\n", "headword A\nblock b\n\n"},
    {"## A\n```c\nb\n", "headword A\nblock b\n\n unclosed ```\n"},
    {"## A\r\n- tag: x\r\rb **c**", "headword A\nfield - tag: x\nstrong c\n"},
    {"\xEF\xBB\xBF## A\n*b\xFF*", "headword A\nemphasis b\xFF\n"},
    {"rye, flour\n\n**Rye** is *grain*.",
     "headword rye\nfield flour\nstrong Rye\nemphasis grain\n"},
};

static void test_lists(void **state) {
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    assert_string_equal(listed(*state, lists[i].entry), lists[i].list);
}

static void test_ranges(void **state) {
  Fixture *self = *state;
  Syntax syntax = syntax_read(self->syntax, SLICE("## A\nb **c** d"), self->arena);
  assert_true(syntax.complete);
  assert_int_equal(syntax.count, 2);
  assert_int_equal(syntax.nodes[1].range.start, 7);
  assert_int_equal(syntax.nodes[1].range.end, 12);
  assert_int_equal(syntax.nodes[1].content.start, 9);
  assert_int_equal(syntax.nodes[1].content.end, 10);
}

static void test_too_long(void **state) {
  Fixture *self = *state;
  char *text = mem_zero(SYNTAX_MAX + 1, 1);
  assert_false(syntax_read(self->syntax, slice_new(text, SYNTAX_MAX + 1), self->arena).complete);
  assert_true(syntax_read(self->syntax, slice_new(text, 9), self->arena).complete);
  assert_true(syntax_read(self->syntax, slice_new(NULL, 0), self->arena).complete);
  mem_free(text);
}

// ---- what is reported as unclosed, and what is not: the marks, each followed by `;`

static const struct {
  const char *text, *marks;
} unclosed[] = {
    {"a **b c", "**;"},
    {"a *b c", "*;"},
    {"a `b c", "`;"},
    {"a ``b` c", "``;`;"},
    {"a [[b c", "[[;"},
    {"a [[b [[c]]", "[[;"},
    {"a $\\alpha b", "$;"},
    {"a $x b", "$;"},
    {"a $$\nx\n\nb", "$$;"},
    {"**a *b**", "*;"},
    {"**a\n\nb**", "**;"},
    {"- **a\n- b**", "**;"},
    {"|a **b|c**|", "**;"},
    {"> **a\n> b** c", ""},
    {"**a\nb**", ""},
    {"snake_case and p_kNN and _a", ""},
    {"2 * 3, 2*3, 2**3 and a ** b", ""},
    {"$25M and $30M, US$ and $", ""},
    {"$5 or 5$", ""},
    {"C*-algebra, *.c and 5* hotels", ""},
    {"[[1, 2], [3, 4]] and a[0][1]", ""},
    {"\\*a \\`b \\[[c \\$d \\*\\*e", ""},
    {"`**a` $*b$ [[*c]] [*d](e) <!-- **f -->", ""},
    {"|<!-- a|<!-- **b -->|", ""},
    {"- <!-- a\n\n- <!-- **b -->", ""},
    {"- <!-- a\n- <!-- **b\n- `c` -->", ""},
    {"- <!-- a\n- **b\n# c", "**;"},
    {"**** a ---- `` ` `` ", ""},
    {"***a** b*", ""},
    {"**k**NN and **a:**b", ""},
    {"a __b c", ""},
};

static void test_unclosed(void **state) {
  Fixture *self = *state;
  for (size_t i = 0; i < sizeof unclosed / sizeof *unclosed; i++) {
    Slice entry = arena_format(self->arena, "## A\n\n%s\n", unclosed[i].text), marks = {0};
    Syntax syntax = syntax_read(self->syntax, entry, self->arena);
    for (size_t n = 0; n < syntax.count; n++)
      if (syntax.nodes[n].kind == SYNTAX_UNCLOSED)
        marks = arena_format(self->arena, "%.*s%.*s;", SLICE_FMT(marks),
                             SLICE_FMT(slice_range(entry, syntax.nodes[n].range)));
    if (!slice_eq(marks, slice_of(unclosed[i].marks)))
      fail_msg("%s: %.*s", unclosed[i].text, SLICE_FMT(marks));
  }
}

// ---- long runs of marks: read in one go, each mark once

static const char *const repeated[] = {
    "*",       "**a ",     "*a ",
    "_a ",     "`",        "`` ` ",
    "$",       "$a ",      "$$a ",
    "[",       "[[ ",      "[a](",
    "<!--",    "> ",       "|",
    "(",       "**a ` ",   "**a [[b ",
    "*a $b",   "word ",    "\\",
    "\\$$$a ", "- <!--\n", "> <!--\n- `a $$\n",
    "| <!-- ", "~~~\n",    "- ~~~\n- <!--~~~\n",
};

static void test_long_lines(void **state) {
  Fixture *self = *state;
  size_t length = 400000;
  char *text = mem_alloc(length);
  for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++) {
    for (size_t n = 0; n < length; n++) text[n] = repeated[i][n % strlen(repeated[i])];
    memcpy(text, "## A\n", 5);
    assert_true(syntax_read(self->syntax, slice_new(text, length), self->arena).complete);
    arena_reset(self->arena);
  }
  mem_free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists),      cmocka_unit_test(test_ranges),
      cmocka_unit_test(test_too_long),   cmocka_unit_test(test_unclosed),
      cmocka_unit_test(test_long_lines),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
