// Looking ahead for the mark that closes strong or emphasised text.
//
// What looks like code, math or a reference on the way hides the marks inside it, but only if it
// closes too. So the first mark met inside is remembered until that is known.
#pragma once

#include "line.h"

typedef enum { HIDE_NONE, HIDE_CODE, HIDE_MATH, HIDE_DISPLAY, HIDE_REFERENCE } Hide;
typedef enum { EVENT_NONE, EVENT_FOUND, EVENT_STOPPED } Event;

typedef struct {
  uint8_t kind; // what is looked for
  Side before;
  Hide hide;
  uint32_t ticks; // HIDE_CODE: the length of the run
  Event event;    // the first that counts
  bool over;
} Search;

enum { TICKS_MAX = 63 }; // a longer run of backticks is text

static int32_t kind_mark(uint8_t kind) {
  return kind & (STRONG_STAR | EMPHASIS_STAR) ? '*' : '_';
}

static uint32_t kind_length(uint8_t kind) {
  return kind & (STRONG_STAR | STRONG_LINE) ? 2 : 1;
}

// Whether a run of marks closes `kind`. A run of three closes one of each.
static bool run_closes(uint8_t kind, int32_t c, uint32_t length, Side before, Side after) {
  if (kind_mark(kind) != c || (length != 3 && length != kind_length(kind))) return false;
  return before != SIDE_SPACE && (c == '*' || after != SIDE_WORD);
}

static bool ticks_are_missing(const Scan *s, uint32_t length) {
  return length > TICKS_MAX || s->state->as.missing_ticks >> length & 1;
}

static void search_met(Search *search, Event event) {
  if (search->event == EVENT_NONE) search->event = event;
  if (search->hide == HIDE_NONE) search->over = true;
}

// What was hiding marks never closes, so they count after all.
static void search_unhide(Search *search) {
  search->hide = HIDE_NONE;
  if (search->event != EVENT_NONE) search->over = true;
}

static void search_close_hiding(Search *search) {
  search->hide = HIDE_NONE;
  search->event = EVENT_NONE;
}

static void search_emphasis(Scan *s, Search *search) {
  int32_t c = peek(s);
  uint32_t length = pass_run(s, c);
  Side after = side_ahead(s);
  if (run_closes(search->kind, c, length, search->before, after)) search_met(search, EVENT_FOUND);
  for (int i = 0; i < s->state->depth; i++)
    if (run_closes(s->state->open[i], c, length, search->before, after))
      search_met(search, EVENT_STOPPED);
}

static void search_ticks(Scan *s, Search *search) {
  uint32_t length = pass_run(s, '`');
  if (search->hide == HIDE_CODE && search->ticks == length) {
    search_close_hiding(search);
  } else if (search->hide == HIDE_NONE && !ticks_are_missing(s, length)) {
    search->hide = HIDE_CODE;
    search->ticks = length;
  }
}

static void search_dollars(Scan *s, Search *search) {
  uint32_t length = pass_run(s, '$');
  bool closes = search->before != SIDE_SPACE && !is_digit(peek(s));
  if (search->hide == HIDE_DISPLAY && length == 2)
    search_close_hiding(search);
  else if (search->hide == HIDE_MATH && length == 1 && closes)
    search_close_hiding(search);
  else if (search->hide == HIDE_MATH)
    search_unhide(search);
  else if (search->hide == HIDE_NONE && length == 2)
    search->hide = HIDE_DISPLAY;
  else if (search->hide == HIDE_NONE && length == 1 && side_ahead(s) != SIDE_SPACE)
    search->hide = HIDE_MATH;
}

static void search_brackets(Scan *s, Search *search) {
  int32_t c = peek(s);
  uint32_t length = pass_run(s, c);
  if (search->hide == HIDE_REFERENCE)
    c == ']' && length >= 2 ? search_close_hiding(search) : search_unhide(search);
  if (search->hide == HIDE_NONE && c == '[' && length == 2) search->hide = HIDE_REFERENCE;
}

static void search_newline(Scan *s, Search *search) {
  pass_newline(s);
  if (!text_goes_on(s)) search->over = true;
}

// In code a backslash escapes nothing, except the pipe in a row of a table.
static void search_escape(Scan *s, const Search *search) {
  advance(s);
  bool pipe = s->state->context == IN_ROW && peek(s) == '|';
  if (pipe || (is_ascii_punctuation(peek(s)) && search->hide != HIDE_CODE)) advance(s);
}

// One character, or one run of marks.
static void search_step(Scan *s, Search *search) {
  Side side = side_ahead(s);
  switch (peek(s)) {
  case '\\':
    search_escape(s, search);
    break;
  case '*':
  case '_':
    search_emphasis(s, search);
    break;
  case '`':
    search_ticks(s, search);
    break;
  case '$':
    search_dollars(s, search);
    break;
  case '[':
  case ']':
    search_brackets(s, search);
    break;
  case '\n':
  case '\r':
    search_newline(s, search);
    break;
  default:
    advance(s);
  }
  search->before = side;
}

// After the opening mark: whether a closing one comes before the block, the cell or what is open
// ends.
static bool find_closing(Scan *s, uint8_t kind) {
  Search search = {.kind = kind, .before = SIDE_PUNCTUATION};
  bool in_row = s->state->context == IN_ROW;
  while (!search.over && !at_end(s)) {
    if (in_row && peek(s) == '|' && search.hide != HIDE_REFERENCE) break;
    search_step(s, &search);
  }
  return search.event == EVENT_FOUND;
}
