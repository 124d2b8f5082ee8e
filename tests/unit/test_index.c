// What an index promises besides finding: layers, order, admission, prefixes, sharing.
#include <glossary/match/index.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static Index *index_of(const char *const *forms, size_t count, uint32_t first_entry) {
  IndexForm items[64];
  for (size_t i = 0; i < count; i++)
    items[i] = (IndexForm){.entry = first_entry + (uint32_t)i, .text = slice_of(forms[i])};
  return index_new(items, count);
}

#define INDEX(name, first_entry, ...)                                                              \
  static const char *const name##_forms[] = {__VA_ARGS__};                                         \
  Index *name = index_of(name##_forms, sizeof name##_forms / sizeof *name##_forms, first_entry)

static bool only_even(const void *context, uint32_t entry) {
  (void)context;
  return entry % 2 == 0;
}

// Matches as `start-end:entry`.
static void check_scan(const Index *const *layers, size_t count, Scan scan, const char *wanted) {
  Matches matches = {0};
  char all[1024] = "";
  index_scan(layers, count, &scan, &matches);
  for (size_t i = 0; i < matches.len; i++) {
    Match m = matches.items[i];
    size_t len = strlen(all);
    snprintf(all + len, sizeof all - len, "%s%u-%u:%u", i ? " " : "", m.range.start, m.range.end,
             m.entry);
  }
  array_free(&matches);
  assert_string_equal(all, wanted);
}

static void layers_are_searched_together(void **state) {
  (void)state;
  INDEX(base, 0, "leg", "leg magnitude");
  INDEX(recent, 10, "leg magnitude policy", "leg");
  const Index *layers[] = {base, recent};
  Scan scan = {.text = SLICE("leg magnitude policy leg")};
  check_scan(layers, 2, scan, "0-20:10 21-24:0 21-24:11");
  scan.selection = SELECT_ALL;
  check_scan(layers, 2, scan, "0-20:10 0-13:1 0-3:0 0-3:11 21-24:0 21-24:11");
  check_scan(layers, 0, scan, "");
  index_delete(base);
  index_delete(recent);
}

static void what_is_not_admitted_hides_nothing(void **state) {
  (void)state;
  INDEX(index, 0, "leg", "leg magnitude", "magnitude");
  const Index *layers[] = {index};
  check_scan(layers, 1, (Scan){.text = SLICE("leg magnitude"), .admits = only_even},
             "0-3:0 4-13:2");
  index_delete(index);
}

static void closer_spellings_come_first(void **state) {
  (void)state;
  INDEX(index, 0, "masts", "Mast", "mast");
  const Index *layers[] = {index};
  check_scan(layers, 1, (Scan){.text = SLICE("mast")}, "0-4:2 0-4:1 0-4:0");
  check_scan(layers, 1, (Scan){.text = SLICE("MASTS")}, "0-5:0 0-5:1 0-5:2");
  index_delete(index);
}

static void a_text_of_many_portions_loses_nothing(void **state) {
  (void)state;
  INDEX(index, 0, "a b c");
  const Index *layers[] = {index};
  enum { REPEATS = 5000 };
  Array(char) text = {0};
  // One word more between the terms each time, so that terms fall on every place of a portion.
  size_t terms = 0;
  for (size_t i = 0; text.len < REPEATS * 8; i++, terms++) {
    array_append(&text, "a b c ", 6);
    for (size_t k = 0; k < i % 7; k++) array_append(&text, "x ", 2);
  }
  Matches matches = {0};
  index_scan(layers, 1, &(Scan){.text = slice_new(text.items, text.len)}, &matches);
  assert_int_equal(matches.len, terms);
  array_free(&matches);
  array_free(&text);
  index_delete(index);
}

static void forms_without_tokens_are_left_out(void **state) {
  (void)state;
  INDEX(index, 0, "", "  ", "\n", "mast");
  const Index *layers[] = {index};
  check_scan(layers, 1, (Scan){.text = SLICE("a mast  ")}, "2-6:3");
  assert_int_equal(index_depth(index), 1);
  index_delete(index);
}

static void avoided_forms_are_for_lint_only(void **state) {
  (void)state;
  IndexForm form = {.entry = 7, .text = SLICE("mast"), .role = FORM_AVOID};
  Index *index = index_new(&form, 1);
  const Index *layers[] = {index};
  check_scan(layers, 1, (Scan){.text = SLICE("mast")}, "");
  check_scan(layers, 1, (Scan){.text = SLICE("mast"), .avoided = true}, "0-4:7");
  index_delete(index);
}

static void uses_in_another_case_stand_beside_the_others(void **state) {
  (void)state;
  INDEX(index, 0, "GitHub", "GitHub CI", "RAG", "hub");
  const Index *layers[] = {index};
  Scan scan = {.text = SLICE("github ci, Github hub and rag")};
  check_scan(layers, 1, scan, "18-21:3");
  scan.off_case = true;
  check_scan(layers, 1, scan, "0-9:1 11-17:0 18-21:3 26-29:2");
  scan.text = SLICE("github CI GitHub"); // a use of a shorter one is not hidden
  check_scan(layers, 1, scan, "0-9:1 10-16:0");
  index_delete(index);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(layers_are_searched_together),
      cmocka_unit_test(what_is_not_admitted_hides_nothing),
      cmocka_unit_test(closer_spellings_come_first),
      cmocka_unit_test(a_text_of_many_portions_loses_nothing),
      cmocka_unit_test(forms_without_tokens_are_left_out),
      cmocka_unit_test(avoided_forms_are_for_lint_only),
      cmocka_unit_test(uses_in_another_case_stand_beside_the_others),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
