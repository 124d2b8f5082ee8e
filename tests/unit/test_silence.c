// Comments that are written to suppress a finding, read again by what reads them; and lists of
// edits made one after the other.
#include "random.h"

#include <glossary/lint/suppress/directives.h>
#include <glossary/lint/suppress/silence.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static const RuleInfo *avoided(void) {
  return rule_named(SLICE("avoided-term"));
}

// The finding about the term `subject` where `word` stands first.
static Finding finding_at(Slice text, const char *word, const char *subject) {
  uint32_t start = (uint32_t)(strstr(text.ptr, word) - text.ptr);
  return (Finding){.rule = avoided(),
                   .severity = SEVERITY_WARNING,
                   .range = {start, start + (uint32_t)strlen(word)},
                   .subject = slice_of(subject)};
}

// What is left of the findings about `ship` and `boat` once the comments of the text are heeded.
static Findings heeded(const ProseLanguage *language, Slice bytes, Arena *arena) {
  Prose prose = prose_read(language, bytes);
  Directives directives = {0};
  directives_read(bytes, prose.remarks.items, prose.remarks.len, &directives, arena);
  prose_free(&prose);
  RuleSettings settings = rule_settings_none();
  Findings findings = {arena_array(arena, Finding, 16), 0};
  findings.items[findings.count++] = finding_at(bytes, "ship,", "ship");
  findings.items[findings.count++] = finding_at(bytes, "boat", "boat");
  findings_sort(&findings);
  Text *text = text_new(bytes);
  directives_apply(&directives, text, &settings, &findings, arena);
  text_delete(text);
  array_free(&directives);
  return findings;
}

// Of `ship` and `boat`, only the finding about `ship` is suppressed. `wanted`: the text then; NULL:
// no comment can stand there.
static void check(const char *language_id, const char *before, const char *wanted) {
  const ProseLanguage *language = prose_language(slice_of(language_id), (Slice){0});
  Arena *arena = arena_new();
  Text *text = text_new(slice_of(before));
  Finding finding = finding_at(slice_of(before), "ship", "ship");
  Edit edit;
  bool possible = silence(language, text, &finding, arena, &edit);
  if (possible != (wanted != NULL)) fail_msg("%s: %s", language_id, before);
  if (possible) {
    Slice after = edits_apply(&edit, 1, slice_of(before), arena);
    after = arena_copy(arena, after);
    assert_string_equal(after.ptr, wanted);
    Findings left = heeded(language, after, arena);
    if (left.count != 1 || !slice_eq(left.items[0].subject, SLICE("boat")))
      fail_msg("%s: %u findings are left in %s", language_id, left.count, after.ptr);
  }
  text_delete(text);
  arena_delete(arena);
}

#define NEXT "gloss-disable-next-line avoided-term(ship)"

static void markups(void **state) {
  (void)state;
  check("markdown", "A ship, then.\n\nA boat.\n", "<!-- " NEXT " -->\nA ship, then.\n\nA boat.\n");
  check("markdown", "A boat\nor a ship, then.\n", "A boat <!-- " NEXT " -->\nor a ship, then.\n");
  check("markdown", "A boat  \nor a ship,\n", "A boat <!-- " NEXT " -->  \nor a ship,\n");
  check("markdown", "- boat\n  - ship,\n", "- boat <!-- " NEXT " -->\n  - ship,\n");
  check("markdown", "Boat\n\n  - ship, boat\n", "Boat\n\n  <!-- " NEXT " -->\n  - ship, boat\n");
  check("markdown", "A boat\n# Ship, ship,\n", "A boat\n<!-- " NEXT " -->\n# Ship, ship,\n");
  check("markdown", "| boat |\n| --- |\n| ship, |\n", NULL);
  check("markdown", "boat\r\n\r\nship,\r\n", "boat\r\n\r\n<!-- " NEXT " -->\r\nship,\r\n");
  check("mdx", "A ship, then.\n\nA boat.\n", "{/* " NEXT " */}\nA ship, then.\n\nA boat.\n");
  check("html", "<p>A boat\nor a ship,\n", "<p>A boat\n<!-- " NEXT " -->\nor a ship,\n");
  check("restructuredtext", "A boat\n\nA ship,\n", "A boat\n\n.. " NEXT "\n\nA ship,\n");
  check("restructuredtext", "A boat\nor a ship,\n", NULL);
  check("asciidoc", "A boat\nor a ship,\n", "A boat\n// " NEXT "\nor a ship,\n");
  check("latex", "A boat\nor a ship,\n", "A boat\n% " NEXT "\nor a ship,\n");
  check("plaintext", "A boat\nor a ship,\n", NULL);
  check("git-commit", "A boat\n\nor a ship,\n", "A boat\n\n# " NEXT "\nor a ship,\n");
  check("gloss", "## A boat\n\nA ship, then.\n", "## A boat\n\n<!-- " NEXT " -->\nA ship, then.\n");
  check("gloss", "## Boat\n- see: ship, x\n", NULL);
}

static void code(void **state) {
  (void)state;
  check("c", "// A boat.\n  // A ship,\n", "// A boat.\n  // " NEXT "\n  // A ship,\n");
  check("c", "int boat; // A boat.\nint a; /* ship, */\n",
        "int boat; // A boat.\n// " NEXT "\nint a; /* ship, */\n");
  check("c", "/* A boat.\n * A ship, too. */\n", NULL);
  check("python", "# A boat.\n# A ship,\n", "# A boat.\n# " NEXT "\n# A ship,\n");
  check("python", "\"\"\"A boat.\n\nA ship,\n\"\"\"\n", NULL);
  check("shellscript", "# A boat.\n# A ship,\n", "# A boat.\n# " NEXT "\n# A ship,\n");
}

// --- edits one after the other ---

static Edits random_edits(uint32_t len, Arena *arena) {
  Edits edits = {arena_array(arena, Edit, 8), 0};
  uint32_t at = 0, count = random_below(6);
  for (uint32_t i = 0; i < count; i++) {
    at += random_below(6);
    uint32_t end = at + random_below(4);
    if (end > len) break;
    Slice texts[] = {SLICE(""), SLICE("x"), SLICE("yz"), SLICE("longer text")};
    edits.items[edits.count++] = (Edit){{at, end}, texts[random_below(4)]};
    at = end + 1;
  }
  return edits;
}

static void composing(void **state) {
  (void)state;
  random_state = random_seed();
  for (int round = 0; round < 50000; round++) {
    Arena *arena = arena_new();
    Slice text = slice_to(SLICE("abcdefghijklmnopqrstuvwxyz"), random_below(27));
    Edits first = random_edits((uint32_t)text.len, arena);
    Slice middle = edits_apply(first.items, first.count, text, arena);
    Edits second = random_edits((uint32_t)middle.len, arena);
    Slice wanted = edits_apply(second.items, second.count, middle, arena);
    Edits both = edits_compose(&first, &second, middle, arena);
    for (size_t i = 1; i < both.count; i++)
      assert_true(both.items[i - 1].range.end <= both.items[i].range.start);
    Slice found = edits_apply(both.items, both.count, text, arena);
    if (!slice_eq(found, wanted))
      fail_msg("round %d: [%.*s], not [%.*s]", round, SLICE_FMT(found), SLICE_FMT(wanted));
    arena_delete(arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(markups),
      cmocka_unit_test(code),
      cmocka_unit_test(composing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
