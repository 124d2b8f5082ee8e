#include "rpc/surrogates.h"

enum { ESCAPE = 6 }; // the length of `\uHHHH`

static int hex_value(char c) {
  if (byte_is_digit(c)) return c - '0';
  char lower = byte_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The code of a `\uHHHH` at the start of `s`, or -1.
static int escaped_code(Slice s) {
  if (s.len < ESCAPE || s.ptr[0] != '\\' || s.ptr[1] != 'u') return -1;
  int code = 0;
  for (size_t i = 2; i < ESCAPE; i++) {
    int digit = hex_value(s.ptr[i]);
    if (digit < 0) return -1;
    code = code * 16 + digit;
  }
  return code;
}

static bool is_high(int code) {
  return code >= 0xD800 && code <= 0xDBFF;
}

static bool is_low(int code) {
  return code >= 0xDC00 && code <= 0xDFFF;
}

// How many bytes from the start of `s` belong together; `*lone` when they are half a pair.
static size_t step(Slice s, bool *lone) {
  int code = escaped_code(s);
  *lone = false;
  if (s.ptr[0] != '\\' || s.len < 2) return 1;
  if (code < 0) return 2;
  if (is_high(code) && is_low(escaped_code(slice_from(s, ESCAPE)))) return 2 * ESCAPE;
  *lone = is_high(code) || is_low(code);
  return ESCAPE;
}

bool surrogates_mend(Slice json, MessageBytes *out) {
  bool any = false, lone;
  for (size_t at = 0, len; at < json.len; at += len) {
    len = step(slice_from(json, at), &lone);
    if (!lone) continue;
    if (!any) array_append(out, json.ptr, json.len);
    memcpy(out->items + at + 2, "fffd", 4);
    any = true;
  }
  return any;
}
