// Running text: plain text, strong and emphasised text, and the end of a line.
//
// Blanks between two tokens belong to neither. Strong and emphasis open only where their end was
// found ahead, and are closed at the end of the block in any case.
#pragma once

#include "fields.h"
#include "leaf.h"

static bool is_special(const Scan *s, int32_t c) {
  Context context = (Context)s->state->context;
  if (context >= IN_PAGE_HEADWORD) return c == ',' || c == '(';
  switch (c) {
  case '*':
  case '_':
  case '`':
  case '$':
  case '[':
  case '<':
    return true;
  case '|':
    return context == IN_ROW;
  case '(':
    return context == IN_NAMING_HEADING;
  default:
    return false;
  }
}

static void pass_escape(Scan *s) {
  advance(s);
  if (is_ascii_punctuation(peek(s)) && s->state->context < IN_PAGE_HEADWORD) advance(s);
}

// `snake_case` is one word.
static bool passes_inside_word(Scan *s, Side before) {
  if (peek(s) != '_' || before != SIDE_WORD) return false;
  pass_run(s, '_');
  return side_ahead(s) == SIDE_WORD;
}

static bool scan_text(Scan *s, Side before) {
  s->state->before = before;
  while (!at_line_end(s)) {
    int32_t c = peek(s);
    if (is_special(s, c)) {
      if (!passes_inside_word(s, before)) break;
    } else if (c == '\\') {
      pass_escape(s);
    } else {
      advance(s);
    }
    before = side_of(c);
    if (is_blank(c)) continue;
    mark(s);
    s->state->before = before;
  }
  return emit(s, TEXT);
}

static uint8_t run_kind(int32_t c, uint32_t length) {
  if (length == 1) return c == '*' ? EMPHASIS_STAR : EMPHASIS_LINE;
  return c == '*' ? STRONG_STAR : STRONG_LINE;
}

static uint8_t innermost(const State *state) {
  return state->depth ? state->open[state->depth - 1] : 0;
}

static bool is_open(const State *state, uint8_t kind) {
  for (int i = 0; i < state->depth; i++)
    if (state->open[i] == kind) return true;
  return false;
}

static void open_mark(State *state, uint8_t kind) {
  state->open[state->depth++] = kind;
  state->missing[state->depth] = 0;
}

typedef struct {
  int32_t c;
  uint32_t length;
  int32_t next;
  Side after;
} Run;

// Reads a run and marks as much of it as may become a token: of three marks, those that close what
// is open, or else two.
static Run pass_marks(Scan *s) {
  Run run = {.c = peek(s)};
  uint8_t inner = innermost(s->state);
  bool closes_one = inner && kind_mark(inner) == run.c && kind_length(inner) == 1;
  for (; peek(s) == run.c; run.length++) {
    if (run.length == 1 || (run.length == 2 && !closes_one)) mark(s);
    advance(s);
  }
  if (run.length != 3) mark(s);
  run.next = peek(s);
  run.after = side_ahead(s);
  return run;
}

// Only what a writer can have meant as an opening mark, and nothing else: not the `**` of a path.
static bool is_certainly_unclosed(const Scan *s, uint8_t kind, const Run *run) {
  if (run->length > 2 || has(s, SPLIT_RUN | DEEP) || s->state->before == SIDE_WORD) return false;
  if (kind == EMPHASIS_STAR) return run->after == SIDE_WORD || run->after == SIDE_WIDE;
  if (kind != STRONG_STAR || run->next == '/') return false;
  return run->after != SIDE_PUNCTUATION || s->state->before != SIDE_WIDE;
}

static bool scan_closing(Scan *s, const Run *run) {
  State *state = s->state;
  uint8_t kind = innermost(state);
  state->depth--;
  bool rest = run->length > kind_length(kind);
  set(s, SPLIT_RUN, rest);
  if (!rest) state->before = SIDE_PUNCTUATION;
  return emit(s, kind_length(kind) == 2 ? STRONG_CLOSE : EMPHASIS_CLOSE);
}

static bool scan_opening(Scan *s, const Run *run) {
  State *state = s->state;
  uint8_t kind = run_kind(run->c, run->length), *missing = &state->missing[state->depth];
  if (!(*missing & kind) && find_closing(s, kind)) {
    open_mark(state, kind);
    set(s, SPLIT_RUN, run->length == 3);
    if (run->length < 3) state->before = SIDE_PUNCTUATION;
    return emit(s, kind_length(kind) == 2 ? STRONG_OPEN : EMPHASIS_OPEN);
  }
  *missing |= kind;
  bool unclosed = is_certainly_unclosed(s, kind, run);
  set(s, SPLIT_RUN, run->length == 3);
  if (run->length < 3) state->before = SIDE_PUNCTUATION;
  return emit(s, unclosed ? UNCLOSED : TEXT);
}

static bool may_open(const Scan *s, const Run *run) {
  Side before = (Side)s->state->before;
  if (run->length > 3 || run->after == SIDE_SPACE) return false;
  if (before == SIDE_WORD && (run->c == '_' || run->after == SIDE_WORD)) return false;
  return s->state->depth < MARK_KINDS && !is_open(s->state, run_kind(run->c, run->length));
}

static bool scan_marks(Scan *s) {
  Run run = pass_marks(s);
  uint8_t inner = innermost(s->state);
  if (inner && run_closes(inner, run.c, run.length, (Side)s->state->before, run.after))
    return scan_closing(s, &run);
  if (may_open(s, &run)) return scan_opening(s, &run);
  mark(s);
  set(s, SPLIT_RUN, false);
  return scan_text(s, SIDE_PUNCTUATION);
}

// ---- ends

static void end_block(Scan *s) {
  State *state = s->state;
  bool naming = state->context == IN_NAMING_HEADING;
  set(s, FRESH | SPLIT_RUN, false);
  if (!raw_may_go_on(s)) set(s, NO_COMMENT, false);
  state->missing[0] = 0;
  state->as.missing_ticks = 0;
  state->mode = AT_BLOCK;
  if (naming) look_for_fields(s);
}

// What is still open where the block or the cell ends closes without a mark.
static bool scan_forced_close(Scan *s) {
  s->state->depth--;
  return emit(s, FORCE_CLOSE);
}

// No token holds the line end itself, so that no node does.
static bool scan_line_end(Scan *s) {
  bool may_go_on = s->state->context < IN_ROW;
  pass_newline(s);
  if (may_go_on && !at_end(s) && text_goes_on(s)) {
    set(s, SOFT_LINE_END, true);
    return emit(s, SOFT_BREAK);
  }
  if (s->state->depth) return scan_forced_close(s);
  end_block(s);
  return emit(s, LINE_END);
}

static void skip_soft_line_end(Scan *s) {
  bool quote = s->state->context == IN_QUOTE;
  skip_newline(s);
  while (is_blank(peek(s)) || (quote && peek(s) == '>')) skip(s);
  s->state->before = SIDE_SPACE;
  set(s, SOFT_LINE_END, false);
  set(s, FRESH, true);
}

static bool scan_separator(Scan *s) {
  bool pipe = s->state->context == IN_ROW;
  if (s->state->depth) return scan_forced_close(s);
  if (pipe && has(s, FRESH)) {
    set(s, FRESH, false);
    return emit(s, EMPTY_CELL);
  }
  advance(s);
  mark(s);
  s->state->before = SIDE_SPACE;
  s->state->missing[0] = 0;
  s->state->as.missing_ticks = 0;
  set(s, NO_COMMENT, false);
  set(s, FRESH, true);
  if (!pipe) s->state->context = IN_PAGE_FIELD;
  return emit(s, pipe ? PIPE : COMMA);
}

static bool scan_inline_token(Scan *s) {
  int32_t c = peek(s);
  if (!is_special(s, c)) return scan_text(s, (Side)s->state->before);
  switch (c) {
  case '*':
  case '_':
    return scan_marks(s);
  case '`':
    return scan_code_span(s);
  case '$':
    return scan_dollars(s);
  case '[':
    return scan_brackets(s);
  case '<':
    return scan_angle(s);
  case '(':
    return scan_parenthesis(s);
  default:
    return scan_separator(s);
  }
}

static bool scan_inline(Scan *s) {
  if (has(s, SOFT_LINE_END)) skip_soft_line_end(s);
  if (is_blank(peek(s))) s->state->before = SIDE_SPACE;
  skip_blanks(s);
  mark(s);
  if (at_line_end(s)) return scan_line_end(s);
  bool separator = s->state->context == IN_ROW && peek(s) == '|';
  bool done = scan_inline_token(s);
  if (!separator && s->state->mode != AT_BLOCK) set(s, FRESH, false);
  return done;
}
