// The gap and the split line starts, in a drawing (G: gap, |: line starts):
//
//   bytes   a b c | d e G G G G f g | h i          lines  [0 3] gap [2 0 from the end]
//           0     3     ^front       ^ back of `f`
//
// Invariant: a line start at or before the gap's offset is in front of the line gap and counts from
// the start of the text; one after it is behind and counts from the end. `split(text)` keeps it.
#include "text.h"
#include "base/memory.h"

enum { GAP_MIN = 256 };

// A gap buffer of bytes and one of line starts, both with the gap at the same offset of the text.
typedef struct {
  char *bytes;
  uint32_t front, back, cap; // bytes before the gap, after it, and room for all
} Bytes;

typedef struct {
  uint32_t *starts;
  uint32_t front, back, cap;
} Lines;

struct Text {
  Bytes bytes;
  Lines lines;
};

static char *back_bytes(const Bytes *b) {
  return b->bytes + b->cap - b->back;
}

static uint32_t *back_lines(const Lines *l) {
  return l->starts + l->cap - l->back;
}

static uint32_t grown(uint64_t needed) {
  uint64_t cap = needed + needed / 4 + GAP_MIN;
  return cap > UINT32_MAX ? UINT32_MAX : (uint32_t)cap;
}

static void bytes_reserve(Bytes *b, uint32_t extra) {
  if (b->cap - b->front - b->back >= extra) return;
  uint32_t cap = grown((uint64_t)b->front + b->back + extra);
  char *moved = mem_alloc(cap);
  if (b->front) memcpy(moved, b->bytes, b->front);
  if (b->back) memcpy(moved + cap - b->back, back_bytes(b), b->back);
  mem_free(b->bytes);
  b->bytes = moved;
  b->cap = cap;
}

static void lines_reserve(Lines *l, uint32_t extra) {
  if (l->cap - l->front - l->back >= extra) return;
  uint32_t cap = grown((uint64_t)l->front + l->back + extra);
  uint32_t *moved = mem_alloc(cap * sizeof *moved);
  if (l->front) memcpy(moved, l->starts, l->front * sizeof *moved);
  if (l->back) memcpy(moved + cap - l->back, back_lines(l), l->back * sizeof *moved);
  mem_free(l->starts);
  l->starts = moved;
  l->cap = cap;
}

uint32_t text_len(const Text *self) {
  return self->bytes.front + self->bytes.back;
}

static char byte_at(const Text *self, uint32_t offset) {
  const Bytes *b = &self->bytes;
  return offset < b->front ? b->bytes[offset] : back_bytes(b)[offset - b->front];
}

// Moves line starts over the line gap until the invariant holds for a byte gap at `offset`.
static void move_line_gap(Text *self, uint32_t offset) {
  Lines *l = &self->lines;
  uint32_t len = text_len(self);
  lines_reserve(l, 1);
  while (l->front && l->starts[l->front - 1] > offset) {
    uint32_t start = l->starts[--l->front];
    l->back++;
    back_lines(l)[0] = len - start;
  }
  while (l->back && len - back_lines(l)[0] <= offset) {
    uint32_t start = len - back_lines(l)[0];
    l->back--;
    l->starts[l->front++] = start;
  }
}

static void move_gap(Text *self, uint32_t offset) {
  Bytes *b = &self->bytes;
  if (offset < b->front) {
    uint32_t moved = b->front - offset;
    memmove(back_bytes(b) - moved, b->bytes + offset, moved);
    b->front -= moved;
    b->back += moved;
  } else if (offset > b->front) {
    uint32_t moved = offset - b->front;
    memmove(b->bytes + b->front, back_bytes(b), moved);
    b->front += moved;
    b->back -= moved;
  }
  move_line_gap(self, offset);
}

// A line starts after LF, and after a CR that no LF follows.
static bool line_starts_at(const Text *self, uint32_t offset) {
  if (offset == 0) return true;
  char before = byte_at(self, offset - 1);
  if (before == '\n') return true;
  return before == '\r' && (offset == text_len(self) || byte_at(self, offset) != '\n');
}

static void push_line(Lines *l, uint32_t start) {
  lines_reserve(l, 1);
  l->starts[l->front++] = start;
}

// Line starts inside `bytes`, which stand at `at` in front of the gap. Only those whose line end
// lies wholly inside; a CR as the last byte is decided by what follows it.
static void push_lines_of(Text *self, Slice bytes, uint32_t at) {
  const char *p = bytes.ptr, *end = bytes.ptr + bytes.len;
  const char *cr = bytes.len ? memchr(p, '\r', bytes.len) : NULL;
  while (p < end) {
    const char *lf = memchr(p, '\n', (size_t)(end - p));
    while (cr && cr < (lf ? lf : end)) {
      if (cr + 1 < end && cr + 1 != lf)
        push_line(&self->lines, at + (uint32_t)(cr + 1 - bytes.ptr));
      cr = memchr(cr + 1, '\r', (size_t)(end - cr - 1));
    }
    if (!lf) return;
    push_line(&self->lines, at + (uint32_t)(lf + 1 - bytes.ptr));
    p = lf + 1;
  }
}

// Decides the line start at the gap again: joining two pieces can make or break a CRLF there.
static void mend_line_at(Text *self, uint32_t offset) {
  Lines *l = &self->lines;
  while (l->front && l->starts[l->front - 1] >= offset) l->front--;
  if (line_starts_at(self, offset)) push_line(l, offset);
}

Text *text_adopt(Slice bytes) {
  Text *self = mem_zero(1, sizeof *self);
  uint32_t len = (uint32_t)bytes.len;
  self->bytes = (Bytes){(char *)bytes.ptr, len, 0, len};
  push_line(&self->lines, 0);
  push_lines_of(self, bytes, 0);
  mend_line_at(self, len);
  return self;
}

Text *text_new(Slice bytes) {
  char *copy = mem_alloc(bytes.len);
  if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
  return text_adopt(slice_new(copy, bytes.len));
}

void text_delete(Text *self) {
  if (!self) return;
  mem_free(self->bytes.bytes);
  mem_free(self->lines.starts);
  mem_free(self);
}

void text_replace(Text *self, Range range, Slice replacement) {
  move_gap(self, range.end);
  Bytes *b = &self->bytes;
  b->front = range.start;
  mend_line_at(self, range.start);
  bytes_reserve(b, (uint32_t)replacement.len);
  if (replacement.len) memcpy(b->bytes + b->front, replacement.ptr, replacement.len);
  b->front += (uint32_t)replacement.len;
  // The piece that came may have begun with the LF of a CR before it.
  mend_line_at(self, range.start);
  push_lines_of(self, replacement, range.start);
  if (replacement.len) mend_line_at(self, b->front);
}

Slice text_slice(Text *self, Range range) {
  Bytes *b = &self->bytes;
  if (range.start < b->front && range.end > b->front)
    move_gap(self, b->front - range.start < range.end - b->front ? range.start : range.end);
  if (range.end <= b->front) return slice_new(b->bytes + range.start, range_len(range));
  return slice_new(back_bytes(b) + (range.start - b->front), range_len(range));
}

Slice text_bytes(Text *self) {
  return text_slice(self, (Range){0, text_len(self)});
}

uint32_t text_line_count(const Text *self) {
  return self->lines.front + self->lines.back;
}

uint32_t text_line_start(const Text *self, uint32_t line) {
  const Lines *l = &self->lines;
  if (line < l->front) return l->starts[line];
  if (line - l->front < l->back) return text_len(self) - back_lines(l)[line - l->front];
  return text_len(self);
}

uint32_t text_line_at(const Text *self, uint32_t offset) {
  uint32_t low = 0, high = text_line_count(self);
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (text_line_start(self, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

Range text_line(const Text *self, uint32_t line) {
  uint32_t start = text_line_start(self, line);
  uint32_t end = text_line_start(self, line + 1);
  if (end > start && byte_at(self, end - 1) == '\n') end--;
  if (end > start && byte_at(self, end - 1) == '\r') end--;
  return (Range){start, end};
}
