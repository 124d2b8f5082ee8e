// Marks that hold no marks: code, math, comments, references, links, and the parenthesis of a
// heading. Each is looked for to its end; without an end it is text, or an unclosed mark where that
// is certain.
#pragma once

#include "search.h"

static bool emit_inline(Scan *s, enum Token token) {
  s->state->before = SIDE_PUNCTUATION;
  return emit(s, token);
}

// What may be code by its indentation holds no mark that is certain to miss its end.
static bool emit_unclosed(Scan *s) {
  return emit_inline(s, has(s, DEEP) ? TEXT : UNCLOSED);
}

// One character on; false at the end of the block or, in a table, of the cell.
static bool pass_in_block(Scan *s) {
  if (at_end(s) || (s->state->context == IN_ROW && peek(s) == '|')) return false;
  if (!is_newline(peek(s))) return advance(s), true;
  pass_newline(s);
  return text_goes_on(s);
}

// A backslash and the mark that it escapes; false where there is none.
static bool pass_backslash(Scan *s) {
  if (peek(s) != '\\') return false;
  advance(s);
  if (is_ascii_punctuation(peek(s))) advance(s);
  return true;
}

static bool pass_escaped_in_block(Scan *s) {
  return pass_backslash(s) || pass_in_block(s);
}

// A backslash escapes nothing in code, except the pipe in a row of a table.
static bool pass_in_code(Scan *s) {
  bool escape = s->state->context == IN_ROW && peek(s) == '\\';
  if (!pass_in_block(s)) return false;
  if (escape && peek(s) == '|') advance(s);
  return true;
}

static bool find_ticks(Scan *s, uint32_t length) {
  while (peek(s) != '`' || pass_run(s, '`') != length)
    if (peek(s) != '`' && !pass_in_code(s)) return false;
  return true;
}

static bool scan_code_span(Scan *s) {
  bool fresh = has(s, FRESH);
  uint32_t length = pass_run(s, '`');
  mark(s);
  if (length > TICKS_MAX) return emit_inline(s, TEXT);
  if (!ticks_are_missing(s, length) && find_ticks(s, length)) {
    mark(s);
    return emit_inline(s, CODE_SPAN);
  }
  s->state->as.missing_ticks |= (uint64_t)1 << length;
  return fresh && length > 2 ? emit_inline(s, TEXT) : emit_unclosed(s);
}

typedef enum { DOLLAR_CLOSES, DOLLAR_OTHER, DOLLAR_NONE } Dollar;

// What the next `$` of the block is to the one behind us.
static Dollar find_dollar(Scan *s) {
  Side before = SIDE_PUNCTUATION;
  while (peek(s) != '$') {
    before = side_ahead(s);
    if (!pass_escaped_in_block(s)) return DOLLAR_NONE;
  }
  if (pass_run(s, '$') > 1 || before == SIDE_SPACE) return DOLLAR_OTHER;
  return is_digit(peek(s)) ? DOLLAR_OTHER : DOLLAR_CLOSES;
}

// Money is no math, nor is the name of a variable: a lone `$` before a digit or a word of several
// letters is never reported.
static bool scan_inline_math(Scan *s) {
  int32_t first = peek(s);
  if (side_ahead(s) == SIDE_SPACE || s->state->before == SIDE_WORD) return emit_inline(s, TEXT);
  if (is_letter(first)) advance(s);
  bool word = is_letter(first) && (side_ahead(s) == SIDE_WORD || peek(s) == '_');
  Dollar next = find_dollar(s);
  if (next == DOLLAR_CLOSES) mark(s);
  if (next == DOLLAR_CLOSES) return emit_inline(s, MATH);
  bool certain = next == DOLLAR_NONE && !word && (first == '\\' || is_letter(first));
  return certain ? emit_unclosed(s) : emit_inline(s, TEXT);
}

// Display math and comments may hold lines that begin like a list; an empty line ends them, and all
// that ends an entry.
static bool raw_goes_on(Scan *s) {
  if (!raw_may_go_on(s)) return text_goes_on(s);
  uint32_t indent = pass_indent(s);
  return peek(s) == '-' || is_raw_line(line_kind(s, indent, false));
}

static bool pass_raw(Scan *s) {
  if (!is_newline(peek(s))) return pass_in_block(s);
  pass_newline(s);
  return raw_goes_on(s);
}

static bool find_display_end(Scan *s) {
  while (peek(s) != '$' || pass_run(s, '$') != 2)
    if (peek(s) != '$' && !pass_backslash(s) && !pass_raw(s)) return false;
  return true;
}

static bool scan_display_math(Scan *s) {
  int32_t first = peek(s);
  bool certain = first == '\\' || is_newline(first) || side_of(first) == SIDE_WORD;
  if (!find_display_end(s)) return certain ? emit_unclosed(s) : emit_inline(s, TEXT);
  mark(s);
  return emit_inline(s, DISPLAY_MATH);
}

static bool scan_dollars(Scan *s) {
  uint32_t length = pass_run(s, '$');
  mark(s);
  if (length == 1) return scan_inline_math(s);
  return length == 2 ? scan_display_math(s) : emit_inline(s, TEXT);
}

static bool pass_text(Scan *s, const char *text) {
  for (; *text && peek(s) == *text; text++) advance(s);
  return !*text;
}

static bool find_comment_end(Scan *s) {
  do {
    uint32_t dashes = pass_run(s, '-');
    if (dashes >= 2 && peek(s) == '>') return advance(s), true;
  } while (pass_raw(s));
  return false;
}

static bool scan_comment(Scan *s) {
  bool opens = pass_text(s, "!--");
  mark(s);
  if (!opens || has(s, NO_COMMENT)) return emit_inline(s, TEXT);
  bool closed = find_comment_end(s);
  if (closed) mark(s);
  set(s, NO_COMMENT, !closed);
  return closed ? emit_inline(s, COMMENT) : emit_inline(s, TEXT);
}

// `<b title="**">` and `<https://…>` are text as a whole, whatever stands inside.
static bool scan_tag(Scan *s) {
  while (peek(s) != '>' && peek(s) != '<' && !at_line_end(s))
    if (!pass_escaped_in_block(s)) break;
  if (peek(s) == '>') advance(s), mark(s);
  return emit_inline(s, TEXT);
}

static bool scan_angle(Scan *s) {
  advance(s);
  mark(s);
  if (peek(s) == '!') return scan_comment(s);
  return is_letter(peek(s)) || peek(s) == '/' ? scan_tag(s) : emit_inline(s, TEXT);
}

typedef enum { REFERENCE_CLOSES, REFERENCE_IS_TEXT, REFERENCE_OPEN_ENDED } ReferenceEnd;

// `[[1, 2], [3, 4]]` is a matrix, not a reference: a single bracket inside makes it text.
static ReferenceEnd find_reference_end(Scan *s) {
  for (bool named = false;;) {
    int32_t c = peek(s);
    if (c == '[') return pass_run(s, c) > 1 ? REFERENCE_OPEN_ENDED : REFERENCE_IS_TEXT;
    if (!named && (c == '|' || c == ']')) return REFERENCE_IS_TEXT;
    if (c == ']') return pass_run(s, c) > 1 ? REFERENCE_CLOSES : REFERENCE_IS_TEXT;
    if (!is_blank(c) && !is_newline(c) && c != '\\') named = true;
    if (c == '|')
      advance(s);
    else if (!pass_in_block(s))
      return REFERENCE_OPEN_ENDED;
  }
}

// `list[[1]]` is code that nobody marked as such, and `[[ -f x` is too.
static bool scan_reference(Scan *s) {
  bool spaced = side_ahead(s) == SIDE_SPACE;
  if (s->state->before == SIDE_WORD) return emit_inline(s, TEXT);
  switch (find_reference_end(s)) {
  case REFERENCE_CLOSES:
    s->state->mode = IN_REFERENCE;
    return emit_inline(s, REFERENCE_OPEN);
  case REFERENCE_OPEN_ENDED:
    return spaced ? emit_inline(s, TEXT) : emit_unclosed(s);
  default:
    return emit_inline(s, TEXT);
  }
}

// Up to the bracket that ends a link's text.
static bool pass_link_text(Scan *s) {
  while (peek(s) != ']' && peek(s) != '[')
    if (!pass_escaped_in_block(s)) return false;
  return peek(s) == ']';
}

// Up to the parenthesis that ends a link's target; one pair may stand inside.
static bool pass_link_target(Scan *s) {
  bool inner = false;
  for (; !at_line_end(s); advance(s)) {
    if (peek(s) == '(' && inner) return false;
    if (peek(s) == ')' && !inner) return true;
    if (peek(s) == '(' || peek(s) == ')') inner = peek(s) == '(';
  }
  return false;
}

static bool scan_link(Scan *s) {
  bool link = pass_link_text(s) && pass_text(s, "](") && pass_link_target(s);
  if (!link) return emit_inline(s, TEXT);
  s->state->mode = IN_LINK;
  return emit_inline(s, LINK_OPEN);
}

static bool scan_brackets(Scan *s) {
  advance(s);
  mark(s);
  if (peek(s) != '[') return scan_link(s);
  advance(s);
  mark(s);
  if (peek(s) != '[') return scan_reference(s);
  pass_run(s, '[');
  mark(s);
  return emit_inline(s, TEXT);
}

// ---- inside a reference or a link, whose end is known to come

static void skip_space(Scan *s) {
  while (is_blank(peek(s)) || is_newline(peek(s))) skip(s);
}

// Text up to `a`, `b` or the end, without blanks at its end, nor the backslash of a `\|`.
static void pass_part(Scan *s, int32_t a, int32_t b) {
  while (peek(s) != a && peek(s) != b && !at_end(s)) {
    bool space = is_blank(peek(s)) || is_newline(peek(s)), backslash = peek(s) == '\\';
    advance(s);
    if (!space && !(backslash && peek(s) == '|')) mark(s);
  }
}

static bool scan_in_reference(Scan *s) {
  skip_space(s);
  bool in_text = s->state->mode == IN_REFERENCE_TEXT;
  if (peek(s) == ']') {
    advance(s), advance(s);
    mark(s);
    s->state->mode = IN_INLINE;
    return emit_inline(s, REFERENCE_CLOSE);
  }
  bool backslash = peek(s) == '\\';
  if (backslash) advance(s);
  if (peek(s) == '|' && !in_text) {
    advance(s);
    mark(s);
    s->state->mode = IN_REFERENCE_TEXT;
    return emit(s, REFERENCE_BAR);
  }
  if (backslash) mark(s);
  pass_part(s, ']', in_text ? ']' : '|');
  return emit(s, in_text ? REFERENCE_TEXT : REFERENCE_TARGET);
}

static bool scan_in_link(Scan *s) {
  skip_space(s);
  if (peek(s) != ']') {
    pass_link_text(s);
    mark(s);
    return emit(s, LINK_TEXT);
  }
  advance(s), advance(s);
  mark(s);
  s->state->mode = IN_LINK_TARGET;
  return emit(s, LINK_MIDDLE);
}

static bool scan_in_link_target(Scan *s) {
  skip_space(s);
  if (peek(s) != ')') {
    pass_link_target(s);
    mark(s);
    return emit(s, LINK_TARGET);
  }
  advance(s);
  mark(s);
  s->state->mode = IN_INLINE;
  return emit_inline(s, LINK_CLOSE);
}

// `(…)` at the end of a heading, or of the first field of a page's headword line.
static bool scan_parenthesis(Scan *s) {
  bool in_page = s->state->context >= IN_PAGE_HEADWORD;
  bool apart = s->state->before == SIDE_SPACE && !has(s, FRESH), empty = true;
  advance(s);
  mark(s);
  for (; peek(s) != ')' && peek(s) != '('; advance(s)) {
    if (at_line_end(s)) return emit_inline(s, TEXT);
    if (!is_blank(peek(s))) empty = false;
  }
  if (peek(s) == '(') return emit_inline(s, TEXT);
  advance(s);
  mark(s);
  pass_blanks(s);
  bool last = at_line_end(s) || (in_page && peek(s) == ',');
  bool name = s->state->context != IN_PAGE_FIELD;
  return apart && last && !empty && name ? emit_inline(s, DISAMBIGUATOR) : emit_inline(s, TEXT);
}
