// Text as XML 1.0 has it.
#include "writer.h"

#include <glossary/base/utf.h>

// XML has no sign for control characters, not even an escaped one, nor for U+FFFE and U+FFFF.
static bool is_allowed(Char c) {
  bool control = c.code < 0x20 && c.code != '\t' && c.code != '\n' && c.code != '\r';
  return c.valid && !control && c.code != 0xFFFE && c.code != 0xFFFF;
}

void write_xml(Slice text) {
  static const struct {
    char byte;
    const char *entity;
  } ENTITIES[] = {{'&', "&amp;"}, {'<', "&lt;"},   {'>', "&gt;"},  {'"', "&quot;"},
                  {'\t', "&#9;"}, {'\n', "&#10;"}, {'\r', "&#13;"}};
  for (Char c; text.len; text = slice_from(text, c.len)) {
    c = utf_decode(text);
    Slice written = is_allowed(c) ? slice_to(text, c.len) : SLICE("\xEF\xBF\xBD");
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++)
      if (text.ptr[0] == ENTITIES[i].byte) written = slice_of(ENTITIES[i].entity);
    fwrite(written.ptr, 1, written.len, stdout);
  }
}
