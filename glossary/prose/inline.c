// Looking for what a sign belongs to, once for each kind of sign.
#include "inline.h"

#include "seek.h"

Inline inline_new(Writer *out, Slice text, Range paragraph, const uint8_t *bytes) {
  return (Inline){.out = out,
                  .text = text,
                  .bytes = bytes,
                  .at = paragraph.start,
                  .start = paragraph.start,
                  .pending = paragraph.start,
                  .end = paragraph.end};
}

static bool is_special(const Inline *self, uint8_t byte) {
  return byte < 0x80 && self->bytes[byte] & BYTE_SPECIAL;
}

bool inline_next(Inline *self) {
  const uint8_t *text = (const uint8_t *)self->text.ptr;
  while (self->at < self->end && !is_special(self, text[self->at])) self->at++;
  if (self->at < self->end) return true;
  inline_skip(self, self->end, PART_JOINED);
  return false;
}

void inline_skip(Inline *self, uint32_t to, PartLink link) {
  write_text(self->out, self->pending, self->at);
  write_break(self->out, link);
  self->at = self->pending = to;
}

// --- searches ---

static uint32_t find_sign(const Inline *self, Slice sign, uint32_t from) {
  return seek(self->text, from, self->end, sign);
}

static bool is_known(const InlineSearch *search, uint32_t from) {
  return search->found && search->from <= from && from <= search->found;
}

uint32_t inline_find(Inline *self, uint32_t slot, Slice sign, uint32_t from) {
  InlineSearch *search = &self->searches[slot];
  if (!is_known(search, from)) *search = (InlineSearch){from, find_sign(self, sign, from)};
  return search->found;
}

bool inline_has(const Inline *self, uint32_t at, uint8_t bit) {
  uint8_t byte = (uint8_t)self->text.ptr[at];
  return byte >= 0x80 || self->bytes[byte] & bit;
}

static bool may_close(const Inline *self, const InlineMark *mark, uint32_t at, uint32_t len) {
  char before = self->text.ptr[at - 1];
  if (byte_is_blank(before) || (before == '\\' && mark->prose)) return false;
  return at + len == self->end || inline_has(self, at + len, BYTE_AFTER);
}

static uint32_t find_close(const Inline *self, const InlineMark *mark, uint32_t from) {
  Slice sign = slice_of(mark->sign);
  uint32_t len = (uint32_t)sign.len;
  uint32_t at = find_sign(self, sign, from);
  while (at < self->end && !mark->anywhere && !may_close(self, mark, at, len))
    at = find_sign(self, sign, at + 1);
  return at;
}

uint32_t inline_find_close(Inline *self, uint32_t slot, const InlineMark *mark, uint32_t from) {
  InlineSearch *search = &self->searches[slot];
  if (!is_known(search, from)) *search = (InlineSearch){from, find_close(self, mark, from)};
  return search->found;
}

// --- marks ---

static char counterpart(char c) {
  static const char PAIRS[] = "()[]{}<>\"\"''";
  for (size_t i = 0; i + 1 < sizeof PAIRS; i += 2)
    if (PAIRS[i] == c) return PAIRS[i + 1];
  return 0;
}

// `(*)` and `"*"` show the sign.
bool inline_opens(const Inline *self, uint32_t len) {
  if (self->at + len >= self->end || byte_is_blank(self->text.ptr[self->at + len])) return false;
  if (self->at == self->start) return true;
  char before = self->text.ptr[self->at - 1], after = self->text.ptr[self->at + len];
  return inline_has(self, self->at - 1, BYTE_BEFORE) && after != counterpart(before);
}

bool inline_mark(Inline *self, uint32_t slot, const InlineMark *mark) {
  uint32_t len = (uint32_t)strlen(mark->sign);
  if (!inline_sees(self, slice_new(mark->sign, len))) return false;
  uint32_t after = self->at + len;
  bool closes = self->closes[slot] && self->closes[slot] == self->at;
  if (!closes) {
    if (!mark->anywhere && !inline_opens(self, len)) return false;
    uint32_t close = inline_find_close(self, slot, mark, after + 1);
    if (after + 1 >= self->end || close == self->end) return false;
    self->closes[slot] = close;
    if (!mark->prose) after = close + len;
  }
  inline_skip(self, after, mark->prose ? PART_JOINED : PART_APART);
  return true;
}
