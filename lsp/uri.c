#include "uri.h"

static int hex_value(char c) {
  if (byte_is_digit(c)) return c - '0';
  char lower = byte_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The byte an escape at the start of `s` stands for, or -1.
static int escaped_byte(Slice s) {
  if (s.len < 3 || s.ptr[0] != '%') return -1;
  int high = hex_value(s.ptr[1]), low = hex_value(s.ptr[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// An escape that is none stands for itself. False for an escaped NUL.
static bool decode(Slice in, Slice *out, Arena *arena) {
  char *bytes = arena_alloc(arena, in.len + 1);
  size_t len = 0;
  for (size_t at = 0; at < in.len;) {
    int byte = escaped_byte(slice_from(in, at));
    if (byte == 0 || in.ptr[at] == '\0') return false;
    bytes[len++] = byte < 0 ? in.ptr[at] : (char)byte;
    at += byte < 0 ? 1 : 3;
  }
  *out = slice_new(bytes, len);
  return true;
}

// What follows `file:` and the host, which is this machine.
static Slice path_part(Slice uri) {
  if (!slice_eq_ascii_case(slice_to(uri, 5), SLICE("file:"))) return (Slice){0};
  Slice rest = slice_from(uri, 5);
  if (!slice_starts_with(rest, SLICE("//"))) return rest;
  rest = slice_from(rest, 2);
  const char *slash = rest.len ? memchr(rest.ptr, '/', rest.len) : NULL;
  if (!slash) return (Slice){0};
  size_t host_len = (size_t)(slash - rest.ptr);
  bool here = !host_len || slice_eq_ascii_case(slice_to(rest, host_len), SLICE("localhost"));
  return here ? slice_from(rest, host_len) : (Slice){0};
}

Slice uri_to_path(Slice uri, Arena *arena) {
  Slice path = path_part(uri), decoded = {0};
  for (size_t i = 0; i < path.len; i++) // a query or a fragment is no part of the path
    if (path.ptr[i] == '?' || path.ptr[i] == '#') path.len = i;
  if (!path.len || path.ptr[0] != '/') return (Slice){0};
  return decode(path, &decoded, arena) ? decoded : (Slice){0};
}

static bool stays(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (c && strchr("-._~/", c));
}

Slice uri_from_path(Slice path, Arena *arena) {
  static const char scheme[] = "file://", hex[] = "0123456789ABCDEF";
  char *uri = arena_alloc(arena, sizeof scheme + 3 * path.len);
  size_t len = sizeof scheme - 1;
  memcpy(uri, scheme, len);
  for (size_t i = 0; i < path.len; i++) {
    uint8_t byte = (uint8_t)path.ptr[i];
    if (stays(path.ptr[i])) {
      uri[len++] = path.ptr[i];
    } else {
      uri[len++] = '%';
      uri[len++] = hex[byte >> 4];
      uri[len++] = hex[byte & 15];
    }
  }
  return slice_new(uri, len);
}
