// AsciiDoc inside a paragraph.
#include "asciidoc.h"
#include "inline.h"

enum {
  PASS3,
  PASS2,
  PASS1,
  DOLLARS,
  MONO2,
  MONO1,
  STRONG2,
  STRONG1,
  EMPHASIS2,
  EMPHASIS1,
  MARKED2,
  MARKED1,
  RAISED,
  LOWERED,
  MARK_COUNT,
  // other signs that are looked for
  QUOTE1 = MARK_COUNT,
  QUOTE2,
  BRACKET,
  BRACKET2,
  BRACKET_APART,
  ANGLES,
  INDEX2,
  INDEX3,
  EQUALS,
  COMMA,
};

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

static bool is_word_byte(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (uint8_t)c >= 0x80;
}

static uint32_t find(Inline *self, uint32_t slot, const char *sign, uint32_t ahead) {
  uint32_t from = self->at + ahead;
  return from < self->end ? inline_find(self, slot, slice_of(sign), from) : self->end;
}

static bool closes(const Inline *self, uint32_t slot) {
  return self->closes[slot] && self->closes[slot] == self->at;
}

// --- macros: `name:target[text]` ---

typedef enum { MACRO_CODE, MACRO_LINK, MACRO_NOTE, MACRO_IMAGE, MACRO_URL } MacroKind;

typedef struct {
  const char *name;
  MacroKind kind;
} Macro;

static const Macro MACROS[] = {
    {"anchor", MACRO_CODE},     {"asciimath", MACRO_CODE}, {"btn", MACRO_CODE},
    {"file", MACRO_URL},        {"footnote", MACRO_NOTE},  {"footnoteref", MACRO_NOTE},
    {"ftp", MACRO_URL},         {"http", MACRO_URL},       {"https", MACRO_URL},
    {"icon", MACRO_CODE},       {"image", MACRO_IMAGE},    {"indexterm", MACRO_CODE},
    {"indexterm2", MACRO_LINK}, {"irc", MACRO_URL},        {"kbd", MACRO_CODE},
    {"latexmath", MACRO_CODE},  {"link", MACRO_LINK},      {"linkgit", MACRO_CODE},
    {"mailto", MACRO_LINK},     {"menu", MACRO_CODE},      {"pass", MACRO_CODE},
    {"stem", MACRO_CODE},       {"xref", MACRO_LINK},
};

static const Macro *macro_named(Slice name) {
  for (size_t i = 0; i < sizeof MACROS / sizeof *MACROS; i++)
    if (slice_eq(name, slice_of(MACROS[i].name))) return &MACROS[i];
  return NULL;
}

// The macro whose name ends before the colon here.
static const Macro *macro_here(const Inline *self, uint32_t *start) {
  enum { LONGEST_NAME = 11 };
  uint32_t at = self->at;
  while (at > self->run && self->at - at <= LONGEST_NAME && is_word_byte(self->text.ptr[at - 1]))
    at--;
  *start = at;
  return macro_named(slice_range(self->text, (Range){at, self->at}));
}

// Up to a bracket, a blank or what ends an address.
static uint32_t target_end(const Inline *self) {
  uint32_t at = self->at + 1;
  while (at < self->end && !byte_is_blank(self->text.ptr[at]) &&
         !strchr("[]<>\"", self->text.ptr[at] ? self->text.ptr[at] : '"'))
    at++;
  return at;
}

// `[text,name=value]`: shows what stands before the first comma, and nothing when it is a value.
static void read_values(Inline *self, uint32_t close, bool all) {
  uint32_t comma = find(self, COMMA, ",", 0), equals = find(self, EQUALS, "=", 0);
  uint32_t end = comma < close ? comma : close;
  bool shown = equals > end && end > self->at;
  bool plain = all && equals > close;
  if (plain) {
    self->closes[BRACKET] = close;
    return;
  }
  if (shown) self->at = end;
  inline_skip(self, close + 1, shown ? PART_JOINED : PART_APART);
}

// `open` is where its bracket stands, `start` where its name begins.
static void read_macro(Inline *self, MacroKind kind, uint32_t start, uint32_t open) {
  uint32_t close = find(self, BRACKET, "]", open - self->at);
  self->at = start;
  if (kind == MACRO_CODE || open + 1 == close) {
    inline_skip(self, close + 1, PART_APART);
    return;
  }
  bool joined = kind == MACRO_LINK || kind == MACRO_URL;
  inline_skip(self, open + 1, joined ? PART_JOINED : PART_APART);
  if (kind == MACRO_NOTE)
    self->closes[BRACKET_APART] = close;
  else
    read_values(self, close, joined);
}

// An address without text is left out; other names without brackets are words.
static bool colon(Inline *self) {
  uint32_t start;
  const Macro *macro = macro_here(self, &start);
  if (!macro || byte_is_blank(inline_byte(self, 1))) return false;
  uint32_t open = target_end(self);
  bool called = open < self->end && self->text.ptr[open] == '[' &&
                find(self, BRACKET, "]", open - self->at) < self->end;
  if (called) {
    read_macro(self, macro->kind, start, open);
    return true;
  }
  uint32_t end = open;
  if (macro->kind == MACRO_URL) {
    self->at = start;
    inline_skip(self, end, PART_APART);
  } else {
    self->at = end;
  }
  return true;
}

// --- brackets ---

// `[[anchor]]`, `[role]#text#`; other brackets are text.
static bool open_bracket(Inline *self) {
  bool anchor = inline_byte(self, 1) == '[';
  uint32_t close = anchor ? find(self, BRACKET2, "]]", 2) : find(self, BRACKET, "]", 1);
  uint32_t after = close + (anchor ? 2 : 1);
  if (close == self->end) return false;
  char next = after < self->end ? self->text.ptr[after] : 0;
  if (!anchor && (!next || !strchr("#*_`+", next))) return false;
  inline_skip(self, after + (anchor && next == ']'), PART_JOINED);
  return true;
}

static bool close_bracket(Inline *self) {
  bool joined = closes(self, BRACKET), apart = closes(self, BRACKET_APART);
  if (!joined && !apart) return false;
  inline_skip(self, self->at + 1, apart ? PART_APART : PART_JOINED);
  return true;
}

// `<<target,text>>`.
static bool open_angles(Inline *self) {
  if (inline_byte(self, 1) != '<') return false;
  uint32_t close = find(self, ANGLES, ">>", 2), comma = find(self, COMMA, ",", 2);
  if (close == self->end) return false;
  bool shown = comma < close;
  self->closes[ANGLES] = close;
  inline_skip(self, shown ? comma + 1 : close + 2, shown ? PART_JOINED : PART_APART);
  return true;
}

static bool close_angles(Inline *self) {
  if (!closes(self, ANGLES)) return false;
  inline_skip(self, self->at + 2, PART_JOINED);
  return true;
}

// `((shown))`, `(((not shown)))`.
static bool open_index(Inline *self) {
  if (inline_byte(self, 1) != '(') return false;
  bool shown = inline_byte(self, 2) != '(';
  uint32_t close = shown ? find(self, INDEX2, "))", 2) : find(self, INDEX3, ")))", 3);
  if (close == self->end) return false;
  self->closes[INDEX2] = shown ? close : 0;
  inline_skip(self, shown ? self->at + 2 : close + 3, shown ? PART_JOINED : PART_APART);
  return true;
}

static bool close_index(Inline *self) {
  if (!closes(self, INDEX2)) return false;
  inline_skip(self, self->at + 2, PART_JOINED);
  return true;
}

// --- names, escapes ---

static bool is_reference_byte(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (c && strchr("_-:#!", c));
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
  if (!ends || !byte_is_blank(inline_byte(self, -1))) return pairs(self, PASS3, PASS1);
  inline_skip(self, self->at + 1, PART_SPACED);
  return true;
}

// Quotes are written "`so`" and '`so`', and a backquote before an apostrophe makes it curved.
static bool quote(Inline *self) {
  char before = inline_byte(self, -1), after = inline_byte(self, 1);
  bool opens = (before == '"' || before == '\'') && after && !byte_is_blank(after);
  uint32_t slot = before == '"' ? QUOTE2 : QUOTE1;
  uint32_t close = opens ? find(self, slot, before == '"' ? "`\"" : "`'", 1) : self->end;
  bool opened = close < self->end;
  bool ends = closes(self, QUOTE1) || closes(self, QUOTE2);
  if (!opened && !ends && !(after == '\'' && is_word_byte(before))) return false;
  if (opened) self->closes[slot] = close;
  inline_skip(self, self->at + 1, PART_JOINED);
  return true;
}

static bool take(Inline *self) {
  switch (self->text.ptr[self->at]) {
  case '*':
    return pairs(self, STRONG2, STRONG1);
  case '_':
    return pairs(self, EMPHASIS2, EMPHASIS1);
  case '#':
    return pairs(self, MARKED2, MARKED1);
  case '^':
    return pairs(self, RAISED, RAISED);
  case '~':
    return pairs(self, LOWERED, LOWERED);
  case '$':
    return pairs(self, DOLLARS, DOLLARS);
  case '`':
    return quote(self) || pairs(self, MONO2, MONO1);
  case '+':
    return plus(self);
  case ':':
    return colon(self);
  case '[':
    return open_bracket(self);
  case ']':
    return close_bracket(self);
  case '<':
    return open_angles(self);
  case '>':
    return close_angles(self);
  case '(':
    return open_index(self);
  case ')':
    return close_index(self);
  case '{':
    return reference(self, '}');
  case '&':
    return reference(self, ';');
  default:
    return escape(self);
  }
}

void asciidoc_read_inline(Writer *out, Slice text, Range paragraph) {
  if (range_len(paragraph) == 0) return;
  Inline self = inline_new(out, text, paragraph, BYTES);
  while (inline_next(&self))
    if (!take(&self)) self.at++;
}
