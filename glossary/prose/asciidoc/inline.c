// AsciiDoc inside a paragraph: pairs of signs, names and escapes.
#include "inline.h"

static const InlineMark MARKS[MARK_COUNT] = {
    [PASS3] = {"+++", false, true},   [PASS2] = {"++", false, true},
    [PASS1] = {"+", false, false},    [DOLLARS] = {"$$", false, true},
    [MONO2] = {"``", false, true},    [MONO1] = {"`", false, false},
    [STRONG2] = {"**", true, true},   [STRONG1] = {"*", true, false},
    [EMPHASIS2] = {"__", true, true}, [EMPHASIS1] = {"_", true, false},
    [MARKED2] = {"##", true, true},   [MARKED1] = {"#", true, false},
    [RAISED] = {"^", true, true},     [LOWERED] = {"~", true, true},
};

#define BOTH (BYTE_BEFORE | BYTE_AFTER)
#define SIGN (BOTH | BYTE_SPECIAL)
static const uint8_t BYTES[128] = {
    ['\t'] = BOTH,
    ['\n'] = BOTH,
    ['\r'] = BOTH,
    [' '] = BOTH,
    ['!'] = BOTH,
    ['"'] = BOTH,
    ['%'] = BOTH,
    ['\''] = BOTH,
    [','] = BOTH,
    ['-'] = BOTH,
    ['.'] = BOTH,
    ['/'] = BOTH,
    ['='] = BOTH,
    ['?'] = BOTH,
    ['@'] = BOTH,
    ['|'] = BOTH,
    ['#'] = SIGN,
    ['$'] = SIGN,
    ['&'] = SIGN,
    ['('] = SIGN,
    [')'] = SIGN,
    ['*'] = SIGN,
    ['+'] = SIGN,
    ['<'] = SIGN,
    ['>'] = SIGN,
    ['['] = SIGN,
    ['\\'] = SIGN,
    [']'] = SIGN,
    ['^'] = SIGN,
    ['`'] = SIGN,
    ['{'] = SIGN,
    ['~'] = SIGN,
    [';'] = BYTE_AFTER,
    ['}'] = BYTE_AFTER,
    [':'] = BYTE_AFTER | BYTE_SPECIAL,
    ['_'] = BYTE_SPECIAL,
};

// --- names, escapes ---

static bool is_reference_byte(char c) {
  return byte_is_alnum(c) || byte_is_one_of(c, "_-:#!");
}

// `{name}` and `&name;`.
static bool reference(Inline *self, char close) {
  int len = 1;
  while (is_reference_byte(inline_byte(self, len))) len++;
  if (len == 1 || inline_byte(self, len) != close) return false;
  inline_skip(self, self->at + (uint32_t)len + 1, PART_APART);
  return true;
}

static bool escape(Inline *self) {
  char next = inline_byte(self, 1);
  if (!next || (uint8_t)next >= 0x80 || !(BYTES[(uint8_t)next] & BYTE_SPECIAL)) return false;
  inline_skip(self, self->at + 1, PART_JOINED);
  self->at++;
  return true;
}

// --- pairs of signs ---

static bool pairs(Inline *self, uint32_t first, uint32_t last) {
  for (uint32_t slot = first; slot <= last; slot++)
    if (inline_mark(self, slot, &MARKS[slot])) return true;
  return false;
}

// A plus behind a blank at the end of a line breaks it.
static bool plus(Inline *self) {
  char next = inline_byte(self, 1);
  bool ends = self->at + 1 == self->end || next == '\n' || next == '\r';
  if (!ends || !byte_is_blank(inline_byte(self, -1))) return false;
  inline_skip(self, self->at + 1, PART_SPACED);
  return true;
}

// Quotes are written "`so`" and '`so`', and a backquote before an apostrophe makes it curved.
static bool quote(Inline *self) {
  char before = inline_byte(self, -1), after = inline_byte(self, 1);
  bool opens = (before == '"' || before == '\'') && after && !byte_is_blank(after);
  uint32_t slot = before == '"' ? QUOTE2 : QUOTE1;
  uint32_t close = opens ? asciidoc_find(self, slot, before == '"' ? "`\"" : "`'", 1) : self->end;
  bool opened = close < self->end;
  bool ends = asciidoc_closes(self, QUOTE1) || asciidoc_closes(self, QUOTE2);
  if (!opened && !ends && !(after == '\'' && byte_is_word(before))) return false;
  if (opened) self->closes[slot] = close;
  inline_skip(self, self->at + 1, PART_JOINED);
  return true;
}

static bool entity(Inline *self) {
  return reference(self, ';');
}

// `{url}/path[text]`: what follows the name is a part of the address.
static bool attribute(Inline *self) {
  if (!reference(self, '}')) return false;
  if (inline_byte(self, 0) == '/') self->at = self->pending = asciidoc_target_end(self);
  return true;
}

// Who takes a sign; nobody: it opens or closes one of a few kinds of pairs.
typedef struct {
  bool (*take)(Inline *self);
  uint8_t first, last;
} Sign;

static const Sign SIGNS[128] = {
    ['*'] = {NULL, STRONG2, STRONG1},
    ['_'] = {NULL, EMPHASIS2, EMPHASIS1},
    ['#'] = {NULL, MARKED2, MARKED1},
    ['^'] = {NULL, RAISED, RAISED},
    ['~'] = {NULL, LOWERED, LOWERED},
    ['$'] = {NULL, DOLLARS, DOLLARS},
    ['`'] = {quote, MONO2, MONO1},
    ['+'] = {plus, PASS3, PASS1},
    [':'] = {asciidoc_colon, 0, 0},
    ['['] = {asciidoc_open_bracket, 0, 0},
    [']'] = {asciidoc_close_bracket, 0, 0},
    ['<'] = {asciidoc_open_angles, 0, 0},
    ['>'] = {asciidoc_close_angles, 0, 0},
    ['('] = {asciidoc_open_index, 0, 0},
    [')'] = {asciidoc_close_index, 0, 0},
    ['{'] = {attribute, 0, 0},
    ['&'] = {entity, 0, 0},
    ['\\'] = {escape, 0, 0},
};

static bool take(Inline *self) {
  const Sign *sign = &SIGNS[(uint8_t)self->text.ptr[self->at]];
  if (sign->take && sign->take(self)) return true;
  return sign->last && pairs(self, sign->first, sign->last);
}

void asciidoc_read_inline(Writer *out, Slice text, Range paragraph) {
  if (range_len(paragraph) == 0) return;
  Inline self = inline_new(out, text, paragraph, BYTES);
  while (inline_next(&self))
    if (!take(&self)) self.at++;
}
