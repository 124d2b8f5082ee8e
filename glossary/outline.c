#include "outline.h"
#include "scanner.h"

static void read_dialect(Outline *self, Text *text) {
  Scanner scanner = scanner_at(text, 0);
  LineRole role;
  bool page = scanner_next_heading(&scanner, &role) == text_len(text);
  self->dialect = page ? DIALECT_PAGE : DIALECT_MARKDOWN;
  self->hides_headings = page && scanner.heading_seen;
}

Outline outline_scan(Text *text) {
  text_bytes(text); // one move of the gap instead of one a line
  Outline self = {0};
  read_dialect(&self, text);
  Scanner scanner = scanner_at(text, 0);
  Span span;
  while (scanner_next(&scanner, self.dialect, &span)) *array_push(&self.spans) = span;
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
  while (scanner_next(scanner, self->dialect, &span)) {
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
