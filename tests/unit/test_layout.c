// Bodies laid out: cases as data (tests/cases/format), and made-up Markdown, which must mean the
// same afterwards, stay as it is the second time, and be one text in whatever way it was wrapped
// before.
//
// A case is `== what [style]`, the body, `=>`, and the body laid out. A style is `keep`, `none` or
// a number of columns; without `=>` the body stays as it is. A `|` ends a line that ends in blanks,
// `→` is a tab.
#include "cases.h"
#include "random.h"

#include <glossary/format/layout.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Bytes;

static Slice slice(const Layout *layout) {
  return slice_new(layout->items, layout->len);
}

static void add(Bytes *out, const char *text) {
  array_append(out, text, strlen(text));
}

static Layout lay_out(Slice body, FormatStyle style) {
  Layout out = {0};
  layout_body(body, &style, &out);
  return out;
}

static void fail_with(const char *what, Slice before, Slice after) {
  fprintf(stderr, "%s\n--- before\n%.*s\n--- after\n%.*s\n---\n", what, SLICE_FMT(before),
          SLICE_FMT(after));
  fail();
}

// --- cases ---

typedef struct {
  char name[200];
  FormatStyle style;
  Bytes before, after;
  bool has_after;
} Case;

static void check_case(Case *self) {
  if (!self->before.len) return;
  Slice before = slice_new(self->before.items, self->before.len);
  Slice wanted = self->has_after ? slice_new(self->after.items, self->after.len) : before;
  Slice body = slice_to(before, before.len - 1);
  Layout out = lay_out(body, self->style);
  if (!slice_eq(slice(&out), wanted)) fail_with(self->name, wanted, slice(&out));
  if (!layout_same_body(body, slice(&out))) fail_with(self->name, body, slice(&out));
  Layout again = lay_out(slice_to(slice(&out), out.len - 1), self->style);
  if (!slice_eq(slice(&again), slice(&out))) fail_with(self->name, slice(&out), slice(&again));
  array_free(&out);
  array_free(&again);
}

static FormatStyle style_of(Slice title) {
  const char *open = title.len ? memchr(title.ptr, '[', title.len) : NULL;
  if (!open || open[1] == 'k') return (FormatStyle){.wrap = WRAP_KEEP};
  if (open[1] == 'n') return (FormatStyle){.wrap = WRAP_NONE};
  return (FormatStyle){.wrap = WRAP_AT, .width = (uint32_t)strtoul(open + 1, NULL, 10)};
}

static void next_case(Case *self, Slice title) {
  check_case(self);
  self->before.len = self->after.len = 0;
  self->has_after = false;
  self->style = style_of(title);
  snprintf(self->name, sizeof self->name, "%.*s", SLICE_FMT(title));
}

static void case_begin(void *context, const char *path) {
  (void)path;
  next_case(context, SLICE(""));
}

static void trim_lines(Bytes *bytes) {
  while (bytes->len > 1 && bytes->items[bytes->len - 2] == '\n') bytes->len--;
}

static void case_line(void *context, int number, Slice line) {
  static const Slice TAB = {"\xE2\x86\x92", 3};
  (void)number;
  Case *self = context;
  if (slice_starts_with(line, SLICE("== "))) {
    trim_lines(&self->before), trim_lines(&self->after);
    next_case(self, slice_from(line, 3));
    return;
  }
  if (!self->name[0]) return;
  if (slice_eq(line, SLICE("=>"))) {
    self->has_after = true;
    return;
  }
  Bytes *to = self->has_after ? &self->after : &self->before;
  if (slice_ends_with(line, SLICE(" |")) && !slice_starts_with(line, SLICE("|"))) line.len--;
  for (; line.len; line = slice_from(line, slice_starts_with(line, TAB) ? TAB.len : 1))
    *array_push(to) = slice_starts_with(line, TAB) ? '\t' : line.ptr[0];
  add(to, "\n");
}

static void case_end(void *context) {
  Case *self = context;
  trim_lines(&self->before), trim_lines(&self->after);
  next_case(self, SLICE(""));
}

static void test_cases(void **state) {
  (void)state;
  Case self = {0};
  cases_read("format/bodies", &(CaseReader){&self, case_begin, case_line, case_end});
  array_free(&self.before);
  array_free(&self.after);
}

// --- made-up Markdown ---

static const char *const WORDS[] = {
    "word",
    "a",
    "*thin*",
    "**fat**",
    "`co de`",
    "`a\nb`",
    "$x + y$",
    "$5",
    "[[ref]]",
    "[[a b|c d]]",
    "[link](to \"a title\")",
    "[text]",
    "<b>",
    "<i title=\"x\ny\">",
    "</b>",
    "-",
    "+",
    "*",
    "1.",
    "12)",
    "2024.",
    "#",
    "##",
    "--",
    "---",
    "===",
    "=",
    ">",
    "|",
    "a|b",
    "\\",
    "\\*",
    "long-word-that-is-not-broken",
    "\xE6\x97\xA5\xE6\x9C\xAC",
    "\xE8\xAA\x9E\xE3\x80\x82",
    "\xC3\xA4\xC3\xB6",
    "a\xC2\xA0"
    "b",
    "<!-- c d -->",
    "<https://x.y>",
    "$$x$$",
    "``",
    "`",
    "[^1]",
    "![im age](x.png)",
    "&amp;",
    "a_b_",
    "~~x y~~",
    ":",
    ":::",
    "_",
    "** b **",
    "<",
    "[x]: /y",
    "end.  Start",
    "!!!",
    "|--|--|",
    "***",
    "[ ]",
    "<div>",
    "<!--",
    "\xF0\x9F\x98\x80",
    "\\|",
};

static const char *const BLOCKS[] = {
    "***",
    "---",
    "- - -",
    "### head",
    "###   head   ###",
    "#### a #",
    "######",
    " ## two",
    "```\ncode\n\n  more\n```",
    "~~~ c\n# x\n~~~",
    "```\n\tx\n```",
    "    code\n\n\n    more",
    "\tcode",
    "     code",
    "<div>\nhtml\n</div>",
    "<!-- comment -->",
    "<!-- c\n\nd -->",
    "<pre>\n\nx\n</pre>",
    "<b>",
    "| a | b |\n|---|:-:|\n| c | dd |",
    "|a|b|c|\n|:--|--:|---|\n|`x|y`|[[m|n]]|\n|\xE6\x97\xA5|",
    "a | b\n--- | ---\nc | d",
    "| a |\n|---|---|\n| b |",
    "|a|\n|-|\n|b|",
    "[ref]: /url \"title\"",
    "[ref]:\n  /url\n  'title'",
    "[^1]: note\n    more",
    "head\n===",
    "head\nmore\n---",
    "$$\nx\n= y\n$$",
    "$$\n- x\n$$",
    "text\n| not a table",
    "```\nopen",
    "> lazy\nline",
    "> a\n===",
    "a\n    # b",
    "a\n  b\n      - c",
    "text  \nhard",
    "text\\\nhard",
    "Term\n: means",
    ":::note\nx\n:::",
    "",
};

#define PICK(list) (list)[random_below(sizeof(list) / sizeof *(list))]

static void add_paragraph(Bytes *out) {
  static const char *const ENDS[] = {" ",  " ",    " ",    " ",   " ",    "\n",      "\n",
                                     "  ", "  \n", "\n  ", " \n", "\\\n", "\n     ", "\t"};
  for (uint32_t words = 1 + random_below(12); words; words--) {
    add(out, PICK(WORDS));
    if (words > 1) add(out, PICK(ENDS));
  }
}

// Each line of `inner` behind `first`, then behind `rest`, or now and then lazily behind nothing.
static void add_inside(Bytes *out, const Bytes *inner, const char *first, const char *rest) {
  bool start = true;
  for (size_t at = 0; at < inner->len;) {
    const char *end = memchr(inner->items + at, '\n', inner->len - at);
    size_t len = end ? (size_t)(end - inner->items) - at : inner->len - at;
    bool bare = !start && (!len ? rest[0] != '>' || random_below(3) == 0 : random_below(12) == 0);
    if (!bare) add(out, start ? first : rest);
    array_append(out, inner->items + at, len);
    add(out, "\n");
    at += len + 1;
    start = false;
  }
  if (out->len) out->len--;
}

static void add_blocks(Bytes *out, uint32_t depth);

static void add_list(Bytes *out, uint32_t depth) {
  static const struct {
    const char *first, *rest;
  } MARKS[] = {{"- ", "  "},         {"* ", "  "},     {"+ ", "  "},       {"1. ", "   "},
               {"2. ", "   "},       {"7) ", "   "},   {"-   ", "    "},   {"- ", "    "},
               {"  - ", "    "},     {"10. ", "    "}, {"-    ", "     "}, {"-\n  ", "  "},
               {"1.  ", "    "},     {" *  ", "    "}, {"-\t", "\t"},      {"- ", "  "},
               {"   1. ", "      "}, {"- [ ] ", "  "}, {"- ", "  "}};
  bool spaced = random_below(2);
  size_t kind = random_below(sizeof MARKS / sizeof *MARKS);
  for (uint32_t items = 1 + random_below(3); items; items--) {
    Bytes inner = {0};
    if (random_below(8))
      add_blocks(&inner, depth + 1);
    else
      add(&inner, " ");
    add_inside(out, &inner, MARKS[kind].first, MARKS[kind].rest);
    if (items > 1) add(out, spaced ? "\n\n" : "\n");
    array_free(&inner);
  }
}

static void add_quote(Bytes *out, uint32_t depth) {
  Bytes inner = {0};
  add_blocks(&inner, depth + 1);
  if (random_below(4))
    add_inside(out, &inner, "> ", "> ");
  else
    add_inside(out, &inner, ">", ">");
  array_free(&inner);
}

static void add_block(Bytes *out, uint32_t depth) {
  uint32_t kind = random_below(10);
  if (kind < 3)
    add_paragraph(out);
  else if (kind < 6 && depth < 3)
    add_list(out, depth);
  else if (kind < 7 && depth < 3)
    add_quote(out, depth);
  else
    add(out, PICK(BLOCKS));
}

static void add_blocks(Bytes *out, uint32_t depth) {
  static const char *const GAPS[] = {"\n\n", "\n\n", "\n\n", "\n", "\n", "\n\n\n", "\n \n"};
  uint32_t most = depth ? 2 : 4;
  for (uint32_t blocks = 1 + random_below(most); blocks; blocks--) {
    add_block(out, depth);
    if (blocks > 1) add(out, PICK(GAPS));
  }
}

static Slice without_empty_lines(Slice body) {
  Slice from = body;
  for (size_t at = 0; at < body.len && byte_is_blank(body.ptr[at]); at++)
    if (byte_is_line_end(body.ptr[at])) from = slice_from(body, at + 1);
  while (from.len && byte_is_blank(from.ptr[from.len - 1])) from.len--;
  return from;
}

static void check_body(Slice body, FormatStyle style) {
  Layout once = lay_out(body, style);
  Layout twice = lay_out(slice_to(slice(&once), once.len - 1), style);
  if (!layout_same_body(body, slice(&once))) fail_with("means something else", body, slice(&once));
  if (!slice_eq(slice(&once), slice(&twice)))
    fail_with("changes again", slice(&once), slice(&twice));
  array_free(&once);
  array_free(&twice);
}

static void check_wraps_meet(Slice body, uint32_t width) {
  static const FormatStyle NONE = {.wrap = WRAP_NONE};
  Layout none = lay_out(body, NONE), at = lay_out(body, (FormatStyle){WRAP_AT, width, false});
  Layout back = lay_out(slice_to(slice(&at), at.len - 1), NONE);
  if (!slice_eq(slice(&none), slice(&back)))
    fail_with("wraps do not meet", slice(&none), slice(&back));
  array_free(&none);
  array_free(&at);
  array_free(&back);
}

static uint32_t bodies_wanted(void) {
  const char *given = getenv("BODIES");
  return given ? (uint32_t)strtoul(given, NULL, 10) : 20000;
}

static void test_random(void **state) {
  (void)state;
  random_state = random_seed();
  uint32_t left_alone = 0, count = bodies_wanted();
  for (uint32_t i = 0; i < count; i++) {
    Bytes bytes = {0};
    add_blocks(&bytes, 0);
    Slice body = without_empty_lines(slice_new(bytes.items, bytes.len));
    uint32_t width = 10 + random_below(70);
    if (body.len) {
      check_body(body, (FormatStyle){.wrap = WRAP_KEEP});
      check_body(body, (FormatStyle){.wrap = WRAP_NONE});
      check_body(body, (FormatStyle){WRAP_AT, width, false});
      check_wraps_meet(body, width);
    }
    array_free(&bytes);
  }
  (void)left_alone;
}

// --- what md4c would take forever for ---

static void add_times(Bytes *out, const char *text, uint32_t count) {
  while (count--) add(out, text);
}

static void check_stays(const char *start, const char *unit, const char *other) {
  enum { MANY = 50000 };
  Bytes body = {0};
  add(&body, "* a list\n\n");
  add_times(&body, start, *start ? MANY : 0);
  add(&body, *start ? "|\n" : "");
  add_times(&body, other, *other ? MANY : 0);
  add(&body, *other ? "|\n" : "");
  add_times(&body, unit, MANY);
  check_body(slice_new(body.items, body.len - 1), (FormatStyle){WRAP_AT, 60, false});
  array_free(&body);
}

static void test_endless(void **state) {
  (void)state;
  check_stays("", "[a](b)\n", "");
  check_stays("", "[a][\n", "");
  check_stays("|a", "|b|\n", "|---");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cases),
      cmocka_unit_test(test_random),
      cmocka_unit_test(test_endless),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
