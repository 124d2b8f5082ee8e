// The lines of a comment: their frames, their indentation, and which of them are code.
#include "comment.h"

#include "../lines.h"

Comment comment_new(Slice text, Prose *prose, CommentStyle style) {
  if (!style.indent) style.indent = 4;
  return (Comment){.text = text, .out = writer_new(prose), .style = style};
}

// --- the shape of a line ---

static bool is_row_mark(char c) {
  return byte_is_one_of(c, "*/#=-_~+;!.:%|");
}

static bool has_letter(Slice line) {
  for (size_t i = 0; i < line.len; i++)
    if (byte_is_letter(line.ptr[i]) || (unsigned char)line.ptr[i] >= 0x80) return true;
  return false;
}

// Whether the mark that ends at `at` stands for itself.
static bool ends_mark(Slice text, uint32_t at, uint32_t end) {
  return at == end || byte_is_blank(text.ptr[at]);
}

// Behind what frames a comment on the left: the `*` of its margin, the rest of `///` or `/**<`, or
// a row of at least three marks.
static uint32_t decoration_end(Slice text, uint32_t at, uint32_t end) {
  uint32_t start = blanks_end(text, at, end);
  if (start == end || !is_row_mark(text.ptr[start])) return at;
  uint32_t behind = alike_end(text, start, end);
  if (behind - start >= 3) return behind;
  if (text.ptr[start] == '*' && behind - start == 1 && !ends_mark(text, behind, end))
    return text.ptr[behind] == '<' ? behind + 1 : behind;
  bool is_margin =
      text.ptr[start] == '*' || (start == at && byte_is_one_of(text.ptr[start], "/!#;"));
  if (behind < end && text.ptr[behind] == '<') behind++;
  return is_margin && ends_mark(text, behind, end) ? behind : at;
}

static uint32_t without_frame(Slice text, uint32_t start, uint32_t end) {
  while (end > start && byte_is_blank(text.ptr[end - 1])) end--;
  uint32_t row = end;
  while (row > start && is_row_mark(text.ptr[end - 1]) && text.ptr[row - 1] == text.ptr[end - 1])
    row--;
  if (end - row < 3) return end;
  while (row > start && byte_is_blank(text.ptr[row - 1])) row--;
  return row;
}

static uint32_t columns(Slice blanks) {
  uint32_t count = 0;
  for (size_t i = 0; i < blanks.len; i++) count = next_column(count, blanks.ptr[i]);
  return count;
}

void comment_begin(Comment *self, const Slice *margin) {
  *self = (Comment){.text = self->text, .out = self->out, .style = self->style};
  write_break(&self->out, PART_APART);
  self->has_margin = margin;
  self->indent = margin ? columns(*margin) : 0;
}

// Of a list: `- `, `* `, `+ `, `1. `; 0 where there is none.
static uint32_t bullet_len(Slice line) {
  uint32_t len = 0;
  while (len < line.len && byte_is_digit(line.ptr[len])) len++;
  bool number = len > 0 && len < 4 && len < line.len && byte_is_one_of(line.ptr[len], ".)");
  bool mark = len == 0 && line.len && byte_is_one_of(line.ptr[0], "-*+");
  if (!number && !mark) return 0;
  return ++len < line.len && byte_is_blank(line.ptr[len]) ? len : 0;
}

// --- what a line is ---

static bool is_tag(Slice line) {
  return line.len > 1 && line.ptr[0] == '@' && byte_is_letter(line.ptr[1]);
}

static bool goes_on(Comment *self, Slice line, uint32_t indent) {
  switch (self->mode) {
  case COMMENT_TEXT:
    return false;
  case COMMENT_INDENTED:
    return indent >= self->indent + self->style.indent;
  case COMMENT_SESSION:
    return !self->below_empty;
  case COMMENT_EXAMPLE:
    return !is_tag(line);
  }
  return false;
}

static CommentMode mode_of(const Comment *self, Slice line, Slice blanks, bool whole) {
  if (slice_starts_with(line, SLICE(">>> "))) return COMMENT_SESSION;
  uint32_t indent = columns(blanks);
  bool indented = whole && self->measured && indent >= self->indent + self->style.indent;
  bool tabbed = self->style.tab && whole && blanks.len && blanks.ptr[0] == '\t';
  if (indented && (self->below_empty || tabbed) && !bullet_len(line)) return COMMENT_INDENTED;
  return COMMENT_TEXT;
}

static bool is_link_definition(Slice line) {
  if (line.len < 4 || line.ptr[0] != '[') return false;
  const char *close = memchr(line.ptr, ']', line.len - 1);
  return close && close[1] == ':';
}

static bool is_for_tools(Slice line) {
  if (slice_starts_with(line, SLICE(".. _"))) return true; // a target of reStructuredText
  return comment_is_directive(line) || comment_is_code(line) || is_link_definition(line);
}

// `.. note::` of reStructuredText, with a single word behind it: a version, a file, a language.
static uint32_t directive_len(Slice line) {
  uint32_t at = 3, len = (uint32_t)line.len;
  if (!slice_starts_with(line, SLICE(".. "))) return 0;
  while (at < len && (byte_is_letter(line.ptr[at]) || line.ptr[at] == '-')) at++;
  if (at + 1 >= len || line.ptr[at] != ':' || line.ptr[at + 1] != ':') return 0;
  at = blanks_end(line, at + 2, len);
  bool alone = !memchr(line.ptr + at, ' ', len - at);
  return alone ? len : at;
}

// Lines of signs alone part what is around them, but a fence is more than that.
static bool may_hold_text(Slice content) {
  return has_letter(content) || content.ptr[0] == '`';
}

static void read_text(Comment *self, Range line, uint32_t indent, bool whole) {
  uint32_t bullet = bullet_len(slice_range(self->text, line));
  line.start += directive_len(slice_range(self->text, line));
  if (bullet) write_break(&self->out, PART_APART);
  line.start += bullet;
  if (whole) self->indent = indent + bullet;
  self->measured |= whole || self->has_margin;
  comment_read_inline(self, line);
  write_break(&self->out, PART_SPACED);
}

static void read_content(Comment *self, Range line, Slice blanks, bool whole) {
  Slice content = slice_range(self->text, line);
  if (!goes_on(self, content, columns(blanks))) self->mode = mode_of(self, content, blanks, whole);
  self->below_empty = false;
  if (self->mode != COMMENT_TEXT || !may_hold_text(content) || is_for_tools(content))
    write_break(&self->out, PART_APART);
  else
    read_text(self, line, columns(blanks), whole);
}

// What a paragraph does not close ends with it.
static void end_paragraph(Comment *self) {
  write_break(&self->out, PART_APART);
  self->below_empty = true;
  if (!self->block) self->closing = (Slice){0};
}

static bool is_empty(Slice text, Range line) {
  uint32_t behind = decoration_end(text, line.start, line.end);
  return blanks_end(text, behind, line.end) == line.end;
}

void comment_line(Comment *self, Range line, bool whole) {
  if (is_empty(self->text, line)) {
    end_paragraph(self);
    return;
  }
  if (self->closing.len || self->braces) {
    line.start = comment_leave_region(self, line.start, line.end);
    if (line.start == line.end) return;
  }
  uint32_t behind = decoration_end(self->text, line.start, line.end);
  uint32_t start = blanks_end(self->text, behind, line.end);
  uint32_t end = without_frame(self->text, start, line.end);
  Slice blanks = slice_range(self->text, (Range){behind, start});
  if (start < end) read_content(self, (Range){start, end}, blanks, whole);
}
