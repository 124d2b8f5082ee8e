// Tables: names that a reader knows, and what it knows of them.
//
// Each row begins with its name, a `const char *`; a mere list of names is a table too. Rows ascend
// by name in byte order (tests/unit/test_prose_tables.c looks at every table that is named here).
#pragma once

#include "../base/slice.h"

typedef struct {
  const void *rows;
  size_t count, row_size;
} Table;

#define TABLE(rows)                                                                                \
  { (rows), sizeof(rows) / sizeof *(rows), sizeof *(rows) }

// The row of that name; NULL: there is none.
const void *table_row(Table table, Slice name);

// Each stands beside the reader that looks something up in it.
extern const Table ASCIIDOC_ASIDES, ASCIIDOC_HIDING_STYLES, ASCIIDOC_LABELS, ASCIIDOC_MACROS,
    ASCIIDOC_SHOWN_BLOCKS;
extern const Table CODE_TAGS, C_RAW_PREFIXES, JAVASCRIPT_CONTROLS, JAVASCRIPT_VALUE_KEYWORDS,
    RUBY_VALUE_KEYWORDS;
extern const Table HTML_ELEMENTS, HTML_ENTITIES;
extern const Table LATEX_COMMANDS, LATEX_ENVIRONMENTS, LATEX_TITLES;
extern const Table PATH_DOMAINS;
extern const Table RST_CODE_ROLES, RST_DIRECTIVES, RST_FIELDS_WITHOUT_TEXT, RST_TEXT_ROLES;
