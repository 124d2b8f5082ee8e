// Files that are named twice, or under several names.
#include "document.h"

#include <stdlib.h>

typedef struct {
  Slice real; // path without links; that of standard input is its own
  DocumentName name;
} Named;

static int by_real_path(const void *a, const void *b) {
  const Named *left = a, *right = b;
  int order = slice_cmp(left->real, right->real);
  bool left_is_link = !slice_eq(left->real, left->name.path),
       right_is_link = !slice_eq(right->real, right->name.path);
  if (!order) order = left_is_link - right_is_link;
  return order ? order : slice_cmp(left->name.path, right->name.path);
}

static int by_path(const void *a, const void *b) {
  return slice_cmp(((const DocumentName *)a)->path, ((const DocumentName *)b)->path);
}

static Slice real_path_of(DocumentName name, Arena *arena) {
  return name.from_stdin ? name.path : path_real(name.path, arena);
}

void documents_once_each(DocumentNames *names, Arena *arena) {
  Named *named = arena_array(arena, Named, names->len);
  size_t count = names->len;
  for (size_t i = 0; i < count; i++)
    named[i] = (Named){real_path_of(names->items[i], arena), names->items[i]};
  if (count) qsort(named, count, sizeof *named, by_real_path);
  names->len = 0;
  for (size_t i = 0; i < count; i++)
    if (!i || !slice_eq(named[i - 1].real, named[i].real))
      names->items[names->len++] = named[i].name;
  if (count) qsort(names->items, names->len, sizeof *names->items, by_path);
}
