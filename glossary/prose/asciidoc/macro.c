// AsciiDoc inside a paragraph: macros, references, and what else stands in brackets.
#include "../table.h"
#include "inline.h"

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
const Table ASCIIDOC_MACROS = TABLE(MACROS);

// The macro whose name ends before the colon here.
static const Macro *macro_here(const Inline *self, uint32_t *start) {
  enum { LONGEST_NAME = 11 };
  uint32_t at = self->at;
  while (at > self->pending && self->at - at <= LONGEST_NAME &&
         byte_is_word(self->text.ptr[at - 1]))
    at--;
  *start = at;
  return at < self->at ? table_row(ASCIIDOC_MACROS, slice_range(self->text, (Range){at, self->at}))
                       : NULL;
}

uint32_t asciidoc_target_end(const Inline *self) {
  uint32_t at = self->at + 1;
  while (at < self->end && !byte_is_blank(self->text.ptr[at]) &&
         !byte_is_one_of(self->text.ptr[at], "[]<>\""))
    at++;
  return at;
}

// `[text,name=value]`: shows what stands before the first comma, and nothing when it is a value.
static void read_values(Inline *self, uint32_t close, bool all) {
  uint32_t comma = asciidoc_find(self, COMMA, ",", 0), equals = asciidoc_find(self, EQUALS, "=", 0);
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
  uint32_t close = asciidoc_find(self, BRACKET, "]", open - self->at);
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
bool asciidoc_colon(Inline *self) {
  uint32_t start;
  const Macro *macro = macro_here(self, &start);
  if (!macro || byte_is_blank(inline_byte(self, 1))) return false;
  uint32_t open = asciidoc_target_end(self);
  bool called = open < self->end && self->text.ptr[open] == '[' &&
                asciidoc_find(self, BRACKET, "]", open - self->at) < self->end;
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
bool asciidoc_open_bracket(Inline *self) {
  bool anchor = inline_byte(self, 1) == '[';
  uint32_t close =
      anchor ? asciidoc_find(self, BRACKET2, "]]", 2) : asciidoc_find(self, BRACKET, "]", 1);
  uint32_t after = close + (anchor ? 2 : 1);
  if (close == self->end) return false;
  char next = after < self->end ? self->text.ptr[after] : 0;
  if (!anchor && !byte_is_one_of(next, "#*_`+")) return false;
  inline_skip(self, after + (anchor && next == ']'), PART_JOINED);
  return true;
}

bool asciidoc_close_bracket(Inline *self) {
  bool joined = asciidoc_closes(self, BRACKET), apart = asciidoc_closes(self, BRACKET_APART);
  if (!joined && !apart) return false;
  inline_skip(self, self->at + 1, apart ? PART_APART : PART_JOINED);
  return true;
}

// `<<target,text>>`.
bool asciidoc_open_angles(Inline *self) {
  if (inline_byte(self, 1) != '<') return false;
  uint32_t close = asciidoc_find(self, ANGLES, ">>", 2), comma = asciidoc_find(self, COMMA, ",", 2);
  if (close == self->end) return false;
  bool shown = comma < close;
  self->closes[ANGLES] = close;
  inline_skip(self, shown ? comma + 1 : close + 2, shown ? PART_JOINED : PART_APART);
  return true;
}

bool asciidoc_close_angles(Inline *self) {
  if (!asciidoc_closes(self, ANGLES)) return false;
  inline_skip(self, self->at + 2, PART_JOINED);
  return true;
}

// `((shown))`, `(((not shown)))`.
bool asciidoc_open_index(Inline *self) {
  if (inline_byte(self, 1) != '(') return false;
  bool shown = inline_byte(self, 2) != '(';
  uint32_t close =
      shown ? asciidoc_find(self, INDEX2, "))", 2) : asciidoc_find(self, INDEX3, ")))", 3);
  if (close == self->end) return false;
  self->closes[INDEX2] = shown ? close : 0;
  inline_skip(self, shown ? self->at + 2 : close + 3, shown ? PART_JOINED : PART_APART);
  return true;
}

bool asciidoc_close_index(Inline *self) {
  if (!asciidoc_closes(self, INDEX2)) return false;
  inline_skip(self, self->at + 2, PART_JOINED);
  return true;
}
