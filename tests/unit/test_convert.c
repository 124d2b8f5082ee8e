// Pages become files of the Markdown dialect, and these a page again. Runs
// tests/cases/convert/*.txt:
// `== import NAME` (or `import-category`, `import-none`, `export`), the input, `=>`, what comes
// out. In what comes out `--- FILE` stands above each file, `! MESSAGE` is a notice with its line,
// and
// `- WHAT: COUNT` something that was left out.
#include "cases.h"

#include <glossary/base/array.h>
#include <glossary/convert/export.h>
#include <glossary/convert/import.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void add(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

typedef struct {
  Buffer name, input, wanted;
  bool after_arrow;
  int cases, failures;
} Runner;

static void add_notices(Buffer *out, GlossaryFile *file, const Notice *notices, uint32_t count,
                        Arena *arena) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t line = text_line_at(file->text, notices[i].range.start) + 1;
    add(out, arena_format(arena, "! %u: %.*s\n", line, SLICE_FMT(notices[i].message)));
  }
}

static void run_import(Buffer *out, GlossaryFile *file, Split split, Arena *arena) {
  Imported imported = import_pages(&file, 1, split, arena);
  for (uint32_t i = 0; i < imported.file_count; i++) {
    add(out, arena_format(arena, "--- %.*s\n", SLICE_FMT(imported.files[i].name)));
    add(out, imported.files[i].text);
  }
  add_notices(out, file, imported.notices, imported.notice_count, arena);
}

static void run_export(Buffer *out, GlossaryFile *file, Arena *arena) {
  Exported exported = export_page(&file, 1, arena);
  add(out, exported.text);
  add_notices(out, file, exported.notices, exported.notice_count, arena);
  for (uint32_t i = 0; i < exported.loss_count; i++)
    add(out, arena_format(arena, "- %s: %u\n", exported.losses[i].what, exported.losses[i].count));
}

static void convert(const Runner *self, Buffer *out, Arena *arena) {
  Slice name = contents(&self->name);
  GlossaryFile *file = glossary_file_new(SLICE("k.txt"), (Slice){0}, contents(&self->input));
  if (slice_starts_with(name, SLICE("export")))
    run_export(out, file, arena);
  else
    run_import(out, file,
               slice_starts_with(name, SLICE("import-category")) ? SPLIT_CATEGORY
               : slice_starts_with(name, SLICE("import-none"))   ? SPLIT_NONE
                                                                 : SPLIT_LETTER,
               arena);
  glossary_file_delete(file);
}

static void end_case(void *context) {
  Runner *self = context;
  if (!self->name.len) return;
  Arena *arena = arena_new();
  Buffer found = {0};
  convert(self, &found, arena);
  if (!slice_eq(slice_trim(contents(&found)), slice_trim(contents(&self->wanted)))) {
    print_error("== %.*s\nwanted:\n%.*s\nfound:\n%.*s\n", SLICE_FMT(contents(&self->name)),
                SLICE_FMT(contents(&self->wanted)), SLICE_FMT(contents(&found)));
    self->failures++;
  }
  self->cases++;
  self->name.len = self->input.len = self->wanted.len = 0;
  self->after_arrow = false;
  array_free(&found);
  arena_delete(arena);
}

static void begin(void *context, const char *path) {
  (void)context, (void)path;
}

static void take_line(void *context, int number, Slice line) {
  Runner *self = context;
  (void)number;
  if (slice_starts_with(line, SLICE("== "))) {
    end_case(self);
    add(&self->name, slice_from(line, 3));
  } else if (slice_eq(line, SLICE("=>"))) {
    self->after_arrow = true;
  } else if (self->name.len) {
    Buffer *out = self->after_arrow ? &self->wanted : &self->input;
    add(out, line);
    *array_push(out) = '\n';
  }
}

static void what_becomes_of_glossaries(void **state) {
  (void)state;
  Runner self = {0};
  cases_read("convert", &(CaseReader){&self, begin, take_line, end_case});
  assert_true(self.cases > 10);
  assert_int_equal(self.failures, 0);
  array_free(&self.name);
  array_free(&self.input);
  array_free(&self.wanted);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_becomes_of_glossaries)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
