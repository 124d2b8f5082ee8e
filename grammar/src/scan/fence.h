// Fenced code, and the lines that matter to it. Where entries begin depends on fences and heading
// lines only; this is the same rule as in glossary/outline.c, made to be read in one go.
//
// A fence that is never closed must not swallow the entries after it. So a heading line inside an
// open fence leaves two readings, until the next segment (the lines between two heading lines) that
// holds a fence line has been read: alone, does it end inside a fence? Then the fence really went
// through.
#pragma once

#include "state.h"

typedef struct {
  int32_t mark; // 0: no fence is open
  uint32_t length;
} Fence;

typedef enum { ROLE_NONE, ROLE_HEADING, ROLE_FENCE } LineRole;

typedef struct {
  LineRole role;
  Fence fence;
  bool bare; // nothing after the marks: may close
} FenceLine;

// `# `, `## ` or either alone on its line. Reads at most the marks and what follows them.
static bool pass_heading_mark(Scan *s) {
  uint32_t level = pass_run(s, '#');
  return level >= 1 && level <= 2 && (is_blank(peek(s)) || at_line_end(s));
}

// At three or more marks; to the line end. A backtick after backticks makes it an ordinary line.
static FenceLine pass_fence_line(Scan *s) {
  FenceLine line = {ROLE_NONE, {peek(s), 0}, true};
  line.fence.length = pass_run(s, line.fence.mark);
  if (line.fence.length < 3) return line;
  for (; !at_line_end(s); advance(s)) {
    if (peek(s) == '`' && line.fence.mark == '`') return line;
    if (!is_blank(peek(s))) line.bare = false;
  }
  line.role = ROLE_FENCE;
  return line;
}

// A whole line with its line end.
static FenceLine pass_any_line(Scan *s) {
  FenceLine line = {0};
  if (peek(s) == '#') {
    if (pass_heading_mark(s)) line.role = ROLE_HEADING;
  } else {
    for (int i = 0; i < 3 && peek(s) == ' '; i++) advance(s);
    if (peek(s) == '`' || peek(s) == '~') line = pass_fence_line(s);
  }
  pass_line(s);
  pass_newline(s);
  return line;
}

static void fence_step(Fence *open, const FenceLine *line) {
  if (!open->mark)
    *open = line->fence;
  else if (line->bare && line->fence.mark == open->mark && line->fence.length >= open->length)
    open->mark = 0;
}

typedef struct {
  Fence open;        // by the reading in which fences go through
  Fence crossed;     // the one that was open at the heading line that left two readings
  Fence alone;       // in this segment read alone
  bool was_closed;   // the first fence, by that reading
  bool pending;      // two readings are left
  bool has_fence;    // this segment holds a fence line like it
  uint32_t headings; // heading lines passed
  uint32_t at;       // how many of them before the one that left two readings
} FenceWalk;

// Whether the segments read so far say that the fence was never closed.
static bool walk_denies(const FenceWalk *walk) {
  return walk->pending && !(walk->has_fence && walk->alone.mark);
}

// At a heading line. True when one is real: the one at `at`.
static bool walk_heading(FenceWalk *walk) {
  bool undecided = walk->pending && !walk->has_fence;
  if (walk->pending && walk->has_fence && !walk->alone.mark) return true;
  if (!undecided) {
    walk->at = walk->headings;
    walk->crossed = walk->open;
    walk->pending = walk->open.mark != 0;
    if (!walk->pending) return true;
  }
  walk->alone.mark = 0;
  walk->has_fence = false;
  walk->headings++;
  return false;
}

static void walk_fence(FenceWalk *walk, const FenceLine *line) {
  fence_step(&walk->open, line);
  if (!walk->open.mark) walk->was_closed = true;
  bool alike = line->fence.mark == walk->crossed.mark && line->fence.length >= walk->crossed.length;
  if (!walk->pending || !alike) return;
  fence_step(&walk->alone, line);
  walk->has_fence = true;
}

// At the start of a line, no fence open: whether any heading line from here on is real.
static bool holds_real_heading(Scan *s) {
  FenceWalk walk = {0};
  while (!at_end(s)) {
    FenceLine line = pass_any_line(s);
    if (line.role == ROLE_HEADING && walk_heading(&walk)) return true;
    if (line.role == ROLE_FENCE) walk_fence(&walk, &line);
  }
  return walk_denies(&walk);
}

// After the line that opened `fence`: whether it is closed. If not, `*headings` heading lines lie
// in it.
static bool fence_is_closed(Scan *s, Fence fence, uint32_t *headings) {
  FenceWalk walk = {.open = fence};
  while (!at_end(s) && !(walk.was_closed && !walk.pending)) {
    FenceLine line = pass_any_line(s);
    if (line.role == ROLE_HEADING) {
      bool real = walk_heading(&walk);
      if (real && walk.pending) break;
      if (walk.was_closed) return true; // the segment said that it went through
    }
    if (line.role == ROLE_FENCE) walk_fence(&walk, &line);
  }
  *headings = walk_denies(&walk) ? walk.at : walk.headings;
  return walk.was_closed && !walk_denies(&walk);
}

// ---- tokens

static bool scan_fence_mark(Scan *s) {
  skip_blanks(s);
  Fence fence = {peek(s), 0};
  fence.length = pass_run(s, fence.mark);
  mark(s);
  pass_line(s);
  pass_newline(s);
  uint32_t headings = 0;
  bool closed = fence_is_closed(s, fence, &headings);
  s->state->fence_mark = (uint8_t)fence.mark;
  set(s, FENCE_CLOSED, closed);
  s->state->as.fence.len = fence.length;
  s->state->as.fence.headings = headings;
  s->state->mode = IN_INFO;
  return emit(s, closed ? FENCE : UNCLOSED);
}

// At a line start: is it the line that closes the block? Reads into the line.
static bool pass_closing_line(Scan *s) {
  for (int i = 0; i < 3 && peek(s) == ' '; i++) advance(s);
  if (peek(s) != s->state->fence_mark) return false;
  if (pass_run(s, s->state->fence_mark) < s->state->as.fence.len) return false;
  pass_blanks(s);
  return at_line_end(s);
}

// Whether the line ahead ends the block: the closing one, or, in a fence that is never closed, the
// first heading line that it does not hold.
static bool pass_last_line(Scan *s, uint32_t *headings) {
  if (has(s, FENCE_CLOSED)) return pass_closing_line(s);
  return peek(s) == '#' && pass_heading_mark(s) && (*headings)-- == 0;
}

static bool scan_code(Scan *s) {
  skip_blanks(s);
  skip_newline(s);
  mark(s);
  uint32_t headings = s->state->as.fence.headings;
  while (!at_end(s) && !pass_last_line(s, &headings)) {
    pass_line(s);
    pass_newline(s);
    mark(s);
  }
  s->state->mode = has(s, FENCE_CLOSED) ? AT_FENCE_END : AT_BLOCK;
  return emit(s, CODE);
}

static bool scan_info(Scan *s) {
  skip_blanks(s);
  if (at_line_end(s)) return scan_code(s);
  while (!at_line_end(s) && !is_blank(peek(s))) advance(s);
  mark(s);
  s->state->mode = IN_INFO_REST;
  return emit(s, LANGUAGE);
}

static bool scan_info_rest(Scan *s) {
  skip_blanks(s);
  if (at_line_end(s)) return scan_code(s);
  pass_line(s);
  mark(s);
  s->state->mode = IN_CODE;
  return emit(s, INFO_REST);
}

static bool scan_fence_end(Scan *s) {
  skip_blanks(s);
  pass_run(s, s->state->fence_mark);
  mark(s);
  s->state->mode = AT_BLOCK;
  return emit(s, FENCE);
}
