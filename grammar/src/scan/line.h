// What a line is by its first characters, and whether it goes on with the text before it.
#pragma once

#include "fence.h"

typedef enum {
  LINE_BLANK, // or the end of the text
  LINE_TEXT,
  LINE_TITLE,
  LINE_ENTRY,
  LINE_SECTION,
  LINE_FENCE,
  LINE_QUOTE,
  LINE_BULLET,
  LINE_FIRST, // an ordered item with the number 1
  LINE_ORDERED,
  LINE_ROW,
  LINE_BREAK,
} LineKind;

enum { INDENT_MAX = 3 }; // of everything but list items

static uint32_t pass_indent(Scan *s) {
  uint32_t indent = 0;
  for (; is_blank(peek(s)); advance(s)) indent += peek(s) == '\t' ? INDENT_MAX + 1 : 1;
  return indent;
}

static LineKind heading_kind(Scan *s, uint32_t indent) {
  static const LineKind kinds[] = {LINE_TITLE, LINE_ENTRY};
  uint32_t level = pass_run(s, '#');
  bool ended = is_blank(peek(s)) || at_line_end(s);
  if (level > 6 || !ended) return LINE_TEXT;
  if (level > 2) return LINE_SECTION;
  return indent == 0 && !has(s, PAGE_DIALECT) ? kinds[level - 1] : LINE_TEXT;
}

// A bullet, or a thematic break, which may begin with one. With `marks`, ends the token there.
static LineKind bullet_kind(Scan *s, bool marks, bool may_break) {
  int32_t c = peek(s);
  advance(s);
  bool bullet = c != '_' && (is_blank(peek(s)) || at_line_end(s));
  if (bullet && marks) mark(s);
  uint32_t count = 1;
  for (; peek(s) == c || is_blank(peek(s)); advance(s)) count += peek(s) == c;
  if (c == '+' || !may_break || count < 3 || !at_line_end(s))
    return bullet ? LINE_BULLET : LINE_TEXT;
  if (marks) mark(s);
  return LINE_BREAK;
}

static LineKind ordered_kind(Scan *s, bool marks) {
  bool first = peek(s) == '1';
  uint32_t digits = 0;
  for (; is_digit(peek(s)); digits++) advance(s);
  if (digits > 9 || (peek(s) != '.' && peek(s) != ')')) return LINE_TEXT;
  advance(s);
  if (!is_blank(peek(s))) return LINE_TEXT;
  if (marks) mark(s);
  return first && digits == 1 ? LINE_FIRST : LINE_ORDERED;
}

static LineKind fence_kind(Scan *s) {
  if (has(s, PAGE_DIALECT)) return LINE_TEXT;
  return pass_fence_line(s).role == ROLE_FENCE ? LINE_FENCE : LINE_TEXT;
}

// At the first character after the indentation. With `marks`, a mark that begins the line becomes
// the token; for all kinds that begin with no such mark the token's end stays where it was.
static LineKind line_kind(Scan *s, uint32_t indent, bool marks) {
  bool shallow = indent <= INDENT_MAX;
  if (at_line_end(s)) return LINE_BLANK;
  switch (peek(s)) {
  case '#':
    return shallow ? heading_kind(s, indent) : LINE_TEXT;
  case '`':
  case '~':
    return shallow ? fence_kind(s) : LINE_TEXT;
  case '>':
    return shallow ? LINE_QUOTE : LINE_TEXT;
  case '|':
    return shallow ? LINE_ROW : LINE_TEXT;
  case '-':
  case '+':
  case '*':
  case '_':
    return bullet_kind(s, marks, shallow);
  default:
    return is_digit(peek(s)) ? ordered_kind(s, marks) : LINE_TEXT;
  }
}

typedef enum { FIELD_GOES_ON, FIELD_BLANK, FIELD_OVER } FieldLine;

// What comes after a line of a field, as far as the field is concerned: it goes on where the next
// line is indented by two.
static FieldLine field_line(Scan *s) {
  uint32_t indent = pass_indent(s);
  if (at_line_end(s)) return FIELD_BLANK;
  if (indent < 2) return FIELD_OVER;
  bool may_be_fence = indent <= INDENT_MAX && (peek(s) == '`' || peek(s) == '~');
  return may_be_fence && fence_kind(s) == LINE_FENCE ? FIELD_OVER : FIELD_GOES_ON;
}

// After a line end inside a block: whether the next line belongs to the same running text.
static bool text_goes_on(Scan *s) {
  Context context = (Context)s->state->context;
  if (context >= IN_ROW || has(s, PAGE_DIALECT)) return false;
  if (context == IN_FIELD) return field_line(s) == FIELD_GOES_ON;
  LineKind kind = line_kind(s, pass_indent(s), false);
  if (kind == LINE_ORDERED) return context != IN_ITEM;
  return kind == LINE_TEXT || (kind == LINE_QUOTE && context == IN_QUOTE);
}

// Display math and comments go on over lines that begin blocks of their own: where they may stand,
// and which lines those are (and any that begins with `-`).
static bool raw_may_go_on(const Scan *s) {
  return s->state->context < IN_FIELD && !has(s, PAGE_DIALECT);
}

static bool is_raw_line(LineKind kind) {
  return kind == LINE_TEXT || kind == LINE_BULLET || kind == LINE_ROW || kind == LINE_QUOTE;
}

static void pass_quote_marks(Scan *s) {
  while (peek(s) == '>' || is_blank(peek(s))) advance(s);
}
