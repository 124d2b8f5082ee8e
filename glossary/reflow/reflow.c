#include "blocks.h"

#include "../line.h"
#include "marks.h"
#include "signs.h"

typedef struct {
  Slice body;
  Markdown out;
  Array(Doubt) doubts;
  Dialect dialect;
  bool alone; // the body is one line of a page
  Subject subject;
} Writer;

static void add(Writer *self, Slice text) {
  array_append(&self->out, text.ptr, text.len);
}

// --- one line ---

static void doubt(Writer *self, const Block *block, uint32_t shift) {
  DoubtKind kind = block->kind == BLOCK_CODE ? DOUBT_CODE_LINES : DOUBT_HEADING_END;
  if (block->doubtful) *array_push(&self->doubts) = (Doubt){kind, range_shift(block->range, shift)};
}

// A text at the start of a line that Markdown would take for something else.
static void escape(Writer *self, Slice text) {
  if (text_begins_with_mark(text)) add(self, SLICE("\\"));
}

static void write_blocks(Writer *self, Slice line, const Blocks *blocks, const Guards *guards) {
  uint32_t shift = range_of(self->body, line).start;
  for (size_t i = 0; i < blocks->len; i++) {
    const Block *block = &blocks->items[i];
    block_separate(block, i ? block - 1 : NULL, &self->out);
    if (block->kind == BLOCK_PARAGRAPH && (i || self->alone))
      escape(self, slice_range(line, block->content));
    block_write(line, block, guards, &self->out);
    doubt(self, block, shift);
  }
}

// A line that is one text, one formula or one item as Markdown has them is as it should be.
static bool is_as_it_should_be(const Blocks *blocks) {
  static const bool AS_MARKDOWN[BLOCK_KINDS] = {
      [BLOCK_PARAGRAPH] = true, [BLOCK_BULLET] = true, [BLOCK_STEP] = true,
      [BLOCK_MATH] = true,      [BLOCK_BREAK] = true,
  };
  if (blocks->len > 1) return false;
  const Block *only = blocks->len ? &blocks->items[0] : NULL;
  return !only || (AS_MARKDOWN[only->kind] && !only->doubtful && !only->round);
}

static void write_line(Writer *self, Slice line) {
  Guards guards = {0};
  Blocks blocks = {0};
  guards_find(line, &guards);
  blocks_read(line, &guards, &self->subject, &blocks);
  if (!is_as_it_should_be(&blocks)) {
    write_blocks(self, line, &blocks, &guards);
  } else {
    Slice text = self->alone ? slice_trim(line) : line;
    if (self->alone) escape(self, text);
    text_write(text, &self->out);
  }
  array_free(&guards);
  array_free(&blocks);
}

// --- all of them ---

// Behind the line end that follows `line`.
static Slice line_ending(Slice line, Slice rest) {
  return slice_new(line.ptr + line.len, (size_t)(rest.ptr - line.ptr) - line.len);
}

static bool is_of_dashes(Slice line) {
  for (size_t i = 0; i < line.len; i++)
    if (!byte_is_one_of(line.ptr[i], "|:- \t")) return false;
  return true;
}

// A row of a table stands as it should, unless dashes stand behind its cells.
static bool is_row(Slice line) {
  if (is_of_dashes(line)) return true;
  return line.ptr[0] == '|' && table_dashes(line, 0) == line.len;
}

// In a body of several lines, one that begins as Markdown does was written by somebody.
static bool may_be_flattened(const Writer *self, Slice line) {
  if (self->dialect == DIALECT_MARKDOWN) return flat_sign(line).what;
  bool marked = !line.len || byte_is_one_of(line.ptr[0], " \t>#") || line_bullet(line).ptr;
  return !marked && !is_row(line);
}

static void write_lines(Writer *self) {
  Fence open = {0};
  for (Slice rest = self->body; rest.len;) {
    Slice line = line_next(&rest);
    bool inside = line_in_fence(line, &open);
    if (self->alone || (!inside && may_be_flattened(self, line)))
      write_line(self, line);
    else
      add(self, line);
    add(self, line_ending(line, rest));
  }
}

Reflowed reflow(Slice body, Dialect dialect, Arena *arena) {
  Slice rest = slice_trim(body), line = line_next(&rest);
  Writer self = {.body = body, .dialect = dialect, .subject = subject_of(line)};
  self.alone = dialect == DIALECT_PAGE && !rest.len;
  write_lines(&self);
  Slice text = slice_new(self.out.items, self.out.len);
  Reflowed result = {.text = body, .changed = !slice_eq(text, body)};
  result.doubts = arena_array(arena, Doubt, self.doubts.len);
  result.doubt_count = (uint32_t)self.doubts.len;
  if (self.doubts.len)
    memcpy(result.doubts, self.doubts.items, self.doubts.len * sizeof *result.doubts);
  if (result.changed) result.text = arena_copy(arena, text);
  array_free(&self.out);
  array_free(&self.doubts);
  return result;
}
