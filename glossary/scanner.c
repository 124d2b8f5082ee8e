// A fence that is never closed must not swallow the entries after it. So an entry heading inside an
// open fence asks the next fence line that could close it what it looks like (fence_reaches); the
// rule is in grammar/README.md.
#include "scanner.h"

static Range line_range(const Scanner *self, uint32_t line) {
  Range range = text_line(self->text, line);
  if (line == 0 && slice_starts_with(text_slice(self->text, range), BYTE_ORDER_MARK))
    range.start += BYTE_ORDER_MARK.len;
  return range;
}

// A line that is looked at out of turn: past the last one it is empty.
static Slice look_at(Scanner *self, uint32_t line) {
  uint32_t end = text_line_start(self->text, line + 1);
  if (end > self->looked_until) self->looked_until = end;
  if (line >= self->line_count) return (Slice){0};
  return text_slice(self->text, line_range(self, line));
}

// A fence line that could close the open fence: does it? One that stands between a blank line and
// text opens a block of its own, and then the open fence was never closed.
static bool looks_like_closing(Scanner *self, uint32_t line, Fence fence) {
  if (fence.has_info) return false;
  bool blank_before = line_is_blank(look_at(self, line - 1));
  bool blank_after = line_is_blank(look_at(self, line + 1));
  return !blank_before || blank_after;
}

// Whether the open fence goes on past the entry heading on line `heading`.
static bool fence_reaches(Scanner *self, uint32_t heading) {
  if (heading < self->reached) return true;
  for (uint32_t line = heading + 1; line < self->line_count; line++) {
    Fence fence = line_fence(look_at(self, line));
    if (fence.mark != self->fence.mark || fence.len < self->fence.len) continue;
    if (!looks_like_closing(self, line, fence)) return false;
    self->reached = line;
    return true;
  }
  look_at(self, self->line_count);
  return false;
}

static LineRole role_in_fence(Scanner *self, uint32_t number, Slice line) {
  if (line_is_entry_heading(line) && !fence_reaches(self, number)) {
    self->fence.mark = 0;
    return LINE_STARTS_ENTRY;
  }
  if (fence_closes(line_fence(line), self->fence)) self->fence.mark = 0;
  return LINE_INSIDE;
}

static LineRole markdown_role(Scanner *self, uint32_t number, Slice line) {
  if (line_is_entry_heading(line) || line_is_title(line)) self->heading_seen = true;
  if (self->fence.mark) return role_in_fence(self, number, line);
  if (line_is_entry_heading(line)) return LINE_STARTS_ENTRY;
  if (line_is_title(line)) return LINE_ENDS_ENTRY;
  self->fence = line_fence(line);
  return LINE_INSIDE;
}

// Only these bytes can begin a line that has a role. Most lines are passed over by this test.
static bool may_have_role(Slice line) {
  return line.len && memchr("#`~ ", line.ptr[0], 4);
}

// Reads on past the next line with a role and returns that line's start; at the end, the text's
// length.
uint32_t scanner_next_heading(Scanner *self, LineRole *role) {
  while (self->line < self->line_count) {
    uint32_t number = self->line++;
    Range range = line_range(self, number);
    Slice line = text_slice(self->text, range);
    if (!may_have_role(line)) continue;
    *role = markdown_role(self, number, line);
    if (*role != LINE_INSIDE) return range.start;
  }
  *role = LINE_ENDS_ENTRY;
  return text_len(self->text);
}

static Span span_new(Scanner *self, uint32_t start, uint32_t end) {
  uint32_t look = self->looked_until > end ? self->looked_until - end : 0;
  self->looked_until = 0;
  return (Span){start, end - start, look};
}

// The next entry, from `self->line` on; false at the end of the text.
static bool markdown_span(Scanner *self, Span *span) {
  LineRole role;
  uint32_t start;
  do {
    start = scanner_next_heading(self, &role);
    if (start == text_len(self->text)) return false;
  } while (role != LINE_STARTS_ENTRY);
  uint32_t end = scanner_next_heading(self, &role);
  *span = span_new(self, start, end);
  self->fence.mark = 0;
  if (role == LINE_STARTS_ENTRY) self->line--; // it is the first line of the next one
  return true;
}

// The last line before `line` that is not blank.
static Slice line_above(Scanner *self, uint32_t line) {
  while (line > 0 && line_is_blank(look_at(self, line - 1))) line--;
  return line > 0 ? look_at(self, line - 1) : (Slice){0};
}

// Furniture counts as blank everywhere.
static bool is_between(Scanner *self, uint32_t line) {
  Slice bytes = look_at(self, line);
  return line_is_blank(bytes) || line_is_furniture(bytes, line_above(self, line));
}

static uint32_t skip_between(Scanner *self, uint32_t line) {
  while (line < self->line_count && is_between(self, line)) line++;
  return line;
}

// The line after the block of lines that begins on `line`.
static uint32_t block_end(Scanner *self, uint32_t line) {
  while (line < self->line_count && !is_between(self, line)) line++;
  return line;
}

static bool is_headword_block(Scanner *self, uint32_t line, uint32_t end) {
  return end == line + 1 && line_is_headword(look_at(self, line));
}

// The end of the body that follows a headword line which ends before `line`; `line` when there is
// none.
static uint32_t body_end(Scanner *self, uint32_t line) {
  uint32_t body = skip_between(self, line);
  uint32_t end = block_end(self, body);
  return end == body || is_headword_block(self, body, end) ? line : end;
}

static bool page_span(Scanner *self, Span *span) {
  uint32_t first = skip_between(self, self->line);
  if (first >= self->line_count) return false;
  uint32_t end = block_end(self, first);
  if (is_headword_block(self, first, end)) end = body_end(self, end);
  *span = span_new(self, line_range(self, first).start, line_range(self, end - 1).end);
  self->line = end;
  return true;
}

Scanner scanner_at(Text *text, uint32_t line) {
  return (Scanner){.text = text, .line = line, .line_count = text_line_count(text)};
}

bool scanner_next(Scanner *self, Dialect dialect, Span *span) {
  return dialect == DIALECT_MARKDOWN ? markdown_span(self, span) : page_span(self, span);
}
