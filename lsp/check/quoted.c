#include "quoted.h"

static const char SHORT[] = "a\ab\bf\fn\nr\rt\tv\v\"\"\\\\"; // pairs: as written, and what it means

static bool is_plain(char c) {
  return (unsigned char)c >= 0x20 && (unsigned char)c < 0x7F && c != '"' && c != '\\';
}

static bool needs_quotes(Slice name) {
  for (size_t i = 0; i < name.len; i++)
    if (!is_plain(name.ptr[i])) return true;
  return false;
}

static void write_byte(Printed *out, char c) {
  char octal[8];
  for (size_t i = 1; i < sizeof SHORT - 1; i += 2)
    if (SHORT[i] == c) {
      printed_bytes(out, slice_new((char[]){'\\', SHORT[i - 1]}, 2));
      return;
    }
  int len = snprintf(octal, sizeof octal, is_plain(c) ? "%c" : "\\%03o", (unsigned char)c);
  printed_bytes(out, slice_new(octal, (size_t)len));
}

void quoted_write(Printed *out, Slice prefix, Slice name) {
  bool quotes = needs_quotes(name);
  if (quotes) printed_bytes(out, SLICE("\""));
  printed_bytes(out, prefix);
  for (size_t i = 0; i < name.len && quotes; i++) write_byte(out, name.ptr[i]);
  printed_bytes(out, quotes ? SLICE("\"") : name);
}

// --- reading ---

static bool is_octal(char c) {
  return c >= '0' && c <= '7';
}

// What follows a backslash; moves `at` behind it.
static char read_escaped(Slice text, size_t *at) {
  unsigned value = 0, digits = 0;
  for (; digits < 3 && *at < text.len && is_octal(text.ptr[*at]); digits++, ++*at)
    value = value * 8 + (unsigned)(text.ptr[*at] - '0');
  if (digits || *at == text.len) return (char)value;
  char c = text.ptr[(*at)++];
  for (size_t i = 0; i < sizeof SHORT - 1; i += 2)
    if (SHORT[i] == c) return SHORT[i + 1];
  return c;
}

Slice quoted_read(Slice text, Arena *arena) {
  if (!slice_starts_with(text, SLICE("\""))) {
    const char *tab = text.len ? memchr(text.ptr, '\t', text.len) : NULL;
    return arena_copy(arena, slice_to(text, tab ? (size_t)(tab - text.ptr) : text.len));
  }
  char *name = arena_alloc(arena, text.len + 1);
  size_t len = 0;
  for (size_t at = 1; at < text.len && text.ptr[at] != '"';) {
    char c = text.ptr[at++];
    name[len++] = c == '\\' ? read_escaped(text, &at) : c;
  }
  name[len] = '\0';
  return slice_new(name, len);
}
