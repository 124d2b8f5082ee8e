#include "markdown.h"
#include "remark.h"

#include <glossary/base/array.h>
#include <glossary/base/utf.h>

typedef struct {
  Slice text;
  size_t at;
  size_t line;  // where the line that holds `at` starts
  bool in_code; // a fenced block
  Array(char) out;
} Plain;

enum {
  TARGET_MAX = 4096
}; // how far the end of a bracket is looked for, so that no text takes long

static char byte_at(const Plain *self, size_t at) {
  return at < self->text.len ? self->text.ptr[at] : '\n';
}

static bool at_line_start(const Plain *self) {
  return self->at == 0 || self->text.ptr[self->at - 1] == '\n';
}

static size_t run_len(const Plain *self, char mark) {
  size_t len = 0;
  while (self->at + len < self->text.len && self->text.ptr[self->at + len] == mark) len++;
  return len;
}

static void keep(Plain *self, size_t len) {
  array_append(&self->out, self->text.ptr + self->at, len);
  self->at += len;
}

static size_t line_end(const Plain *self) {
  const char *end = memchr(self->text.ptr + self->at, '\n', self->text.len - self->at);
  return end ? (size_t)(end - self->text.ptr) : self->text.len;
}

// Fence lines and the marks of headings are gone; code inside fences stays as it is.
static bool line_mark(Plain *self) {
  size_t ticks = run_len(self, '`'), waves = run_len(self, '~'), hashes = run_len(self, '#');
  const char *later =
      ticks < 3 ? NULL
                : memchr(self->text.ptr + self->at + ticks, '`', line_end(self) - self->at - ticks);
  if ((ticks >= 3 && !later) || waves >= 3) {
    self->in_code = !self->in_code;
    self->at = line_end(self);
    self->at += self->at < self->text.len;
    self->line = self->at;
    return true;
  }
  if (self->in_code) {
    size_t len = line_end(self) - self->at;
    keep(self, len);
    return len > 0;
  }
  if (!hashes || hashes > 6 || byte_at(self, self->at + hashes) != ' ') return false;
  self->at += hashes + 1;
  return true;
}

static bool is_wordy(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (unsigned char)c >= 0x80;
}

// `*` and `_` are marks where they stand at the edge of a word; two of them anywhere but between
// blanks.
static void emphasis(Plain *self) {
  size_t len = run_len(self, self->text.ptr[self->at]);
  char before = self->at ? self->text.ptr[self->at - 1] : '\n',
       after = byte_at(self, self->at + len);
  bool alone = byte_is_blank(before) && byte_is_blank(after);
  bool inside = is_wordy(before) && is_wordy(after);
  if (alone || (inside && (len == 1 || self->text.ptr[self->at] == '_')))
    keep(self, len);
  else
    self->at += len;
}

// The end of `[…]` on this line, or 0.
static size_t bracket_end(const Plain *self, size_t at) {
  size_t last = at + TARGET_MAX;
  for (; at < last && byte_at(self, at) != '\n' && byte_at(self, at) != '['; at++)
    if (self->text.ptr[at] == ']') return at;
  return 0;
}

static void keep_shown(Plain *self, size_t start, size_t end, size_t next) {
  self->at = start;
  keep(self, end - start);
  self->at = next;
}

// `[[target|shown]]` and `[text](target)` give what they show.
static void bracket(Plain *self) {
  bool reference = byte_at(self, self->at + 1) == '[';
  size_t start = self->at + 1 + reference, end = bracket_end(self, start);
  if (end && reference && byte_at(self, end + 1) == ']') {
    const char *bar = memchr(self->text.ptr + start, '|', end - start);
    keep_shown(self, bar ? (size_t)(bar - self->text.ptr) + 1 : start, end, end + 2);
    return;
  }
  size_t close = end && byte_at(self, end + 1) == '(' ? end + 1 : 0;
  size_t last = close + TARGET_MAX;
  while (close && close < last && byte_at(self, close) != ')' && byte_at(self, close) != '\n')
    close++;
  if (close && !reference && byte_at(self, close) == ')')
    keep_shown(self, start, end, close + 1);
  else
    keep(self, 1);
}

// Math is no Markdown: its `_` and `*` are signs like others. It ends on its line.
static void math(Plain *self) {
  size_t marks = run_len(self, '$'), last = line_end(self), end = self->at + marks;
  while (end < last && self->text.ptr[end] != '$') end++;
  size_t len = end < last ? end + marks - self->at : marks;
  keep(self, len < last - self->at ? len : last - self->at);
}

static bool is_above_gap(const Plain *self) {
  Slice out = slice_new(self->out.items, self->out.len);
  return !out.len || slice_ends_with(out, SLICE("\n\n"));
}

// Comments to Gloss are gone, with their line where they stand alone on it.
static bool remark(Plain *self) {
  bool first = at_line_start(self);
  size_t len = remark_len(slice_from(self->text, self->at));
  if (!len) return false;
  self->at += len;
  Slice rest = slice_new(self->text.ptr + self->at, line_end(self) - self->at);
  if (!first || slice_trim(rest).len) return true;
  self->at += rest.len;
  do {
    self->at += self->at < self->text.len;
  } while (is_above_gap(self) && byte_at(self, self->at) == '\n' && self->at < self->text.len);
  self->line = self->at;
  return true;
}

static bool is_numbered(Slice line) {
  size_t digits = 0;
  while (digits < line.len && byte_is_digit(line.ptr[digits])) digits++;
  return digits > 0 && digits < line.len && strchr(".)", line.ptr[digits]);
}

// A heading, list item, table row, quote, fence, rule or display math: what is no running text.
static bool begins_block(Slice line) {
  line = slice_trim(line);
  if (!line.len || memchr("#|>~<-=", line.ptr[0], 7) || is_numbered(line)) return true;
  if (slice_starts_with(line, SLICE("```")) || slice_starts_with(line, SLICE("$$"))) return true;
  bool mark = line.ptr[0] == '*' || line.ptr[0] == '+';
  return mark && (line.len == 1 || byte_is_blank(line.ptr[1]));
}

// Whether `line` is running text that the next one may go on.
static bool is_open(Slice line) {
  if (!slice_trim(line).len || line.ptr[0] == '#' || line.ptr[0] == '|') return false;
  return !slice_ends_with(line, SLICE("  ")) && !slice_ends_with(line, SLICE("\\"));
}

// A line end inside a paragraph is as good as a blank.
static void line_break(Plain *self) {
  Slice line = slice_new(self->text.ptr + self->line, self->at - self->line);
  if (slice_ends_with(line, SLICE("\r"))) line.len--, self->out.len--;
  keep(self, 1);
  self->line = self->at;
  Slice next = slice_new(self->text.ptr + self->at, line_end(self) - self->at);
  if (self->in_code || !is_open(line) || begins_block(next)) return;
  while (byte_is_blank(self->text.ptr[self->at])) self->at++;
  self->out.items[self->out.len - 1] = ' ';
}

static void step(Plain *self) {
  if (at_line_start(self) && line_mark(self)) return;
  switch (byte_at(self, self->at)) {
  case '\\':
    self->at += memchr("\\`*_[]#<>|", byte_at(self, self->at + 1), 10) != NULL;
    keep(self, 1);
    break;
  case '*':
  case '_':
    emphasis(self);
    break;
  case '`':
    self->at += run_len(self, '`');
    break;
  case '[':
    bracket(self);
    break;
  case '$':
    math(self);
    break;
  case '<':
    if (!remark(self)) keep(self, 1);
    break;
  case '\n':
    line_break(self);
    break;
  default:
    keep(self, 1);
  }
}

Slice markdown_plain(Slice text, Arena *arena) {
  Plain self = {.text = text};
  while (self.at < text.len) step(&self);
  Slice plain = arena_copy(arena, slice_new(self.out.items, self.out.len));
  array_free(&self.out);
  return plain;
}

static size_t last_of(Slice text, Slice mark, size_t least) {
  for (size_t at = text.len; at > least && at >= mark.len; at--)
    if (slice_ends_with(slice_to(text, at), mark)) return at;
  return 0;
}

Slice text_beginning(Slice text, size_t limit, bool *cut) {
  static const Slice ends[] = {{"\n\n", 2}, {". ", 2}, {"\n", 1}, {" ", 1}};
  *cut = text.len > limit;
  if (!*cut) return text;
  Slice start = slice_to(text, limit);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t end = last_of(start, ends[i], limit / 2);
    if (end) return slice_trim(slice_to(start, end));
  }
  while (start.len && ((unsigned char)text.ptr[start.len] & 0xC0) == 0x80) start.len--;
  return start;
}
