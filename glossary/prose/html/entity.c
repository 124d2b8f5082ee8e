// Character references: whether they part the words around them.
#include "entity.h"

#include "../table.h"
#include "base/charclass.h"

typedef struct {
  const char *name;
  PartLink link;
} Entity;

// Any other stands for a sign that parts words.
static const Entity ENTITIES[] = {
    {"NewLine", PART_SPACED}, {"Tab", PART_SPACED},    {"dash", PART_SPACED},
    {"emsp", PART_SPACED},    {"ensp", PART_SPACED},   {"hairsp", PART_SPACED},
    {"hyphen", PART_SPACED},  {"nbsp", PART_SPACED},   {"numsp", PART_SPACED},
    {"shy", PART_JOINED},     {"thinsp", PART_SPACED}, {"zwj", PART_JOINED},
    {"zwnj", PART_JOINED},
};
const Table HTML_ENTITIES = TABLE(ENTITIES);

uint32_t entity_len(Slice text) {
  enum { LONGEST = 33 }; // &CounterClockwiseContourIntegral;
  uint32_t at = 1 + (text.len > 1 && text.ptr[1] == '#'), start = at;
  while (at < text.len && at < LONGEST && byte_is_alnum(text.ptr[at])) at++;
  return at > start && at < text.len && text.ptr[at] == ';' ? at + 1 : 0;
}

static uint32_t digit_value(char c) {
  return byte_is_digit(c) ? (uint32_t)(c - '0') : (uint32_t)(byte_lower(c) - 'a' + 10);
}

static uint32_t code_of(Slice digits) {
  bool hexadecimal = digits.len && byte_lower(digits.ptr[0]) == 'x';
  uint32_t base = hexadecimal ? 16 : 10, code = 0;
  if (hexadecimal) digits = slice_from(digits, 1);
  for (size_t i = 0; i < digits.len && code < 0x110000; i++)
    code = code * base + digit_value(digits.ptr[i]);
  return code < 0x110000 ? code : 0xFFFD;
}

static PartLink link_of_code(uint32_t code) {
  switch (code < 0x80 ? CHAR_CLASSES[code] : char_class(code)) {
  case CHAR_BLANK:
  case CHAR_LINE_FEED:
  case CHAR_RETURN:
  case CHAR_HYPHEN:
    return PART_SPACED;
  case CHAR_INVISIBLE:
    return PART_JOINED;
  default:
    return PART_APART;
  }
}

PartLink entity_link(Slice entity) {
  Slice name = slice_range(entity, (Range){1, (uint32_t)entity.len - 1});
  if (slice_starts_with(name, SLICE("#"))) return link_of_code(code_of(slice_from(name, 1)));
  const Entity *known = table_row(HTML_ENTITIES, name);
  return known ? known->link : PART_APART;
}
