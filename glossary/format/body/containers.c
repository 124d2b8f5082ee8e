// Quotes, and items of lists: what a line goes on with, and what it begins.
#include "block_reader.h"

// --- opening and closing ---

void close_containers(BlockReader *self, uint32_t depth) {
  while (self->depth > depth) {
    const Open *open = &self->open[--self->depth];
    uint32_t end = (uint32_t)self->out->blocks.len;
    self->out->blocks.items[open->block].end = end;
    if (!open->quote) self->out->blocks.items[open->list].end = end;
  }
}

static void open_container(BlockReader *self, Open open) {
  if (self->depth == CONTAINERS_MAX) {
    doubt(self);
    return;
  }
  self->open[self->depth++] = open;
  self->matched = self->depth;
  self->fresh = true;
  self->parted = false;
}

// --- going on ---

static bool match_quote(BlockReader *self) {
  Slice text = cursor_text(&self->cursor);
  if (!text.len || text.ptr[0] != '>' || cursor_indent(&self->cursor) >= CODE_INDENT) return false;
  cursor_skip(&self->cursor, CODE_INDENT);
  cursor_take(&self->cursor, 1);
  cursor_skip(&self->cursor, 1);
  return true;
}

// Blanks on an empty line of code or HTML that do not reach into the item are part of it to md4c.
static bool is_short_of(BlockReader *self, const Open *open) {
  uint32_t indent = cursor_indent(&self->cursor);
  bool exact = leaf_is(self, BLOCK_FENCE) || leaf_is(self, BLOCK_HTML);
  return exact && indent && indent < open->width;
}

static bool match_item(BlockReader *self, Open *open) {
  bool empty = self->out->blocks.len == open->block + 1;
  bool blank = !cursor_text(&self->cursor).len;
  if (blank) {
    if (is_short_of(self, open)) doubt(self);
    open->starved |= empty;
    cursor_skip(&self->cursor, open->width);
    return true;
  }
  if (cursor_indent(&self->cursor) < open->width) return false;
  if (open->starved) {
    doubt(self);
    return false;
  }
  cursor_skip(&self->cursor, open->width);
  return true;
}

void match_containers(BlockReader *self) {
  self->matched = 0;
  self->fresh = false;
  while (self->matched < self->depth) {
    Open *open = &self->open[self->matched];
    if (!(open->quote ? match_quote(self) : match_item(self, open))) break;
    self->matched++;
  }
}

// --- loose lists ---

// The list of the container goes on behind an empty line.
void loosen_list(BlockReader *self, uint32_t container) {
  if (!self->loosening || !container || self->open[container - 1].quote) return;
  self->loosened = self->open[container - 1].list;
}

// An item of nothing loosens no list, says md4c.
void apply_loosening(BlockReader *self) {
  const Block *last = &self->out->blocks.items[self->out->blocks.len - 1];
  bool weak = self->weak || last->kind <= BLOCK_ITEM;
  if (self->loosened != NONE) {
    Block *list = &self->out->blocks.items[self->loosened];
    list->loose |= !weak;
    list->weak |= weak;
  }
  self->loosened = NONE;
}

// --- items ---

// The columns that an item's lines are indented by, `indent` of them before its mark.
static uint32_t take_mark(BlockReader *self, uint32_t indent, ListMark mark) {
  cursor_skip(&self->cursor, CODE_INDENT);
  cursor_take(&self->cursor, mark.len);
  uint32_t behind = cursor_indent(&self->cursor);
  if (mark.empty || behind > CODE_INDENT) behind = 1;
  cursor_skip(&self->cursor, behind);
  return indent + mark.len + behind;
}

static void begin_item(BlockReader *self, uint32_t list, ListMark mark) {
  uint32_t item = add_block(self, BLOCK_ITEM);
  uint32_t indent = cursor_indent(&self->cursor);
  self->out->blocks.items[item].mark = slice_to(cursor_text(&self->cursor), mark.len);
  self->out->blocks.items[item].below = mark.empty;
  open_container(self, (Open){.block = item, .list = list, .width = take_mark(self, indent, mark)});
}

// Another item of the list that the line falls out of.
bool is_brother(const BlockReader *self, ListMark mark) {
  if (self->fresh || self->matched == self->depth || self->open[self->matched].quote) return false;
  uint32_t list = self->open[self->matched].list;
  return mark.len && self->out->blocks.items[list].sign == mark.sign;
}

bool begin_brother(BlockReader *self, ListMark mark) {
  if (!is_brother(self, mark)) return false;
  uint32_t list = self->open[self->matched].list;
  loosen_list(self, self->matched + 1);
  self->loosening = false;
  // Right below a quote md4c sees no task.
  Slice behind = slice_trim(slice_from(cursor_text(&self->cursor), mark.len));
  if (self->open[self->depth - 1].quote && starts_task(behind)) doubt(self);
  close_leaf(self);
  close_containers(self, self->matched + 1);
  self->out->blocks.items[self->open[--self->depth].block].end = (uint32_t)self->out->blocks.len;
  begin_item(self, list, mark);
  return true;
}

bool begin_list(BlockReader *self, ListMark mark) {
  bool inside = leaf_is(self, BLOCK_PARAGRAPH) && all_matched(self);
  if (!mark.len) return false;
  // md4c takes `-` with a blank behind it for an item.
  if (inside && mark.empty && cursor_text(&self->cursor).len > mark.len) doubt(self);
  if (inside && (mark.empty || !mark.first)) return false;
  begin_block(self);
  uint32_t list = add_block(self, BLOCK_LIST);
  self->out->blocks.items[list].sign = mark.sign;
  self->parted = false;
  begin_item(self, list, mark);
  return true;
}

// --- quotes ---

// md4c forgets how far the text of a quote's first line is indented.
static bool is_swallowed(const BlockReader *self) {
  Slice text = cursor_text(&self->cursor);
  uint32_t indent = cursor_indent(&self->cursor);
  bool matters = starts_item(text).len || line_fence(text).mark || starts_html(text);
  return indent && indent <= CODE_INDENT && matters;
}

bool begin_quote(BlockReader *self, Slice text) {
  if (text.ptr[0] != '>') return false;
  begin_block(self);
  uint32_t quote = add_block(self, BLOCK_QUOTE);
  match_quote(self);
  if (is_swallowed(self)) doubt(self);
  open_container(self, (Open){.block = quote, .quote = true});
  return true;
}
