#include "json.h"

#include <glossary/base/array.h>
#include <glossary/base/utf.h>

void json_use_memory(void) {
  json_set_alloc_funcs(mem_alloc, mem_free);
}

typedef Array(char) Bytes;

static void append_valid(Slice bytes, Bytes *out) {
  static const Slice replacement = {"\xEF\xBF\xBD", 3};
  for (size_t at = 0; at < bytes.len;) {
    size_t bad = utf_find_invalid(bytes, at);
    array_append(out, bytes.ptr + at, bad - at);
    if (bad < bytes.len) array_append(out, replacement.ptr, replacement.len);
    at = bad + 1;
  }
}

json_t *json_text(Slice bytes) {
  if (utf_find_invalid(bytes, 0) == bytes.len)
    return json_stringn_nocheck(bytes.len ? bytes.ptr : "", bytes.len);
  Bytes valid = {0};
  append_valid(bytes, &valid);
  json_t *text = json_stringn_nocheck(valid.items, valid.len);
  array_free(&valid);
  return text;
}
