#include "position.h"

#include <glossary/base/utf.h>

// How many units of an encoding one character takes.
static uint32_t units(Char c, Encoding encoding) {
  if (encoding == ENCODING_UTF8) return c.len;
  return encoding == ENCODING_UTF16 && c.len == 4 ? 2 : 1;
}

static uint32_t count_units(Slice s, Encoding encoding) {
  switch (encoding) {
  case ENCODING_UTF8:
    return (uint32_t)s.len;
  case ENCODING_UTF16:
    return utf16_count(s);
  case ENCODING_UTF32:
    return utf_count(s);
  }
  return 0;
}

// The offset in `line` after at most `wanted` units, at the start of a character.
static uint32_t skip_units(Slice line, uint32_t wanted, Encoding encoding) {
  uint32_t at = 0, seen = 0;
  while (at < line.len) {
    Char c = utf_decode(slice_from(line, at));
    if (seen + units(c, encoding) > wanted) break;
    seen += units(c, encoding);
    at += c.len;
  }
  return at;
}

// An offset in the middle of a character or of a line end moves back to where it can be pointed at.
static Slice line_before(Text *text, uint32_t line, uint32_t offset) {
  Range whole = text_line(text, line);
  uint32_t end = offset < whole.end ? offset : whole.end;
  Slice bytes = text_slice(text, whole);
  uint32_t len = end - whole.start;
  for (uint32_t back = 1; back < 4 && back <= len; back++) {
    Char c = utf_decode(slice_from(bytes, len - back));
    if (c.len > back) return slice_to(bytes, len - back);
  }
  return slice_to(bytes, len);
}

Position position_from_offset(Text *text, uint32_t offset, Encoding encoding) {
  if (offset > text_len(text)) offset = text_len(text);
  uint32_t line = text_line_at(text, offset);
  return (Position){line, count_units(line_before(text, line, offset), encoding)};
}

uint32_t offset_from_position(Text *text, Position position, Encoding encoding) {
  if (position.line >= text_line_count(text)) return text_len(text);
  Range line = text_line(text, position.line);
  return line.start + skip_units(text_slice(text, line), position.character, encoding);
}

Range range_between_positions(Text *text, Position a, Position b, Encoding encoding) {
  uint32_t start = offset_from_position(text, a, encoding);
  uint32_t end = offset_from_position(text, b, encoding);
  return start <= end ? (Range){start, end} : (Range){end, start};
}

PersonPoint person_from_offset(Text *text, uint32_t offset) {
  Position position = position_from_offset(text, offset, ENCODING_UTF32);
  return (PersonPoint){position.line + 1, position.character + 1};
}

bool offset_from_person(Text *text, PersonPoint point, uint32_t *offset) {
  if (!point.line || !point.column || point.line > text_line_count(text)) return false;
  Range line = text_line(text, point.line - 1);
  Slice bytes = text_slice(text, line);
  if (point.column - 1 > utf_count(bytes)) return false;
  *offset = line.start + skip_units(bytes, point.column - 1, ENCODING_UTF32);
  return true;
}
