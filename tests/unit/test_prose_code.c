// Comments and doc strings: how their parts hang together, what else in them is no text, and what
// only looks like a comment.
#include "parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(const char *id, const char *text, const char *wanted) {
  const ProseLanguage *language = prose_language(slice_of(id), SLICE(""));
  assert_non_null(language);
  Prose prose = prose_read(language, slice_of(text));
  parts_check(text, &prose, wanted);
  prose_free(&prose);
}

static void lines_of_a_comment_are_one_text(void **state) {
  (void)state;
  check("c", "// one\n// two\n", "|one_two");
  check("c", "// one\r\n  // two\r\n", "|one_two");
  check("c", "// one\n//\n// two\n", "|one|two");
  check("c", "// one\n\n// two\n", "|one|two");
  check("c", "// one\nx; // two\n// three\n", "|one|two|three");
  check("c", "/// one\n// two\n", "|one|two");
  check("c", "/* one\n * two\n *\n * three */", "|one_two|three");
  check("c", "/* one */ /* two */", "|one|two");
  check("c", "// one \\\n two\n", "|one \\_two");
  check("python", "# one\r# two\r", "|one_two");
  check("python", "    \"\"\"One\n\n    two\n    three\n    \"\"\"\n", "|One|two_three");
}

static void frames_are_cut(void **state) {
  (void)state;
  check("c", "/****** one ******/", "|one");
  check("c", "//------\n// one\n//------\n", "|one");
  check("c", "// --- one ---\n", "|one");
  check("c", "int x; ///< one\nint y; /**< two */", "|one|two");
  check("c", "/*! one */", "|one");
  check("shellscript", "##### one #####\n", "|one");
  check("c", "// C++ and C#\n", "|C++ and C#");
  check("c", "// .NET\n", "|.NET");
}

static void markup_is_cut(void **state) {
  (void)state;
  check("rust", "/// the `code` of ``a ` b`` it\n", "|the | of | it");
  check("rust", "/// **kernel** fusion, a * b\n", "|kernel+ fusion, a * b");
  check("rust", "/// [kernel](target) fusion\n", "|[kernel+ fusion");
  check("java", "/** {@link Target label} and {@code a {b} c} more */", "|label} and | more");
  check("java", "/** <b>kernel</b> fusion<br>next */", "|kernel+ fusion_next");
  check("java", "/** {@code a\n * b\n * c} more */", "|more");
  check("c", "// quoted as `here' was\n", "|quoted as `here' was");
  check("c", "// a < b and c > d\n", "|a < b and c > d");
  check("python", "# see :class:`Name` here\n", "|see | here");
  check("python", "# no :class: here\n", "|no :class: here");
}

static void tags_are_cut_with_their_names(void **state) {
  (void)state;
  check("c", "/** @param[in,out] name the text */", "| the text");
  check("c", "/** \\return the text */", "| the text");
  check("javascript", "/** @param {a<{b: c}>} [name=1] - the text */", "| - the text");
  check("ruby", "# @param name [Array<Type>] the text\n", "| the text");
  check("python", "\"\"\"\n:param int name: the text\n:rtype: int\n\"\"\"\n", "| the text");
  check("c", "// mail@example or @name here\n", "|mail@example or | here");
}

static void examples_are_left_out(void **state) {
  (void)state;
  check("rust", "/// one\n/// ```\n/// code\n/// ```\n/// two\n", "|one|two");
  check("rust", "/// ```\n/// code\n///\n/// code\n/// ```\n/// two\n", "|two");
  check("rust", "/// ```\n/// '```x',\n/// ```\n/// two\n", "|two");
  check("shellscript", "# Takes <pre> and x\n# a\n#\n# b\n", "|Takes | and x_a|b");
  check("shellscript", "# a <pre>b</pre> c <pre>\n# d\n# </pre> e\n# <pre>f\n", "|a | c |e");
  check("java", "/** one <code>a\n *\n * two */", "|one |two");
  check("go", "// one\n//\n//\tcode\n//\n// two\npackage a\n", "|one|two");
  check("go", "// one\n//   two\n", "|one_two");
  check("c", "// one\n//\n//     code\n//\n//     code\n// two\n", "|one|two");
  check("c", "// one\n//     two\n", "|one_two");
  check("c", "// one\n//\n//   \ttwo\n//       three\n", "|one");
  check("python", "\"\"\"One.\n\n>>> code\nanswer\n\ntwo\n\"\"\"\n", "|One.|two");
  check("python", "def f():\n    \"\"\"\n    One:\n        two\n\n        three\n    \"\"\"\n",
        "|One:_two|three");
  check("javascript", "/**\n * one\n * @example\n * code\n * @return two\n */", "|one| two");
  check("c", "/* one\n * @code\n * x\n * @endcode\n * two */", "|one|two");
}

static void lines_for_tools_are_left_out(void **state) {
  (void)state;
  check("python", "# noqa: E501\n# type: ignore[x]\n# pylint: disable=x\n", "");
  check("python", "# one  # noqa\n", "|one  ");
  check("c", "// one\n// x = f(1);\n// two\n", "|one|two");
  check("c", "// one (two);\n// this is the first of a = b;\n",
        "|one (two);_this is the first of a = b;");
  check("go", "//go:build x\n\n//nolint:x\n", "");
  check("c", "// the first {{{\n// x {\n", "|the first {{{");
  check("yaml", "# one\na: 'b # c' # two\nb: don't # three\n", "|one|two|three");
  check("c", "/** \\file a.c */ /** \\file All that is said of it */", "| All that is said of it");
  check("python", "# .. note:: one two\n# .. image:: a\n", "|one two");
  check("python", "# .. a: b c\n", "|.. a: b c");
  check("c", "// one -*- mode: c -*-\n", "|one ");
}

static void quotes_hide_comments(void **state) {
  (void)state;
  check("c", "\"// a\" 'b' \"\\\" // c\" // d\n", "|d");
  check("c", "\"open // a\n// b\n", "|b");
  check("c", "x = 1'000 // a\n + L'\"' // b\n", "|a|b");
  check("c", "R\"x(// )\" )x\" // a\n", "|a");
  check("c", "VAR\"(\" // a\n", "|a");
  check("c", "R\"a b\" // (c\n", "|(c");
  check("java", "\"\"\" // \" \\\"\"\" // \"\"\" // a\n", "|a");
  check("go", "`\\` // a\n", "|a");
  check("yaml", "a = \"\"\"\n# b \"\n\"\"\" # c\n", "|c");
  check("rust", "fn f<'a>(x: &'a str) { '\"'; '\\''; } // a\n", "|a");
  check("rust", "r##\" \"# // \"## // a\nr#fn // b\n", "|a|b");
  check("rust", "/* a /* b */ c */ // d\n", "|a | b | c|d");
}

static void slashes_are_told_apart(void **state) {
  (void)state;
  check("javascript", "a / b // c\n", "|c");
  check("javascript", "x = /[/\"]'/ // a\n", "|a");
  check("javascript", "if (x) /'/.test(y) // a\n", "|a");
  check("javascript", "(x) / 2 // a '\n", "|a '");
  check("javascript", "return /'/ // a\n", "|a");
  check("javascript", "i++ / 2 // a '\n", "|a '");
  check("typescript", "a[0]! / 2 // b '\n", "|b '");
  check("javascript", "`a ${ `// ${ {} } '` /* b */ } // c` // d\n", "|b|d");
  check("javascript", "x = <a b='//'>it's // no {/* a */} <b/></a> // b\n", "|a|b");
  check("javascript", "x = a <b // c\n", "|c");
  check("typescript", "x = <T>(y: T) => y // c\n", "|c");
  check("ruby", "x = /#'/ # a\n", "|a");
  check("ruby", "x / 2 # a ' /\n", "|a ' /");
  check("ruby", "f(&:/) # a /\n", "|a /");
  check("ruby", "f %w[# a], x % 3 # b\n", "|b");
  check("ruby", "\"#{\"}\" + '# a'}\" # b\n", "|b");
}

static void documents_in_code_are_code(void **state) {
  (void)state;
  check("shellscript", "cat <<A <<-'B' # a\n# A\nA\n# b\n\tB\n# c\n", "|a|c");
  check("shellscript", "cat <<< a # b\n", "|b");
  check("shellscript", "\"$x # a\" # b\n", "|b");
  check("shellscript", "$((1 << x)) # a\n# b\n", "|a|b");
  check("shellscript", "\"$(a \"# b\" # c\n)\" ${#x} $# x#y # d\n", "|c|d");
  check("ruby", "a <<~A, <<-'B c' # a\n# x\n  A\n# x\nB c\n# b\n", "|a|b");
  check("ruby", "class << self # a\n", "|a");
  check("ruby", "=begin\none\n=end\n# two\n__END__\n# three\n", "|one|two");
  check("ruby", "\n=beginner # one\n__END__s # two\n", "|one|two");
}

static void doc_strings_are_statements(void **state) {
  (void)state;
  check("python", "x = 'a'\n'b'\n", "|b");
  check("python", "f(\n'a')\n'b'\n", "|b");
  check("python", "x = [\n'a'\n]\n'b'\n", "|b");
  check("python", "x = \\\n'a'\n", "");
  check("python", "'a'.b\n'c' 'd'\n", "");
  check("python", "rb'a'\nf'b'\nr'c'\n", "|c");
  check("python", "f(\ndef g():\n    'a'\n", "|a");
}

static void nothing_need_be_closed(void **state) {
  (void)state;
  check("c", "/* one", "|one");
  check("c", "\"", "");
  check("c", "R\"x(", "");
  check("rust", "/* one", "|one");
  check("python", "\"\"\"one", "|one");
  check("javascript", "`${`${", "");
  check("javascript", "x = <a {", "");
  check("ruby", "\"#{\"#{", "");
  check("shellscript", "<<A", "");
  check("shellscript", "\"$(", "");
  check("java", "/** {@code a", "");
}

static void check_name(const char *id, const char *file_name, const char *wanted) {
  const ProseLanguage *language = prose_language(slice_of(id), slice_of(file_name));
  assert_non_null(language);
  assert_string_equal(language->name, wanted);
}

static void languages_are_known(void **state) {
  (void)state;
  check_name("cpp", "", "c");
  check_name("cuda-cpp", "", "c");
  check_name("typescriptreact", "a.ts", "typescriptreact");
  check_name("csharp", "", "java");
  check_name("", "kernel.cu", "c");
  check_name("", "src/Main.java", "java");
  check_name("", "Main.kt", "kotlin");
  check_name("", "a.mjs", "javascript");
  check_name("", "a.d.ts", "typescript");
  check_name("", "a.tsx", "typescriptreact");
  check_name("", "a.pyi", "python");
  check_name("", "Rakefile", "ruby");
  check_name("", ".bashrc", "shellscript");
  check_name("", "CMakeLists.txt", "yaml");
  check_name("", "Makefile", "yaml");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_of_a_comment_are_one_text),
      cmocka_unit_test(frames_are_cut),
      cmocka_unit_test(markup_is_cut),
      cmocka_unit_test(tags_are_cut_with_their_names),
      cmocka_unit_test(examples_are_left_out),
      cmocka_unit_test(lines_for_tools_are_left_out),
      cmocka_unit_test(quotes_hide_comments),
      cmocka_unit_test(slashes_are_told_apart),
      cmocka_unit_test(documents_in_code_are_code),
      cmocka_unit_test(doc_strings_are_statements),
      cmocka_unit_test(nothing_need_be_closed),
      cmocka_unit_test(languages_are_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
