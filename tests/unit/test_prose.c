#include <glossary/prose/prose.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static const ProseLanguage *language(const char *id, const char *name) {
  return prose_language(slice_of(id), slice_of(name));
}

// All parts: `+` before one that is joined, `_` before one after a line end, `|` before one apart.
static void check(const char *id, const char *text, const char *wanted) {
  Prose prose = prose_read(language(id, ""), slice_of(text));
  Buffer out = {0};
  uint32_t end = 0;
  for (size_t i = 0; i < prose.parts.len; i++) {
    Part part = prose.parts.items[i];
    assert_true(part.range.start >= end && part.range.end <= strlen(text));
    end = part.range.end;
    *array_push(&out) = "+_|"[part.link];
    array_append(&out, text + part.range.start, range_len(part.range));
  }
  if (!slice_eq(slice_new(out.items, out.len), slice_of(wanted)))
    fail_msg("[%s]: [%.*s], not [%s]", text, (int)out.len, out.items, wanted);
  array_free(&out);
  prose_free(&prose);
}

static void check_markdown(const char *text, const char *wanted) {
  check("markdown", text, wanted);
}

static void blocks(void **state) {
  (void)state;
  check_markdown("# Head\n\npara\nmore\n\n> quote\n\n- item\n", "|Head|para_more|quote|item");
  check_markdown("| a b | c |\n|---|---|\n| d | e |\n", "|a b|c|d|e");
  check_markdown("a\n\n```c\ncode\n```\n\n    code\n\n<div>html</div>\n", "|a");
  check_markdown("[a]: http://x.org 'title'\n\ntext [a]\n", "|text +a");
}

static void spans(void **state) {
  (void)state;
  check_markdown("kernel **fu*si*on**", "|kernel +fu+si+on");
  check_markdown("[kernel](http://x.org/kernel) fusion", "|kernel+ fusion");
  check_markdown("![alt text](kernel.png \"title\")", "|alt text");
  check_markdown("a `code` b $x^2$ c $$y$$ d", "|a | b | c | d");
  check_markdown("a&amp;b <b>c</b>", "|a|b |c");
  check_markdown("[[Target|shown]] and [[Term]]", "|shown+ and +Term");
  check_markdown("a  \nb\\\nc", "|a_b_c");
  check_markdown("kernel\\-fusion", "|kernel+-+fusion");
}

static void addresses(void **state) {
  (void)state;
  check_markdown("see <https://kernel.org> now", "|see | now");
  check_markdown("see https://kernel.org now", "|see | now");
  check_markdown("see www.kernel.org now", "|see | now");
  check_markdown("me@kernel.org", "");
  check_markdown("[kernel](kernel)", "|kernel");
  check_markdown("[a kernel.](&amp;kernel-and-a\\!kernel.x) fusion", "|a kernel.+ fusion");
  check_markdown("[kernel.x](&amp;kernel.x) fusion", "| fusion");
}

static void front_matter(void **state) {
  (void)state;
  check_markdown("---\ntitle: kernel\n---\ntext", "|text");
  check_markdown("+++\r\ntitle = 'kernel'\r\n+++\r\ntext", "|text");
  check_markdown("---\n\ntext", "|text");
  check_markdown("---", "");
}

static void glossaries(void **state) {
  (void)state;
  check("gloss",
        "# Title\n\n## Kernel fusion\n- aliases: fusion\n- see: mask\n\nA definition.\n\n- body: "
        "yes\n",
        "|Title|A definition.|body: yes");
  check("gloss",
        "# Title\n\n- category: kernels\n- lang: en\n\nAbout.\n\n"
        "## Kernel\n\n- aliases: core,\n  nucleus\n\n- see: mask\n\nA definition.\n",
        "|Title|About.|A definition.");
  check("gloss", "## Kernel\n- a list: of text\n", "|a list: of text");
  check("gloss", "## Kernel\r- aliases: core\r\rA definition.\r", "|A definition.");
  check("gloss",
        "\u2190 Back to X\n\nkernel fusion,fusion,compilers\n\n**Kernel fusion** is a *merge*.\n\n"
        "Showing page 1 of 2 (50 entries)\n",
        "|Kernel fusion+ is a +merge+.");
}

static void other_languages(void **state) {
  (void)state;
  check("plaintext", "all `of` it\n", "|all `of` it\n");
  check("plaintext", "", "");
  check("git-commit", "Subject\n\nBody\n# comment\nmore\n", "|Subject\n\nBody\n|more\n");
  check("git-commit", "Subject\n# ------------------------ >8 --\ndiff\n", "|Subject\n");
}

static void languages_are_known_by_id_or_name(void **state) {
  (void)state;
  assert_string_equal(language("markdown", "")->name, "markdown");
  assert_string_equal(language("Quarto", "")->name, "markdown");
  assert_string_equal(language("", "docs/README.MD")->name, "markdown");
  assert_string_equal(language("", "a.gloss.md")->name, "gloss");
  assert_string_equal(language("markdown", "a/GLOSSARY.md")->name, "gloss");
  assert_string_equal(language("", "notes.txt")->name, "plaintext");
  assert_string_equal(language("", ".git/COMMIT_EDITMSG")->name, "git-commit");
  assert_null(language("c", "main.c"));
  assert_null(language("", ""));
  assert_null(language("", "amd"));
}

static void check_paragraph(const char *text, uint32_t offset, uint32_t limit, const char *wanted) {
  Range range = prose_paragraph(slice_of(text), offset, limit);
  Slice found = slice_range(slice_of(text), range);
  if (!slice_eq(found, slice_of(wanted))) fail_msg("%s@%u: [%.*s]", text, offset, SLICE_FMT(found));
}

static void paragraphs(void **state) {
  (void)state;
  const char *text = "one\ntwo\n\nthree\r\nfour\r\n \r\nfive";
  check_paragraph(text, 0, 99, "one\ntwo");
  check_paragraph(text, 5, 99, "one\ntwo");
  check_paragraph(text, 10, 99, "three\r\nfour\r");
  check_paragraph(text, (uint32_t)strlen(text), 99, "five");
  check_paragraph(text, 4000, 99, "five");
  check_paragraph("abcdefgh", 4, 2, "cdef");
  check_paragraph("", 0, 9, "");
}

// Nesting and unclosed marks without end, which some readers of Markdown take badly.
static void hostile_markdown_is_read(void **state) {
  (void)state;
  static const char *const units[] = {"[",   "![",   ">", "> ", "- ", "*a **",   "`a``",
                                      "<a ", "[a](", "$", "| ", "[[", "\xFF\x00"};
  enum { SIZE = 200000 };
  char *text = malloc(SIZE + 8);
  for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
    size_t unit = strlen(units[i]);
    for (size_t at = 0; at < SIZE; at += unit) memcpy(text + at, units[i], unit);
    Prose prose = prose_read(language("markdown", ""), slice_new(text, SIZE));
    for (size_t k = 1; k < prose.parts.len; k++)
      assert_true(prose.parts.items[k].range.start >= prose.parts.items[k - 1].range.end);
    prose_free(&prose);
  }
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks),
      cmocka_unit_test(spans),
      cmocka_unit_test(addresses),
      cmocka_unit_test(front_matter),
      cmocka_unit_test(glossaries),
      cmocka_unit_test(other_languages),
      cmocka_unit_test(paragraphs),
      cmocka_unit_test(languages_are_known_by_id_or_name),
      cmocka_unit_test(hostile_markdown_is_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
