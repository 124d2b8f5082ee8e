// AsciiDoc: blocks, told apart by whole lines.
//
// Left out although shown: what stands between `+` or backquotes, keys, buttons and menus, whose
// wording is somebody else's. Tables are read with `|` between cells, whatever their separator.
#include "asciidoc.h"
#include "../languages.h"
#include "../remark.h"

typedef struct {
  Writer out;
  Lines lines;
  Line line;       // what is left of the line that is read
  Range paragraph; // what is read of it so far; empty: none
  bool one_line;   // the paragraph is a single line
  bool started;    // something was read: the document's header is over
  bool in_list;    // the paragraph belongs to a list item: the next line may be another
  bool hides;      // the next block is no running text
  bool hidden;     // we are in a paragraph that is none
  bool after_term; // the text of a term follows, maybe indented
  bool in_table;
} Reader;

static Slice text_of(const Reader *self) {
  return line_text(&self->line, self->lines.text);
}

static bool starts_with(const Reader *self, Slice prefix) {
  return slice_starts_with(text_of(self), prefix);
}

static bool is_indented(const Reader *self) {
  return self->line.text > self->line.start;
}

static void cut(Reader *self, uint32_t count) {
  line_cut(&self->line, self->lines.text, count);
}

// --- paragraphs ---

static void read_range(Reader *self, uint32_t start, uint32_t end) {
  asciidoc_read_inline(&self->out, self->lines.text, (Range){start, end});
}

static void end_paragraph(Reader *self) {
  read_range(self, self->paragraph.start, self->paragraph.end);
  self->paragraph = (Range){0, 0};
  write_break(&self->out, PART_APART);
}

static void read_rest(Reader *self) {
  write_break(&self->out, PART_APART);
  read_range(self, self->line.text, self->line.end);
  write_break(&self->out, PART_APART);
}

static void add_line(Reader *self) {
  bool first = range_len(self->paragraph) == 0;
  if (first) self->paragraph.start = self->line.text;
  self->paragraph.end = self->line.end;
  self->one_line = first;
}

// A comment or the like between its lines.
static void interrupt_paragraph(Reader *self) {
  if (self->paragraph.end == 0) return;
  read_range(self, self->paragraph.start, self->paragraph.end);
  self->paragraph = (Range){self->line.end, self->line.end};
  write_break(&self->out, PART_SPACED);
}

// --- comments ---

// `// comment`. What is indented or hidden is code that looks like one.
static void see_comment(Reader *self) {
  Range comment = {self->line.text, self->line.end}, inside = comment;
  inside.start += (uint32_t)strlen("//");
  if (!is_indented(self) && !self->hidden && starts_with(self, SLICE("//")))
    remark_add(self->out.prose, self->lines.text, comment, inside);
}

// Between two lines of `////`, of which the first one is read.
static void see_comment_block(Reader *self, Line open, Line close) {
  Range inside = {open.end, close.start};
  if (line_text(&open, self->lines.text).ptr[0] == '/')
    remark_add(self->out.prose, self->lines.text, (Range){open.start, close.end}, inside);
}

// --- blocks between two lines alike ---

static void skip_to(Reader *self, Slice fence) {
  Line open = self->line;
  for (Line line; lines_next(&self->lines, &line);) {
    if (!slice_eq(line_text(&line, self->lines.text), fence)) continue;
    see_comment_block(self, open, line);
    return;
  }
}

static void read_fence(Reader *self, FenceKind kind) {
  Slice fence = text_of(self);
  bool hides = self->hides || kind == FENCE_CODE;
  if (fence.ptr[0] == '`') fence = slice_to(fence, leading_run(fence));
  self->hides = self->hidden = self->in_list = false;
  if (kind == FENCE_TABLE)
    self->in_table = !self->in_table;
  else if (hides)
    skip_to(self, fence);
}

static size_t count_characters(Slice text) {
  size_t count = 0;
  for (size_t i = 0; i < text.len; i++) count += ((uint8_t)text.ptr[i] & 0xC0) != 0x80;
  return count;
}

// `-----` under a line of that length, give or take one, makes it a title.
static bool is_underline(const Reader *self) {
  Slice line = text_of(self);
  if (!self->one_line || range_len(self->paragraph) == 0 || self->in_list || self->in_table)
    return false;
  if (line.len < 2 || leading_run(line) != line.len || !byte_is_one_of(line.ptr[0], "=-~^+"))
    return false;
  size_t above = count_characters(slice_range(self->lines.text, self->paragraph));
  return above + 1 >= line.len && above <= line.len + 1;
}

// --- first lines of blocks ---

static void read_entry(Reader *self) {
  while (slice_ends_with(text_of(self), SLICE("\\")))
    if (!lines_next(&self->lines, &self->line)) return;
}

// Below the document's title stand its authors, its revision and its settings.
static void skip_header(Reader *self) {
  for (Line line; lines_peek(&self->lines, &line) && !is_empty_line(&line);)
    lines_next(&self->lines, &line);
}

static bool read_title(Reader *self) {
  Slice line = text_of(self);
  size_t level = leading_run(line);
  bool section = (line.ptr[0] == '=' || line.ptr[0] == '#') && level <= 6 && level < line.len &&
                 byte_is_blank(line.ptr[level]);
  bool block = line.ptr[0] == '.' && level == 1 && line.len > 1 && !byte_is_blank(line.ptr[1]);
  if (!section && !block) return false;
  cut(self, (uint32_t)level);
  read_rest(self);
  if (section && level == 1 && !self->started) skip_header(self);
  return true;
}

static bool read_macro(Reader *self) {
  Slice shown;
  if (!asciidoc_is_block_macro(text_of(self), &shown)) return false;
  Range range = range_of(self->lines.text, shown);
  write_break(&self->out, PART_APART);
  read_range(self, range.start, range.end);
  write_break(&self->out, PART_APART);
  return true;
}

// The rest of a line whose marker is cut off.
static void read_item_text(Reader *self) {
  Range sign = asciidoc_term_sign(text_of(self));
  self->in_list = true;
  self->after_term = false;
  if (range_len(sign)) {
    write_break(&self->out, PART_APART);
    read_range(self, self->line.text, self->line.text + sign.start);
    write_break(&self->out, PART_APART);
    cut(self, sign.end);
    self->after_term = is_empty_line(&self->line);
  }
  if (!is_empty_line(&self->line)) add_line(self);
}

static void read_paragraph(Reader *self) {
  bool literal = is_indented(self) && !self->after_term;
  self->hidden = self->hides || literal;
  self->hides = false;
  self->in_list = self->after_term;
  self->after_term = false;
  cut(self, asciidoc_label_len(text_of(self)));
  if (!self->hidden && !is_empty_line(&self->line)) add_line(self);
}

static bool is_item(const Reader *self) {
  Slice line = text_of(self);
  return asciidoc_item_len(line) || range_len(asciidoc_term_sign(line));
}

static void read_block(Reader *self) {
  if (asciidoc_is_entry(text_of(self)) && !is_indented(self)) {
    read_entry(self);
  } else if (!self->hides && is_item(self)) {
    cut(self, asciidoc_item_len(text_of(self)));
    read_item_text(self);
  } else if (is_indented(self) || (!read_title(self) && !read_macro(self))) {
    read_paragraph(self);
  }
}

// --- tables ---

// Where the column specification before the bar at `bar` begins: `2+|`, `a|`.
static uint32_t cell_sign_start(const Reader *self, uint32_t bar) {
  enum { LONGEST = 12 };
  const char *text = self->lines.text.ptr;
  uint32_t at = bar;
  while (at > self->line.text && bar - at < LONGEST &&
         byte_is_one_of(text[at - 1], "0123456789.*+<^>adehlmsv"))
    at--;
  bool alone = at == self->line.text || byte_is_blank(text[at - 1]);
  return alone ? at : bar;
}

static uint32_t next_bar(const Reader *self, uint32_t from, uint32_t end) {
  const char *text = self->lines.text.ptr;
  while (from < end && (text[from] != '|' || (from > 0 && text[from - 1] == '\\'))) from++;
  return from;
}

// A piece of a line: what is left of the cell above, or a new cell.
static void read_piece(Reader *self, uint32_t start, uint32_t end) {
  const char *text = self->lines.text.ptr;
  while (end > start && byte_is_blank(text[end - 1])) end--;
  self->line = (Line){start, start, end, 0};
  cut(self, 0);
  self->line.start = self->line.text;
  if (is_empty_line(&self->line) || self->hidden) return;
  if (range_len(self->paragraph) && !(self->in_list && is_item(self))) {
    add_line(self);
  } else {
    end_paragraph(self);
    read_block(self);
  }
}

static bool is_code_cell(const Reader *self, uint32_t sign, uint32_t bar) {
  char style = sign < bar ? self->lines.text.ptr[bar - 1] : 0;
  return style == 'm' || style == 'l';
}

static void read_cells(Reader *self) {
  Line line = self->line;
  uint32_t start = line.text;
  while (start < line.end) {
    uint32_t bar = next_bar(self, start, line.end);
    self->line.text = start;
    uint32_t sign = bar < line.end ? cell_sign_start(self, bar) : bar;
    read_piece(self, start, sign);
    self->line = line;
    if (bar < line.end) {
      end_paragraph(self);
      self->hidden = is_code_cell(self, sign, bar);
      self->in_list = self->after_term = false;
    }
    start = bar + 1;
  }
}

// --- lines ---

static bool continues_paragraph(const Reader *self) {
  return self->hidden || (self->paragraph.end > 0 && !(self->in_list && is_item(self)));
}

// Lines that are something wherever they stand.
static bool read_whole_line(Reader *self) {
  Slice line = text_of(self);
  FenceKind kind = is_indented(self) ? FENCE_NONE : asciidoc_fence(line);
  if (asciidoc_is_aside(line) && kind == FENCE_NONE) {
    interrupt_paragraph(self);
    see_comment(self);
  } else if (is_underline(self)) {
    end_paragraph(self);
  } else if (kind != FENCE_NONE) {
    end_paragraph(self);
    read_fence(self, kind);
  } else if (slice_eq(line, SLICE("+"))) {
    end_paragraph(self);
    self->hidden = false;
  } else if (asciidoc_is_attributes(line) && !is_indented(self)) {
    end_paragraph(self);
    self->hidden = false;
    self->hides = asciidoc_hides_block(line);
  } else {
    return false;
  }
  return true;
}

static void read_line(Reader *self) {
  if (is_empty_line(&self->line)) {
    end_paragraph(self);
    self->hidden = false;
    return;
  }
  if (read_whole_line(self)) return;
  if (self->in_table) {
    read_cells(self);
  } else if (!continues_paragraph(self)) {
    end_paragraph(self);
    read_block(self);
  } else if (!self->hidden) {
    add_line(self);
  }
  self->started = true;
}

void prose_read_asciidoc(Slice text, Prose *prose) {
  Reader self = {.out = writer_new(prose), .lines = lines_new(text)};
  while (lines_next(&self.lines, &self.line)) read_line(&self);
  end_paragraph(&self);
}
