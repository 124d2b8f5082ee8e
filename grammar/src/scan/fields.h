// The field list under a heading: which bullet lists are one, and the parts of a field.
#pragma once

#include "line.h"

enum { KEY_MAX = 16 }; // longer than every known key

typedef enum { KEY_NONE, KEY_UNKNOWN, KEY_LANGUAGE, KEY_KNOWN } KeyKind;

static const char *const known_keys[] = {
    "alias",      "aliases", "abbr",   "abbreviation", "abbreviations", "avoid",    "category",
    "categories", "tag",     "tags",   "status",       "see",           "broader",  "source",
    "sources",    "match",   "plural", "plurals",      "example",       "examples", "image",
    "images",     "note",    "notes",  "lang",         "path",          "paths",
};

// `de`, `pt-BR`, `zh-Hant`, `ca-valencia`
static bool is_language_code(const char *key, size_t length) {
  if (length < 2 || !is_letter(key[0]) || !is_letter(key[1])) return false;
  if (length == 2) return true;
  if (key[2] != '-' || length < 5 || length > 11) return false;
  for (size_t i = 3; i < length; i++)
    if (!is_letter(key[i]) && !is_digit(key[i])) return false;
  return true;
}

static KeyKind key_kind(const char *key, size_t length) {
  if (length >= KEY_MAX) return KEY_UNKNOWN;
  for (size_t i = 0; i < sizeof known_keys / sizeof *known_keys; i++)
    if (strlen(known_keys[i]) == length && memcmp(known_keys[i], key, length) == 0)
      return KEY_KNOWN;
  return is_language_code(key, length) ? KEY_LANGUAGE : KEY_UNKNOWN;
}

// Reads the key, up to the colon or the line end, without blanks at both ends.
static KeyKind pass_key(Scan *s) {
  char key[KEY_MAX] = {0};
  size_t length = 0, end = 0;
  pass_blanks(s);
  for (; peek(s) != ':' && !at_line_end(s); advance(s), length++) {
    if (length < KEY_MAX) key[length] = (char)(peek(s) < 0x80 ? to_lower(peek(s)) : '?');
    if (!is_blank(peek(s))) end = length + 1;
  }
  return peek(s) == ':' && end ? key_kind(key, end) : KEY_NONE;
}

// A bullet at column 0.
static bool pass_field_mark(Scan *s) {
  if (peek(s) != '-' && peek(s) != '*' && peek(s) != '+') return false;
  advance(s);
  return is_blank(peek(s));
}

// From the start of a line, over blank lines and lines that go on, to the next item's mark. After a
// blank line nothing goes on.
static bool pass_to_next_field(Scan *s, bool blank) {
  for (; !at_end(s); pass_line(s), pass_newline(s)) {
    if (peek(s) == '-' || peek(s) == '*' || peek(s) == '+') return pass_field_mark(s);
    FieldLine line = field_line(s);
    if (line == FIELD_OVER || (line == FIELD_GOES_ON && blank)) return false;
    if (line == FIELD_BLANK) blank = true;
  }
  return false;
}

static bool is_field_list(Scan *s) {
  uint32_t counts[KEY_KNOWN + 1] = {0};
  do {
    counts[pass_key(s)]++;
    pass_line(s);
    pass_newline(s);
  } while (pass_to_next_field(s, false));
  return counts[KEY_KNOWN] || (counts[KEY_LANGUAGE] && !counts[KEY_UNKNOWN] && !counts[KEY_NONE]);
}

// After a heading's line end.
static void look_for_fields(Scan *s) {
  set(s, IN_FIELDS, pass_to_next_field(s, true) && is_field_list(s));
}

// ---- tokens

// A field line without colon, or with nothing behind it, is malformed. The token ends at the
// bullet.
static bool scan_field_mark(Scan *s) {
  bool has_key = pass_key(s) != KEY_NONE;
  if (has_key) {
    advance(s);
    pass_blanks(s);
    if (at_line_end(s)) pass_newline(s), has_key = field_line(s) == FIELD_GOES_ON;
  }
  s->state->context = IN_FIELD;
  s->state->mode = has_key ? IN_KEY : IN_INLINE;
  return emit(s, has_key ? FIELD_MARK : MALFORMED_MARK);
}

static bool scan_key(Scan *s) {
  skip_blanks(s);
  while (peek(s) != ':') {
    bool blank = is_blank(peek(s));
    advance(s);
    if (!blank) mark(s);
  }
  s->state->mode = IN_COLON;
  return emit(s, KEY);
}

static bool scan_colon(Scan *s) {
  skip_blanks(s);
  advance(s);
  mark(s);
  s->state->mode = IN_INLINE;
  return emit(s, COLON);
}
