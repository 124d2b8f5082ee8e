// Blocks that hold lines: headings, code, HTML, tables, paragraphs.
#include "block_reader.h"

#include "spans.h"

// --- opening and closing ---

static void add_line(BlockReader *self, bool lazy) {
  *array_push(&self->out->lines) = (BlockLine){.text = self->cursor.rest,
                                               .column = self->cursor.column,
                                               .pad = self->cursor.spare,
                                               .indent = cursor_indent(&self->cursor),
                                               .lazy = lazy};
  leaf_of(self)->line_count++;
}

static bool has_tab(Slice text) {
  return memchr(text.ptr, '\t', text.len);
}

// Empty lines behind code are none of it.
static void trim_code(BlockReader *self) {
  Block *code = leaf_of(self);
  while (!self->out->lines.items[self->out->lines.len - 1].text.len ||
         line_is_blank(self->out->lines.items[self->out->lines.len - 1].text)) {
    self->out->lines.len--;
    code->line_count--;
    self->parted = self->loosening = self->weak = true;
  }
}

// An item that begins with a definition may be empty to md4c.
static bool begins_item(const BlockReader *self) {
  if (!self->depth) return false;
  const Open *open = &self->open[self->depth - 1];
  return !open->quote && self->leaf == (int64_t)open->block + 1;
}

void close_leaf(BlockReader *self) {
  if (self->leaf == NONE) return;
  BlockKind kind = leaf_of(self)->kind;
  bool open_end = (kind == BLOCK_FENCE && self->fence.mark) ||
                  (kind == BLOCK_HTML && self->html && self->html < HTML_BLOCK_TAG);
  if (open_end && self->depth) doubt(self);
  if (kind == BLOCK_PARAGRAPH && begins_item(self) && may_define(self->out, leaf_of(self)))
    doubt(self);
  if (kind == BLOCK_CODE) trim_code(self);
  self->leaf = NONE;
}

static void begin_leaf(BlockReader *self, BlockKind kind) {
  begin_block(self);
  self->leaf = add_block(self, kind);
  add_line(self, false);
}

static void begin_single(BlockReader *self, BlockKind kind) {
  begin_leaf(self, kind);
  close_leaf(self);
}

// --- lines that go on ---

// Behind the fence that closes md4c takes spaces only, CommonMark tabs too.
static bool goes_on_in_fence(BlockReader *self, Slice text) {
  if (self->matched < self->depth) return false;
  add_line(self, false);
  if (cursor_indent(&self->cursor) < CODE_INDENT && fence_closes(line_fence(text), self->fence)) {
    if (has_tab(text)) doubt(self);
    self->fence.mark = 0;
    close_leaf(self);
  }
  return true;
}

static bool is_late(Slice text, int html) {
  return html == HTML_BLOCK_TAG && starts_late_tag(text);
}

// A block of its own to those who take the HTML above for text.
static bool is_seen_through(BlockReader *self, Slice text) {
  Slice first = slice_trim(self->out->lines.items[leaf_of(self)->line].text);
  return is_late(first, self->html) && text.len &&
         (text.ptr[0] == '>' || starts_item(text).len || starts_break(text) ||
          starts_heading(text) || starts_underline(text) || line_fence(text).mark);
}

static bool goes_on_in_html(BlockReader *self, Slice text) {
  if (self->matched < self->depth || !self->html) return false;
  bool ends = ends_html(text, self->html);
  if (ends && self->html >= HTML_BLOCK_TAG) return false;
  if (is_seen_through(self, text)) doubt(self);
  add_line(self, false);
  if (ends) self->html = 0;
  return true;
}

static bool goes_on_in_code(BlockReader *self, Slice text) {
  if (self->matched < self->depth) return false;
  if (text.len && cursor_indent(&self->cursor) < CODE_INDENT) return false;
  add_line(self, false);
  return true;
}

bool leaf_goes_on(BlockReader *self, Slice text) {
  if (leaf_is(self, BLOCK_FENCE)) return goes_on_in_fence(self, text);
  if (leaf_is(self, BLOCK_HTML)) return goes_on_in_html(self, text);
  if (leaf_is(self, BLOCK_CODE)) return goes_on_in_code(self, text);
  return false;
}

// --- lines that begin one ---

static void begin_fence(BlockReader *self, Fence fence) {
  begin_leaf(self, BLOCK_FENCE);
  self->fence = fence;
}

static void begin_html(BlockReader *self, Slice text, int kind) {
  begin_leaf(self, BLOCK_HTML);
  self->html = kind < HTML_BLOCK_TAG && ends_html(text, kind) ? 0 : kind;
}

bool begin_code(BlockReader *self) {
  if (in_paragraph(self) || in_table(self)) return false;
  if (leaf_is(self, BLOCK_HTML) || leaf_is(self, BLOCK_TABLE)) doubt(self);
  begin_leaf(self, BLOCK_CODE);
  return true;
}

static void underline(BlockReader *self, Slice text) {
  if (self->math || may_define(self->out, leaf_of(self)) || has_tab(text)) doubt(self);
  add_line(self, false);
  leaf_of(self)->kind = BLOCK_SETEXT;
  close_leaf(self);
}

bool read_rule(BlockReader *self, Slice text) {
  if (in_paragraph(self) && all_matched(self) && starts_underline(text))
    underline(self, text);
  else if (starts_break(text))
    begin_single(self, BLOCK_BREAK);
  else
    return false;
  return true;
}

// --- text ---

// A row of dashes below one line of text, which is the head of the table.
static bool makes_table(BlockReader *self, Slice text) {
  enum { SHORTEST = 3 };
  return in_paragraph(self) && all_matched(self) && leaf_of(self)->line_count == 1 &&
         starts_table(text, SHORTEST);
}

// In longer paragraphs md4c takes a time for links that grows with the square of their lines; and
// for each row of a table it makes up the cells that are not there.
enum { PARAGRAPH_LINES_MAX = 10000, DELIMITER_MAX = 1000 };

static void read_text(BlockReader *self, Slice text) {
  bool follows = in_paragraph(self) || in_table(self);
  if (in_paragraph(self) && !all_matched(self) && starts_table(text, 1)) doubt(self);
  if (makes_table(self, text)) {
    leaf_of(self)->kind = BLOCK_TABLE;
    if (text.len > DELIMITER_MAX) doubt(self);
  }
  if (follows) {
    add_line(self, !all_matched(self));
  } else {
    begin_leaf(self, BLOCK_PARAGRAPH);
    self->math = false;
  }
  if (!leaf_is(self, BLOCK_PARAGRAPH)) return;
  self->math ^= flips_math(text);
  if (leaf_of(self)->line_count > PARAGRAPH_LINES_MAX) doubt(self);
}

// The line above ends for good where a paragraph goes on, and in nothing where it does not.
static bool is_below_break(const BlockReader *self) {
  const BlockLine *above = &self->out->lines.items[self->out->lines.len - 1];
  return slice_ends_with(above->text, SLICE("  "));
}

// Some readers see a block here although it is indented like code, or below an item's text.
static bool is_doubtful(BlockReader *self, Slice text, int html) {
  bool any_tag = html == HTML_ANY_TAG, deep = cursor_indent(&self->cursor) >= CODE_INDENT;
  if (leaf_is(self, BLOCK_TABLE))
    return html || line_fence(text).mark || starts_heading(text) || deep;
  if (!deep && is_late(text, html)) return is_below_break(self) || !all_matched(self);
  if (!deep) return any_tag && !all_matched(self);
  return (html && !any_tag) || line_fence(text).mark || starts_table(text, 1);
}

void read_leaf(BlockReader *self, Slice text) {
  bool may_begin = cursor_indent(&self->cursor) < CODE_INDENT && !in_table(self);
  bool follows = in_paragraph(self) || in_table(self);
  Fence fence = line_fence(text);
  int html = starts_html(text);
  if (follows && is_doubtful(self, text, html)) doubt(self);
  if (!follows && self->depth && is_late(text, html)) doubt(self); // a text that may go on below
  if (html == HTML_ANY_TAG && in_paragraph(self)) html = HTML_NONE;
  if (may_begin && starts_heading(text))
    begin_single(self, BLOCK_HEADING);
  else if (may_begin && fence.mark)
    begin_fence(self, fence);
  else if (may_begin && html)
    begin_html(self, text, html);
  else
    read_text(self, text);
}
