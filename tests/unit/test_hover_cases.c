// What a hover shows. Runs tests/cases/hover/*.txt: `== name`, a glossary that defines “mast”, then
// `=> markdown` and `=> plain` with what is told of the word.
#include "cases.h"

#include <glossary/base/array.h>
#include <lsp/feature/hover.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

typedef struct {
  Buffer glossary, wanted;
  bool after_arrow, markdown;
  int line, cases, failures;
  const char *path;
} Runner;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void check(Runner *self) {
  if (!self->after_arrow) return;
  Glossary *glossary = glossary_new();
  Arena *arena = arena_new();
  Hover hover = {0};
  glossary_put(glossary,
               glossary_file_new(SLICE("/g/ship.md"), (Slice){0}, contents(&self->glossary)));
  hover_at(glossary, (Scope){0}, NULL, SLICE("A mast."), 3, self->markdown, arena, &hover);
  Slice wanted = slice_trim(contents(&self->wanted));
  if (!slice_eq(hover.contents, wanted)) {
    print_error("%s, above line %d\nwanted:\n%.*s\nfound:\n%.*s\n", self->path, self->line,
                SLICE_FMT(wanted), SLICE_FMT(hover.contents));
    self->failures++;
  }
  self->cases++;
  self->wanted.len = 0;
  self->after_arrow = false;
  glossary_delete(glossary);
  arena_delete(arena);
}

static void begin(void *context, const char *path) {
  ((Runner *)context)->path = path;
}

static void take_line(void *context, int number, Slice line) {
  Runner *self = context;
  self->line = number;
  bool begins_case = slice_starts_with(line, SLICE("== "));
  bool arrow = slice_starts_with(line, SLICE("=> "));
  if (begins_case || arrow) check(self);
  if (begins_case) self->glossary.len = 0;
  if (arrow) self->after_arrow = true, self->markdown = line.ptr[3] == 'm';
  if (begins_case || arrow) return;
  Buffer *out = self->after_arrow ? &self->wanted : &self->glossary;
  array_append(out, line.ptr, line.len);
  *array_push(out) = '\n';
}

static void end(void *context) {
  Runner *self = context;
  check(self);
  self->glossary.len = 0;
}

static void what_is_shown(void **state) {
  (void)state;
  Runner self = {0};
  cases_read("hover", &(CaseReader){&self, begin, take_line, end});
  assert_true(self.cases > 20);
  assert_int_equal(self.failures, 0);
  array_free(&self.glossary);
  array_free(&self.wanted);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_shown)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
