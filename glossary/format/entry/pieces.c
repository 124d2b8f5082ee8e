#include "pieces.h"

#include "../../line.h"
#include "../../prose/seek.h"
#include "../../scanner.h"

typedef struct {
  const GlossaryFile *file;
  Range within;
  uint32_t reach; // where entries begin was decided by a fence up to here
  Pieces pieces;
} Cutting;

static Slice bytes_at(const Cutting *self, Range range) {
  return text_slice(self->file->text, range);
}

static bool has_fence(Slice text) {
  for (Slice rest = text; rest.len;)
    if (line_fence(line_next(&rest)).mark) return true;
  return false;
}

static bool leaves_fence_open(Slice text) {
  Fence open = {0};
  for (Slice rest = text; rest.len;) line_in_fence(line_next(&rest), &open);
  return open.mark;
}

static bool is_touched(const Cutting *self, Range range) {
  Range within = self->within;
  bool at_end = within.start == range.end && range.end == text_len(self->file->text);
  return range.start < within.end ? range.end > within.start || at_end
                                  : range_holds(range, within.start) || at_end;
}

static void add(Cutting *self, Range range, const Entry *entry) {
  if (range.start == range.end || !is_touched(self, range)) return;
  Slice bytes = bytes_at(self, range);
  bool is_reached = range.start < self->reach;
  *array_push(&self->pieces) = (Piece){
      .range = range,
      .entry = entry,
      .is_last = range.end == text_len(self->file->text),
      .is_fixed = leaves_fence_open(bytes) || (is_reached && has_fence(bytes)) ||
                  slice_starts_with(slice_trim(bytes), BYTE_ORDER_MARK),
  };
}

// The length of the lines between two `---` or `+++` at the start of a file, with these.
static uint32_t front_len(Slice text) {
  Slice rest = text, mark = {0};
  while (rest.len && !mark.len) mark = slice_trim(line_next(&rest)); // blank lines will be gone
  if (!slice_eq(mark, SLICE("---")) && !slice_eq(mark, SLICE("+++"))) return 0;
  while (rest.len) {
    Slice line = line_next(&rest);
    if (slice_eq(slice_trim(line), mark)) return range_of(text, line).end;
  }
  return 0;
}

// The sections between two entries. The last one may leave a fence open.
static void add_sections(Cutting *self, Range range) {
  Text *text = self->file->text;
  uint32_t front = text_line_at(text, range.start) ? 0 : front_len(bytes_at(self, range));
  Scanner scanner = scanner_at(text, text_line_at(text, range.start + front));
  LineRole role;
  while (range.start < range.end) {
    uint32_t next = scanner_next_heading(&scanner, &role);
    if (next == range.start) continue;
    if (next > range.end) next = range.end;
    add(self, (Range){range.start, next}, NULL);
    range.start = next;
  }
}

// How far the fences that are open at the end of span `index`, or before it, were looked after.
static uint32_t reach_of(const Cutting *self, Range before, uint32_t index) {
  Span span = self->file->outline.spans.items[index];
  Range range = outline_range(&self->file->outline, index);
  bool is_open = span.look && (leaves_fence_open(bytes_at(self, before)) ||
                               leaves_fence_open(bytes_at(self, range)));
  return is_open ? range.end + span.look : 0;
}

static void reach_to(Cutting *self, uint32_t reach) {
  if (reach > self->reach) self->reach = reach;
}

// Where a section leaves a fence open, what was looked at may stand in the entry behind it.
static void add_span(Cutting *self, Range before, uint32_t index) {
  if (is_touched(self, before)) add_sections(self, before);
  Range range = outline_range(&self->file->outline, index);
  uint32_t reach = reach_of(self, before, index);
  if (leaves_fence_open(bytes_at(self, before)))
    reach_to(self, reach > range.end ? reach : range.end);
  add(self, range, self->file->entries.items[index]);
  reach_to(self, reach);
}

static uint32_t mark_len(Text *text) {
  bool marked = slice_starts_with(text_slice(text, text_line(text, 0)), BYTE_ORDER_MARK);
  return marked ? (uint32_t)BYTE_ORDER_MARK.len : 0;
}

Pieces pieces_cut(const GlossaryFile *file, Range within) {
  Cutting self = {.file = file, .within = within};
  uint32_t at = mark_len(file->text), count = (uint32_t)file->outline.spans.len;
  for (uint32_t i = 0; i < count && at <= within.end; i++) {
    Range range = outline_range(&file->outline, i);
    add_span(&self, (Range){at, range.start}, i);
    at = range.end;
  }
  if (at <= within.end) add_sections(&self, (Range){at, text_len(file->text)});
  return self.pieces;
}

// --- parts ---

static Slice without_blank_lines(Slice text) {
  Slice rest = text;
  while (rest.len && line_is_blank(line_next(&rest))) text = rest;
  Slice trimmed = slice_trim(text);
  uint32_t end = range_of(text, trimmed).end;
  return slice_to(text, trimmed.len ? line_end(text, end, (uint32_t)text.len) : 0);
}

static bool is_heading(Slice line) {
  return line_is_entry_heading(line) || line_is_title(line);
}

// Reads what stands at the start of a piece, and returns where the rest begins.
static uint32_t read_start(Parts *self, Slice core) {
  Slice rest = core, line = line_next(&rest);
  self->has_heading = is_heading(line);
  if (self->has_heading) {
    self->heading = line;
    return (uint32_t)(core.len - rest.len);
  }
  uint32_t front = front_len(core);
  self->front = without_blank_lines(slice_to(core, front));
  return front;
}

static uint32_t read_list(Parts *self, Slice core, uint32_t start) {
  uint32_t end = fields_read(core, start, &self->fields);
  if (!self->fields.len) return start;
  uint32_t last = self->fields.items[self->fields.len - 1].line.end;
  self->list = slice_range(core, (Range){self->fields.items[0].line.start, last});
  return end;
}

Parts parts_read(Slice whole, bool is_last) {
  uint32_t end = is_last ? (uint32_t)whole.len : tail_start(whole);
  Parts self = {.whole = whole, .tail = without_blank_lines(slice_from(whole, end))};
  Slice core = slice_to(whole, end);
  uint32_t at = read_start(&self, core);
  if (!self.front.len) at = read_list(&self, core, at);
  self.body = without_blank_lines(slice_from(core, at));
  return self;
}

void parts_free(Parts *self) {
  array_free(&self->fields);
}

// --- whether it stays one ---

static bool scans_as_one(Slice text) {
  Text *copy = text_new(text);
  Scanner scanner = scanner_at(copy, 0);
  LineRole role;
  uint32_t next = scanner_next_heading(&scanner, &role);
  if (next == 0) next = scanner_next_heading(&scanner, &role); // its own
  bool is_one = next == text.len && !scanner.fence.mark;
  text_delete(copy);
  return is_one;
}

// Only headings inside fences ask for more than a look at each line.
bool is_one_piece(Slice text) {
  Fence open = {0};
  text = slice_from(text, front_len(text));
  Slice rest = text, behind_heading = text;
  if (is_heading(line_next(&behind_heading))) rest = behind_heading;
  while (rest.len) {
    Slice line = line_next(&rest);
    if (is_heading(line)) return open.mark && scans_as_one(text);
    line_in_fence(line, &open);
  }
  return !open.mark;
}
