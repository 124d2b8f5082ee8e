// Glossaries are laid out in one way. Runs tests/cases/format/*.txt: `== name`, lines that begin
// with `:: ` for the style (a width, `none`, `sort`), a glossary, then `=>` and what becomes of it,
// or
// `=> unchanged`. `=> refused` where entries are left as they were.
#include "cases.h"

#include <glossary/base/array.h>
#include <glossary/format/format.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static Slice formatted(Slice text, const FormatStyle *style, uint32_t *refused, Arena *arena) {
  GlossaryFile *file = glossary_file_new(SLICE("a.gloss.md"), SLICE(""), text);
  Formatting found = format_file(file, style, (Range){0, (uint32_t)text.len}, arena);
  glossary_file_delete(file);
  *refused = found.refused_count;
  return edits_apply(found.edits.items, found.edits.count, text, arena);
}

// --- cases ---

typedef struct {
  Buffer name, given, wanted;
  FormatStyle style;
  bool after_arrow, unchanged, refused;
  const char *path;
  int cases, failures;
} Runner;

static Slice without_blank_end(const Buffer *buffer) {
  Slice text = contents(buffer);
  while (text.len && text.ptr[text.len - 1] == '\n') text.len--;
  return text;
}

static void fail_case(Runner *self, const char *what, Slice wanted, Slice found) {
  print_error("%s: %.*s: %s\nwanted:\n%.*s\nfound:\n%.*s\n", self->path,
              SLICE_FMT(contents(&self->name)), what, SLICE_FMT(wanted), SLICE_FMT(found));
  self->failures++;
}

static void end_case(Runner *self) {
  if (!self->name.len) return;
  Arena *arena = arena_new();
  Slice given = contents(&self->given), wanted = without_blank_end(&self->wanted);
  if (self->unchanged) wanted = without_blank_end(&self->given);
  uint32_t refused, refused_again;
  Slice found = formatted(given, &self->style, &refused, arena);
  Slice again = formatted(found, &self->style, &refused_again, arena);
  if (!slice_eq(slice_to(found, found.len - 1), wanted)) fail_case(self, "wrong", wanted, found);
  if (!slice_eq(again, found)) fail_case(self, "not the same the second time", found, again);
  if ((refused > 0) != self->refused) fail_case(self, "refused", wanted, found);
  self->cases++;
  arena_delete(arena);
}

static void begin_case(Runner *self, Slice name) {
  end_case(self);
  self->name.len = self->given.len = self->wanted.len = 0;
  self->after_arrow = self->unchanged = self->refused = false;
  self->style = (FormatStyle){0};
  array_append(&self->name, name.ptr, name.len);
}

static void take_style(Runner *self, Slice word) {
  int width = atoi(word.ptr);
  if (width) self->style.wrap = WRAP_AT, self->style.width = (uint32_t)width;
  if (slice_eq(word, SLICE("none"))) self->style.wrap = WRAP_NONE;
  if (slice_eq(word, SLICE("sort"))) self->style.sort = true;
}

static void take_line(void *context, int number, Slice line) {
  Runner *self = context;
  (void)number;
  if (slice_starts_with(line, SLICE("== "))) {
    begin_case(self, slice_from(line, 3));
  } else if (slice_starts_with(line, SLICE(":: "))) {
    take_style(self, slice_from(line, 3));
  } else if (slice_starts_with(line, SLICE("=>"))) {
    self->after_arrow = true;
    self->unchanged = slice_ends_with(line, SLICE("unchanged"));
    self->refused = slice_ends_with(line, SLICE("refused"));
  } else if (self->name.len) {
    Buffer *out = self->after_arrow ? &self->wanted : &self->given;
    array_append(out, line.ptr, line.len);
    *array_push(out) = '\n';
  }
}

static void begin_file(void *context, const char *path) {
  ((Runner *)context)->path = path;
}

static void end_file(void *context) {
  Runner *self = context;
  end_case(self);
  self->name.len = 0;
}

static void what_becomes_of_glossaries(void **state) {
  (void)state;
  Runner self = {0};
  cases_read("format", &(CaseReader){&self, begin_file, take_line, end_file});
  assert_true(self.cases > 15);
  assert_int_equal(self.failures, 0);
  array_free(&self.name);
  array_free(&self.given);
  array_free(&self.wanted);
}

// --- bytes that a case cannot show ---

static void assert_same(Slice found, const char *wanted) {
  if (!slice_eq(found, slice_of(wanted)))
    fail_msg("wanted:\n%s\nfound:\n%.*s", wanted, SLICE_FMT(found));
}

static void becomes(const char *given, const char *wanted) {
  Arena *arena = arena_new();
  uint32_t refused;
  Slice found = formatted(slice_of(given), &(FormatStyle){0}, &refused, arena);
  assert_same(found, wanted);
  assert_int_equal(refused, 0);
  arena_delete(arena);
}

static void line_ends_become_one_kind(void **state) {
  (void)state;
  becomes("## A\r\ntext\n", "## A\r\n\r\ntext\r\n");
  becomes("## A\ntext\r\n", "## A\n\ntext\n");
  becomes("## A\rtext\r", "## A\r\rtext\r");
  becomes("\r## A\ntext", "## A\n\ntext\n");
  becomes("## A", "## A\n");
  becomes("## A  \t\n\n\n", "## A\n");
}

static void the_mark_at_the_start_stays(void **state) {
  (void)state;
  becomes("\xEF\xBB\xBF\n\n## A\ntext", "\xEF\xBB\xBF## A\n\ntext\n");
  becomes("\xEF\xBB\xBF#  T\n\n\n## A\ntext", "\xEF\xBB\xBF# T\n\n## A\n\ntext\n");
}

static void a_page_and_nothing_stay(void **state) {
  (void)state;
  becomes("", "");
  becomes("\n\n", "\n\n");
  becomes("keel,beam,spars\n\n\n**Keel** is a beam.  ",
          "keel,beam,spars\n\n\n**Keel** is a beam.  ");
}

// --- a part of a file ---

static void only_what_is_touched(void **state) {
  (void)state;
  const char *text = "#  T\n## A\n- alias: x\n##  B\nb\n##  C\n";
  Arena *arena = arena_new();
  GlossaryFile *file = glossary_file_new(SLICE("a.gloss.md"), SLICE(""), slice_of(text));
  uint32_t b = (uint32_t)(strstr(text, "##  B") - text);
  Formatting found = format_file(file, &(FormatStyle){.sort = true}, (Range){b, b + 1}, arena);
  Slice after = edits_apply(found.edits.items, found.edits.count, slice_of(text), arena);
  assert_same(after, "#  T\n## A\n- alias: x\n## B\n\nb\n\n##  C\n");
  found = format_file(file, &(FormatStyle){0}, (Range){b + 8, b + 8}, arena);
  assert_int_equal(found.edits.count, 1);
  found = format_file(file, &(FormatStyle){0}, (Range){0, 0}, arena);
  after = edits_apply(found.edits.items, found.edits.count, slice_of(text), arena);
  assert_same(after, "# T\n\n## A\n- alias: x\n##  B\nb\n##  C\n");
  glossary_file_delete(file);
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_becomes_of_glossaries),  cmocka_unit_test(line_ends_become_one_kind),
      cmocka_unit_test(the_mark_at_the_start_stays), cmocka_unit_test(a_page_and_nothing_stay),
      cmocka_unit_test(only_what_is_touched),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
