// The tables of the readers: looked up by halves, so their rows must ascend.
#include <glossary/prose/latex/names.h>
#include <glossary/prose/table.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const Table *const TABLES[] = {
    &ASCIIDOC_ASIDES,
    &ASCIIDOC_HIDING_STYLES,
    &ASCIIDOC_LABELS,
    &ASCIIDOC_MACROS,
    &ASCIIDOC_SHOWN_BLOCKS,
    &CODE_TAGS,
    &C_RAW_PREFIXES,
    &JAVASCRIPT_CONTROLS,
    &JAVASCRIPT_VALUE_KEYWORDS,
    &RUBY_VALUE_KEYWORDS,
    &HTML_ELEMENTS,
    &HTML_ENTITIES,
    &LATEX_COMMANDS,
    &LATEX_ENVIRONMENTS,
    &LATEX_TITLES,
    &PATH_DOMAINS,
    &RST_CODE_ROLES,
    &RST_DIRECTIVES,
    &RST_FIELDS_WITHOUT_TEXT,
    &RST_TEXT_ROLES,
};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

static const char *const *row_at(const Table *table, size_t row) {
  return (const char *const *)((const char *)table->rows + row * table->row_size);
}

static void rows_ascend(void **state) {
  (void)state;
  for (size_t i = 0; i < TABLE_COUNT; i++)
    for (size_t row = 1; row < TABLES[i]->count; row++) {
      const char *above = *row_at(TABLES[i], row - 1), *name = *row_at(TABLES[i], row);
      if (slice_cmp(slice_of(above), slice_of(name)) >= 0) fail_msg("%s, %s", above, name);
    }
}

static void every_row_is_found(void **state) {
  (void)state;
  for (size_t i = 0; i < TABLE_COUNT; i++)
    for (size_t row = 0; row < TABLES[i]->count; row++)
      assert_ptr_equal(table_row(*TABLES[i], slice_of(*row_at(TABLES[i], row))),
                       row_at(TABLES[i], row));
}

static void nothing_else_is_found(void **state) {
  (void)state;
  static const char *const names[] = {"", "!!", "a name of nothing", "zzz", "\xFF"};
  for (size_t i = 0; i < TABLE_COUNT; i++)
    for (size_t k = 0; k < sizeof names / sizeof *names; k++)
      assert_null(table_row(*TABLES[i], slice_of(names[k])));
}

// Only what latex/names.h describes.
static void latex_arguments_are_known(void **state) {
  (void)state;
  const LatexCommand *commands = LATEX_COMMANDS.rows;
  for (size_t i = 0; i < LATEX_COMMANDS.count; i++) {
    const char *arguments = commands[i].arguments;
    if (strspn(arguments, "nNopbsvdtalmec") < strlen(arguments)) fail_msg("%s", commands[i].name);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_ascend),
      cmocka_unit_test(every_row_is_found),
      cmocka_unit_test(nothing_else_is_found),
      cmocka_unit_test(latex_arguments_are_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
