// reStructuredText inside a paragraph.
//
// Interpreted text without a role (`` `x` ``) is code in one project and a title in the next: it is
// left out.
#include "../inline.h"
#include "rst.h"

enum { STRONG, EMPHASIS, LITERAL, INTERPRETED, SUBSTITUTION, MARK_COUNT };

static const InlineMark MARKS[MARK_COUNT] = {
    [STRONG] = {"**", true, false},       [EMPHASIS] = {"*", true, false},
    [LITERAL] = {"``", false, false},     [INTERPRETED] = {"`", true, false},
    [SUBSTITUTION] = {"|", false, false},
};

// What may stand before an opening sign and after a closing one.
#define BEFORE BYTE_BEFORE
#define AFTER BYTE_AFTER
#define BOTH (BYTE_BEFORE | BYTE_AFTER)
static const uint8_t BYTES[128] = {
    ['\t'] = BOTH,
    ['\n'] = BOTH,
    ['\r'] = BOTH,
    [' '] = BOTH,
    ['\''] = BOTH,
    ['"'] = BOTH,
    ['-'] = BOTH,
    ['/'] = BOTH,
    [':'] = BOTH,
    ['('] = BEFORE,
    ['['] = BEFORE | BYTE_SPECIAL,
    ['{'] = BEFORE,
    ['<'] = BEFORE,
    [')'] = AFTER,
    [']'] = AFTER,
    ['}'] = AFTER,
    ['>'] = AFTER,
    ['.'] = AFTER,
    [','] = AFTER,
    [';'] = AFTER,
    ['!'] = AFTER,
    ['?'] = AFTER,
    ['_'] = AFTER | BYTE_SPECIAL,
    ['\\'] = BOTH | BYTE_SPECIAL,
    ['*'] = BYTE_SPECIAL,
    ['`'] = BYTE_SPECIAL,
    ['|'] = BYTE_SPECIAL,
};

static bool is_name_byte(char c) {
  return byte_is_word(c) || byte_is_one_of(c, "-_.+:");
}

// --- interpreted text: roles and links ---

typedef struct {
  Range outer; // with role, signs and underscores
  Range text;
  Range role; // empty: none
} Interpreted;

// The role in `:role:` that ends at `end`, at the earliest at `floor`.
static Range role_before(const Inline *self, uint32_t end) {
  const char *text = self->text.ptr;
  uint32_t start = end;
  if (end <= self->pending || text[end - 1] != ':') return (Range){end, end};
  while (start > self->pending && is_name_byte(text[start - 1])) start--;
  while (start < end && text[start] != ':') start++;
  return end - start > 2 ? (Range){start + 1, end - 1} : (Range){end, end};
}

static Range role_after(const Inline *self, uint32_t start) {
  const char *text = self->text.ptr;
  uint32_t end = start;
  if (start >= self->end || text[start] != ':') return (Range){start, start};
  while (end < self->end && is_name_byte(text[end])) end++;
  while (end > start && text[end - 1] != ':') end--;
  return end - start > 2 ? (Range){start + 1, end - 1} : (Range){start, start};
}

static uint32_t skip_underscores(const Inline *self, uint32_t at) {
  uint32_t stop = at + 2;
  while (at < self->end && at < stop && self->text.ptr[at] == '_') at++;
  return at;
}

// `close` is where its second backquote stands.
static Interpreted interpreted_at(const Inline *self, uint32_t close) {
  Range before = role_before(self, self->at), after = role_after(self, close + 1);
  bool early = range_len(before) > 0, late = !early && range_len(after) > 0;
  Range outer = {early ? before.start - 1 : self->at,
                 late ? after.end + 1 : skip_underscores(self, close + 1)};
  return (Interpreted){outer, {self->at + 1, close}, late ? after : before};
}

static bool is_link(const Inline *self, const Interpreted *piece) {
  return self->text.ptr[piece->outer.end - 1] == '_';
}

// `text <target>`: the length of what comes before the target; the whole length without a target.
static uint32_t title_len(Slice text) {
  size_t at = text.len;
  if (!slice_ends_with(text, SLICE(">"))) return (uint32_t)text.len;
  while (at > 0 && text.ptr[at - 1] != '<') at--;
  if (at == 0) return (uint32_t)text.len;
  at--;
  while (at > 0 && byte_is_blank(text.ptr[at - 1])) at--;
  return (uint32_t)at;
}

// How much of its text is running text.
static uint32_t running_len(const Inline *self, const Interpreted *piece) {
  Slice text = slice_range(self->text, piece->text), role = slice_range(self->text, piece->role);
  uint32_t title = title_len(text);
  if (!role.len) return is_link(self, piece) ? title : 0;
  if (rst_role_is_text(role)) return title;
  return title < text.len && rst_role_has_title(role) ? title : 0;
}

static bool interpreted(Inline *self) {
  if (!inline_opens(self, 1)) return false;
  uint32_t close = inline_find_close(self, INTERPRETED, &MARKS[INTERPRETED], self->at + 2);
  if (self->at + 2 >= self->end || close == self->end) return false;
  Interpreted piece = interpreted_at(self, close);
  uint32_t len = running_len(self, &piece);
  self->at = piece.outer.start;
  inline_skip(self, piece.text.start, len ? PART_JOINED : PART_APART);
  self->at += len;
  inline_skip(self, piece.outer.end, PART_JOINED);
  return true;
}

// --- the other signs ---

// `\ ` stands for nothing, any other escaped character for itself.
static bool escape(Inline *self) {
  bool nothing = byte_is_blank(inline_byte(self, 1));
  inline_skip(self, self->at + 1 + nothing, PART_JOINED);
  self->at += !nothing && self->at < self->end;
  return true;
}

// `[1]_`, `[#name]_`, `[CIT2002]_`.
static bool footnote(Inline *self) {
  int len = 1;
  while (is_name_byte(inline_byte(self, len)) || inline_byte(self, len) == '#' ||
         inline_byte(self, len) == '*')
    len++;
  if (inline_byte(self, len) != ']' || inline_byte(self, len + 1) != '_') return false;
  inline_skip(self, self->at + (uint32_t)len + 2, PART_APART);
  return true;
}

// Not so in `__init__.py`.
static bool ends_word(const Inline *self, uint32_t at) {
  if (at == self->end) return true;
  bool goes_on = at + 1 < self->end && byte_is_word(self->text.ptr[at + 1]);
  return inline_has(self, at, BYTE_AFTER) && (byte_is_blank(self->text.ptr[at]) || !goes_on);
}

// The end of `reference_` and `reference__`, or the start of "_`target`".
static bool underscore(Inline *self) {
  uint32_t after = skip_underscores(self, self->at);
  bool opens = inline_byte(self, 1) == '`' && inline_opens(self, 2);
  bool closes = byte_is_word(inline_byte(self, -1)) && ends_word(self, after);
  if (!opens && !closes) return false;
  inline_skip(self, opens ? self->at + 2 : after, PART_JOINED);
  return true;
}

static bool backquote(Inline *self) {
  return inline_mark(self, LITERAL, &MARKS[LITERAL]) || interpreted(self);
}

static bool star(Inline *self) {
  return inline_mark(self, STRONG, &MARKS[STRONG]) || inline_mark(self, EMPHASIS, &MARKS[EMPHASIS]);
}

static bool take(Inline *self) {
  switch (self->text.ptr[self->at]) {
  case '*':
    return star(self);
  case '`':
    return backquote(self);
  case '|':
    return inline_mark(self, SUBSTITUTION, &MARKS[SUBSTITUTION]);
  case '[':
    return footnote(self);
  case '_':
    return underscore(self);
  default:
    return escape(self);
  }
}

void rst_read_inline(Writer *out, Slice text, Range paragraph) {
  Inline self = inline_new(out, text, paragraph, BYTES);
  while (inline_next(&self))
    if (!take(&self)) self.at++;
}
