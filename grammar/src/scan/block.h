// Between blocks: which block begins on the next line.
#pragma once

#include "inline.h"
#include "page.h"

static bool begin_text(Scan *s, Context context, enum Token token) {
  State *state = s->state;
  state->mode = IN_INLINE;
  state->context = (uint8_t)context;
  state->before = SIDE_SPACE;
  state->depth = 0;
  state->missing[0] = 0;
  state->as.missing_ticks = 0;
  set(s, FRESH, true);
  return emit(s, token);
}

static bool scan_entry_mark(Scan *s) {
  mark(s);
  pass_blanks(s);
  return begin_text(s, IN_NAMING_HEADING, at_line_end(s) ? MISSING_HEADWORD : ENTRY_MARK);
}

static bool scan_mark(Scan *s, Context context, enum Token token) {
  mark(s);
  return begin_text(s, context, token);
}

// `|---|:-:|` divides the head of a table from its rows; any other line that begins with `|` is a
// row.
static bool scan_row(Scan *s) {
  bool dashes = false;
  advance(s);
  mark(s);
  for (; is_blank(peek(s)) || peek(s) == '|' || peek(s) == ':' || peek(s) == '-'; advance(s))
    if (peek(s) == '-') dashes = true;
  if (!dashes || !at_line_end(s)) return begin_text(s, IN_ROW, PIPE);
  mark(s);
  return begin_text(s, IN_HEADING, TABLE_DELIMITER);
}

static bool scan_quote(Scan *s) {
  pass_quote_marks(s);
  mark(s);
  return begin_text(s, IN_QUOTE, QUOTE_MARK);
}

static bool scan_block_kind(Scan *s, LineKind kind) {
  switch (kind) {
  case LINE_TITLE:
    return scan_mark(s, IN_NAMING_HEADING, TITLE_MARK);
  case LINE_ENTRY:
    return scan_entry_mark(s);
  case LINE_SECTION:
    return scan_mark(s, IN_HEADING, SECTION_MARK);
  case LINE_FENCE:
    s->state->mode = IN_FENCE_MARK;
    return emit(s, CODE_START);
  case LINE_QUOTE:
    return scan_quote(s);
  case LINE_BULLET:
  case LINE_FIRST:
  case LINE_ORDERED:
    return begin_text(s, IN_ITEM, LIST_MARK);
  case LINE_ROW:
    return scan_row(s);
  case LINE_BREAK:
    return begin_text(s, IN_HEADING, THEMATIC_BREAK);
  default:
    return begin_text(s, IN_PARAGRAPH, TEXT_START);
  }
}

static uint32_t skip_indent(Scan *s) {
  uint32_t indent = 0;
  for (; is_blank(peek(s)); skip(s)) indent += peek(s) == '\t' ? INDENT_MAX + 1 : 1;
  return indent;
}

// From a line end over blank lines, to the first character of the next line that is not; `*indent`
// is where it stands. True when there were any.
static bool skip_to_text(Scan *s, uint32_t *indent) {
  uint32_t line_ends = 0;
  for (*indent = skip_indent(s); is_newline(peek(s)); *indent = skip_indent(s)) {
    skip_newline(s);
    line_ends++;
  }
  return line_ends > 1;
}

static bool scan_block(Scan *s) {
  uint32_t indent;
  bool after_blank = skip_to_text(s, &indent);
  if (at_end(s)) return false;
  mark(s);
  bool dash = peek(s) == '-';
  LineKind kind = line_kind(s, indent, true);
  // What a comment that never closed looked at is not to be looked at again from every item.
  if (after_blank || !(dash || is_raw_line(kind))) set(s, NO_COMMENT, false);
  set(s, DEEP, kind == LINE_TEXT && indent > INDENT_MAX);
  if (!has(s, IN_FIELDS)) return scan_block_kind(s, kind);
  if (kind == LINE_BULLET && indent == 0)
    return begin_text(s, IN_FIELD, FIELD_MARK), scan_field_mark(s);
  set(s, IN_FIELDS, false);
  return scan_block_kind(s, kind);
}

// ---- page dialect

// From the end of a line to the next one that is not blank. True when blank lines lay between.
static bool skip_blank_lines(Scan *s) {
  uint32_t line_ends = 0;
  for (pass_blanks(s); is_newline(peek(s)); pass_blanks(s)) {
    skip_newline(s);
    mark(s);
    line_ends++;
  }
  return line_ends > 1;
}

static bool scan_page_text(Scan *s) {
  bool unnamed = has(s, BOUNDARY) && !has(s, WANTS_BODY);
  set(s, WANTS_BODY | BOUNDARY, false);
  s->state->mode = AT_PAGE_LINE;
  return emit(s, unnamed ? MISSING_HEADWORD : PAGE_LINE);
}

static bool scan_page_headword(Scan *s) {
  set(s, WANTS_BODY, true);
  return begin_text(s, IN_PAGE_HEADWORD, PAGE_HEAD);
}

// Before a line of a page: says what it is, in a token without width.
static bool scan_page(Scan *s) {
  if (skip_blank_lines(s)) set(s, BOUNDARY, true);
  if (at_end(s)) return false;
  PageLineKind kind = page_line_kind(s);
  set(s, AFTER_BACK_LINK, kind == PAGE_BACK_LINK);
  if (kind == PAGE_TEXT) return scan_page_text(s);
  if (kind == PAGE_HEADWORD) return scan_page_headword(s);
  set(s, BOUNDARY, true);
  s->state->mode = IN_FURNITURE;
  return emit(s, PAGE_LINE);
}

static bool scan_furniture(Scan *s) {
  skip_blanks(s);
  while (!at_line_end(s)) {
    bool blank = is_blank(peek(s));
    advance(s);
    if (!blank) mark(s);
  }
  s->state->mode = AT_BLOCK;
  return emit(s, FURNITURE);
}

// ---- the start of the file

static bool scan_dialect(Scan *s) {
  bool markdown = holds_real_heading(s);
  set(s, PAGE_DIALECT | BOUNDARY, !markdown);
  s->state->mode = markdown ? AT_PREAMBLE : AT_BLOCK;
  return emit(s, START);
}

static bool scan_file_fields(Scan *s) {
  look_for_fields(s);
  s->state->mode = AT_BLOCK;
  return emit(s, START);
}
