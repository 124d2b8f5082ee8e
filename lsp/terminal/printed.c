#include "printed.h"

#include <glossary/base/utf.h>

static const char *const paints[] = {
    [PAINT_PLAIN] = "",        [PAINT_TERM] = "\x1b[1m",     [PAINT_PLACE] = "\x1b[36m",
    [PAINT_FAINT] = "\x1b[2m", [PAINT_ERROR] = "\x1b[1;31m", [PAINT_WARNING] = "\x1b[1;33m",
    [PAINT_INFO] = "\x1b[34m",
};

void printed_bytes(Printed *self, Slice bytes) {
  array_append(self, bytes.ptr, bytes.len);
}

void printed_number(Printed *self, uint32_t number) {
  char digits[10];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + number % 10);
  while (number /= 10);
  printed_bytes(self, slice_new(digits + at, sizeof digits - at));
}

// What turns the rest of a terminal's line around. The marks of ordinary right-to-left text pass.
static bool is_override(uint32_t code) {
  return code == 0x202D || code == 0x202E;
}

static bool is_plain(char byte) {
  return ((unsigned char)byte >= 0x20 && (unsigned char)byte < 0x7F) || byte == '\t';
}

static bool needs_sign(Char c, char byte) {
  return (unsigned char)byte < 0x20 || byte == 0x7F || (c.code >= 0x80 && c.code < 0xA0) ||
         is_override(c.code);
}

// The sign of a control character, as wide as one column.
static void print_sign(Printed *self, uint32_t code) {
  char sign[4];
  uint32_t shown = code < 0x20 ? 0x2400 + code : code == 0x7F ? 0x2421 : 0xFFFD;
  printed_bytes(self, slice_new(sign, utf_encode(shown, sign)));
}

// How many bytes at the start are shown as they are.
static size_t plain_len(Slice text) {
  size_t at = 0;
  while (at < text.len) {
    if (is_plain(text.ptr[at])) {
      at++;
      continue;
    }
    Char c = utf_decode(slice_from(text, at));
    if (needs_sign(c, text.ptr[at])) break;
    at += c.len;
  }
  return at;
}

void printed_visible(Printed *self, Slice text) {
  while (text.len) {
    size_t len = plain_len(text);
    printed_bytes(self, slice_to(text, len));
    text = slice_from(text, len);
    if (!text.len) return;
    Char c = utf_decode(text);
    print_sign(self, c.code);
    text = slice_from(text, c.len);
  }
}

// What stands after the backslash, or 0 for a byte that needs none or has no short form.
static char escape_of(char byte) {
  static const char escapes[128] = {['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
                                    ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't'};
  return (unsigned char)byte < 0x80 ? escapes[(unsigned char)byte] : '\0';
}

static bool stands_for_itself(Char c, char byte) {
  return c.valid && (unsigned char)byte >= 0x20 && !escape_of(byte);
}

static void print_escaped(Printed *self, Char c, char byte) {
  char text[8] = {'\\', escape_of(byte)};
  if (!c.valid)
    printed_bytes(self, SLICE("\xEF\xBF\xBD"));
  else if (text[1])
    printed_bytes(self, slice_new(text, 2));
  else
    printed_bytes(self, slice_new(text, (size_t)snprintf(text, sizeof text, "\\u%04X", c.code)));
}

void printed_json(Printed *self, Slice text) {
  size_t start = 0;
  printed_bytes(self, SLICE("\""));
  for (size_t at = 0; at < text.len;) {
    Char c = utf_decode(slice_from(text, at));
    if (!stands_for_itself(c, text.ptr[at])) {
      printed_bytes(self, slice_range(text, (Range){(uint32_t)start, (uint32_t)at}));
      print_escaped(self, c, text.ptr[at]);
      start = at + c.len;
    }
    at += c.len;
  }
  printed_bytes(self, slice_from(text, start));
  printed_bytes(self, SLICE("\""));
}

static void print_on_one_line(Printed *self, Slice text) {
  while (text.len) {
    const char *end = memchr(text.ptr, '\n', text.len);
    size_t len = end ? (size_t)(end - text.ptr) : text.len;
    printed_visible(self, slice_to(text, len && text.ptr[len - 1] == '\r' ? len - 1 : len));
    if (end) printed_bytes(self, SLICE(" "));
    text = slice_from(text, len + 1);
  }
}

void printed_piece(Printed *self, const Output *output, Paint paint, Slice text) {
  bool painted = output->color && paint != PAINT_PLAIN;
  if (painted) printed_bytes(self, slice_of(paints[paint]));
  print_on_one_line(self, text);
  if (painted) printed_bytes(self, SLICE("\x1b[0m"));
}
