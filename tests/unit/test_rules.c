// Every rule explains itself, and its examples show what it says: the bad one gives findings of
// this rule and of no other, the good one none at all. Where the rule mends what it finds, it mends
// the bad example.
#include <glossary/glossary.h>
#include <glossary/lint/document/document.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

// The ids and severities are what people write into their settings.
static const char LISTED[] = "avoided-term warning\n"
                             "bad-encoding error\n"
                             "bad-value error\n"
                             "circular-broader error\n"
                             "circular-definition info\n"
                             "collapsed-body warning\n"
                             "conflicting-alias warning\n"
                             "dangling-reference error\n"
                             "duplicate-term error\n"
                             "inconsistent-category warning\n"
                             "inconsistent-form off\n"
                             "long-definition info\n"
                             "lossy-math warning\n"
                             "malformed-field error\n"
                             "malformed-headword error\n"
                             "missing-category info\n"
                             "missing-definition error\n"
                             "missing-headword error\n"
                             "no-definition-sentence warning\n"
                             "oversized-entry warning\n"
                             "preferred-of-avoided error\n"
                             "redundant-alias warning\n"
                             "repeated-field warning\n"
                             "repeated-sentence info\n"
                             "self-reference warning\n"
                             "table-shape error\n"
                             "term-case info\n"
                             "unclosed-markup error\n"
                             "undefined-acronym off\n"
                             "unknown-field warning\n"
                             "unsorted-entries info\n"
                             "unused-suppression warning\n";

static void the_rules_are_listed_by_id(void **state) {
  (void)state;
  Arena *arena = arena_new();
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  Slice listed = {0};
  for (size_t i = 0; i < count; i++)
    listed = arena_format(arena, "%.*s%s %s\n", SLICE_FMT(listed), rules[i]->id,
                          severity_name(rules[i]->severity));
  assert_string_equal(listed.ptr, LISTED);
  for (size_t i = 1; i < count; i++) assert_true(strcmp(rules[i - 1]->id, rules[i]->id) < 0);
  arena_delete(arena);
}

static bool is_kebab(const char *id) {
  bool dash = true; // none at the start, nor two in a row
  for (; *id; id++) {
    if (*id != '-' && !byte_is_lower(*id)) return false;
    if (*id == '-' && dash) return false;
    dash = *id == '-';
  }
  return !dash;
}

// --- reading an example ---

// Oversized entries are too long to be shown.
static bool has_no_examples(const RuleInfo *rule) {
  return slice_eq(slice_of(rule->id), SLICE("oversized-entry"));
}

// Those that are off must be asked for.
static RuleSettings settings_for(const RuleInfo *rule) {
  RuleSettings settings = rule_settings_none();
  if (rule->severity == SEVERITY_OFF) rule_settings_set(&settings, rule, SEVERITY_INFO);
  return settings;
}

static Slice path_of(const RuleInfo *rule, Arena *arena) {
  return arena_format(arena, "/g/%s", rule->file);
}

static Findings check_glossary(const RuleInfo *rule, Slice text, Arena *arena) {
  Glossary *glossary = glossary_new();
  RuleSettings settings = settings_for(rule);
  GlossaryFile *file =
      glossary_put(glossary, glossary_file_new(path_of(rule, arena), (Slice){0}, text));
  Findings found = linter_check(glossary_linter(glossary), file, &settings, arena);
  glossary_delete(glossary);
  return found;
}

static Findings check_document(const RuleInfo *rule, Slice bytes, Arena *arena) {
  Glossary *glossary = glossary_new();
  RuleSettings settings = settings_for(rule);
  glossary_put(glossary,
               glossary_file_new(SLICE("/g/GLOSSARY.md"), (Slice){0}, slice_of(rule->glossary)));
  Slice path = path_of(rule, arena);
  DocumentPlace place = {.terms = glossary_terms(glossary),
                         .scope = {path},
                         .language = prose_language((Slice){0}, path),
                         .settings = &settings};
  Text *text = text_new(bytes);
  DocumentLint *lint = document_lint_new();
  Findings found = document_lint_check(lint, &place, text, arena);
  document_lint_delete(lint);
  text_delete(text);
  glossary_delete(glossary);
  return found;
}

static Findings check(const RuleInfo *rule, Slice text, Arena *arena) {
  return rule->glossary ? check_document(rule, text, arena) : check_glossary(rule, text, arena);
}

// --- examples ---

static bool is_told(const char *text) {
  return text && *text;
}

static void tell(const RuleInfo *rule, const char *example, const Findings *found) {
  for (uint32_t i = 0; i < found->count; i++)
    print_error("%s, %s example: %.*s [%s]\n", rule->id, example,
                SLICE_FMT(found->items[i].message), found->items[i].rule->id);
}

static int count_of(const RuleInfo *rule, const Findings *found) {
  int count = 0;
  for (uint32_t i = 0; i < found->count; i++) count += found->items[i].rule == rule;
  return count;
}

static bool has_certain_fix(const Findings *found) {
  for (uint32_t i = 0; i < found->count; i++)
    if (found->items[i].fix_count && found->items[i].fixes[0].certain) return true;
  return false;
}

static bool mends(const RuleInfo *rule, const Findings *found, Arena *arena) {
  Slice bad = slice_of(rule->bad), once, twice;
  if (!findings_fix(found, bad, arena, &once)) return false;
  Findings left = check(rule, once, arena);
  tell(rule, "mended", &left);
  return count_of(rule, &left) == 0 && findings_fix(&left, once, arena, &twice) == 0 &&
         slice_eq(once, twice);
}

static bool explains_itself(const RuleInfo *rule) {
  return is_kebab(rule->id) && is_told(rule->summary) && is_told(rule->why) &&
         (has_no_examples(rule) ||
          (is_told(rule->file) && is_told(rule->bad) && is_told(rule->good)));
}

static bool holds(const RuleInfo *rule, Arena *arena) {
  if (!explains_itself(rule)) return false;
  if (has_no_examples(rule)) return true;
  Findings bad = check(rule, slice_of(rule->bad), arena);
  Findings good = check(rule, slice_of(rule->good), arena);
  bool only_this = bad.count && (uint32_t)count_of(rule, &bad) == bad.count;
  if (!only_this) tell(rule, "bad", &bad);
  tell(rule, "good", &good);
  bool fixable = has_certain_fix(&bad);
  return only_this && !good.count && fixable == rule->fixable &&
         (!fixable || mends(rule, &bad, arena));
}

static void every_rule_shows_what_it_says(void **state) {
  (void)state;
  size_t count;
  int failures = 0;
  const RuleInfo *const *rules = lint_rules(&count);
  for (size_t i = 0; i < count; i++) {
    Arena *arena = arena_new();
    if (!holds(rules[i], arena)) {
      print_error("%s: its documentation or its examples do not hold\n", rules[i]->id);
      failures++;
    }
    arena_delete(arena);
  }
  assert_int_equal(failures, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_rules_are_listed_by_id),
      cmocka_unit_test(every_rule_shows_what_it_says),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
