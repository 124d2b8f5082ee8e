// Markdown and its relatives, HTML, plain texts; what is no running text in any language; which
// language a document is in.
#include "parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const ProseLanguage *language(const char *id, const char *name) {
  return prose_language(slice_of(id), slice_of(name));
}

static void check(const char *id, const char *text, const char *wanted) {
  Prose prose = prose_read(language(id, ""), slice_of(text));
  parts_check(text, &prose, wanted);
  prose_free(&prose);
}

static void check_markdown(const char *text, const char *wanted) {
  check("markdown", text, wanted);
}

static void blocks(void **state) {
  (void)state;
  check_markdown("# Head\n\npara\nmore\n\n> quote\n\n- item\n", "|Head|para_more|quote|item");
  check_markdown("| a b | c |\n|---|---|\n| d | e |\n", "|a b|c|d|e");
  check_markdown("a\n\n```c\ncode\n```\n\n    code\n\n<div>html</div>\n", "|a|html");
  check_markdown("[a]: http://x.org 'title'\n\ntext [a]\n", "|text +a");
}

static void spans(void **state) {
  (void)state;
  check_markdown("kernel **fu*si*on**", "|kernel +fu+si+on");
  check_markdown("[kernel](http://x.org/kernel) fusion", "|kernel+ fusion");
  check_markdown("![alt text](kernel.png \"title\")", "|alt text");
  check_markdown("a `code` b $x^2$ c $$y$$ d", "|a | b $ c | d");
  check_markdown("a&amp;b <b>c</b>", "|a|b +c");
  check_markdown("[[Target|shown]] and [[Term]]", "|shown+ and +Term");
  check_markdown("a  \nb\\\nc", "|a_b_c");
  check_markdown("kernel\\-fusion", "|kernel+-fusion");
  check_markdown("a [x b", "|a [x b");
}

static void addresses(void **state) {
  (void)state;
  check_markdown("see <https://kernel.org> now", "|see | now");
  check_markdown("see https://kernel.org now", "|see | now");
  check_markdown("see www.kernel.org now", "|see | now");
  check_markdown("me@kernel.org", "");
  check_markdown("[kernel](kernel)", "|kernel");
  check_markdown("[a kernel.](&amp;kernel-and-a\\!kernel.x) fusion", "|a kernel.+ fusion");
}

// In any language: here Markdown and plain text.
static void addresses_end_before_the_sentence(void **state) {
  (void)state;
  check("plaintext", "a (https://x.org/b_(c)?d=e). f", "|a (|). f");
  check("plaintext", "a ssh://x/y, b ftp://z", "|a |, b ");
  check("plaintext", "a://, b: // c:d", "|a://, b: // c:d");
  check("plaintext", "a c://d https://x.org/?a&bcd e", "|a c://d | e");
  check("plaintext", "\u300Chttps://x.org\u300D", "|\u300C|\u300D");
  check("plaintext", "a www.x.org! wwww.x www. b", "|a |! wwww.x www. b");
  check("plaintext", "a me.you+b@x-y.org. b@c @d", "|a |. b@c @d");
  check("plaintext", "git@x.org:a/b.git @a/b c", "| | c");
  check("plaintext", "mailto:a tel:5 email:b", "| | email:b");
  check_markdown("a https://x.org/_b_/c d", "|a | d");
}

static void paths_are_taken_out_when_sure(void **state) {
  (void)state;
  check("plaintext", "a ./b ../c ~/d e", "|a | | | e");
  check("plaintext", "/usr/lib /usr (/a/b) c/d", "| /usr (|) c/d");
  check("plaintext", "a/b.c, src/main.c. src/a/ a/", "|a/b.c, |. | a/");
  check("plaintext", "docs/** */x .git/a", "| | ");
  check("plaintext", "C:\\a\\b C:/a x:y", "| | x:y");
  check("plaintext", "and/or TCP/IP km/h a/b/c React/Node.js C#/.NET 3/4.5",
        "|and/or TCP/IP km/h a/b/c React/Node.js C#/.NET 3/4.5");
  check("plaintext", "x.com/y main.c Node.js", "| main.c Node.js");
  check("plaintext", "a-b.md, a_b.test.c. GPT-3.5 A-Node.js a-b. c",
        "|, |. GPT-3.5 A-Node.js a-b. c");
  check("plaintext", "a-b.org/c a-b.c@x.org a-b.c/ a.b-c.De", "| | a-b.c/ a.b-c.De");
  check("plaintext", "\u6587src/main.c\u6587", "|\u6587|\u6587");
}

static void macros_are_taken_out_when_closed(void **state) {
  (void)state;
  check("plaintext", "a {{ b }} {% c %} {# d #} ${e} <% f %> %{g} h", "|a | | | | | | h");
  check("plaintext", "{{{ a }}} {{< b >}} {{\nc\n}} d", "| | | d");
  check("plaintext", "a {{ b\n\nc }} {d} %", "|a {{ b\n\nc }} {d} %");
}

static void marks_of_dialects(void **state) {
  (void)state;
  check_markdown("a[^1] b\n\n[^1]: c\n\n    d\n", "|a+ b| c|d");
  check_markdown("a[^1]\n\n  [^1]: c\n", "|a| c");
  check_markdown("> [!NOTE]\n> a [b] [^ c]", "|a [b] [^ c]");
  check_markdown("[^a [^b] [^c [^d", "|[^a + [^c [^d");
  check_markdown("# a {#b .c}\n\n[d]{.e} f {g}", "|a |[d]+ f {g}");
  check_markdown("a :b: c 10:30:45 d::e::f", "|a | c 10:30:45 d::e::f");
  check_markdown("[@a; @b2] c@d @e", "|[|; |] c@d @e");
  check_markdown("::: {.a}\nb\n:::\n\n:::c D\ne", "|b| D_e");
  check_markdown("!!! a \"B\"\n    c\n\n    d\n", "|\"B\"_c|d");
}

static void math_is_not_money(void **state) {
  (void)state;
  check_markdown("$25M and $100M", "|$25M and $100M");
  check_markdown("$5 and $6, $x^2$ b", "|$5 and $6, $ b");
  check_markdown("a $x $ b", "|a $x $ b");
  check_markdown("a $ x$ b", "|a $ x$ b");
  check_markdown("a $b*c$ d$e*f$ g $$h\ni$$ j", "|a $+ d$e+f$ g | j");
  check_markdown("\\$a$ 5$ or 6$ $`b`$", "|$a$ 5$ or 6$ $|$");
}

static void html_in_markdown(void **state) {
  (void)state;
  check_markdown("a <kbd>b *c*</kbd> d", "|a | d");
  check_markdown("a <!-- b --> c <br> d", "|a + c _ d");
  check_markdown("a&nbsp;b&shy;c&mdash;d&#8209;e", "|a_b+c|d_e");
  check_markdown("a&zwnj;b&dash;c&#x2011;d", "|a+b_c_d");
  check_markdown("<p a='>'>b <b>c</b></p>\n", "|b +c");
  check_markdown("a <kbd>b\n\nc", "|a |c");
}

static void html(void **state) {
  (void)state;
  check("html", "ker<b>nel</b> <i>fu</i>sion", "|ker+nel_fu+sion");
  check("html", "<p>a<p>b<br>c<img>d", "|a|b_c|d");
  check("html", "a\n\n  b\nc", "|a_b\nc");
  check("html", "ker<svg>a</svg>nel", "|ker|nel");
  check("html", "ker<mark>n</mark><ins>el</ins>", "|ker+n+el");
  check("html", "a<math>b</math>c<script>'</b>'</script>d", "|a|c|d");
  check("html", "<pre>a<!-- </pre> -->b</pre>c", "|c");
  check("html", "a < b &c; & <3 <!-- d -->e", "|a < b |& <3 +e");
  check("html", "<code>a<p>b</code>c", "|b|c");
  check("html", "<pre>a<pre>b</pre>c</pre>d<script>'<p>'</script>e", "|d|e");
  check("html", "<script>a<b></style></SCRIPT >c<style", "|c");
  check("html", "a <!--> b <!---> c <!-- -- > d --> e", "|a + b + c + e");
}

static void mdx(void **state) {
  (void)state;
  check("mdx", "import a from 'b'\n\nc {d} e", "|c | e");
  check("mdx", "export const a = {\n\nb}\n\nc", "|c");
  check("mdx", "a <b>c</b> <D.E f={g > 1} />h", "|a +c+ |h");
  check("mdx", "<A\n  b='>'\n>\n    c\n</A>", "|c");
  check("mdx", "<a:b c='d'>e</a:b>", "|e");
  check("mdx", "a { b\n\n{c} d", "|a { b| d");
  check("mdx", "```\ra <b\r```\rc {d} e\r", "|c | e");
}

static void front_matter(void **state) {
  (void)state;
  check_markdown("---\ntitle: kernel\n---\ntext", "|text");
  check_markdown("+++\r\ntitle = 'kernel'\r\n+++\r\ntext", "|text");
  check_markdown("---\n\ntext", "|text");
  check_markdown("---", "");
  check_markdown("---\rtitle: kernel\r---\rtext", "|text");
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
  check("git-commit", "Subject\n\nBody: a\n\nSigned-off-by: b\n  c\n",
        "|Subject\n\nBody: a\n\n|\n");
  check("git-commit", "Signed-off-by: b", "|Signed-off-by: b");
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
  assert_string_equal(language("c", "notes.md")->name, "c");
  assert_null(language("fortran", "main.f90"));
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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks),
      cmocka_unit_test(spans),
      cmocka_unit_test(addresses),
      cmocka_unit_test(addresses_end_before_the_sentence),
      cmocka_unit_test(paths_are_taken_out_when_sure),
      cmocka_unit_test(macros_are_taken_out_when_closed),
      cmocka_unit_test(marks_of_dialects),
      cmocka_unit_test(math_is_not_money),
      cmocka_unit_test(html_in_markdown),
      cmocka_unit_test(html),
      cmocka_unit_test(mdx),
      cmocka_unit_test(front_matter),
      cmocka_unit_test(glossaries),
      cmocka_unit_test(other_languages),
      cmocka_unit_test(paragraphs),
      cmocka_unit_test(languages_are_known_by_id_or_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
