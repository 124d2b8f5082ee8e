// The page dialect: a page copied from a glossary site. Blocks of lines between blank lines; a
// headword line, then a body; and the site's furniture, which belongs to neither.
#pragma once

#include "line.h"

enum { SHORT_MAX = 200 }; // characters of a headword line, and of furniture

// A line without blanks at both ends. Only a short one has a role, so no more is kept of it.
typedef struct {
  int32_t text[SHORT_MAX + 1]; // ends with a 0, as no line does that has a role
  uint32_t length;
  bool is_long;
  bool has_comma;
} PageLine;

static PageLine pass_page_line(Scan *s) {
  PageLine line;
  line.length = 0;
  line.is_long = line.has_comma = false;
  pass_blanks(s);
  for (uint32_t at = 0; !at_line_end(s) && !line.is_long; advance(s), at++) {
    if (at < SHORT_MAX) line.text[at] = peek(s);
    if (peek(s) == ',') line.has_comma = true;
    if (is_blank(peek(s))) continue;
    line.is_long = at >= SHORT_MAX;
    line.length = at + 1;
  }
  line.text[line.is_long ? SHORT_MAX : line.length] = 0;
  return line;
}

// How many characters of `text` stand at `at`: all of them, or none.
static uint32_t match(const PageLine *line, uint32_t at, const char *text) {
  uint32_t i = 0;
  while (text[i] && line->text[at + i] == text[i]) i++;
  return text[i] ? 0 : i;
}

// `← Back to …`
static bool is_back_link(const PageLine *line) {
  return line->text[0] == 0x2190;
}

// `3,983 technical terms and definitions`
static bool is_count_line(const PageLine *line) {
  const char end[] = "terms and definitions";
  uint32_t i = 0, tail = sizeof end - 1;
  if (!is_digit(line->text[0])) return false;
  while (is_digit(line->text[i]) || line->text[i] == ',' || line->text[i] == '.') i++;
  if (line->text[i] != ' ') return false;
  while (is_letter(line->text[i]) || line->text[i] == ' ') i++;
  return i == line->length && i >= tail && match(line, i - tail, end);
}

// `A B C … Z All`
static bool is_alphabet_line(const PageLine *line) {
  uint32_t i = 0;
  while (line->text[i] >= 'A' && line->text[i] <= 'Z' && line->text[i + 1] == ' ') i += 2;
  return i >= 6 && match(line, i, "All") && i + 3 == line->length;
}

// `Showing page 36 of 80 (3,983 entries)`
static bool is_paging_line(const PageLine *line) {
  uint32_t i = match(line, 0, "Showing page ");
  return i && is_digit(line->text[i]);
}

static bool is_furniture(const PageLine *line) {
  return !line->is_long && (is_back_link(line) || is_count_line(line) || is_alphabet_line(line) ||
                            is_paging_line(line));
}

static bool holds(const char *set, int32_t c) {
  return c > 0 && c < 0x80 && strchr(set, c);
}

static bool has_headword_form(const PageLine *line) {
  if (line->is_long || !line->has_comma) return false;
  return !holds("#*_-+>|`~$[!<", line->text[0]) && !holds(".!?:*", line->text[line->length - 1]);
}

typedef enum { PAGE_FURNITURE, PAGE_BACK_LINK, PAGE_HEADWORD, PAGE_TEXT } PageLineKind;

// Reads the line and, where it may be a headword line, the next one.
static PageLineKind page_line_kind(Scan *s) {
  PageLine line = pass_page_line(s);
  if (is_furniture(&line)) return is_back_link(&line) ? PAGE_BACK_LINK : PAGE_FURNITURE;
  if (has(s, AFTER_BACK_LINK) && !line.is_long && !line.has_comma) return PAGE_FURNITURE;
  if (!has(s, BOUNDARY) || !has_headword_form(&line)) return PAGE_TEXT;
  pass_newline(s);
  line = pass_page_line(s);
  return line.length == 0 || is_furniture(&line) ? PAGE_HEADWORD : PAGE_TEXT;
}
