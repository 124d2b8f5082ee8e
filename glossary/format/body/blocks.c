// Reading lines into blocks: containers first, by what a line begins with, then the block that goes
// on, then what begins anew.
#include "blocks.h"

#include "../../line.h"
#include "../../prose/seek.h"
#include "cursor.h"
#include "starts.h"

enum { DEPTH_MAX = 32, NONE = -1 };

// A quote, or an item of a list.
typedef struct {
  uint32_t block;
  uint32_t list;  // of an item
  uint32_t width; // of an item: the columns that its lines are indented by
  bool quote;
  bool starved; // an item of nothing but an empty line: only other items may follow
} Open;

typedef struct {
  Blocks *out;
  Open open[DEPTH_MAX];
  uint32_t depth;
  uint32_t matched; // how many of them the line goes on with
  bool fresh;       // the line has begun another

  int64_t leaf; // the block that may go on; NONE
  FenceMark fence;
  int html;  // 0: closed
  bool math; // `$$` is open in the paragraph

  Cursor cursor;
  bool parted;      // an empty line is above
  bool loosening;   // one that makes a list loose when the list goes on
  bool weak;        // it stands below something that readers differ about
  int64_t loosened; // the list that is made loose by the line; NONE
} Reader;

static Block *leaf_of(Reader *self) {
  return self->leaf == NONE ? NULL : &self->out->blocks.items[self->leaf];
}

static bool leaf_is(Reader *self, BlockKind kind) {
  return self->leaf != NONE && leaf_of(self)->kind == kind;
}

static bool all_matched(const Reader *self) {
  return self->matched == self->depth && !self->fresh;
}

static void doubt(Reader *self) {
  self->out->unsure = true;
}

// --- opening and closing ---

static uint32_t add_block(Reader *self, BlockKind kind) {
  uint32_t index = (uint32_t)self->out->blocks.len;
  *array_push(&self->out->blocks) = (Block){.kind = kind,
                                            .end = index + 1,
                                            .line = (uint32_t)self->out->lines.len,
                                            .parted = self->parted};
  return index;
}

static void add_line(Reader *self, bool lazy) {
  *array_push(&self->out->lines) = (BlockLine){.text = self->cursor.rest,
                                               .column = self->cursor.column,
                                               .pad = self->cursor.spare,
                                               .indent = cursor_indent(&self->cursor),
                                               .lazy = lazy};
  leaf_of(self)->line_count++;
}

// Empty lines behind code are none of it.
static void trim_code(Reader *self) {
  Block *code = leaf_of(self);
  while (!self->out->lines.items[self->out->lines.len - 1].text.len ||
         line_is_blank(self->out->lines.items[self->out->lines.len - 1].text)) {
    self->out->lines.len--;
    code->line_count--;
    self->parted = self->loosening = self->weak = true;
  }
}

// What looks like text may turn out to be the definition of a link.
static bool may_define(Reader *self) {
  const BlockLine *line = &self->out->lines.items[leaf_of(self)->line];
  Slice text = slice_trim(line->text);
  return slice_starts_with(text, SLICE("[")) &&
         seek(text, 0, (uint32_t)text.len, SLICE("]:")) < text.len;
}

// An item that begins with a definition may be empty to md4c.
static bool begins_item(const Reader *self) {
  if (!self->depth) return false;
  const Open *open = &self->open[self->depth - 1];
  return !open->quote && self->leaf == (int64_t)open->block + 1;
}

static void close_leaf(Reader *self) {
  if (self->leaf == NONE) return;
  BlockKind kind = leaf_of(self)->kind;
  bool open_end = (kind == BLOCK_FENCE && self->fence.mark) ||
                  (kind == BLOCK_HTML && self->html && self->html < HTML_BLOCK_TAG);
  if (open_end && self->depth) doubt(self);
  if (kind == BLOCK_PARAGRAPH && begins_item(self) && may_define(self)) doubt(self);
  if (kind == BLOCK_CODE) trim_code(self);
  self->leaf = NONE;
}

static void close_containers(Reader *self, uint32_t depth) {
  while (self->depth > depth) {
    const Open *open = &self->open[--self->depth];
    uint32_t end = (uint32_t)self->out->blocks.len;
    self->out->blocks.items[open->block].end = end;
    if (!open->quote) self->out->blocks.items[open->list].end = end;
  }
}

static void push(Reader *self, Open open) {
  if (self->depth == DEPTH_MAX) {
    doubt(self);
    return;
  }
  self->open[self->depth++] = open;
  self->matched = self->depth;
  self->fresh = true;
  self->parted = false;
}

// A paragraph that is broken off inside a formula: it goes on in what we take for a list.
static void begin(Reader *self) {
  if (leaf_is(self, BLOCK_PARAGRAPH) && self->math) doubt(self);
  close_leaf(self);
  close_containers(self, self->matched);
}

static void begin_leaf(Reader *self, BlockKind kind) {
  begin(self);
  self->leaf = add_block(self, kind);
  add_line(self, false);
}

// --- containers ---

static bool match_quote(Reader *self) {
  Slice text = cursor_text(&self->cursor);
  if (!text.len || text.ptr[0] != '>' || cursor_indent(&self->cursor) >= CODE_INDENT) return false;
  cursor_skip(&self->cursor, CODE_INDENT);
  cursor_take(&self->cursor, 1);
  cursor_skip(&self->cursor, 1);
  return true;
}

static bool match_item(Reader *self, Open *open) {
  bool empty = self->out->blocks.len == open->block + 1;
  bool blank = !cursor_text(&self->cursor).len;
  if (blank) {
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

static void match_containers(Reader *self) {
  self->matched = 0;
  self->fresh = false;
  while (self->matched < self->depth) {
    Open *open = &self->open[self->matched];
    if (!(open->quote ? match_quote(self) : match_item(self, open))) break;
    self->matched++;
  }
}

// The list of the container goes on behind an empty line.
static void loosen(Reader *self, uint32_t container) {
  if (!self->loosening || !container || self->open[container - 1].quote) return;
  self->loosened = self->open[container - 1].list;
}

// An item of nothing loosens no list, says md4c.
static void apply_loosening(Reader *self) {
  const Block *last = &self->out->blocks.items[self->out->blocks.len - 1];
  bool weak = self->weak || last->kind <= BLOCK_ITEM;
  if (self->loosened != NONE) {
    Block *list = &self->out->blocks.items[self->loosened];
    list->loose |= !weak;
    list->weak |= weak;
  }
  self->loosened = NONE;
}

// The columns that an item's lines are indented by, `indent` of them before its mark.
static uint32_t take_mark(Reader *self, uint32_t indent, ListMark mark) {
  cursor_skip(&self->cursor, CODE_INDENT);
  cursor_take(&self->cursor, mark.len);
  uint32_t behind = cursor_indent(&self->cursor);
  if (mark.empty || behind > CODE_INDENT) behind = 1;
  cursor_skip(&self->cursor, behind);
  return indent + mark.len + behind;
}

static void begin_item(Reader *self, uint32_t list, ListMark mark) {
  uint32_t item = add_block(self, BLOCK_ITEM);
  uint32_t indent = cursor_indent(&self->cursor);
  self->out->blocks.items[item].mark = slice_to(cursor_text(&self->cursor), mark.len);
  self->out->blocks.items[item].below = mark.empty;
  push(self, (Open){.block = item, .list = list, .width = take_mark(self, indent, mark)});
}

// Another item of the list that the line falls out of.
static bool is_brother(const Reader *self, ListMark mark) {
  if (self->fresh || self->matched == self->depth || self->open[self->matched].quote) return false;
  uint32_t list = self->open[self->matched].list;
  return mark.len && self->out->blocks.items[list].sign == mark.sign;
}

static bool begin_brother(Reader *self, ListMark mark) {
  if (!is_brother(self, mark)) return false;
  uint32_t list = self->open[self->matched].list;
  loosen(self, self->matched + 1);
  self->loosening = false;
  // Right below a quote md4c sees no task.
  Slice behind = slice_trim(slice_from(cursor_text(&self->cursor), mark.len));
  if (self->open[self->depth - 1].quote && slice_starts_with(behind, SLICE("["))) doubt(self);
  close_leaf(self);
  close_containers(self, self->matched + 1);
  self->out->blocks.items[self->open[--self->depth].block].end = (uint32_t)self->out->blocks.len;
  begin_item(self, list, mark);
  return true;
}

static bool begin_list(Reader *self, ListMark mark) {
  bool inside = leaf_is(self, BLOCK_PARAGRAPH) && all_matched(self);
  if (!mark.len) return false;
  // md4c takes `-` with a blank behind it for an item.
  if (inside && mark.empty && cursor_text(&self->cursor).len > mark.len) doubt(self);
  if (inside && (mark.empty || !mark.first)) return false;
  begin(self);
  uint32_t list = add_block(self, BLOCK_LIST);
  self->out->blocks.items[list].sign = mark.sign;
  self->parted = false;
  begin_item(self, list, mark);
  return true;
}

// md4c forgets how far the text of a quote's first line is indented.
static bool is_swallowed(const Reader *self) {
  Slice text = cursor_text(&self->cursor);
  uint32_t indent = cursor_indent(&self->cursor);
  bool matters = starts_item(text).len || starts_fence(text).mark || starts_html(text);
  return indent && indent <= CODE_INDENT && matters;
}

static bool begin_quote(Reader *self, Slice text) {
  if (text.ptr[0] != '>') return false;
  begin(self);
  uint32_t quote = add_block(self, BLOCK_QUOTE);
  match_quote(self);
  if (is_swallowed(self)) doubt(self);
  push(self, (Open){.block = quote, .quote = true});
  return true;
}

// --- lines that go on ---

static bool goes_on_in_fence(Reader *self, Slice text) {
  if (self->matched < self->depth) return false;
  add_line(self, false);
  if (cursor_indent(&self->cursor) < CODE_INDENT && ends_fence(text, self->fence)) {
    self->fence.mark = 0;
    close_leaf(self);
  }
  return true;
}

static bool goes_on_in_html(Reader *self, Slice text) {
  if (self->matched < self->depth || !self->html) return false;
  bool ends = ends_html(text, self->html);
  if (ends && self->html >= HTML_BLOCK_TAG) return false;
  add_line(self, false);
  if (ends) self->html = 0;
  return true;
}

static bool goes_on_in_code(Reader *self, Slice text) {
  if (self->matched < self->depth) return false;
  if (text.len && cursor_indent(&self->cursor) < CODE_INDENT) return false;
  add_line(self, false);
  return true;
}

static bool goes_on(Reader *self, Slice text) {
  if (leaf_is(self, BLOCK_FENCE)) return goes_on_in_fence(self, text);
  if (leaf_is(self, BLOCK_HTML)) return goes_on_in_html(self, text);
  if (leaf_is(self, BLOCK_CODE)) return goes_on_in_code(self, text);
  return false;
}

static void read_blank(Reader *self) {
  bool weak = leaf_is(self, BLOCK_HTML) && self->html >= HTML_BLOCK_TAG;
  close_leaf(self);
  close_containers(self, self->matched);
  if (!self->parted) self->weak = weak;
  self->parted = true;
  self->loosening = self->depth && !self->open[self->depth - 1].quote;
}

// --- leaves ---

static void count_math(Reader *self, Slice text) {
  uint32_t len = (uint32_t)text.len;
  for (uint32_t at = 0; (at = seek_behind(text, at, len, SLICE("$$"))) < len;)
    self->math = !self->math;
  if (slice_ends_with(text, SLICE("$$"))) self->math = !self->math;
}

static void begin_fence(Reader *self, FenceMark fence) {
  begin_leaf(self, BLOCK_FENCE);
  self->fence = fence;
}

static void begin_html(Reader *self, Slice text, int kind) {
  begin_leaf(self, BLOCK_HTML);
  self->html = kind < HTML_BLOCK_TAG && ends_html(text, kind) ? 0 : kind;
}

static void begin_single(Reader *self, BlockKind kind) {
  begin_leaf(self, kind);
  close_leaf(self);
}

static void begin_code(Reader *self) {
  if (leaf_is(self, BLOCK_HTML) || leaf_is(self, BLOCK_TABLE)) doubt(self);
  begin_leaf(self, BLOCK_CODE);
}

static void underline(Reader *self, Slice text) {
  if (self->math || may_define(self) || memchr(text.ptr, '\t', text.len)) doubt(self);
  add_line(self, false);
  leaf_of(self)->kind = BLOCK_SETEXT;
  close_leaf(self);
}

// Some readers see a block here although it is indented like code.
static bool is_doubtful(Reader *self, Slice text, int html) {
  if (leaf_is(self, BLOCK_TABLE))
    return html || starts_fence(text).mark || starts_heading(text) ||
           cursor_indent(&self->cursor) >= CODE_INDENT;
  if (cursor_indent(&self->cursor) < CODE_INDENT) return false;
  return html || starts_fence(text).mark || starts_table(text, 1);
}

static void read_text(Reader *self, Slice text) {
  enum { SHORTEST = 3 };
  bool in_paragraph = leaf_is(self, BLOCK_PARAGRAPH) && !self->fresh;
  if (in_paragraph && all_matched(self) && leaf_of(self)->line_count == 1 &&
      starts_table(text, SHORTEST))
    leaf_of(self)->kind = BLOCK_TABLE;
  if (in_paragraph && !all_matched(self) && starts_table(text, 1)) doubt(self);
  if (in_paragraph || (leaf_is(self, BLOCK_TABLE) && all_matched(self))) {
    add_line(self, !all_matched(self));
  } else {
    begin_leaf(self, BLOCK_PARAGRAPH);
    self->math = false;
  }
  if (leaf_is(self, BLOCK_PARAGRAPH)) count_math(self, text);
}

static void read_leaf(Reader *self, Slice text) {
  bool in_paragraph = leaf_is(self, BLOCK_PARAGRAPH) && !self->fresh;
  bool in_table = leaf_is(self, BLOCK_TABLE) && all_matched(self);
  bool shallow = cursor_indent(&self->cursor) < CODE_INDENT;
  FenceMark fence = starts_fence(text);
  int html = starts_html(text);
  if (html == HTML_ANY_TAG && in_paragraph) html = HTML_NONE;
  if ((in_paragraph || in_table) && is_doubtful(self, text, html)) doubt(self);
  if (shallow && !in_table && starts_heading(text))
    begin_single(self, BLOCK_HEADING);
  else if (shallow && !in_table && fence.mark)
    begin_fence(self, fence);
  else if (shallow && !in_table && html)
    begin_html(self, text, html);
  else
    read_text(self, text);
}

// Takes the signs of containers off the line. True when something else is left to be read.
static bool begin_containers(Reader *self) {
  for (;;) {
    Slice text = cursor_text(&self->cursor);
    bool in_paragraph = leaf_is(self, BLOCK_PARAGRAPH) && !self->fresh;
    if (!text.len || self->out->unsure) return false;
    if (cursor_indent(&self->cursor) >= CODE_INDENT) {
      bool in_table = leaf_is(self, BLOCK_TABLE) && all_matched(self);
      if (in_paragraph || in_table) return true;
      begin_code(self);
      return false;
    }
    if (in_paragraph && all_matched(self) && starts_underline(text)) {
      underline(self, text);
      return false;
    }
    if (starts_break(text)) {
      begin_single(self, BLOCK_BREAK);
      return false;
    }
    ListMark mark = starts_item(text);
    if (!begin_brother(self, mark) && !begin_quote(self, text) && !begin_list(self, mark))
      return true;
  }
}

// Behind an item of nothing, md4c leaves one list more than there is reason to.
static bool is_behind_starved(const Reader *self) {
  if (!self->depth || !self->open[self->depth - 1].starved) return false;
  return self->matched && !self->open[self->matched - 1].quote;
}

static void read_line(Reader *self, Slice line) {
  self->cursor = (Cursor){.rest = line};
  match_containers(self);
  Slice text = cursor_text(&self->cursor);
  if (goes_on(self, text)) return;
  if (text.len && is_behind_starved(self)) doubt(self);
  if (!text.len) {
    read_blank(self);
    return;
  }
  if (leaf_is(self, BLOCK_CODE)) close_leaf(self);
  bool brother = cursor_indent(&self->cursor) < CODE_INDENT && !starts_break(text) &&
                 is_brother(self, starts_item(text));
  if (!brother) loosen(self, self->matched);
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
  Reader reader = {.out = &blocks, .leaf = NONE, .loosened = NONE};
  while (body.len && !blocks.unsure) read_line(&reader, line_next(&body));
  close_leaf(&reader);
  close_containers(&reader, 0);
  judge_lists(&blocks);
  return blocks;
}

void layout_blocks_free(Blocks *self) {
  array_free(&self->blocks);
  array_free(&self->lines);
}
