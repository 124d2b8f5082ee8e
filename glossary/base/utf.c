#include "utf.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD, SURROGATE_FIRST = 0xD800, SURROGATE_LAST = 0xDFFF, LAST = 0x10FFFF };

// What the first byte promises: how many bytes, which bits of it count, and the smallest code that
// needs that many (a smaller one is an overlong form, which is not UTF-8).
typedef struct {
  uint8_t len, mask;
  uint32_t least;
} Lead;

static Lead lead_of(uint8_t byte) {
  if (byte < 0x80) return (Lead){1, 0x7F, 0};
  if (byte < 0xC2) return (Lead){0};
  if (byte < 0xE0) return (Lead){2, 0x1F, 0x80};
  if (byte < 0xF0) return (Lead){3, 0x0F, 0x800};
  if (byte < 0xF5) return (Lead){4, 0x07, 0x10000};
  return (Lead){0};
}

static bool is_character(uint32_t code) {
  return code <= LAST && (code < SURROGATE_FIRST || code > SURROGATE_LAST);
}

Char utf_decode(Slice s) {
  static const Char invalid = {REPLACEMENT, 1, false};
  Lead lead = lead_of((uint8_t)s.ptr[0]);
  if (lead.len == 0 || lead.len > s.len) return invalid;
  uint32_t code = (uint8_t)s.ptr[0] & lead.mask;
  for (size_t i = 1; i < lead.len; i++) {
    if (((uint8_t)s.ptr[i] & 0xC0) != 0x80) return invalid;
    code = code << 6 | ((uint8_t)s.ptr[i] & 0x3F);
  }
  return code >= lead.least && is_character(code) ? (Char){code, lead.len, true} : invalid;
}

uint32_t utf_encode(uint32_t code, char *out) {
  if (!is_character(code)) code = REPLACEMENT;
  uint32_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (uint32_t i = len - 1; i > 0; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3F));
  static const uint8_t marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(marks[len] | code);
  return len;
}

static bool is_ascii_word(const char *at) {
  uint64_t bytes;
  memcpy(&bytes, at, sizeof bytes);
  return (bytes & UINT64_C(0x8080808080808080)) == 0;
}

// The end of the ASCII that begins at `at`, as far as eight bytes at a time tell.
static size_t skip_ascii(Slice s, size_t at) {
  while (at + 8 <= s.len && is_ascii_word(s.ptr + at)) at += 8;
  return at;
}

// Beyond the first plane a character is a surrogate pair in UTF-16.
static uint32_t count_units(Slice s, uint32_t units_beyond) {
  uint32_t count = 0;
  for (size_t at = 0; at < s.len;) {
    size_t ascii = skip_ascii(s, at) - at;
    count += (uint32_t)ascii;
    at += ascii;
    if (at == s.len) break;
    uint32_t len = utf_decode(slice_from(s, at)).len;
    count += len == 4 ? units_beyond : 1;
    at += len;
  }
  return count;
}

uint32_t utf_count(Slice s) {
  return count_units(s, 1);
}

uint32_t utf16_count(Slice s) {
  return count_units(s, 2);
}

size_t utf_find_invalid(Slice s, size_t start) {
  size_t at = start;
  while (at < s.len) {
    at = skip_ascii(s, at);
    if (at >= s.len) break;
    Char c = utf_decode(slice_from(s, at));
    if (!c.valid) return at;
    at += c.len;
  }
  return s.len;
}
