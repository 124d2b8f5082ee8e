#include "entity.h"

#include <glossary/base/utf.h>

static const struct {
  const char *name;
  uint32_t code;
} named[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"shy", 0xAD},     {"ndash", 0x2013},  {"mdash", 0x2014}, {"hellip", 0x2026},
    {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"laquo", 0xAB},
    {"raquo", 0xBB},   {"times", 0xD7},   {"middot", 0xB7},   {"bull", 0x2022},  {"deg", 0xB0},
    {"plusmn", 0xB1},  {"copy", 0xA9},    {"reg", 0xAE},      {"trade", 0x2122}, {"euro", 0x20AC},
    {"sect", 0xA7},    {"micro", 0xB5},   {"rarr", 0x2192},   {"larr", 0x2190},  {"harr", 0x2194},
    {"le", 0x2264},    {"ge", 0x2265},    {"ne", 0x2260},     {"asymp", 0x2248}, {"infin", 0x221E},
    {"minus", 0x2212}, {"sum", 0x2211},   {"radic", 0x221A},  {"alpha", 0x3B1},  {"beta", 0x3B2},
    {"gamma", 0x3B3},  {"delta", 0x3B4},  {"epsilon", 0x3B5}, {"lambda", 0x3BB}, {"mu", 0x3BC},
    {"pi", 0x3C0},     {"sigma", 0x3C3},  {"theta", 0x3B8},   {"omega", 0x3C9}};

static uint32_t code_of_name(Slice name) {
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (slice_eq(name, slice_of(named[i].name))) return named[i].code;
  return 0;
}

static int digit_of(char c) {
  if (byte_is_digit(c)) return c - '0';
  c = byte_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

// 0 where it is no number.
static uint32_t code_of_number(Slice digits) {
  int base = digits.len && byte_lower(digits.ptr[0]) == 'x' ? 16 : 10;
  uint32_t code = 0;
  for (size_t i = base == 16; i < digits.len; i++) {
    int digit = digit_of(digits.ptr[i]);
    if (digit >= base) return 0;
    code = code * (uint32_t)base + (uint32_t)digit;
  }
  return code;
}

static bool may_be_shown(uint32_t code) {
  bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return !control && !turns && !(code >= 0xD800 && code < 0xE000) && code <= 0x10FFFF;
}

Entity entity_read(Slice text, char *out) {
  enum { LONGEST = 8 }; // between `&` and `;`
  uint32_t end = 1;
  while (end < text.len && end <= LONGEST && (byte_is_alnum(text.ptr[end]) || text.ptr[end] == '#'))
    end++;
  if (end < 2 || end >= text.len || text.ptr[end] != ';') return (Entity){0};
  Slice name = slice_range(text, (Range){1, end});
  bool number = name.ptr[0] == '#';
  uint32_t code = number ? code_of_number(slice_from(name, 1)) : code_of_name(name);
  return may_be_shown(code) ? (Entity){end + 1, utf_encode(code, out)} : (Entity){0};
}

size_t autolink_end(Slice text) {
  size_t at = slice_starts_with(text, SLICE("<http://"))    ? 8
              : slice_starts_with(text, SLICE("<https://")) ? 9
                                                            : 0;
  for (; at && at < text.len; at++) {
    if (text.ptr[at] == '>') return at + 1;
    if (byte_is_blank(text.ptr[at]) || byte_is_one_of(text.ptr[at], "<`|\"'")) return 0;
  }
  return 0;
}
