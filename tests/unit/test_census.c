// How often a term is written in which way is counted over several documents.
#include "world.h"

#include <glossary/lint/document/census.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct {
  DocumentPlace place;
  RuleSettings settings;
  DocumentLint *lint;
  Text *text;
} Document;

static void open_document(Document *self, const World *world, const Census *census,
                          const char *bytes) {
  self->settings = rule_settings_none();
  rule_settings_set(&self->settings, rule_named(SLICE("inconsistent-form")), SEVERITY_INFO);
  self->place =
      (DocumentPlace){.terms = world->terms, .settings = &self->settings, .census = census};
  self->lint = document_lint_new();
  self->text = text_new(slice_of(bytes));
  document_lint_work(self->lint, &self->place, self->text, SIZE_MAX);
}

static void close_document(Document *self) {
  document_lint_delete(self->lint);
  text_delete(self->text);
}

static void finds(Document *self, const World *world, const char *message) {
  Findings found = document_lint_check(self->lint, &self->place, self->text, world->arena);
  assert_int_equal(found.count, message ? 1 : 0);
  if (message) assert_string_equal(found.items[0].message.ptr, message);
}

static void documents_are_counted_together(void **state) {
  World *world = *state;
  world_put(world, "/w/a.gloss.md", "/w", "## Dry run\n\nA dry run is a try.\n");
  Census *census = census_new();
  Document one, other;
  open_document(&one, world, census, "one dry run");
  open_document(&other, world, census, "a dry-run, two dry-runs, another dry-run");
  finds(&one, world, NULL);
  census_add(census, one.lint);
  census_add(census, other.lint);
  finds(&one, world,
        "Keep to one way of writing: \xE2\x80\x9C"
        "dry run\xE2\x80\x9D is written once, \xE2\x80\x9C"
        "dry-run\xE2\x80\x9D 3 times");
  finds(&other, world, NULL);
  close_document(&one);
  close_document(&other);
  census_delete(census);
}

static void a_census_is_wanted_where_a_rule_asks(void **state) {
  (void)state;
  RuleSettings settings = rule_settings_none();
  assert_false(census_is_wanted(&settings));
  rule_settings_set(&settings, rule_named(SLICE("inconsistent-form")), SEVERITY_HINT);
  assert_true(census_is_wanted(&settings));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(documents_are_counted_together, world_set_up,
                                      world_tear_down),
      cmocka_unit_test(a_census_is_wanted_where_a_rule_asks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
