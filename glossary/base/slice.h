// Slice: a borrowed run of bytes. Range: where such a run stands in a text.
//
// Everywhere in the core an offset counts bytes from the start of a text, and every range is half
// open: [start, end). Characters, UTF-16 units, lines and columns exist only at the edges of the
// program (lsp/position.h). Texts hold at most TEXT_MAX bytes, so 32 bits are enough.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
  const char *ptr; // not terminated; may be NULL when len is 0
  size_t len;
} Slice;

typedef struct {
  uint32_t start, end;
} Range;

// A slice of a string literal.
#define SLICE(literal) ((Slice){(literal), sizeof(literal) - 1})

// The byte order mark that some editors put at the start of a file.
#define BYTE_ORDER_MARK SLICE("\xEF\xBB\xBF")

// printf("%.*s", SLICE_FMT(s))
#define SLICE_FMT(s) (int)(s).len, (s).len ? (s).ptr : ""

static inline Slice slice_new(const char *ptr, size_t len) {
  return (Slice){ptr, len};
}

static inline Slice slice_of(const char *string) {
  return (Slice){string, string ? strlen(string) : 0};
}

// The bytes of `range`, which lies inside `whole`.
static inline Slice slice_range(Slice whole, Range range) {
  return (Slice){whole.ptr + range.start, range.end - range.start};
}

static inline Slice slice_from(Slice s, size_t start) {
  return start < s.len ? (Slice){s.ptr + start, s.len - start} : (Slice){s.ptr + s.len, 0};
}

static inline Slice slice_to(Slice s, size_t end) {
  return (Slice){s.ptr, end < s.len ? end : s.len};
}

static inline bool slice_eq(Slice a, Slice b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

// Byte order, a shorter prefix first: a total order for sorting, the same in every locale.
static inline int slice_cmp(Slice a, Slice b) {
  size_t n = a.len < b.len ? a.len : b.len;
  int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

static inline bool slice_starts_with(Slice s, Slice prefix) {
  return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}

static inline bool slice_ends_with(Slice s, Slice suffix) {
  return s.len >= suffix.len && slice_eq(slice_from(s, s.len - suffix.len), suffix);
}

static inline bool byte_is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline bool byte_is_digit(char c) {
  return c >= '0' && c <= '9';
}

static inline bool byte_is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

static inline bool byte_is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

static inline bool byte_is_letter(char c) {
  return byte_is_upper(c) || byte_is_lower(c);
}

static inline bool byte_is_alnum(char c) {
  return byte_is_letter(c) || byte_is_digit(c);
}

// Part of a word, as far as a byte can tell: beyond ASCII all of them are.
static inline bool byte_is_word(char c) {
  return byte_is_alnum(c) || (unsigned char)c >= 0x80;
}

static inline bool byte_is_line_end(char c) {
  return c == '\n' || c == '\r';
}

// NUL is none of any.
static inline bool byte_is_one_of(char c, const char *bytes) {
  return c && strchr(bytes, c);
}

// One byte at least, and none but these.
static inline bool slice_is_made_of(Slice s, const char *bytes) {
  for (size_t i = 0; i < s.len; i++)
    if (!byte_is_one_of(s.ptr[i], bytes)) return false;
  return s.len > 0;
}

// ASCII letters only; every other byte is itself.
static inline char byte_lower(char c) {
  return byte_is_upper(c) ? (char)(c | 0x20) : c;
}

// Without the ASCII white space (space, tab, CR, LF) at both ends.
static inline Slice slice_trim(Slice s) {
  while (s.len && byte_is_blank(s.ptr[0])) s.ptr++, s.len--;
  while (s.len && byte_is_blank(s.ptr[s.len - 1])) s.len--;
  return s;
}

// Equal but for the case of ASCII letters: for keys and keywords, never for terms.
static inline bool slice_eq_ascii_case(Slice a, Slice b) {
  if (a.len != b.len) return false;
  for (size_t i = 0; i < a.len; i++)
    if (byte_lower(a.ptr[i]) != byte_lower(b.ptr[i])) return false;
  return true;
}

// The order that goes with it.
static inline int slice_cmp_ascii_case(Slice a, Slice b) {
  for (size_t i = 0; i < a.len && i < b.len; i++) {
    int order = (unsigned char)byte_lower(a.ptr[i]) - (unsigned char)byte_lower(b.ptr[i]);
    if (order) return order;
  }
  return (a.len > b.len) - (a.len < b.len);
}

static inline uint32_t range_len(Range r) {
  return r.end - r.start;
}

static inline bool range_holds(Range r, uint32_t offset) {
  return r.start <= offset && offset < r.end;
}

static inline Range range_shift(Range r, uint32_t by) {
  return (Range){r.start + by, r.end + by};
}

// Where `part`, a slice of `whole`, stands in it.
static inline Range range_of(Slice whole, Slice part) {
  uint32_t start = (uint32_t)(part.ptr - whole.ptr);
  return (Range){start, start + (uint32_t)part.len};
}
