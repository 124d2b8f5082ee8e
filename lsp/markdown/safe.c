// What is escaped here must stay escaped for any renderer, so this never decides by a construct on
// which two renderers could differ: see markdown.h for the code that is let through.
#include "entity.h"
#include "markdown.h"
#include "remark.h"
#include "target.h"

#include <glossary/base/array.h>

typedef struct {
  Slice rest; // what is not read yet
  bool line_start;
  bool in_address; // a bare one, of which some make a link, backticks and all
  bool tables;     // a pipe can end a code span
  Array(char) out;
} Safe;

enum { SPAN_MAX = 4096 }; // how far a closing mark is looked for, so that no text takes long

static void put(Safe *self, Slice bytes) {
  array_append(&self->out, bytes.ptr, bytes.len);
}

static void keep(Safe *self, size_t len) {
  put(self, slice_to(self->rest, len));
  self->rest = slice_from(self->rest, len);
}

// In the place of `len` bytes.
static void put_less(Safe *self, size_t len) {
  put(self, SLICE("&lt;"));
  self->rest = slice_from(self->rest, len);
}

static size_t run_len(Slice text, char mark) {
  size_t len = 0;
  while (len < text.len && text.ptr[len] == mark) len++;
  return len;
}

static Slice first_line(Slice text) {
  const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
  return slice_to(text, end ? (size_t)(end - text.ptr) : text.len);
}

static bool holds(Slice text, char c) {
  return text.len && memchr(text.ptr, c, text.len);
}

static bool is_table_rule(Slice line) {
  for (size_t i = 0; i < line.len; i++)
    if (!memchr("-:| \t\r>", line.ptr[i], 7)) return false;
  return holds(line, '-') && (holds(line, '|') || holds(line, ':'));
}

static bool has_table(Slice text) {
  while (text.len) {
    Slice line = first_line(text);
    if (is_table_rule(line)) return true;
    text = slice_from(text, line.len + 1);
  }
  return false;
}

// Each mark of the run with a backslash before it.
static void disarm(Safe *self, size_t len) {
  for (; len; len--) {
    *array_push(&self->out) = '\\';
    keep(self, 1);
  }
}

// The length of the code span at the start of `text`, which opens with `marks` backticks; 0: none
// near.
static size_t span_len(Slice text, size_t marks) {
  Slice line = first_line(slice_to(text, SPAN_MAX));
  for (size_t at = marks; at < line.len;) {
    size_t run = run_len(slice_from(line, at), '`');
    at += run ? run : 1;
    if (run == marks) return at;
  }
  return 0;
}

static bool closes(Slice line, char mark, size_t marks) {
  size_t indent = run_len(line, ' '), run = run_len(slice_from(line, indent), mark);
  return indent < 4 && run >= marks && !slice_trim(slice_from(line, indent + run)).len;
}

// To some, a fence directly below a table is one more of its rows.
static void leave_table(Safe *self) {
  bool below =
      self->out.len && !slice_ends_with(slice_new(self->out.items, self->out.len), SLICE("\n\n"));
  if (self->tables && below) *array_push(&self->out) = '\n';
}

static void fence(Safe *self, char mark, size_t marks) {
  Slice opening = slice_to(self->rest, marks);
  leave_table(self);
  keep(self, first_line(self->rest).len);
  while (self->rest.len) {
    keep(self, 1);
    Slice line = first_line(self->rest);
    keep(self, line.len);
    if (!closes(line, mark, marks)) continue;
    while (byte_is_blank(self->out.items[self->out.len - 1])) self->out.len--; // tabs: not for all
    return;
  }
  *array_push(&self->out) = '\n';
  put(self, opening);
}

static bool opens_fence(const Safe *self, char mark, size_t marks) {
  Slice info = slice_from(first_line(self->rest), marks);
  return self->line_start && marks >= 3 && (mark == '~' || !holds(info, '`'));
}

static void tildes(Safe *self) {
  size_t marks = run_len(self->rest, '~');
  if (opens_fence(self, '~', marks))
    fence(self, '~', marks);
  else if (marks >= 3)
    disarm(self, marks);
  else
    keep(self, marks);
}

static void backticks(Safe *self) {
  size_t marks = run_len(self->rest, '`');
  if (opens_fence(self, '`', marks)) {
    fence(self, '`', marks);
    return;
  }
  size_t span = span_len(self->rest, marks);
  if (span && !self->in_address && !(self->tables && holds(slice_to(self->rest, span), '|')))
    keep(self, span);
  else
    disarm(self, marks);
}

static void bracket_close(Safe *self) {
  keep(self, 1);
  bool link = self->rest.len && (self->rest.ptr[0] == '(' || self->rest.ptr[0] == ':');
  if (link && !target_is_safe(slice_from(self->rest, 1))) disarm(self, 1);
}

// A blank comes in the place of a comment to Gloss: what stands around it shall not come together.
static void less_than(Safe *self) {
  size_t remark = remark_len(self->rest);
  if (remark) {
    put(self, SLICE(" "));
    self->rest = slice_from(self->rest, remark);
    return;
  }
  char next = self->rest.len > 1 ? self->rest.ptr[1] : '<';
  if (byte_is_blank(next) || byte_is_digit(next) || next == '=' || autolink_end(self->rest)) {
    keep(self, 1);
    return;
  }
  put_less(self, 1);
}

static void run(Safe *self);

// The end of the target and shown text of the reference at the start of `line`; 0 when there is
// none. What is shown must begin like a word: marks before and after it shall not come together.
static size_t reference_end(Slice line, Slice *shown) {
  size_t end = 2;
  while (end < line.len && line.ptr[end] != ']' && line.ptr[end] != '[') end++;
  if (!slice_starts_with(line, SLICE("[[")) ||
      !slice_starts_with(slice_from(line, end), SLICE("]]")))
    return 0;
  *shown = slice_range(line, (Range){2, (uint32_t)end});
  const char *bar = shown->len ? memchr(shown->ptr, '|', shown->len) : NULL;
  if (bar) *shown = slice_from(*shown, (size_t)(bar - shown->ptr) + 1);
  bool wordy = shown->len && (byte_is_letter(shown->ptr[0]) || byte_is_digit(shown->ptr[0]) ||
                              (unsigned char)shown->ptr[0] >= 0x80);
  return wordy ? end : 0;
}

// `[[target|shown]]`: what is shown, or the target.
static void bracket_open(Safe *self) {
  Slice shown, whole = self->rest;
  size_t end = reference_end(first_line(slice_to(whole, SPAN_MAX)), &shown);
  if (!end) {
    keep(self, 1);
    return;
  }
  self->rest = shown;
  self->line_start = false;
  run(self);
  self->rest = slice_from(whole, end + 2);
}

// `\<` behind an address is a part of it and a tag to some: as a reference it is neither.
static void backslash(Safe *self) {
  if (slice_starts_with(self->rest, SLICE("\\<"))) {
    put_less(self, 2);
    return;
  }
  if (self->rest.len == 1) put(self, SLICE("\\")); // what follows a reference is not to be escaped
  bool escapes = self->rest.len > 1 && memchr("\\`*_{}[]()#+-.!<>|~&:$", self->rest.ptr[1], 22);
  keep(self, escapes ? 2 : 1);
}

static void step(Safe *self) {
  switch (self->rest.ptr[0]) {
  case '\\':
    backslash(self);
    break;
  case '`':
    backticks(self);
    break;
  case '~':
    tildes(self);
    break;
  case '[':
    bracket_open(self);
    break;
  case ']':
    bracket_close(self);
    break;
  case '<':
    less_than(self);
    break;
  default:
    keep(self, 1);
  }
}

static bool begins_address(Slice text) {
  bool www = text.len >= 4 && slice_eq_ascii_case(slice_to(text, 4), SLICE("www."));
  return www || slice_starts_with(text, SLICE("://"));
}

static void run(Safe *self) {
  while (self->rest.len) {
    bool ends_line = self->rest.ptr[0] == '\n';
    self->in_address |= begins_address(self->rest);
    if (byte_is_blank(self->rest.ptr[0])) self->in_address = false;
    step(self);
    self->line_start = ends_line;
  }
}

// A lone CR ends a line for some and not for others.
static Slice with_plain_line_ends(Slice text, Arena *arena) {
  if (!holds(text, '\r')) return text;
  char *bytes = arena_alloc(arena, text.len);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool pair = text.ptr[i] == '\r' && i + 1 < text.len && text.ptr[i + 1] == '\n';
    if (!pair) bytes[len++] = text.ptr[i] == '\r' ? '\n' : text.ptr[i];
  }
  return slice_new(bytes, len);
}

static Slice written_by(Safe *self, Arena *arena) {
  Slice written = arena_copy(arena, slice_new(self->out.items, self->out.len));
  array_free(&self->out);
  return written;
}

static Slice safe(Slice text, bool line_start, Arena *arena) {
  text = with_plain_line_ends(text, arena);
  Safe self = {.rest = text, .line_start = line_start, .tables = has_table(text)};
  run(&self);
  return written_by(&self, arena);
}

Slice markdown_safe(Slice text, Arena *arena) {
  return safe(text, true, arena);
}

Slice markdown_safe_paragraph(Slice text, Arena *arena) {
  return safe(text, false, arena);
}

Slice markdown_escape(Slice text, Arena *arena) {
  Safe self = {.rest = text};
  while (self.rest.len) {
    char c = self.rest.ptr[0];
    if (memchr("\\`*_[]", c, 6)) put(&self, SLICE("\\"));
    if (c == '<')
      put_less(&self, 1);
    else
      keep(&self, 1);
  }
  return written_by(&self, arena);
}
