// What somebody else's Markdown may do to a reader: nothing. And its plain form.
#include "random.h"

#include <glossary/base/memory.h>
#include <lsp/markdown/markdown.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
  const char *given, *expected;
} Pair;

static void check(Slice (*convert)(Slice, Arena *), const Pair *pairs, size_t count) {
  Arena *arena = arena_new();
  for (size_t i = 0; i < count; i++) {
    Slice actual = convert(slice_of(pairs[i].given), arena);
    if (!slice_eq(actual, slice_of(pairs[i].expected)))
      fail_msg("«%s» became «%.*s», not «%s»", pairs[i].given, SLICE_FMT(actual),
               pairs[i].expected);
  }
  arena_delete(arena);
}

#define CHECK(convert, pairs) check(convert, pairs, sizeof(pairs) / sizeof *(pairs))

static void test_stays(void **state) {
  (void)state;
  static const char *const texts[] = {
      "**bold** and *italic*, `code <b>` and ``a ` b``",
      "[a](https://example.org/x?y:z#w) [b](docs/x.md) [c](#part) [d](file:///a/b#L3) "
      "[e](mailto:a@b)",
      "a < b, 1 <2, x <= y, \\`<",
      "see <https://example.org/a>",
      "```c\n#include <b.h>\n[x](command:y)\n```\nafter",
      "~~~\n<b>\n~~~",
      "| a | `b` |\n|---|---|\n",
      "~~gone~~",
      "[x]: https://example.org",
      "line\\\nend",
  };
  Pair pairs[sizeof texts / sizeof *texts];
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) pairs[i] = (Pair){texts[i], texts[i]};
  pairs[2].expected = "a < b, 1 <2, x <= y, \\`&lt;";
  CHECK(markdown_safe, pairs);
}

static void test_html(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"<script>x</script>", "&lt;script>x&lt;/script>"},
      {"a<b>c", "a&lt;b>c"},
      {"<!-- x --> <?y?>", "&lt;!-- x --> &lt;?y?>"},
      {"<javascript:x>", "&lt;javascript:x>"},
      {"a <!-- gloss-x <b> --> c", "a   c"},
      {"[a]<!--\ngloss-x -->(command:x)", "[a] (command:x)"},
      {"<<!-- gloss-x -->script>", "&lt; script>"},
      {"`<!-- gloss-x -->` \\<!-- gloss-x -->", "`<!-- gloss-x -->` &lt;!-- gloss-x -->"},
      {"<!-- gloss-x <b>", "&lt;!-- gloss-x &lt;b>"},
      {"<https://a b>", "&lt;https://a b>"},
      // A span over a line end, one that never ends, one that a table would cut: no code for
      // everyone.
      {"`a\n- <b>` c", "\\`a\n- &lt;b>\\` c"},
      {"`a <b>", "\\`a &lt;b>"},
      {"|-|\n`a | `<b>` |", "|-|\n\\`a | `<b>` |"},
      {"`x\ny` `<b>`", "\\`x\ny` `&lt;b>\\`"},
      // Fences that stand in a list, or never close.
      {"- ```\n<b>", "- \\`\\`\\`\n&lt;b>"},
      {"  ~~~\n<b>", "  \\~\\~\\~\n&lt;b>"},
      {"```\n<b>", "```\n<b>\n```"},
      {"````\n```\n<b>", "````\n```\n<b>\n````"},
      // Directly below a table, closed by blanks that not all take, and lines that end in CR.
      {"|a|\n|-|\n```\n<b>\n```", "|a|\n|-|\n\n```\n<b>\n```"},
      {"```\n<b>\n```\t \n<b>", "```\n<b>\n```\n&lt;b>"},
      {"`a\r- <b>` c", "\\`a\n- &lt;b>\\` c"},
  };
  CHECK(markdown_safe, pairs);
}

static void test_links(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"[a](command:x)", "[a]\\(command:x)"},
      {"[a](JavaScript:x)", "[a]\\(JavaScript:x)"},
      {"[a]( \n<vbscript:x>)", "[a]\\( \n&lt;vbscript:x>)"},
      {"[a](java&#115;cript:x)", "[a]\\(java&#115;cript:x)"},
      {"[a](javascript\\:x)", "[a]\\(javascript\\:x)"},
      {"[a]: data:text/html,x", "[a]\\: data:text/html,x"},
      {"![a](data:x)", "![a]\\(data:x)"},
      {"[a](<!-- gloss-x -->command:x)", "[a]\\( command:x)"},
  };
  CHECK(markdown_safe, pairs);
}

// What a reference leaves must not join with what stands around it.
static void test_references(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"see [[wall]] and [[wall|the walls]]", "see wall and the walls"},
      {"[[a|b `c`]]", "b `c`"},
      {"[[a <b>]]", "a &lt;b>"},
      {"https://example.org/\\<b>", "https://example.org/&lt;b>"},
      {"https://example.org/`<b>`", "https://example.org/\\`&lt;b>\\`"},
      {"WWW.example.org`<b>` `<b>`", "WWW.example.org\\`&lt;b>\\` `<b>`"},
      {"[[a<]]script>", "a&lt;script>"},
      {"<[[]]script>", "&lt;[[]]script>"},
      {"[a][[|(command:x)]]", "[a][[|(command:x)]]"},
      {"[[a\\]]`<b>`", "a\\\\`<b>`"},
      {"[[[a]](command:x)", "[a(command:x)"},
      {"[[open", "[[open"},
  };
  CHECK(markdown_safe, pairs);
}

static void test_plain(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"<!-- gloss-x -->\na", "a"},
      {"a\n\n<!-- gloss-x -->\n\nb", "a\n\nb"},
      {"a\n<!-- gloss-x -->\nb", "a\nb"},
      {"a\n\n<!-- gloss-x -->", "a"},
      {"a <!-- gloss-x -->b", "a b"},
      {"**Bold** and *it* and _it_", "Bold and it and it"},
      {"a * b, 2*3, snake_case, a**b**c", "a * b, 2*3, snake_case, abc"},
      {"`code` and ``x``", "code and x"},
      {"`a*b` and ``x ` y``, `open", "a*b and x ` y, open"},
      {"![alt](x.png) <https://example.org/a> ~~gone~~ a ~ b",
       "alt https://example.org/a gone a ~ b"},
      {"a &lt;b&gt; &amp;&#x26; &#27; &#8238; &nothing; R&D",
       "a <b> && &#27; &#8238; &nothing; R&D"},
      {"> said\n> *twice*\n\n---\n\n### Head ###", "> said\n> twice\n\n---\n\nHead"},
      {"[text](target) [[wall]] [[wall|walls]] [x] [y", "text wall walls [x] [y"},
      {"## Head\ntext", "Head\n\ntext"},
      {"```c\na*b*c;\n```\nafter *it*", "    a*b*c;\n\nafter it"},
      {"\\*kept\\*", "*kept*"},
  };
  CHECK(markdown_plain, pairs);
}

// Lines of one paragraph run on; blocks, asked-for breaks and code keep theirs.
static void test_plain_lines(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"one\ntwo\r\n  three", "one two three"},
      {"one  \ntwo\\\nthree", "one\ntwo\nthree"},
      {"one\n\ntwo", "one\n\ntwo"},
      {"one\n- two\n  more\n* three\n4. four\n+ five", "one\n• two more\n• three\n4. four\n• five"},
      {"| a |\n| b |\n", "a\nb"},
      {"```c\nint a;\n\n  b_c_;\n```\nthat\nis it", "    int a;\n\n      b_c_;\n\nthat is it"},
  };
  CHECK(markdown_plain, pairs);
}

static void test_plain_math(void **state) {
  (void)state;
  static const Pair pairs[] = {
      {"$x_i y_j$ and _z_, $5", "$x_i y_j$ and z, $5"},
      {"so\n$$a_b c_d$$\nand\n$e$", "so\n\n$$a_b c_d$$\n\nand $e$"},
  };
  CHECK(markdown_plain, pairs);
}

static void test_escape(void **state) {
  (void)state;
  Arena *arena = arena_new();
  Slice escaped = markdown_escape(SLICE("<b>[x](y)*_`\\ http://a.b/<i>"), arena);
  assert_true(slice_eq(escaped, SLICE("&lt;b>\\[x\\](y)\\*\\_\\`\\\\ http://a.b/&lt;i>")));
  arena_delete(arena);
}

static void test_beginning(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t limit;
    const char *expected;
    bool cut;
  } cases[] = {
      {"short", 5, "short", false},
      {"one two three four", 15, "one two three", true},
      {"A first one. A second one here", 20, "A first one.", true},
      {"Para graph.\n\nAnother one. And", 24, "Para graph.", true},
      {"éééééé", 5, "éé", true},
      {"\x80\x80\x80\x80\x80", 3, "", true},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    bool cut;
    Slice actual = text_beginning(slice_of(cases[i].text), cases[i].limit, &cut);
    if (!slice_eq(actual, slice_of(cases[i].expected)) || cut != cases[i].cut)
      fail_msg("«%s» begins «%.*s»", cases[i].text, SLICE_FMT(actual));
  }
}

// Any bytes: nothing is read beyond the end (for the sanitizers), and the result holds no tag.
static void test_any_bytes(void **state) {
  (void)state;
  static const char letters[] = "`~[](<>b|:\\*_ \n\r$1.#-!&c\xC3\xA9";
  uint32_t random = 1;
  for (int round = 0; round < 20000; round++) {
    char bytes[48];
    size_t len = 0;
    for (; len < sizeof bytes; len++)
      bytes[len] = letters[random_from(&random, sizeof letters - 1)];
    Arena *arena = arena_new();
    char *exact = memcpy(mem_alloc(len), bytes, len);
    markdown_safe(slice_new(exact, len), arena);
    markdown_plain(slice_new(exact, len), arena);
    mem_free(exact);
    arena_delete(arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_stays),      cmocka_unit_test(test_html),
      cmocka_unit_test(test_links),      cmocka_unit_test(test_references),
      cmocka_unit_test(test_plain),      cmocka_unit_test(test_plain_lines),
      cmocka_unit_test(test_plain_math), cmocka_unit_test(test_escape),
      cmocka_unit_test(test_beginning),  cmocka_unit_test(test_any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
