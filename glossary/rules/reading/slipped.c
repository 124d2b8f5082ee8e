#include "slipped.h"

#include "../../base/nearest.h"
#include "../../field.h"

Slice slipped_key(Slice list, Slice *meant) {
  if (!list.len || !byte_is_one_of(*list.ptr, "-*+")) return (Slice){0};
  Slice key = slice_trim(slice_from(list, 1));
  size_t end = 0;
  while (end < key.len && byte_is_letter(key.ptr[end])) end++;
  if (end == key.len || key.ptr[end] != ':') return (Slice){0};
  key = slice_to(key, end);
  *meant = field_nearest(key);
  return meant->len && is_slip(key, *meant) ? key : (Slice){0};
}
