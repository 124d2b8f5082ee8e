// How the parts of reStructuredText, AsciiDoc and LaTeX hang together. What is running text and
// what is none is marked in the documents of tests/cases/prose.
#include "parts.h"
#include <glossary/prose/languages.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

typedef void (*Read)(Slice text, Prose *prose);

static void check(Read read, const char *text, const char *wanted) {
  Prose prose = {0};
  read(slice_of(text), &prose);
  parts_check(text, &prose, wanted);
  prose_free(&prose);
}

static void rst(const char *text, const char *wanted) {
  check(prose_read_rst, text, wanted);
}

static void rst_spans(void **state) {
  (void)state;
  rst("kernel **fusion** is", "|kernel +fusion+ is");
  rst("ker\\ *nel*\\ s", "|ker+nel+s");
  rst("a `kernel fusion <x>`_ b", "|a +kernel fusion+ b");
  rst("a :term:`kernel <k>`\\ s b", "|a +kernel+s b");
  rst("a ``b`` c :math:`d` e", "|a | c | e");
  rst("5 * 3 * 4, **x, `y and ``z", "|5 * 3 * 4, **x, `y and ``z");
  rst("(*) and '*' stay", "|(*) and '*' stay");
  rst("kernel_ fusion__ a_b __init__.py", "|kernel+ fusion+ a_b __init__.py");
}

static void rst_blocks(void **state) {
  (void)state;
  rst("one\ntwo\n\nthree\r\nfour", "|one\ntwo|three\r\nfour");
  rst("Title\n=====\ntext", "|Title|text");
  rst("| one\n| two\n", "|one_two");
  rst("term\n  text\n  more\n", "|term|text\n  more");
  rst("- one\n  two\n- three\n", "|one\n  two|three");
  rst("1. one\n2. two\n(a) three\n", "|one|two|three");
  rst("\tone\n        two\n", "|one\n        two");
  rst(":a: one\n      two\n:b: three", "|one\n      two|three");
  rst(".. note:: one\n   two\n\n   three\n\nfour", "|one\n   two|three|four");
  rst(".. tip:: one\n   :class: x\n\n   two", "|one|two");
  rst("a::\n\n  code\n\nb::\n\n> code\n\nc", "|a::|b::|c");
  rst("..\n\n  text", "|text");
  rst(".. [1] one\n   two\n.. [#] .. versionadded:: 2 three", "|one\n   two|three");
  rst("+---+---+\n| a | b |\n+---+---+\nc", "| a | b |c");
  rst("== ==\na  b\nc  d\n== ==\n\ne", "|a|b|c|d|e");
  rst("== ==\na  b\n== ==\n\nc  d", "|a|b|c  d");
}

static void adoc(const char *text, const char *wanted) {
  check(prose_read_asciidoc, text, wanted);
}

static void asciidoc_spans(void **state) {
  (void)state;
  adoc("kernel *fusion* and k**er**nel", "|kernel +fusion+ and k+er+nel");
  adoc("a link:x[kernel *fusion*] b", "|a +kernel +fusion+ b");
  adoc("a https://x.org[kernel]s b", "|a +kernel+s b");
  adoc("a <<x,kernel>>s b", "|a +kernel+s b");
  adoc("<<x,*a*>> b\\*c* Olaf`s", "|a+ b+*c* Olaf`s");
  adoc("a <<x>> b", "|a | b");
  adoc("a \"`b`\"s c", "|a \"+b+\"s c");
  adoc("a `b` c +d+ e {f} g", "|a | c | e | g");
  adoc("a footnote:[b] c", "|a |b| c");
  adoc("one +\ntwo", "|one _\ntwo");
  adoc("2 * 3 * 4 *x _y `z", "|2 * 3 * 4 *x _y `z");
  adoc("snake_case_name and link: word", "|snake_case_name and link: word");
}

static void asciidoc_blocks(void **state) {
  (void)state;
  adoc("one\ntwo\n\nthree", "|one\ntwo|three");
  adoc("one\n// x\ntwo", "|one_two");
  adoc("* one\n  two\n** three\n", "|one\n  two|three");
  adoc("* [x] one\n* [ ] two\n", "|one|two");
  adoc("one two\n- three\n", "|one two\n- three");
  adoc("term:: one\ntwo", "|term|one\ntwo");
  adoc("= Title\nAuthor\n:a: b\n\ntext", "|Title|text");
  adoc("Old title\n---------\n\nsome text\n----\ncode\n----\n", "|Old title|some text");
  adoc("|===\n|a |b\nc\n2+|d\n|===\ne", "|a|b\nc|d|e");
  adoc("|===\na|abc\n----\ncode\n----\n|===\nd", "|abc|d");
  adoc("[source]\ncode\ncode\n\ntext", "|text");
  adoc(" code\n\ntext", "|text");
}

static void tex(const char *text, const char *wanted) {
  check(prose_read_latex, text, wanted);
}

static void latex(void **state) {
  (void)state;
  tex("kernel \\emph{fu{\\bf si}on}", "|kernel +fu+si+on");
  tex("ker\\-nel fu% x\n  sion", "|ker+nel fu+sion");
  tex("kernel~fusion a\\,b a\\ b", "|kernel_fusion a_b a_b");
  tex("AT\\&T \\$5", "|AT+&T +$5");
  tex("a $x$ b \\cite[c]{d} e", "|a $ b | e");
  tex("a $x\\$y$ b $\n$ c", "|a $ b | c");
  tex("a\\footnote{b} c\\label{d} e", "|a|b| c+ e");
  tex("a & b \\\\[2pt] c", "|a | b | c");
  tex("one\ntwo", "|one\ntwo");
  tex("one % x\n\ntwo", "|one |\ntwo");
  tex("one % x\rtwo % x\r\nthree", "|one +two +three");
  tex("caf\\'e na\\\"{i}ve text", "| | text");
  tex("a \\verb|{| b \\url{c%d} e", "|a | b | e");
  tex("a $b\n\nc", "|a |\n\nc");
  tex("\\begin{code}a\\end{c}\\end{codes}b\\end{code}c", "|c");
  tex("a } b ] c", "|a + b ] c");
  tex("x \\documentclass{a} \\title{b} y \\begin{document} c \\end{document} d", "|b| c ");
}

// `before`, the command with an argument, `after`.
static void tex_with(const char *before, const char *name, const char *after, const char *wanted) {
  char text[80];
  snprintf(text, sizeof text, "%s\\%s{nel}%s", before, name, after);
  tex(text, wanted);
}

static void latex_commands_by_name(void **state) {
  (void)state;
  static const char *const transparent[] = {
      "emph",   "textbf", "textit",    "textsf",  "textsc",    "textrm", "textnormal", "textmd",
      "textup", "mbox",   "underline", "enquote", "textquote", "hl",     "uppercase"};
  static const char *const hiding[] = {
      "cite",  "citep",  "citealt", "smartcite",    "ref",         "autoref",
      "cref",  "texttt", "url",     "gls",          "Gls",         "acp",
      "input", "si",     "num",     "bibliography", "includeonly", "hypersetup"};
  for (size_t i = 0; i < sizeof transparent / sizeof *transparent; i++)
    tex_with("ker", transparent[i], "s", "|ker+nel+s");
  for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
    tex_with("a ", hiding[i], " b", "|a | b");
  tex("a \\xdef\\b#1{c\n\nd} e \\hspace{2pt}f", "|a | e |f");
  tex("\\addchap{a} \\paragraph[x]{b} c", "|a| |b| c");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rst_spans),      cmocka_unit_test(rst_blocks),
      cmocka_unit_test(asciidoc_spans), cmocka_unit_test(asciidoc_blocks),
      cmocka_unit_test(latex),          cmocka_unit_test(latex_commands_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
