// Pages become files of the Markdown dialect, and these a page again. Runs
// tests/cases/convert/*.txt: `== import NAME` (or `import-category`, `import-none`, `export`). In
// what comes out `--- FILE` stands above each file, `! LINE: MESSAGE` is a notice, and
// `- WHAT: COUNT` something that was left out.
#include "becoming.h"

#include <glossary/base/array.h>
#include <glossary/convert/export.h>
#include <glossary/convert/import.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static void add(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

static void add_notices(Buffer *out, GlossaryFile *file, const Notice *notices, uint32_t count,
                        Arena *arena) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t line = text_line_at(file->text, notices[i].range.start) + 1;
    add(out, arena_format(arena, "! %u: %.*s\n", line, SLICE_FMT(notices[i].message)));
  }
}

static void run_import(Buffer *out, GlossaryFile *file, Split split, Arena *arena) {
  Imported imported = import_pages(&file, 1, &(ImportStyle){.split = split}, arena);
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

static Split split_of(Slice name) {
  if (slice_starts_with(name, SLICE("import-category"))) return SPLIT_CATEGORY;
  return slice_starts_with(name, SLICE("import-none")) ? SPLIT_NONE : SPLIT_LETTER;
}

static Slice converted(Slice name, Slice text, Arena *arena) {
  Buffer out = {0};
  GlossaryFile *file = glossary_file_new(SLICE("k.txt"), (Slice){0}, text);
  if (slice_starts_with(name, SLICE("export")))
    run_export(&out, file, arena);
  else
    run_import(&out, file, split_of(name), arena);
  glossary_file_delete(file);
  Slice copy = arena_copy(arena, slice_trim(slice_new(out.items, out.len)));
  array_free(&out);
  return copy;
}

static void what_becomes_of_glossaries(void **state) {
  (void)state;
  becoming_check("convert", converted);
}

// --- bytes that a case cannot show ---

static Slice imported_as(const char *page, Arena *arena) {
  return converted(SLICE("import-none"), slice_of(page), arena);
}

static void line_ends_make_no_difference(void **state) {
  (void)state;
  Arena *arena = arena_new();
  Slice wanted = imported_as("Mast,Ship,\n\nA mast is tall.\nIt bears sails.\n", arena);
  Slice crlf = imported_as("Mast,Ship,\r\n\r\nA mast is tall.\r\nIt bears sails.\r\n", arena);
  Slice cr = imported_as("Mast,Ship,\r\rA mast is tall.\rIt bears sails.\r", arena);
  assert_true(wanted.len > SLICE("A mast is tall. It bears sails.").len);
  assert_true(slice_eq(crlf, wanted));
  assert_true(slice_eq(cr, wanted));
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_becomes_of_glossaries),
      cmocka_unit_test(line_ends_make_no_difference),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
