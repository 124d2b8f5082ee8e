// A body laid out: its blocks, each in the one way it is written.
#include "../../starts.h"
#include "html_start.h"
#include "writer.h"

static const Block *block_at(const Writer *self, uint32_t index) {
  return &self->blocks->blocks.items[index];
}

// --- what stays as it is ---

// A tab is as wide as the column it stands at makes it.
static bool is_moved_tab(const Writer *self, const BlockLine *line) {
  if (self->prefix.len + line->pad == line->column) return false;
  size_t blanks = 0;
  while (blanks < line->text.len && line->text.ptr[blanks] == ' ') blanks++;
  return blanks < line->text.len && line->text.ptr[blanks] == '\t';
}

static void write_raw_line(Writer *self, const BlockLine *line) {
  if (is_moved_tab(self, line)) self->unsure = true;
  if (!line->text.len && !line->pad) {
    writer_line(self, line->text);
    return;
  }
  writer_begin(self);
  for (uint32_t i = 0; i < line->pad; i++) layout_add(self->out, SLICE(" "));
  layout_add(self->out, line->text);
  writer_end(self);
}

// Behind the mark of an item, `--` would be a break, be it code or not.
static void write_raw(Writer *self, const Block *block) {
  const BlockLine *first = writer_lines(self, block);
  if (self->open && slice_is_made_of(first->text, "-*_ \t")) self->unsure = true;
  for (uint32_t i = 0; i < block->line_count; i++)
    write_raw_line(self, writer_lines(self, block) + i);
}

// --- headings and breaks ---

static Slice without_spaces(Slice text) {
  while (text.len && byte_is_one_of(text.ptr[0], " \t")) text = slice_from(text, 1);
  while (text.len && text.ptr[text.len - 1] == ' ') text.len--;
  return text;
}

// A heading with a tab in it stays as it is: readers differ about what a tab is there.
//
// At the very start of a line `#` and `##` begin an entry, so a blank stays before them.
static void write_heading(Writer *self, const Block *block) {
  Slice text = without_spaces(writer_lines(self, block)->text);
  uint32_t level = starts_heading(text);
  bool plain = !memchr(text.ptr, '\t', text.len);
  Slice title = slice_trim(slice_from(text, level));
  writer_begin(self);
  if (!self->prefix.len && level <= 2) layout_add(self->out, SLICE(" "));
  layout_add(self->out, plain ? slice_to(text, level) : text);
  if (plain && title.len) layout_add(self->out, SLICE(" "));
  if (plain) layout_add(self->out, title);
  writer_end(self);
}

// `---` below text would make a heading of it, and behind a mark a longer break. Where blanks stand
// between its signs a break is an item to Gloss, and stays one.
static void write_break(Writer *self, const Block *block, bool below_blank) {
  Slice text = line_trimmed(writer_lines(self, block));
  bool on_dash = self->open && self->out->items[self->out->len - 1] == '-';
  bool on_mark = self->open && !on_dash;
  bool spaced =
      !self->open && (memchr(text.ptr, ' ', text.len) || memchr(text.ptr, '\t', text.len));
  if (spaced)
    writer_line(self, text);
  else
    writer_line(self, on_mark || (below_blank && !on_dash) ? SLICE("---") : SLICE("***"));
}

static void write_setext(Writer *self, const Block *block) {
  uint32_t last = block->line_count - 1;
  Block text = *block;
  FormatStyle keep = {.wrap = WRAP_KEEP};
  const FormatStyle *style = self->style;
  text.line_count = last;
  self->style = &keep;
  write_paragraph(self, &text);
  self->style = style;
  writer_line(self, line_trimmed(writer_lines(self, block) + last));
}

// --- containers ---

static void write_children(Writer *self, uint32_t first, uint32_t end, bool tight);

// How far a block that keeps its indentation is indented.
static uint32_t own_indent(const Writer *self, const Block *block) {
  bool raw = block->kind == BLOCK_FENCE || block->kind == BLOCK_CODE || block->kind == BLOCK_HTML;
  return raw ? writer_lines(self, block)->indent : 0;
}

static void write_quote(Writer *self, uint32_t index) {
  size_t len = self->prefix.len;
  uint32_t end = block_at(self, index)->end;
  writer_begin(self);
  layout_add(self->out, SLICE(">"));
  layout_add(&self->prefix, SLICE("> "));
  self->open = true;
  self->gap = 1;
  if (index + 1 == end)
    writer_end(self);
  else if (own_indent(self, block_at(self, index + 1)) % CODE_INDENT)
    self->unsure = true; // md4c forgets how far a quote's first line is indented
  else
    write_children(self, index + 1, end, false);
  self->prefix.len = len;
}

// Behind a mark alone on its line only text is pulled up.
static bool stays_below(const Writer *self, uint32_t item) {
  const Block *block = block_at(self, item), *child = block + 1;
  if (!block->below || item + 1 == block->end) return block->below;
  if (child->kind != BLOCK_PARAGRAPH) return true;
  return slice_starts_with(line_trimmed(writer_lines(self, child)), SLICE("["));
}

// A task right below a quote in the item above is none to md4c.
static bool is_lost_task(const Writer *self, uint32_t index) {
  const Block *item = block_at(self, index), *child = item + 1;
  bool first = item[-1].kind == BLOCK_LIST;
  if (first || !self->quoted || index + 1 == item->end || child->kind != BLOCK_PARAGRAPH)
    return false;
  return starts_task(line_trimmed(writer_lines(self, child)));
}

// Text right below would go on in the last paragraph above, which only an empty line of a quote
// kept apart.
static bool is_caught(const Writer *self, const Block *above, uint32_t index) {
  const Block *block = block_at(self, index);
  Slice text = block->line_count ? line_trimmed(writer_lines(self, block)) : SLICE("");
  bool is_text = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_SETEXT ||
                 block->kind == BLOCK_TABLE || block->kind == BLOCK_CODE ||
                 (block->kind == BLOCK_HTML && starts_html(text) == HTML_ANY_TAG);
  return is_text && above->kind <= BLOCK_ITEM && block_at(self, index - 1)->kind == BLOCK_PARAGRAPH;
}

static void write_item(Writer *self, uint32_t index, Slice mark, uint32_t width, bool tight) {
  size_t len = self->prefix.len;
  uint32_t end = block_at(self, index)->end;
  if (tight && is_lost_task(self, index)) self->unsure = true;
  writer_begin(self);
  layout_add(self->out, mark);
  self->open = true;
  self->gap = width - (uint32_t)mark.len;
  for (uint32_t i = 0; i < width; i++) layout_add(&self->prefix, SLICE(" "));
  if (stays_below(self, index)) writer_end(self);
  write_children(self, index + 1, end, tight);
  if (index + 1 == end) self->bare = true;
  self->prefix.len = len;
}

// Nothing but marks: `- -` one more would be a break.
static bool is_bare(const Writer *self, uint32_t list) {
  for (;;) {
    const Block *item = block_at(self, list + 1);
    if (list + 2 == item->end || stays_below(self, list + 1)) return true;
    if (block_at(self, list + 2)->kind != BLOCK_LIST) return false;
    list += 2;
  }
}

// A list right behind another one has another mark than that.
static char bullet_of(const Writer *self, uint32_t index, char before) {
  if (before) return before == '-' ? '*' : '-';
  bool on_dash = self->open && self->out->items[self->out->len - 1] == '-';
  return on_dash && is_bare(self, index) ? '*' : '-';
}

// Behind a mark alone on its line, or before code, more blanks than one are no indentation.
static bool is_narrow(const Writer *self, uint32_t item) {
  return stays_below(self, item) || block_at(self, item + 1)->kind == BLOCK_CODE;
}

// `behind` is the indentation of what follows: it must not fall into the last item.
static void write_list(Writer *self, uint32_t index, char bullet, uint32_t behind) {
  enum { WIDEST_GAP = 4 };
  const Block *list = block_at(self, index);
  for (uint32_t item = index + 1; item < list->end; item = block_at(self, item)->end) {
    Slice mark = bullet ? slice_new(&bullet, 1) : block_at(self, item)->mark;
    uint32_t width = (uint32_t)mark.len + 1;
    if (width <= behind) width = behind + 1;
    bool narrow = width > mark.len + 1 && is_narrow(self, item);
    if (narrow || width > mark.len + WIDEST_GAP)
      self->unsure = true, width = (uint32_t)mark.len + 1;
    if (item > index + 1 && list->loose) writer_part(self);
    write_item(self, item, mark, width, !list->loose);
  }
}

// --- blocks ---

static void write_leaf(Writer *self, const Block *block, bool below_blank) {
  switch (block->kind) {
  case BLOCK_PARAGRAPH:
    write_paragraph(self, block);
    break;
  case BLOCK_SETEXT:
    write_setext(self, block);
    break;
  case BLOCK_HEADING:
    write_heading(self, block);
    break;
  case BLOCK_BREAK:
    write_break(self, block, below_blank);
    break;
  case BLOCK_TABLE:
    write_table(self, block);
    break;
  default:
    write_raw(self, block);
  }
}

// An empty line stands between blocks, but not in a tight list. In the items of a loose one it
// stands where it did: a list that is set in belongs to the line above it. HTML keeps its
// neighbours: a comment may speak of the line below it.
static bool is_parted(const Writer *self, const Block *above, uint32_t index, bool in_item) {
  const Block *below = block_at(self, index);
  if (above->kind == BLOCK_HTML || below->kind == BLOCK_HTML) return below->parted;
  return !in_item || below->parted || is_caught(self, above, index);
}

static void write_children(Writer *self, uint32_t first, uint32_t end, bool tight) {
  char bullet = 0; // of the list right above
  const Block *above = NULL;
  bool in_item = first && block_at(self, first - 1)->kind == BLOCK_ITEM;
  for (uint32_t at = first; at < end && !self->unsure; at = block_at(self, at)->end) {
    const Block *block = block_at(self, at);
    bool parted = above && !tight && is_parted(self, above, at, in_item);
    if (parted) writer_part(self);
    if (above && !parted && is_caught(self, above, at)) self->unsure = true;
    bool bulleted = block->kind == BLOCK_LIST && byte_is_one_of(block->sign, "-+*");
    bullet = bulleted ? bullet_of(self, at, bullet) : 0;
    if (block->kind == BLOCK_QUOTE)
      write_quote(self, at);
    else if (block->kind == BLOCK_LIST)
      write_list(self, at, bullet,
                 block->end < end ? own_indent(self, block_at(self, block->end)) : 0);
    else
      write_leaf(self, block, parted || !above);
    above = block;
  }
}

void layout_body(Slice body, const FormatStyle *style, Layout *out) {
  size_t start = out->len;
  Blocks blocks = layout_blocks_read(body);
  Writer writer = {.blocks = &blocks, .style = style, .out = out, .unsure = blocks.unsure};
  write_children(&writer, 0, (uint32_t)blocks.blocks.len, false);
  if (writer.unsure) {
    out->len = start;
    layout_as_written(body, out);
  }
  array_free(&writer.prefix);
  array_free(&writer.text);
  array_free(&writer.words);
  layout_blocks_free(&blocks);
}
