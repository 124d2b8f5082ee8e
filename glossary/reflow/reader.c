#include "reader.h"

#include "../prose/seek.h"

uint32_t reader_skip(const Reader *self, uint32_t at) {
  return spaces_end(self->line, at, (uint32_t)self->line.len);
}

enum { BOLD_LONGEST = 400 }; // what is bold closes soon

Range reader_bold(const Reader *self, uint32_t at) {
  uint32_t limit = (uint32_t)self->line.len;
  if (!reader_stands(self, at, "**")) return (Range){at, at};
  if (limit - at > BOLD_LONGEST) limit = at + BOLD_LONGEST;
  uint32_t close = seek(self->line, at + 2, limit, SLICE("**"));
  bool closed = close < limit && close > at + 2 && !byte_is_blank(self->line.ptr[at + 2]);
  return closed ? (Range){at + 2, close} : (Range){at, at};
}

bool reader_is_keyed(const Reader *self, uint32_t at) {
  Range bold = reader_bold(self, at);
  if (!range_len(bold)) return false;
  return self->line.ptr[bold.end - 1] == ':' || reader_stands(self, bold.end + 2, ":");
}

bool reader_is_task(const Reader *self, uint32_t at) {
  return reader_stands(self, at, "[ ] ") || reader_stands(self, at, "[x] ") ||
         reader_stands(self, at, "[X] ");
}

bool reader_is_bullet_sign(const Reader *self, uint32_t at) {
  return reader_stands(self, at, "- ") || reader_stands(self, at, "\xE2\x80\xA2 ");
}

// Looks only a little back, or a line of such marks alone would be gone through again and again.
bool reader_ended(const Reader *self, uint32_t at, const char *ends) {
  enum { REACH = 64 };
  uint32_t floor = at > REACH ? at - REACH : 0;
  while (at > floor && byte_is_one_of(self->line.ptr[at - 1], " *\"')]}`_")) at--;
  return at > floor && byte_is_one_of(self->line.ptr[at - 1], ends);
}

bool reader_in_parenthesis(const Reader *self, uint32_t at) {
  enum { REACH = 200 };
  uint32_t floor = at > REACH ? at - REACH : 0;
  for (int depth = 0; at > floor; at--) {
    depth += (self->line.ptr[at - 1] == ')') - (self->line.ptr[at - 1] == '(');
    if (depth < 0) return true;
  }
  return false;
}

// \u2600 to \u27BF, and those beyond the first plane.
static bool is_pictogram(const Reader *self, uint32_t at) {
  if (reader_stands(self, at, "\xF0\x9F")) return true;
  unsigned char second = at + 1 < self->line.len ? (unsigned char)self->line.ptr[at + 1] : 0;
  return self->line.ptr[at] == '\xE2' && second >= 0x98 && second <= 0x9E;
}

bool reader_is_capital(const Reader *self, uint32_t at) {
  return at < self->line.len &&
         (byte_is_upper(self->line.ptr[at]) || reader_stands(self, at, "**") ||
          is_pictogram(self, at) ||
          (byte_is_one_of(self->line.ptr[at], "`$\"") && at + 1 < self->line.len));
}

Block reader_last(const Reader *self) {
  return self->blocks->len ? self->blocks->items[self->blocks->len - 1] : (Block){0};
}

bool reader_last_is(const Reader *self, BlockKind kind) {
  return reader_last(self).kind == kind;
}
