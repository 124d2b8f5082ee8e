// The copy that md4c reads, and the lines of Markdown's dialects, which are written over in it.
#include "../seek.h"
#include "markdown.h"

void draft_free(Draft *self) {
  array_free(&self->bytes);
  array_free(&self->cuts);
  array_free(&self->lines);
}

static char *copied(const Draft *self) {
  return self->bytes.items + DRAFT_ROOM;
}

static void copy_text(Draft *self) {
  size_t len = DRAFT_ROOM + self->text.len;
  array_reserve(&self->bytes, len + 1);
  self->bytes.len = DRAFT_ROOM;
  array_append(&self->bytes, self->text.ptr, self->text.len);
  self->bytes.items[len] = '\n'; // see draft_text
}

// md4c looks at the byte behind its input where a link breaks off there, and may go on from it.
Slice draft_text(Draft *self) {
  Slice text = self->text;
  bool ends_in_line = text.len && !byte_is_line_end(text.ptr[text.len - 1]);
  if (ends_in_line && !self->bytes.len) copy_text(self);
  return self->bytes.len ? slice_new(copied(self), text.len) : text;
}

Slice draft_body(Draft *self, uint32_t start) {
  uint32_t lines = empty_lines_needed(slice_from(draft_text(self), start));
  if (lines && !self->bytes.len) copy_text(self);
  Slice text = draft_text(self);
  if (lines) memset(copied(self) + start - lines, '\n', lines);
  return slice_new(text.ptr + start - lines, text.len - start + lines);
}

void draft_write(Draft *self, Range range, Slice mark, char filler) {
  if (!self->bytes.len) copy_text(self);
  uint32_t len = range_len(range), marked = (uint32_t)mark.len < len ? (uint32_t)mark.len : len;
  char *to = copied(self) + range.start;
  if (marked) memcpy(to, mark.ptr, marked);
  memset(to + marked, filler, len - marked);
}

// --- lines of Markdown's dialects ---

// `[^1]: text`. As an item of a list it keeps what is indented below it.
static uint32_t footnote_len(Slice line) {
  if (!slice_starts_with(line, SLICE("[^"))) return 0;
  size_t at = 2;
  while (at < line.len && line.ptr[at] != ']' && !byte_is_blank(line.ptr[at])) at++;
  return at > 2 && slice_starts_with(slice_from(line, at), SLICE("]:")) ? (uint32_t)at + 2 : 0;
}

// MkDocs: `!!! note "Title"`, `??? note`, `=== "Title"`. What is indented below is text.
static uint32_t admonition_len(Slice line) {
  static const char *const OPENERS[] = {"!!! ", "??? ", "???+ ", "=== \""};
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++) {
    if (!slice_starts_with(line, slice_of(OPENERS[i]))) continue;
    const char *title = memchr(line.ptr, '"', line.len);
    return (uint32_t)(title ? (size_t)(title - line.ptr) : line.len);
  }
  return 0;
}

// `:::note Title`, `::: {.note}`, `:::`. The marks and the kind of block.
static uint32_t colons_len(Slice line) {
  enum { SHORTEST = 3 };
  uint32_t len = (uint32_t)line.len, at = 0;
  while (at < len && line.ptr[at] == ':') at++;
  if (at < SHORTEST) return 0;
  at = spaces_end(line, at, len);
  while (at < line.len && !byte_is_blank(line.ptr[at]) && !byte_is_one_of(line.ptr[at], "[{")) at++;
  return at;
}

static void draft_line(Draft *self, uint32_t start, Slice line) {
  uint32_t listed = footnote_len(line);
  if (!listed) listed = admonition_len(line);
  uint32_t len = listed ? listed : colons_len(line);
  if (!len) return;
  Range range = {start, start + len};
  if (listed) draft_write(self, range, SLICE("- "), 'x');
  *array_push(&self->lines) = (Cut){range, PART_APART};
}

// --- comments to Gloss ---

static void hide_dashes(Draft *self, Range inside) {
  for (uint32_t at = inside.start; at + 1 < inside.end; at++)
    if (self->text.ptr[at] == '-' && self->text.ptr[at + 1] == '-')
      draft_write(self, (Range){at, at + 2}, SLICE(""), ' ');
}

// No comment inside a paragraph reaches over an empty line. `end` when there is none.
static uint32_t empty_line(Slice text, uint32_t at, uint32_t end) {
  while ((at = line_behind(text, at, end)) < end)
    if (byte_is_line_end(text.ptr[spaces_end(text, at, end - 1)])) return at;
  return end;
}

void draft_reasons(Draft *self, uint32_t start) {
  uint32_t len = (uint32_t)self->text.len, at = start, close = start;
  while ((at = seek_behind(self->text, at, len, SLICE("<!--"))) < len) {
    uint32_t word = blanks_end(self->text, at, len);
    if (!slice_starts_with(slice_from(self->text, word), SLICE("gloss-"))) continue;
    if (close < word) close = seek(self->text, word, len, SLICE("-->"));
    if (close == len) return;
    uint32_t end = empty_line(self->text, at, close);
    if (end == close) hide_dashes(self, (Range){word, close});
    at = end;
  }
}

// --- paragraphs without end ---

// md4c goes through the lines of a paragraph again for every link in it. So many lines cost little;
// behind them a paragraph has no links any more.
enum { LINES_WITH_LINKS = 10000 };

static bool begins_paragraph(Slice line) {
  bool item = line.len > 1 && byte_is_one_of(line.ptr[0], "-*+") && byte_is_blank(line.ptr[1]);
  return item || !line.len;
}

static void hide_brackets(Draft *self, Range line) {
  for (uint32_t at = line.start; at < line.end; at++)
    if (self->text.ptr[at] == ']') draft_write(self, (Range){at, at + 1}, SLICE(""), 'x');
}

// The cells that a row leaves out are made up by md4c: of thousands of columns, no table is made.
static bool is_too_wide(Slice line) {
  enum { COLUMNS_MAX = 200 };
  uint32_t bars = 0;
  if (line.len <= COLUMNS_MAX || !slice_is_made_of(line, "|-:> \t")) return false;
  for (size_t i = 0; i < line.len; i++) bars += line.ptr[i] == '|';
  return bars > COLUMNS_MAX;
}

void draft_lines(Draft *self, uint32_t start) {
  uint32_t lines = 0, len = (uint32_t)self->text.len;
  for (uint32_t at = start; at < len; at = line_behind(self->text, at, len)) {
    Range range = {spaces_end(self->text, at, len), line_end(self->text, at, len)};
    Slice line = slice_range(self->text, range);
    lines = begins_paragraph(line) ? 0 : lines + 1;
    if (lines > LINES_WITH_LINKS) hide_brackets(self, range);
    if (is_too_wide(line)) draft_write(self, range, SLICE(""), 'x');
    if (line.len && byte_is_one_of(line.ptr[0], "[!?=:")) draft_line(self, range.start, line);
  }
}
