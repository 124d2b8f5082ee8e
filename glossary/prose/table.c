// Looking a name up by halves.
#include "table.h"

#include <stdlib.h>

static int compare_names(const void *name, const void *row) {
  return slice_cmp(*(const Slice *)name, slice_of(*(const char *const *)row));
}

const void *table_row(Table table, Slice name) {
  return bsearch(&name, table.rows, table.count, table.row_size, compare_names);
}
