#include "columns.h"
#include "utf.h"

#include <utf8proc.h>

uint32_t columns_of(Slice text) {
  uint32_t columns = 0;
  while (text.len) {
    Char c = utf_decode(text);
    int width = c.code < 0x80 ? 1 : utf8proc_charwidth((utf8proc_int32_t)c.code);
    columns += width > 0 ? (uint32_t)width : 0;
    text = slice_from(text, c.len);
  }
  return columns;
}
