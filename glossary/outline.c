// One pass over the lines of a text. It may begin at the start of any entry, because there no fence
// is open: that is what makes an edit cheap.
//
// A fence that is never closed must not swallow the entries after it. So a heading inside an open
// fence asks the next fence line that could close it what it looks like (fence_reaches); the span
// then remembers how far that look went, so that an edit there cuts again.
#include "outline.h"
#include "line.h"

typedef struct {
  Text *text;
  uint32_t line; // the next line to read
  uint32_t line_count;
  Fence fence;           // open fence, or mark 0
  uint32_t reached;      // headings before this line are known to lie inside the open fence
  uint32_t looked_until; // how far a look went since the last span, as an offset
  bool heading_seen;     // any heading, also inside a fence
} Scanner;

static const Slice BOM = {"\xEF\xBB\xBF", 3};

static Range line_range(const Scanner *self, uint32_t line) {
  Range range = text_line(self->text, line);
  if (line == 0 && slice_starts_with(text_slice(self->text, range), BOM)) range.start += BOM.len;
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

// Whether the open fence goes on past the heading on line `heading`.
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

typedef enum { LINE_INSIDE, LINE_STARTS_ENTRY, LINE_ENDS_ENTRY } LineRole;

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
static uint32_t markdown_next(Scanner *self, LineRole *role) {
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
    start = markdown_next(self, &role);
    if (start == text_len(self->text)) return false;
  } while (role != LINE_STARTS_ENTRY);
  uint32_t end = markdown_next(self, &role);
  *span = span_new(self, start, end);
  self->fence.mark = 0;
  if (role == LINE_STARTS_ENTRY) self->line--; // it is the first line of the next one
  return true;
}

static uint32_t skip_blank(Scanner *self, uint32_t line) {
  while (line < self->line_count && line_is_blank(look_at(self, line))) line++;
  return line;
}

static bool is_furniture(Scanner *self, uint32_t line) {
  Slice next = look_at(self, skip_blank(self, line + 1));
  return line_is_furniture(look_at(self, line), next);
}

static bool is_between(Scanner *self, uint32_t line) {
  return line_is_blank(look_at(self, line)) || is_furniture(self, line);
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
  uint32_t body = skip_blank(self, line);
  uint32_t end = block_end(self, body);
  return end == body || is_headword_block(self, body, end) ? line : end;
}

static bool page_span(Scanner *self, Span *span) {
  uint32_t first = self->line;
  while (first < self->line_count && is_between(self, first)) first++;
  if (first >= self->line_count) return false;
  uint32_t end = block_end(self, first);
  if (is_headword_block(self, first, end)) end = body_end(self, end);
  *span = span_new(self, line_range(self, first).start, line_range(self, end - 1).end);
  self->line = end;
  return true;
}

static Scanner scanner_at(Text *text, uint32_t line) {
  return (Scanner){.text = text, .line = line, .line_count = text_line_count(text)};
}

static bool next_span(Scanner *self, Dialect dialect, Span *span) {
  return dialect == DIALECT_MARKDOWN ? markdown_span(self, span) : page_span(self, span);
}

static void read_dialect(Outline *self, Text *text) {
  Scanner scanner = scanner_at(text, 0);
  LineRole role;
  bool page = markdown_next(&scanner, &role) == text_len(text);
  self->dialect = page ? DIALECT_PAGE : DIALECT_MARKDOWN;
  self->hides_headings = page && scanner.heading_seen;
}

Outline outline_scan(Text *text) {
  text_bytes(text); // one move of the gap instead of one a line
  Outline self = {0};
  read_dialect(&self, text);
  Scanner scanner = scanner_at(text, 0);
  Span span;
  while (next_span(&scanner, self.dialect, &span)) *array_push(&self.spans) = span;
  return self;
}

void outline_free(Outline *self) {
  array_free(&self->spans);
}

static OutlineChange rescan(Outline *self, Text *text) {
  Dialect before = self->dialect;
  OutlineChange change = {.removed = (uint32_t)self->spans.len};
  outline_free(self);
  *self = outline_scan(text);
  change.added = (uint32_t)self->spans.len;
  change.whole = before != self->dialect;
  return change;
}

// Whether the lines that an edit left may have turned a page into the Markdown dialect.
static bool brings_heading(Text *text, uint32_t start, uint32_t end) {
  for (uint32_t line = text_line_at(text, start); line <= text_line_at(text, end); line++)
    if (slice_starts_with(text_slice(text, text_line(text, line)), SLICE("#"))) return true;
  return false;
}

// The first span that the edit can have changed: the one before the first that reaches to it.
static uint32_t first_affected(const Outline *self, uint32_t edit) {
  uint32_t i = 0;
  while (i < self->spans.len) {
    Span span = self->spans.items[i];
    if ((uint64_t)span.start + span.len + span.look >= edit) break;
    i++;
  }
  return i ? i - 1 : 0;
}

static bool span_eq(Span a, Span b) {
  return a.start == b.start && a.len == b.len && a.look == b.look;
}

// Spans at the front that came out as they were are no change, if the next one too begins before
// the edit: what stands between two spans counts as touching the first.
static void trim_front(OutlineChange *change, const Span *old, const Span *new, uint32_t edit) {
  uint32_t least = change->removed < change->added ? change->removed : change->added;
  uint32_t same = 0;
  while (same + 1 < least && span_eq(old[same], new[same]) &&
         old[same + 1].start == new[same + 1].start &&old[same + 1].start < edit)
    same++;
  change->first += same;
  change->removed -= same;
  change->added -= same;
}

static void shift_from(Outline *self, uint32_t index, uint32_t by) {
  for (size_t i = index; i < self->spans.len; i++) self->spans.items[i].start += by;
}

typedef Array(Span) Spans;

// Reads spans until one starts where an old one does, behind the edit: from there on all is as it
// was. Returns the index of that old span.
static uint32_t read_until_met(Outline *self, Scanner *scanner, uint32_t old, uint32_t edit_end,
                               Spans *found) {
  Span span;
  while (next_span(scanner, self->dialect, &span)) {
    while (old < self->spans.len && self->spans.items[old].start < span.start) old++;
    bool met = old < self->spans.len && self->spans.items[old].start == span.start;
    if (met && span.start >= edit_end) {
      self->spans.items[old].look = span.look; // what led to its start may be new
      return old;
    }
    *array_push(found) = span;
  }
  return (uint32_t)self->spans.len;
}

// A scanner about to read span `index` again, which the edit did not reach. What was looked at to
// find that span's start is not looked at again, so its reach is kept.
static Scanner scanner_before(const Outline *self, Text *text, uint32_t index) {
  if (index == 0) return scanner_at(text, 0);
  Span span = self->spans.items[index];
  Scanner scanner = scanner_at(text, text_line_at(text, span.start));
  scanner.looked_until = span.start + span.len + span.look;
  return scanner;
}

static OutlineChange cut_again(Outline *self, Text *text, Range replaced, uint32_t inserted) {
  uint32_t first = first_affected(self, replaced.start);
  Scanner scanner = scanner_before(self, text, first);
  uint32_t behind = first;
  while (behind < self->spans.len && self->spans.items[behind].start < replaced.end) behind++;
  shift_from(self, behind, inserted - range_len(replaced));

  Spans found = {0};
  uint32_t met = read_until_met(self, &scanner, behind, replaced.start + inserted, &found);
  OutlineChange change = {first, met - first, (uint32_t)found.len, false};
  trim_front(&change, self->spans.items + first, found.items, replaced.start);
  array_splice(&self->spans, first, met - first, found.items, found.len);
  array_free(&found);
  return change;
}

OutlineChange outline_edit(Outline *self, Text *text, Range replaced, uint32_t inserted) {
  bool may_turn =
      self->dialect == DIALECT_PAGE &&
      (self->hides_headings || brings_heading(text, replaced.start, replaced.start + inserted));
  if (may_turn || self->spans.len == 0) return rescan(self, text);
  OutlineChange change = cut_again(self, text, replaced, inserted);
  if (self->spans.len > 0) return change;
  uint32_t removed = change.removed;
  change = rescan(self, text);
  change.removed = removed;
  return change;
}

Range outline_range(const Outline *self, uint32_t index) {
  Span span = self->spans.items[index];
  return (Range){span.start, span.start + span.len};
}

Range outline_preamble(const Outline *self, const Text *text) {
  return (Range){0, self->spans.len ? self->spans.items[0].start : text_len(text)};
}

uint32_t outline_at(const Outline *self, uint32_t offset) {
  size_t low = 0, high = self->spans.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (self->spans.items[middle].start <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return UINT32_MAX;
  Span span = self->spans.items[low - 1];
  return offset <= span.start + span.len ? (uint32_t)low - 1 : UINT32_MAX;
}
