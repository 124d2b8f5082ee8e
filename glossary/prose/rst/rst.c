// reStructuredText: blocks, told apart by their first line and by indentation.
//
// Left out where it cannot be known whether there is running text: the argument of an unknown
// directive, interpreted text without a role.
#include "rst.h"
#include "../languages.h"
#include "../remark.h"

// The lines of a paragraph are indented alike, but the first one of a field, a footnote or an
// admonition stands behind its marker, and the second one says how far the others are indented.
enum { INDENT_OPEN = UINT32_MAX };

typedef struct {
  Writer out;
  Lines lines;
  Line line;           // what is left of the line that is read
  Range paragraph;     // what is read of it so far; empty: none
  uint32_t indent;     // of its lines
  uint32_t marker;     // of the marker before it, or of the paragraph itself
  bool options;        // it is a directive's argument; options may follow
  bool before_literal; // the last paragraph ended in `::`
} Reader;

static Slice text_of(const Reader *self) {
  return line_text(&self->line, self->lines.text);
}

static bool starts_with(const Reader *self, Slice prefix) {
  return slice_starts_with(text_of(self), prefix);
}

static bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !byte_is_alnum(c);
}

// --- paragraphs ---

static void end_paragraph(Reader *self) {
  if (range_len(self->paragraph) == 0) return;
  Slice text = slice_range(self->lines.text, self->paragraph);
  self->before_literal = slice_ends_with(text, SLICE("::"));
  if (self->indent == INDENT_OPEN) self->indent = self->marker;
  write_break(&self->out, PART_APART);
  rst_read_inline(&self->out, self->lines.text, self->paragraph);
  self->paragraph = (Range){0, 0};
}

static void start_paragraph(Reader *self, uint32_t marker, uint32_t indent) {
  self->paragraph = (Range){self->line.text, self->line.end};
  self->marker = marker;
  self->indent = indent;
  self->options = false;
}

// `-----` under or over a title, or between paragraphs.
static bool is_adornment(const Reader *self) {
  Slice text = text_of(self);
  if (text.len < 2 || !is_punctuation(text.ptr[0]) || text.ptr[1] != text.ptr[0]) return false;
  return leading_run(text) == text.len && !slice_eq(text, SLICE("::"));
}

// `:name:` with a blank or nothing behind it; the length of it, 0 when there is none.
static uint32_t field_len(Slice text) {
  if (text.len < 3 || text.ptr[0] != ':' || byte_is_blank(text.ptr[1]) || text.ptr[1] == ':')
    return 0;
  for (size_t at = 2; at < text.len; at++) {
    if (text.ptr[at] == '`') return 0;
    if (text.ptr[at] == ':' && (at + 1 == text.len || byte_is_blank(text.ptr[at + 1])))
      return (uint32_t)at + 1;
  }
  return 0;
}

static bool continues_paragraph(Reader *self) {
  if (range_len(self->paragraph) == 0 || is_adornment(self)) return false;
  if (self->indent == INDENT_OPEN && self->line.indent > self->marker)
    self->indent = self->line.indent;
  return self->line.indent == self->indent;
}

// --- lines without running text ---

// Takes out the lines that are indented by more than `indent`; with `over_empty` also empty ones.
// Where the last one ends that is not empty; 0: there is none.
static uint32_t skip_lines(Reader *self, uint32_t indent, bool over_empty) {
  uint32_t end = 0;
  for (Line line; lines_peek(&self->lines, &line);) {
    if (is_empty_line(&line) ? !over_empty : line.indent <= indent) break;
    if (!is_empty_line(&line)) end = line.end;
    lines_next(&self->lines, &line);
  }
  return end;
}

static void skip_to_empty_line(Reader *self) {
  for (Line line; lines_peek(&self->lines, &line) && !is_empty_line(&line);)
    lines_next(&self->lines, &line);
}

// The value of one that is shown is a text of one line.
static void read_option(Reader *self, Line line, uint32_t len) {
  Slice name = slice_range(line_text(&line, self->lines.text), (Range){1, len - 1});
  if (!rst_option_is_text(name)) return;
  line_cut(&line, self->lines.text, len);
  write_break(&self->out, PART_APART);
  rst_read_inline(&self->out, self->lines.text, (Range){line.text, line.end});
  write_break(&self->out, PART_APART);
}

static void read_options_of(Reader *self, uint32_t indent) {
  for (Line line; lines_peek(&self->lines, &line);) {
    uint32_t len = line.indent > indent ? field_len(line_text(&line, self->lines.text)) : 0;
    if (!len) return;
    lines_next(&self->lines, &line);
    read_option(self, line, len);
    skip_lines(self, line.indent, false);
  }
}

// The block after `::`, indented or quoted by a punctuation mark before each line.
static bool skip_literal(Reader *self) {
  self->before_literal = false;
  bool indented = self->line.indent > self->indent;
  bool quoted = self->line.indent == self->indent && is_punctuation(text_of(self).ptr[0]) &&
                !starts_with(self, SLICE(".. ")) && !starts_with(self, SLICE(":"));
  if (indented) skip_lines(self, self->indent, true);
  if (quoted) skip_to_empty_line(self);
  return indented || quoted;
}

// --- explicit markup: `.. ` ---

static void read_argument(Reader *self, RstText kind, uint32_t marker) {
  if (kind == RST_AFTER_WORD) {
    Slice text = text_of(self);
    uint32_t len = 0;
    while (len < text.len && !byte_is_blank(text.ptr[len])) len++;
    line_cut(&self->line, self->lines.text, len);
  }
  if (is_empty_line(&self->line)) return;
  start_paragraph(self, marker, INDENT_OPEN);
  self->options = true;
}

// What follows `name:: `.
static void read_directive(Reader *self, Slice name, uint32_t marker) {
  RstDirective holds = rst_directive(name);
  bool argument = !is_empty_line(&self->line);
  if (!argument || holds.argument == RST_NOTHING) read_options_of(self, marker);
  if (holds.body == RST_NOTHING && holds.argument == RST_NOTHING)
    skip_lines(self, marker, true);
  else if (argument && holds.argument == RST_NOTHING)
    skip_lines(self, marker, false);
  else if (argument)
    read_argument(self, holds.argument, marker);
}

// The length of `name` in `name::`; 0: the line is no directive.
static uint32_t directive_name_len(Slice text) {
  for (size_t at = 0; at + 1 < text.len && !byte_is_blank(text.ptr[at]); at++) {
    bool ends = text.ptr[at] == ':' && text.ptr[at + 1] == ':' &&
                (at + 2 == text.len || byte_is_blank(text.ptr[at + 2]));
    if (ends) return (uint32_t)at;
  }
  return 0;
}

// `|name| ` of a substitution, `[label] ` of a footnote: the length up to `close`, 0 without it.
static uint32_t label_len(Slice text, char open, char close) {
  if (text.len < 3 || text.ptr[0] != open) return 0;
  const char *end = memchr(text.ptr + 1, close, text.len - 1);
  return end ? (uint32_t)(end - text.ptr) + 1 : 0;
}

// An empty comment ends at once when an empty line follows.
static void skip_comment(Reader *self, uint32_t marker, uint32_t start) {
  Line below;
  bool ends =
      is_empty_line(&self->line) && lines_peek(&self->lines, &below) && is_empty_line(&below);
  if (ends) return;
  uint32_t last = skip_lines(self, marker, true), end = last ? last : self->line.end;
  Range inside = {start + (uint32_t)strlen(".."), end};
  remark_add(self->out.prose, self->lines.text, (Range){start, end}, inside);
}

static void read_explicit(Reader *self) {
  uint32_t marker = self->line.indent, start = self->line.text;
  line_cut(&self->line, self->lines.text, 2);
  line_cut(&self->line, self->lines.text, label_len(text_of(self), '|', '|'));
  Slice name = slice_to(text_of(self), directive_name_len(text_of(self)));
  bool target = starts_with(self, SLICE("_"));
  line_cut(&self->line, self->lines.text, name.len ? (uint32_t)name.len + 2 : 0);
  if (target)
    skip_lines(self, marker, false);
  else if (name.len)
    read_directive(self, name, marker);
  else
    skip_comment(self, marker, start);
}

static bool is_explicit(const Reader *self) {
  Slice text = text_of(self);
  return slice_starts_with(text, SLICE("..")) && (text.len == 2 || byte_is_blank(text.ptr[2]));
}

// --- other blocks ---

// `| line`: as good as lines of one paragraph.
static bool read_line_block(Reader *self) {
  Slice text = text_of(self);
  if (text.ptr[0] != '|' || (text.len > 1 && text.ptr[1] != ' ')) return false;
  line_cut(&self->line, self->lines.text, 1);
  write_break(&self->out, PART_SPACED);
  rst_read_inline(&self->out, self->lines.text, (Range){self->line.text, self->line.end});
  return true;
}

static bool read_field(Reader *self) {
  Slice text = text_of(self);
  uint32_t len = field_len(text), marker = self->line.indent;
  if (!len) return false;
  line_cut(&self->line, self->lines.text, len);
  if (!rst_field_is_text(slice_range(text, (Range){1, len - 1})))
    skip_lines(self, marker, false);
  else if (!is_empty_line(&self->line))
    start_paragraph(self, marker, INDENT_OPEN);
  return true;
}

static bool read_options(Reader *self) {
  uint32_t len = rst_options_len(text_of(self)), marker = self->line.indent;
  if (!len) return false;
  line_cut(&self->line, self->lines.text, len);
  if (!is_empty_line(&self->line)) start_paragraph(self, marker, INDENT_OPEN);
  return true;
}

static bool read_doctest(Reader *self) {
  if (!starts_with(self, SLICE(">>>"))) return false;
  skip_to_empty_line(self);
  return true;
}

// A block that is known by its first line; false: it is a paragraph.
static bool read_marked_block(Reader *self) {
  if (is_explicit(self))
    read_explicit(self);
  else if (starts_with(self, SLICE("__ ")))
    skip_lines(self, self->line.indent, false);
  else
    return rst_read_table(&self->out, &self->lines, &self->line) || is_adornment(self) ||
           read_doctest(self) || read_line_block(self) || read_field(self) || read_options(self);
  return true;
}

// `.. [1] text`: the length of its marker.
static uint32_t footnote_len(const Reader *self) {
  if (!is_explicit(self)) return 0;
  Slice text = slice_from(text_of(self), 2), label = slice_trim(text);
  uint32_t len = label_len(label, '[', ']');
  return len ? (uint32_t)(label.ptr - text.ptr) + 2 + len : 0;
}

// An item or a footnote may begin with the marker of another block. The first line of a footnote is
// not indented like its others.
static bool cut_markers(Reader *self) {
  bool footnote = false;
  for (;;) {
    uint32_t note = footnote_len(self), len = note ? note : rst_item_len(text_of(self));
    if (!len) return footnote;
    line_cut(&self->line, self->lines.text, len);
    footnote = note;
  }
}

static void read_block(Reader *self) {
  if (self->before_literal && skip_literal(self)) return;
  uint32_t marker = self->line.indent;
  bool footnote = !is_adornment(self) && cut_markers(self);
  if (is_empty_line(&self->line) || read_marked_block(self)) return;
  if (footnote)
    start_paragraph(self, marker, INDENT_OPEN);
  else
    start_paragraph(self, self->line.indent, self->line.indent);
}

static void read_line(Reader *self) {
  if (is_empty_line(&self->line)) {
    end_paragraph(self);
    self->options = false;
    write_break(&self->out, PART_APART);
  } else if (self->options && field_len(text_of(self))) {
    skip_lines(self, self->line.indent, false);
  } else if (continues_paragraph(self)) {
    self->paragraph.end = self->line.end;
  } else {
    end_paragraph(self);
    read_block(self);
  }
}

void prose_read_rst(Slice text, Prose *prose) {
  Reader self = {.out = writer_new(prose), .lines = lines_new(text)};
  while (lines_next(&self.lines, &self.line)) read_line(&self);
  end_paragraph(&self);
}
