// Fenced code, and the lines that matter to it. Where entries begin depends on fences and heading
// lines only; this is the same rule as in glossary/scanner.c, made to be read in one go.
//
// A fence that is never closed must not swallow the entries after it. So when an entry heading
// stands inside an open fence, the next fence line that could close it decides: if it looks like
// one that opens a block of its own, the open fence was never closed, and ended at that heading.
#pragma once

#include "state.h"

typedef struct {
  int32_t mark; // 0: no fence is open
  uint32_t length;
} Fence;

typedef enum { ROLE_NONE, ROLE_BLANK, ROLE_TITLE, ROLE_ENTRY, ROLE_FENCE } LineRole;

typedef struct {
  LineRole role;
  Fence fence;
  bool bare; // nothing after the marks: may close
  bool indented;
} FenceLine;

// `# ` or `## `, or either alone on its line. Reads at most the marks and what follows them.
static LineRole pass_heading_mark(Scan *s) {
  static const LineRole roles[] = {ROLE_NONE, ROLE_TITLE, ROLE_ENTRY};
  uint32_t level = pass_run(s, '#');
  return level <= 2 && (is_blank(peek(s)) || at_line_end(s)) ? roles[level] : ROLE_NONE;
}

// At three or more marks; to the line end. A backtick after backticks makes it an ordinary line.
static FenceLine pass_fence_line(Scan *s) {
  FenceLine line = {.fence = {peek(s), 0}, .bare = true};
  line.fence.length = pass_run(s, line.fence.mark);
  if (line.fence.length < 3) return line;
  for (; !at_line_end(s); advance(s)) {
    if (peek(s) == '`' && line.fence.mark == '`') return line;
    if (!is_blank(peek(s))) line.bare = false;
  }
  line.role = ROLE_FENCE;
  return line;
}

static void pass_blank_start(Scan *s, FenceLine *line) {
  pass_blanks(s);
  if (at_line_end(s)) line->role = ROLE_BLANK;
}

// A whole line with its line end.
static FenceLine pass_any_line(Scan *s) {
  FenceLine line = {0};
  for (int i = 0; i < 3 && peek(s) == ' '; i++) advance(s), line.indented = true;
  if (peek(s) == '`' || peek(s) == '~')
    line = pass_fence_line(s);
  else if (peek(s) == '#' && !line.indented)
    line.role = pass_heading_mark(s);
  else
    pass_blank_start(s, &line);
  pass_line(s);
  pass_newline(s);
  return line;
}

// At the start of a line: whether it is blank, or the end of the text. Reads into it.
static bool pass_blank_line(Scan *s) {
  pass_blanks(s);
  return at_line_end(s);
}

typedef enum { WALK_ON, WALK_CLOSED, WALK_NEVER_CLOSED } WalkEnd;

// Lines inside an open fence, from the one after its opening line on.
typedef struct {
  Fence open;
  bool above_blank;  // the line before was blank
  bool held_heading; // an entry heading waits for the fence line that decides
} FenceWalk;

static bool could_close(const FenceWalk *walk, const FenceLine *line) {
  return line->role == ROLE_FENCE && line->fence.mark == walk->open.mark &&
         line->fence.length >= walk->open.length;
}

// Behind a line of the fence, at the start of the next one, into which it may read.
static WalkEnd walk_line(FenceWalk *walk, const FenceLine *line, Scan *s) {
  bool above_blank = walk->above_blank;
  walk->above_blank = line->role == ROLE_BLANK;
  if (line->role == ROLE_ENTRY) walk->held_heading = true;
  if (!could_close(walk, line)) return WALK_ON;
  if (!walk->held_heading) return line->bare ? WALK_CLOSED : WALK_ON;
  bool opens_its_own = !line->bare || (above_blank && !pass_blank_line(s));
  return opens_its_own ? WALK_NEVER_CLOSED : WALK_CLOSED;
}

// Behind the line that opened `fence`: how the walk through it ends. WALK_ON: at the end of the
// text.
static WalkEnd walk_fence(Scan *s, Fence fence, bool *held_heading) {
  FenceWalk walk = {.open = fence};
  WalkEnd end = WALK_ON;
  while (!at_end(s) && end == WALK_ON) {
    FenceLine line = pass_any_line(s);
    end = walk_line(&walk, &line, s);
  }
  *held_heading = walk.held_heading;
  return end;
}

// At the start of a line, no fence open: whether any heading line from here on is real.
static bool holds_real_heading(Scan *s) {
  while (!at_end(s)) {
    FenceLine line = pass_any_line(s);
    if (line.role == ROLE_TITLE || line.role == ROLE_ENTRY) return true;
    bool held_heading = false;
    if (line.role == ROLE_FENCE && walk_fence(s, line.fence, &held_heading) != WALK_CLOSED)
      return held_heading;
  }
  return false;
}

// ---- tokens

static bool scan_fence_mark(Scan *s) {
  skip_blanks(s);
  Fence fence = {peek(s), 0};
  fence.length = pass_run(s, fence.mark);
  mark(s);
  pass_line(s);
  pass_newline(s);
  bool held_heading;
  bool closed = walk_fence(s, fence, &held_heading) == WALK_CLOSED;
  s->state->fence_mark = (uint8_t)fence.mark;
  set(s, FENCE_CLOSED, closed);
  s->state->as.fence_len = fence.length;
  s->state->mode = IN_INFO;
  return emit(s, closed ? FENCE : UNCLOSED);
}

// At a line start: is it the line that closes the block? Reads into the line.
static bool pass_closing_line(Scan *s) {
  for (int i = 0; i < 3 && peek(s) == ' '; i++) advance(s);
  if (peek(s) != s->state->fence_mark) return false;
  if (pass_run(s, s->state->fence_mark) < s->state->as.fence_len) return false;
  pass_blanks(s);
  return at_line_end(s);
}

// Whether the line ahead ends the block: the closing one, or, in a fence that is never closed, the
// first entry heading.
static bool pass_last_line(Scan *s) {
  if (has(s, FENCE_CLOSED)) return pass_closing_line(s);
  return peek(s) == '#' && pass_heading_mark(s) == ROLE_ENTRY;
}

static bool scan_code(Scan *s) {
  skip_blanks(s);
  skip_newline(s);
  mark(s);
  while (!at_end(s) && !pass_last_line(s)) {
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
