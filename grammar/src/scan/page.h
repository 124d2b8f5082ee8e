// The page dialect: a page copied from a glossary site. Blocks of lines between blank lines; a
// headword line, then a body; and the site's furniture, which belongs to neither.
#pragma once

#include "line.h"

enum { HEADWORD_MAX = 200, HEAD_MAX = 13, TAIL_MAX = 32 };

// What has to be known of a line, without blanks at both ends.
typedef struct {
  int32_t head[HEAD_MAX]; // its first characters
  uint8_t tail[TAIL_MAX]; // its last ones, as a ring; what is not ASCII is 0
  uint32_t tail_end;
  uint32_t length;
  uint32_t first_unspaced; // the first odd place that holds no space
  int32_t last;
  bool has_comma;
} PageLine;

static void page_line_add(PageLine *line, int32_t c, uint32_t at) {
  if (at < HEAD_MAX) line->head[at] = c;
  if (at % 2 && c != ' ' && at < line->first_unspaced) line->first_unspaced = at;
  if (c == ',') line->has_comma = true;
  line->tail[line->tail_end++ % TAIL_MAX] = (uint8_t)(c > 0 && c < 0x80 ? c : 0);
  line->last = c;
  line->length = at + 1;
}

// To the line end. Of a run of blanks only so much is kept that it is seen to be no single space.
static PageLine pass_page_line(Scan *s) {
  PageLine line = {.first_unspaced = UINT32_MAX};
  uint32_t blanks = 0;
  int32_t blank = 0;
  pass_blanks(s);
  for (uint32_t at = 0; !at_line_end(s); advance(s), at++) {
    int32_t c = peek(s);
    if (is_blank(c)) {
      blank = blanks++ ? '\t' : c;
      continue;
    }
    if (blanks) page_line_add(&line, blank, at - 1);
    blanks = 0;
    page_line_add(&line, c, at);
  }
  return line;
}

static bool starts_with(const PageLine *line, const int32_t *text, uint32_t length) {
  return line->length >= length && memcmp(line->head, text, length * sizeof *text) == 0;
}

static bool ends_with(const PageLine *line, const char *text) {
  uint32_t length = (uint32_t)strlen(text);
  if (line->tail_end < length) return false;
  for (uint32_t i = 0; i < length; i++)
    if (line->tail[(line->tail_end - length + i) % TAIL_MAX] != (uint8_t)text[i]) return false;
  return true;
}

// `3,983 technical terms and definitions`
static bool is_count_line(const PageLine *line) {
  return line->length && is_digit(line->head[0]) &&
         ends_with(line, " technical terms and definitions");
}

// `A B C … Z All`
static bool is_alphabet_line(const PageLine *line) {
  static const int32_t begin[] = {'A', ' ', 'B', ' ', 'C', ' '};
  return starts_with(line, begin, 6) && ends_with(line, " Z All") &&
         line->first_unspaced + 3 >= line->length;
}

// `Showing page 36 of 80 (3,983 entries)`
static bool is_paging_line(const PageLine *line) {
  static const int32_t begin[] = {'S', 'h', 'o', 'w', 'i', 'n', 'g', ' ', 'p', 'a', 'g', 'e', ' '};
  return starts_with(line, begin, HEAD_MAX) && ends_with(line, " entries)");
}

static bool is_back_line(const PageLine *line) {
  static const int32_t begin[] = {0x2190, ' ', 'B', 'a', 'c', 'k', ' ', 't', 'o', ' '};
  return starts_with(line, begin, 10);
}

static bool is_furniture(const PageLine *line) {
  return is_count_line(line) || is_alphabet_line(line) || is_paging_line(line) ||
         is_back_line(line);
}

static bool has_headword_form(const PageLine *line) {
  static const char no_start[] = "#*_-+>|`~$[!<", no_end[] = ".!?:*";
  if (!line->has_comma || line->length > HEADWORD_MAX) return false;
  return !(line->head[0] > 0 && line->head[0] < 0x80 && strchr(no_start, line->head[0])) &&
         !(line->last > 0 && line->last < 0x80 && strchr(no_end, line->last));
}

// From a line end to the next line that is not blank. Returns how many line ends lay between.
static uint32_t pass_blank_lines(Scan *s) {
  uint32_t line_ends = 0;
  while (is_blank(peek(s)) || is_newline(peek(s))) {
    line_ends += is_newline(peek(s));
    is_newline(peek(s)) ? pass_newline(s) : advance(s);
  }
  return line_ends;
}

typedef enum { PAGE_FURNITURE, PAGE_HEADWORD, PAGE_TEXT } PageLineKind;

// Reads the line and, as far as it takes, what follows: the site's title is known by the line with
// the number of terms behind it, a headword line by standing alone.
static PageLineKind page_line_kind(Scan *s, bool boundary) {
  PageLine line = pass_page_line(s);
  if (is_furniture(&line)) return PAGE_FURNITURE;
  bool alone = pass_blank_lines(s) > 1 || at_end(s);
  PageLine next = pass_page_line(s);
  if (is_count_line(&next)) return PAGE_FURNITURE;
  if (!boundary || !has_headword_form(&line)) return PAGE_TEXT;
  if (alone || is_furniture(&next)) return PAGE_HEADWORD;
  pass_blank_lines(s);
  next = pass_page_line(s);
  return is_count_line(&next) ? PAGE_HEADWORD : PAGE_TEXT;
}
