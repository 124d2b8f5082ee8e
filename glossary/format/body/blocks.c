// Reading lines into blocks: containers first, by what a line begins with, then the block that goes
// on, then what begins anew.
#include "block_reader.h"

uint32_t add_block(BlockReader *self, BlockKind kind) {
  uint32_t index = (uint32_t)self->out->blocks.len;
  *array_push(&self->out->blocks) = (Block){.kind = kind,
                                            .end = index + 1,
                                            .line = (uint32_t)self->out->lines.len,
                                            .parted = self->parted};
  return index;
}

// A paragraph that is broken off inside a formula: it goes on in what we take for a list.
void begin_block(BlockReader *self) {
  if (leaf_is(self, BLOCK_PARAGRAPH) && self->math) doubt(self);
  close_leaf(self);
  close_containers(self, self->matched);
}

static void read_blank(BlockReader *self) {
  bool weak = leaf_is(self, BLOCK_HTML) && self->html >= HTML_BLOCK_TAG;
  close_leaf(self);
  close_containers(self, self->matched);
  if (!self->parted) self->weak = weak;
  self->parted = true;
  self->loosening = self->depth && !self->open[self->depth - 1].quote;
}

// Takes the signs of containers off the line. True when something else is left to be read.
static bool begin_containers(BlockReader *self) {
  for (;;) {
    Slice text = cursor_text(&self->cursor);
    if (!text.len || self->out->unsure) return false;
    if (cursor_indent(&self->cursor) >= CODE_INDENT) return !begin_code(self);
    if (read_rule(self, text)) return false;
    ListMark mark = starts_item(text);
    if (!begin_brother(self, mark) && !begin_quote(self, text) && !begin_list(self, mark))
      return true;
  }
}

// Behind an item of nothing, md4c leaves one list more than there is reason to.
static bool is_behind_starved(const BlockReader *self) {
  if (!self->depth || !self->open[self->depth - 1].starved) return false;
  return self->matched && !self->open[self->matched - 1].quote;
}

// To md4c they are blanks where CommonMark knows spaces and tabs only.
static bool has_odd_blank(Slice text) {
  return memchr(text.ptr, '\f', text.len) || memchr(text.ptr, '\v', text.len);
}

static void read_line(BlockReader *self, Slice line) {
  self->cursor = (Cursor){.rest = line};
  match_containers(self);
  Slice text = cursor_text(&self->cursor);
  if (leaf_goes_on(self, text)) return;
  if (has_odd_blank(text)) {
    doubt(self);
    return;
  }
  if (text.len && is_behind_starved(self)) doubt(self);
  if (!text.len) {
    read_blank(self);
    return;
  }
  if (leaf_is(self, BLOCK_CODE)) close_leaf(self);
  bool brother = cursor_indent(&self->cursor) < CODE_INDENT && !starts_break(text) &&
                 is_brother(self, starts_item(text));
  if (!brother) loosen_list(self, self->matched);
  if (begin_containers(self)) read_leaf(self, cursor_text(&self->cursor));
  apply_loosening(self);
  self->parted = self->loosening = false;
}

// A list that is loose to some readers only.
static void judge_lists(Blocks *self) {
  for (size_t i = 0; i < self->blocks.len; i++) {
    const Block *block = &self->blocks.items[i];
    if (block->weak && !block->loose) self->unsure = true;
  }
}

Blocks layout_blocks_read(Slice body) {
  Blocks blocks = {0};
  BlockReader reader = {.out = &blocks, .leaf = NONE, .loosened = NONE};
  while (body.len && !blocks.unsure) read_line(&reader, line_next(&body));
  close_leaf(&reader);
  close_containers(&reader, 0);
  judge_lists(&blocks);
  return blocks;
}

static size_t to_bracket(Slice text, size_t at) {
  while (at < text.len && !byte_is_one_of(text.ptr[at], "[]")) at += text.ptr[at] == '\\' ? 2 : 1;
  return at;
}

bool may_define(const Blocks *self, const Block *paragraph) {
  const BlockLine *line = &self->lines.items[paragraph->line], *end = line + paragraph->line_count;
  Slice text = slice_trim(line->text);
  if (starts_task(text)) text = slice_trim(slice_from(text, sizeof "[ ]" - 1));
  if (!text.len && ++line < end) text = slice_trim(line->text);
  if (!slice_starts_with(text, SLICE("["))) return false;
  size_t at = to_bracket(text, 1);
  while (at >= text.len && ++line < end) {
    text = slice_trim(line->text);
    at = to_bracket(text, 0);
  }
  return slice_starts_with(slice_from(text, at), SLICE("]:"));
}

void layout_blocks_free(Blocks *self) {
  array_free(&self->blocks);
  array_free(&self->lines);
}
