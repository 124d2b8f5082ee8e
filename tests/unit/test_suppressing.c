// A comment suppresses what is wrong with the text below it, in every language that has comments,
// and only where the language has one.
#include <glossary/glossary.h>
#include <glossary/lint/document/document.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char GLOSSARY[] =
    "## Main branch\n- avoid: master copy, trunk\n\nA main branch is one.\n";

typedef struct {
  Arena *arena;
  Glossary *glossary;
  Findings found;
} World;

static World check_document(const char *name, Slice bytes) {
  World self = {.arena = arena_new(), .glossary = glossary_new()};
  RuleSettings settings = rule_settings_none();
  glossary_put(self.glossary,
               glossary_file_new(SLICE("/g/GLOSSARY.md"), (Slice){0}, slice_of(GLOSSARY)));
  Slice path = arena_format(self.arena, "/g/%s", name);
  DocumentPlace place = {.terms = glossary_terms(self.glossary),
                         .scope = {path},
                         .language = prose_language((Slice){0}, path),
                         .settings = &settings};
  Text *text = text_new(bytes);
  DocumentLint *lint = document_lint_new();
  self.found = document_lint_check(lint, &place, text, self.arena);
  document_lint_delete(lint);
  text_delete(text);
  return self;
}

static void world_delete(World *self) {
  glossary_delete(self->glossary);
  arena_delete(self->arena);
}

static uint32_t line_of(Slice text, uint32_t at) {
  uint32_t line = 1;
  for (uint32_t i = 0; i < at; i++) line += text.ptr[i] == '\n';
  return line;
}

// `wanted` says on which lines which rules are broken: `3 avoided-term;`.
static void check(const char *name, const char *text, const char *wanted) {
  World world = check_document(name, slice_of(text));
  Slice found = SLICE("");
  for (uint32_t i = 0; i < world.found.count; i++) {
    const Finding *finding = &world.found.items[i];
    found = arena_format(world.arena, "%.*s%u %s;", SLICE_FMT(found),
                         line_of(slice_of(text), finding->range.start), finding->rule->id);
  }
  if (!slice_eq(found, slice_of(wanted)))
    fail_msg("%s [%s]: [%.*s], not [%s]", name, text, SLICE_FMT(found), wanted);
  world_delete(&world);
}

#define NEXT "gloss-disable-next-line avoided-term(trunk) -- why"
#define OFF "gloss-disable avoided-term(Master-Copy)"
#define ON "gloss-enable avoided-term"

static void markups_have_comments(void **state) {
  (void)state;
  check("a.md", "<!-- " NEXT " -->\nthe trunk\n\nthe trunk\n", "4 avoided-term;");
  check("a.md", "- a\n  <!-- " NEXT " -->\n- the trunk <!-- " OFF " -->\n\n> master copies\n", "");
  check("a.mdx", "{/* " OFF " */}\n\nmaster copy\n\n{/* " ON " */}\n\nmaster copy\n",
        "7 avoided-term;");
  check("a.mdx", "<A>\n\n<!-- " NEXT " -->\nthe trunk\n\n</A>\n", "");
  check("a.html", "<p>\n<!-- " OFF "\n-- why -->\nmaster copy\n<!-- " ON " -->\nmaster copy\n",
        "6 avoided-term;");
  check("a.rst", ".. " NEXT "\n\nthe trunk\n\n..\n  " OFF "\n\nmaster copy\n", "");
  check("a.adoc", "// " NEXT "\nthe trunk\nthe trunk\n", "3 avoided-term;");
  check("a.tex", "% " NEXT "\nthe trunk % " OFF "\nmaster copy\n", "");
  check("COMMIT_EDITMSG", "Use the trunk\n\nthe master copy\n# gloss-disable-file\n", "");
  check("a.txt", "gloss-disable-file avoided-term\nthe trunk\n", "2 avoided-term;");
}

static void code_has_comments(void **state) {
  (void)state;
  static const char *const SLASHES[] = {"a.c",  "a.cpp", "a.cu", "a.cs",    "a.java", "a.kt",
                                        "a.js", "a.ts",  "a.go", "a.swift", "a.rs",   "a.tsx"};
  static const char *const HASHES[] = {"a.py",   "a.rb",           "a.sh",     "a.yaml",
                                       "a.toml", "CMakeLists.txt", "Makefile", "Dockerfile"};
  for (size_t i = 0; i < sizeof SLASHES / sizeof *SLASHES; i++) {
    check(SLASHES[i], "// " NEXT "\n// the trunk\n\n// the trunk\n", "4 avoided-term;");
    check(SLASHES[i], "/// " OFF "\n/** master copy */\n/* " ON " */ /* master copy */\n",
          "3 avoided-term;");
  }
  for (size_t i = 0; i < sizeof HASHES / sizeof *HASHES; i++)
    check(HASHES[i], "# " NEXT "\n# the trunk\n\n# the trunk\n", "4 avoided-term;");
  check("a.jsx", "x = <a>\n{/* " OFF " */}\n{/* master copy */}</a>;\n", "");
}

static void examples_are_no_comments(void **state) {
  (void)state;
  check("a.md", "```html\n<!-- " OFF " -->\n```\n\nmaster copy\n", "5 avoided-term;");
  check("a.md", "`<!-- " OFF " -->` master copy\n", "1 avoided-term;");
  check("a.md", "    <!-- " OFF " -->\n\nmaster copy\n", "3 avoided-term;");
  check("a.md", "\\<!-- gloss-disable --> master copy\n", "1 avoided-term;");
  check("a.md", "<!-- see gloss-disable --> master copy\n", "1 avoided-term;");
  check("a.md", "<!-- " OFF "\n\nmaster copy\n", "");
  check("a.mdx", "{'/* " OFF " */'} master copy\n", "1 avoided-term;");
  check("a.mdx", "{/* " OFF " */ x /* */} master copy\n", "1 avoided-term;");
  check("a.html", "<p title='<!-- " OFF " -->'>master copy</p>\n", "1 avoided-term;");
  check("a.html", "<script>// <!-- " OFF " -->\n</script>master copy\n", "2 avoided-term;");
  check("a.rst", ".. gloss-disable:: avoided-term\n\nmaster copy\n", "3 avoided-term;");
  check("a.rst", "::\n\n  .. " OFF "\n\nmaster copy\n", "5 avoided-term;");
  check("a.adoc", "....\n// " OFF "\n....\n\nmaster copy\n", "5 avoided-term;");
  check("a.adoc", "[source]\nx\n// " OFF "\n\nmaster copy\n", "5 avoided-term;");
  check("a.adoc", "/// " OFF "\n\nmaster copy\n", "1 avoided-term;3 avoided-term;");
  check("a.tex", "\\verb|% " OFF "| master copy\n", "1 avoided-term;");
  check("a.tex", "\\% gloss-disable master copy\n", "1 avoided-term;");
  check("a.c", "x = \"// " OFF "\"; // master copy\n", "1 avoided-term;");
  check("a.c", "/* " OFF "\nmaster copy", "1 avoided-term;2 avoided-term;");
  check("a.py", "x = '''\n# " OFF "\n'''\n# master copy\n", "4 avoided-term;");
  check("a.sh", "cat <<A\n# " OFF "\nA\n# master copy\n", "4 avoided-term;");
  check("a.js", "x = `// " OFF "` // master copy\n", "1 avoided-term;");
  check("COMMIT_EDITMSG", "the trunk\n# ------------------------ >8\n# gloss-disable-file\n",
        "1 avoided-term;");
}

static void what_does_nothing_is_told(void **state) {
  (void)state;
  check("a.md", "<!-- " NEXT " -->\nfine\n", "1 unused-suppression;");
  check("a.md", "<!-- gloss-disable-line avoided-term -->\nthe trunk\n",
        "1 unused-suppression;2 avoided-term;");
  check("a.md", "<!-- " NEXT " gloss-disable-file unused-suppression -->\nfine\n",
        "1 unused-suppression;");
  check("a.md", "<!-- gloss-disable-file unused-suppression -->\n<!-- " NEXT " -->\nfine\n", "");
}

static void nothing_stays_where_a_comment_was(void **state) {
  (void)state;
  static const struct {
    const char *name, *text, *mended;
  } CASES[] = {
      {"a.md", "a\n\n<!-- " NEXT " -->\n\nb\n", "a\n\nb\n"},
      {"a.md", "a <!-- " NEXT " --> b\n", "a b\n"},
      {"a.mdx", "a\n\n{/* " NEXT " */}\n\nb\n", "a\n\nb\n"},
      {"a.jsx", "x = <a>\n  {/* " NEXT " */}\n</a>;\n", "x = <a>\n</a>;\n"},
      {"a.rst", "a\n\n..\n   " NEXT "\n\nb\n", "a\n\nb\n"},
      {"a.adoc", "a\n// " NEXT "\nb\n", "a\nb\n"},
      {"a.tex", "a % " NEXT "\nb\n", "a\nb\n"},
      {"a.py", "x = 1  # " NEXT "\ny = 2\n", "x = 1\ny = 2\n"},
      {"a.c", "/**\n * " NEXT "\n */\nint x;\n", "int x;\n"},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
    World world = check_document(CASES[i].name, slice_of(CASES[i].text));
    Slice mended;
    findings_fix(&world.found, slice_of(CASES[i].text), world.arena, &mended);
    if (!slice_eq(mended, slice_of(CASES[i].mended)))
      fail_msg("%s [%s]: [%.*s]", CASES[i].name, CASES[i].text, SLICE_FMT(mended));
    world_delete(&world);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markups_have_comments),
      cmocka_unit_test(code_has_comments),
      cmocka_unit_test(examples_are_no_comments),
      cmocka_unit_test(what_does_nothing_is_told),
      cmocka_unit_test(nothing_stays_where_a_comment_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
