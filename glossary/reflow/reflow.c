#include "blocks.h"

#include "../line.h"

typedef struct {
  Slice body;
  Arena *arena;
  Markdown out;
  Array(Doubt) doubts;
  bool changed;
} Writer;

static void add(Writer *self, Slice text) {
  array_append(&self->out, text.ptr, text.len);
}

// --- one line ---

static void doubt(Writer *self, const Block *block, uint32_t shift) {
  DoubtKind kind = block->kind == BLOCK_CODE ? DOUBT_CODE_LINES : DOUBT_HEADING_END;
  if (block->doubtful) *array_push(&self->doubts) = (Doubt){kind, range_shift(block->range, shift)};
}

static void write_blocks(Writer *self, Slice line, const Blocks *blocks, const Guards *guards) {
  uint32_t shift = range_of(self->body, line).start;
  for (size_t i = 0; i < blocks->len; i++) {
    const Block *block = &blocks->items[i];
    block_separate(block, i ? block - 1 : NULL, &self->out);
    block_write(line, block, guards, &self->out);
    doubt(self, block, shift);
  }
}

// A line of which only one block can be made is as it should be.
static void write_line(Writer *self, Slice line) {
  Guards guards = {0};
  Blocks blocks = {0};
  guards_find(line, &guards);
  blocks_read(line, &guards, &blocks);
  if (blocks.len > 1) {
    write_blocks(self, line, &blocks, &guards);
    self->changed = true;
  } else {
    add(self, line);
  }
  array_free(&guards);
  array_free(&blocks);
}

// --- all of them ---

// Behind the line end that follows `line`.
static Slice line_ending(Slice line, Slice rest) {
  return slice_new(line.ptr + line.len, (size_t)(rest.ptr - line.ptr) - line.len);
}

static bool may_be_flattened(Slice line) {
  return line.len && !byte_is_one_of(line.ptr[0], " \t>#") && !line_bullet(line).ptr;
}

static void write_lines(Writer *self) {
  Fence open = {0};
  for (Slice rest = self->body; rest.len;) {
    Slice line = line_next(&rest);
    bool inside = line_in_fence(line, &open);
    if (!inside && may_be_flattened(line))
      write_line(self, line);
    else
      add(self, line);
    add(self, line_ending(line, rest));
  }
}

Reflowed reflow(Slice body, Arena *arena) {
  Writer self = {.body = body, .arena = arena};
  write_lines(&self);
  Reflowed result = {.text = body, .changed = self.changed};
  result.doubts = arena_array(arena, Doubt, self.doubts.len);
  result.doubt_count = (uint32_t)self.doubts.len;
  if (self.doubts.len)
    memcpy(result.doubts, self.doubts.items, self.doubts.len * sizeof *result.doubts);
  if (self.changed) result.text = arena_copy(arena, slice_new(self.out.items, self.out.len));
  array_free(&self.out);
  array_free(&self.doubts);
  return result;
}
