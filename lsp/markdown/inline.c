#include "inline.h"
#include "entity.h"
#include "remark.h"

#include <glossary/prose/seek.h>

typedef struct {
  Slice text;
  uint32_t at, len;
  PlainText *out;
} Plain;

enum {
  TARGET_MAX = 4096
}; // how far the end of a bracket is looked for, so that no text takes long

static char byte_at(const Plain *self, uint32_t at) {
  return at < self->len ? self->text.ptr[at] : '\n';
}

static uint32_t run_len(const Plain *self) {
  return alike_end(self->text, self->at, self->len) - self->at;
}

static void keep(Plain *self, uint32_t len) {
  plain_add(self->out, slice_new(self->text.ptr + self->at, len));
  self->at += len;
}

// `*` and `_` are marks where they stand at the edge of a word; two of them anywhere but between
// blanks. `w_{i}` is a formula that nobody marked as one.
static void emphasis(Plain *self) {
  uint32_t len = run_len(self);
  char before = self->at ? self->text.ptr[self->at - 1] : '\n',
       after = byte_at(self, self->at + len);
  bool alone = byte_is_blank(before) && byte_is_blank(after);
  bool inside = byte_is_word(before) && (byte_is_word(after) || after == '{');
  if (alone || (inside && (len == 1 || self->text.ptr[self->at] == '_')))
    keep(self, len);
  else
    self->at += len;
}

static void tildes(Plain *self) {
  uint32_t len = run_len(self);
  if (len == 2)
    self->at += len;
  else
    keep(self, len);
}

// Where as many backticks as `marks` stand next; the end when there are none.
static uint32_t span_end(const Plain *self, uint32_t at, uint32_t marks) {
  uint32_t last = self->len - at > TARGET_MAX ? at + TARGET_MAX : self->len;
  while (at < last) {
    if (self->text.ptr[at] != '`') {
      at++;
      continue;
    }
    uint32_t end = alike_end(self->text, at, self->len);
    if (end - at == marks) return at;
    at = end;
  }
  return self->len;
}

// What stands in code is no mark. Marks that nothing closes are gone all the same.
static void code(Plain *self) {
  uint32_t marks = run_len(self), start = self->at + marks, end = span_end(self, start, marks);
  self->at = start;
  if (end == self->len) return;
  keep(self, end - start);
  self->at += marks;
}

// The end of `[…]`, or 0.
static uint32_t bracket_end(const Plain *self, uint32_t at) {
  uint32_t last = at + TARGET_MAX;
  for (; at < last && at < self->len && self->text.ptr[at] != '['; at++)
    if (self->text.ptr[at] == ']') return at;
  return 0;
}

static void show(Plain *self, uint32_t start, uint32_t end, uint32_t next) {
  plain_inline(slice_range(self->text, (Range){start, end}), self->out);
  self->at = next;
}

// The end of the target that begins at `at`, `(…)`; 0: none does.
static uint32_t target_end(const Plain *self, uint32_t at) {
  uint32_t last = at + TARGET_MAX;
  if (byte_at(self, at) != '(') return 0;
  for (; at < last && at < self->len && self->text.ptr[at] != '\n'; at++)
    if (self->text.ptr[at] == ')') return at + 1;
  return 0;
}

static bool reference(Plain *self) {
  uint32_t start = self->at + 2, end = bracket_end(self, start);
  if (!end || byte_at(self, end + 1) != ']') return false;
  const char *bar = end > start ? memchr(self->text.ptr + start, '|', end - start) : NULL;
  show(self, bar ? (uint32_t)(bar - self->text.ptr) + 1 : start, end, end + 2);
  return true;
}

static bool link(Plain *self, uint32_t open) {
  uint32_t end = bracket_end(self, open + 1), next = end ? target_end(self, end + 1) : 0;
  if (next) show(self, open + 1, end, next);
  return next;
}

// `[[target|shown]]`, `[text](target)` and `![text](target)` give what they show.
static void bracket(Plain *self) {
  bool image = self->text.ptr[self->at] == '!';
  uint32_t open = self->at + image;
  bool twice = byte_at(self, open + 1) == '[';
  bool shown = byte_at(self, open) == '[' && (twice ? !image && reference(self) : link(self, open));
  if (!shown) keep(self, 1);
}

// Math is no Markdown: its `_` and `*` are signs like others.
static void math(Plain *self) {
  uint32_t marks = run_len(self), end = self->at + marks;
  while (end < self->len && self->text.ptr[end] != '$' && self->text.ptr[end] != '\n') end++;
  uint32_t close = byte_at(self, end) == '$' ? alike_end(self->text, end, self->len) : 0;
  keep(self, close ? close - self->at : marks);
}

// Comments to Gloss are gone; an address keeps no brackets.
static void less_than(Plain *self) {
  Slice rest = slice_from(self->text, self->at);
  size_t remark = remark_len(rest), end = remark ? 0 : autolink_end(rest);
  self->at += (uint32_t)remark;
  if (end) {
    self->at++;
    keep(self, (uint32_t)end - 2);
    self->at++;
  } else if (!remark) {
    keep(self, 1);
  }
}

static void entity(Plain *self) {
  char decoded[4];
  Entity found = entity_read(slice_from(self->text, self->at), decoded);
  if (found.len) plain_add(self->out, slice_new(decoded, found.bytes));
  self->at += found.len;
  if (!found.len) keep(self, 1);
}

// A line end, with the blanks around it: asked for, it stays one.
static void end_line(Plain *self, Slice shown) {
  while (self->out->len && byte_is_blank(self->out->items[self->out->len - 1])) self->out->len--;
  self->at = blanks_end(self->text, self->at, self->len);
  plain_add(self->out, shown);
}

static void line_break(Plain *self) {
  bool asked = slice_ends_with(slice_to(self->text, self->at), SLICE("  "));
  end_line(self, asked ? SLICE("\n") : SLICE(" "));
}

static void backslash(Plain *self) {
  char next = byte_at(self, ++self->at);
  if (self->at < self->len && byte_is_line_end(next))
    end_line(self, SLICE("\n"));
  else if (byte_is_one_of(next, "\\`*_{}[]()#+-.!<>|~&:$\"'"))
    keep(self, 1);
  else
    plain_add(self->out, SLICE("\\"));
}

static void step(Plain *self) {
  static void (*const steps[128])(Plain *) = {
      ['\\'] = backslash, ['*'] = emphasis,    ['_'] = emphasis,    ['~'] = tildes,
      ['`'] = code,       ['['] = bracket,     ['!'] = bracket,     ['$'] = math,
      ['<'] = less_than,  ['\n'] = line_break, ['\r'] = line_break, ['&'] = entity,
  };
  unsigned char byte = (unsigned char)self->text.ptr[self->at];
  if (byte < 128 && steps[byte])
    steps[byte](self);
  else
    keep(self, 1);
}

void plain_inline(Slice text, PlainText *out) {
  Plain self = {.text = text, .len = (uint32_t)text.len, .out = out};
  while (self.at < self.len) step(&self);
}
