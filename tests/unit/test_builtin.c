// The embedded glossary: what is compiled in is whole, in order, and free of any finding.
#include <glossary/base/fold.h>
#include <glossary/glossary.h>
#include <glossary/words/name.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// The fewest entries it may hold.
enum { ENTRIES_AT_LEAST = 60 };

typedef struct {
  Glossary *glossary;
  GlossaryFile *file;
  Arena *arena;
} Fixture;

static int open_builtin(void **state) {
  Fixture *self = mem_zero(1, sizeof *self);
  self->arena = arena_new();
  self->glossary = glossary_new();
  self->file = glossary_file_new(slice_of(GLOSSARY_BUILTIN_PATH), (Slice){0}, glossary_builtin());
  glossary_put(self->glossary, self->file);
  *state = self;
  return 0;
}

static int close_builtin(void **state) {
  Fixture *self = *state;
  glossary_delete(self->glossary);
  arena_delete(self->arena);
  mem_free(self);
  return 0;
}

static void the_bytes_are_those_of_the_file(void **state) {
  (void)state;
  Slice bytes = glossary_builtin();
  assert_true(slice_starts_with(bytes, SLICE("# AI and chip making\n")));
  assert_true(slice_ends_with(bytes, SLICE(".\n")));
}

static void every_entry_is_complete(void **state) {
  Fixture *self = *state;
  assert_true(self->file->entries.len >= ENTRIES_AT_LEAST);
  for (size_t i = 0; i < self->file->entries.len; i++) {
    const Entry *entry = self->file->entries.items[i];
    assert_true(entry->headword.len > 0);
    assert_true(entry->category.len > 0);
    assert_true(entry_definition(entry).len > 0);
    assert_int_equal(entry->dialect, DIALECT_MARKDOWN);
  }
}

// Says what was found, so that a failure names the place.
static void print_finding(const GlossaryFile *file, const Finding *finding) {
  print_error("line %u: %.*s [%s]\n", text_line_at(file->text, finding->range.start) + 1,
              SLICE_FMT(finding->message), finding->rule->id);
}

static void nothing_is_found_in_it(void **state) {
  Fixture *self = *state;
  Findings findings = linter_check(glossary_linter(self->glossary), self->file, NULL, self->arena);
  for (uint32_t i = 0; i < findings.count; i++) print_finding(self->file, &findings.items[i]);
  assert_int_equal(findings.count, 0);
}

static void entries_are_in_alphabetical_order(void **state) {
  Fixture *self = *state;
  FoldBuffer before = {0}, name = {0};
  for (size_t i = 0; i < self->file->entries.len; i++) {
    name_fold(self->file->entries.items[i]->name, &name);
    assert_true(slice_cmp(slice_new(before.items, before.len), slice_new(name.items, name.len)) <
                0);
    FoldBuffer spare = before;
    before = name;
    name = spare;
  }
  array_free(&before);
  array_free(&name);
}

// The target of the reference that starts at `at`, right after its `[[`.
static Slice reference_target(Slice text, size_t at) {
  size_t end = at;
  while (end < text.len && !strchr("|]", text.ptr[end])) end++;
  return slice_new(text.ptr + at, end - at);
}

static void every_reference_has_an_answer(void **state) {
  Fixture *self = *state;
  Terms *terms = glossary_terms(self->glossary);
  Slice text = text_bytes(self->file->text);
  size_t references = 0;
  for (size_t at = 2; at < text.len; at++) {
    if (text.ptr[at - 2] != '[' || text.ptr[at - 1] != '[') continue;
    Slice target = reference_target(text, at);
    if (!query_named(terms, (Scope){0}, target, self->arena).entry_count)
      fail_msg("no entry answers to [[%.*s]]", SLICE_FMT(target));
    references++;
  }
  assert_true(references >= self->file->entries.len);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_bytes_are_those_of_the_file),
      cmocka_unit_test(every_entry_is_complete),
      cmocka_unit_test(nothing_is_found_in_it),
      cmocka_unit_test(entries_are_in_alphabetical_order),
      cmocka_unit_test(every_reference_has_an_answer),
  };
  return cmocka_run_group_tests(tests, open_builtin, close_builtin);
}
