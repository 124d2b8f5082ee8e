#include "columns.h"
#include "utf.h"

#include <utf8proc.h>

// Asks for the picture of the sign before it, which is as wide as two letters.
enum { PICTURE = 0xFE0F };

static uint32_t width_of(uint32_t code) {
  int width = code < 0x80 ? 1 : utf8proc_charwidth((utf8proc_int32_t)code);
  return width > 0 ? (uint32_t)width : 0;
}

uint32_t columns_of(Slice text) {
  uint32_t columns = 0, last = 0;
  while (text.len) {
    Char c = utf_decode(text);
    uint32_t width = c.code == PICTURE && last == 1 ? 1 : width_of(c.code);
    columns += width;
    last = width;
    text = slice_from(text, c.len);
  }
  return columns;
}
