// The scanner's tokens, its state between two of them, and the small steps all its parts are made
// of.
//
// The scanner alone reads the text; the grammar has no token of its own. What it emits always fits
// the grammar, so that no input, whatever its bytes, becomes an ERROR node. It decides by looking
// ahead: the end of a token is marked first, then as much as needed is read past the mark.
#pragma once

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"
#include <string.h>

// The order is that of `externals` in grammar.js.
enum Token {
  START,
  TITLE_MARK,
  ENTRY_MARK,
  MISSING_HEADWORD,
  SECTION_MARK,
  PAGE_HEAD,
  PAGE_LINE,
  COMMA,
  FURNITURE,
  FIELD_MARK,
  MALFORMED_MARK,
  KEY,
  COLON,
  TEXT_START,
  LIST_MARK,
  QUOTE_MARK,
  THEMATIC_BREAK,
  PIPE,
  EMPTY_CELL,
  TABLE_DELIMITER,
  CODE_START,
  FENCE,
  LANGUAGE,
  INFO_REST,
  CODE,
  TEXT,
  SOFT_BREAK,
  LINE_END,
  STRONG_OPEN,
  STRONG_CLOSE,
  EMPHASIS_OPEN,
  EMPHASIS_CLOSE,
  FORCE_CLOSE,
  CODE_SPAN,
  MATH,
  DISPLAY_MATH,
  COMMENT,
  REFERENCE_OPEN,
  REFERENCE_TARGET,
  REFERENCE_BAR,
  REFERENCE_TEXT,
  REFERENCE_CLOSE,
  LINK_OPEN,
  LINK_TEXT,
  LINK_MIDDLE,
  LINK_TARGET,
  LINK_CLOSE,
  DISAMBIGUATOR,
  UNCLOSED,
};

// Where the next token is looked for.
typedef enum {
  AT_START,      // nothing read yet: which dialect is it?
  AT_PREAMBLE,   // Markdown dialect, before the first line
  AT_BLOCK,      // between two blocks
  AT_PAGE_LINE,  // page dialect: a line of a body, known to be one
  IN_FURNITURE,  // page dialect: a line of furniture, known to be one
  IN_INLINE,     // in running text
  IN_KEY,        // before a field's key
  IN_COLON,      // after it
  IN_FENCE_MARK, // before the mark that opens a code block
  IN_INFO,       // after that mark
  IN_INFO_REST,  // after the language
  IN_CODE,       // after the line of that mark
  AT_FENCE_END,  // before the mark that closes a code block
  IN_REFERENCE,  // after `[[`
  IN_REFERENCE_TEXT,
  IN_LINK, // after `[`
  IN_LINK_TARGET,
} Mode;

// What the running text belongs to: it decides where the text ends.
typedef enum {
  IN_PARAGRAPH,
  IN_ITEM,
  IN_QUOTE,
  IN_FIELD,
  IN_ROW, // here and below: one line
  IN_HEADING,
  IN_NAMING_HEADING, // of an entry, or of the file: fields may follow
  IN_PAGE_HEADWORD,
  IN_PAGE_FIELD,
} Context;

// What stands before a mark, or after it.
typedef enum { SIDE_SPACE, SIDE_WORD, SIDE_WIDE, SIDE_PUNCTUATION } Side;

enum {
  IN_FIELDS = 1,         // lines with a bullet are fields
  SOFT_LINE_END = 2,     // the line end ahead lies inside the text
  FRESH = 4,             // nothing of this line or cell read yet
  SPLIT_RUN = 8,         // in the rest of a run of marks
  NO_COMMENT = 16,       // no `-->` as far as a comment could reach
  FENCE_CLOSED = 32,     // the fence that is open will be closed
  PAGE_DIALECT = 64,     // and for it:
  WANTS_BODY = 128,      // a headword line has no body yet
  BOUNDARY = 256,        // what comes begins a block
  AFTER_BACK_LINK = 512, // a line without comma is the site's title
  DEEP = 1024            // in a paragraph that is indented as code is
};

enum { STRONG_STAR = 1, STRONG_LINE = 2, EMPHASIS_STAR = 4, EMPHASIS_LINE = 8, MARK_KINDS = 4 };

// Small enough that tree-sitter keeps it inside a token. Read and written as bytes: no padding.
typedef struct {
  uint8_t mode;
  uint8_t context;
  uint8_t before; // Side of the last character read
  uint8_t depth;  // of open strong and emphasis
  uint16_t flags;
  uint8_t open[MARK_KINDS];        // their kinds, the outermost first
  uint8_t missing[MARK_KINDS + 1]; // by depth: kinds that have no closing mark any more
  uint8_t fence_mark;
  union {
    uint64_t
        missing_ticks;  // in text: lengths of backtick runs that do not come again in this block
    uint64_t fence_len; // in a code block
  } as;
} State;

typedef struct {
  TSLexer *lexer;
  State *state;
} Scan;

static inline int32_t peek(const Scan *s) {
  return s->lexer->lookahead;
}

static inline bool at_end(const Scan *s) {
  return s->lexer->lookahead == 0 && s->lexer->eof(s->lexer);
}

static inline void advance(Scan *s) {
  s->lexer->advance(s->lexer, false);
}

static inline void skip(Scan *s) {
  s->lexer->advance(s->lexer, true);
}

// The token ends here, until the next mark.
static inline void mark(Scan *s) {
  s->lexer->mark_end(s->lexer);
}

static inline bool emit(Scan *s, enum Token token) {
  s->lexer->result_symbol = token;
  return true;
}

static inline bool has(const Scan *s, uint16_t flag) {
  return s->state->flags & flag;
}

static inline void set(Scan *s, uint16_t flag, bool on) {
  s->state->flags = (uint16_t)(on ? s->state->flags | flag : s->state->flags & ~flag);
}

static inline bool is_blank(int32_t c) {
  return c == ' ' || c == '\t';
}

static inline bool is_newline(int32_t c) {
  return c == '\n' || c == '\r';
}

static inline bool is_digit(int32_t c) {
  return c >= '0' && c <= '9';
}

static inline int32_t to_lower(int32_t c) {
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static inline bool is_letter(int32_t c) {
  return to_lower(c) >= 'a' && to_lower(c) <= 'z';
}

static inline bool is_ascii_punctuation(int32_t c) {
  return c > ' ' && c < 0x7F && !is_letter(c) && !is_digit(c);
}

// At a line end or the end of the text.
static inline bool at_line_end(const Scan *s) {
  return is_newline(peek(s)) || at_end(s);
}

static inline void pass_newline(Scan *s) {
  bool carriage_return = peek(s) == '\r';
  if (is_newline(peek(s))) advance(s);
  if (carriage_return && peek(s) == '\n') advance(s);
}

static inline void skip_newline(Scan *s) {
  bool carriage_return = peek(s) == '\r';
  if (is_newline(peek(s))) skip(s);
  if (carriage_return && peek(s) == '\n') skip(s);
}

static inline void pass_blanks(Scan *s) {
  while (is_blank(peek(s))) advance(s);
}

static inline void skip_blanks(Scan *s) {
  while (is_blank(peek(s))) skip(s);
}

// To the line end.
static inline void pass_line(Scan *s) {
  while (!at_line_end(s)) advance(s);
}

static inline uint32_t pass_run(Scan *s, int32_t c) {
  uint32_t length = 0;
  for (; peek(s) == c; length++) advance(s);
  return length;
}

static inline Side side_of_wide(int32_t c) {
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000) return SIDE_SPACE;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA ? SIDE_WORD : SIDE_PUNCTUATION;
  if (c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x206F)) return SIDE_PUNCTUATION;
  if (c >= 0x20A0 && c <= 0x20CF) return SIDE_PUNCTUATION;
  if ((c >= 0x2190 && c <= 0x2BFF) || (c >= 0x3001 && c <= 0x303F)) return SIDE_PUNCTUATION;
  if ((c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20)) return SIDE_PUNCTUATION;
  return c >= 0x2E80 ? SIDE_WIDE : SIDE_WORD;
}

static inline Side side_of(int32_t c) {
  if (c >= 0x80) return side_of_wide(c);
  if (is_letter(c) || is_digit(c)) return SIDE_WORD;
  return is_blank(c) || is_newline(c) ? SIDE_SPACE : SIDE_PUNCTUATION;
}

// The side of what comes next.
static inline Side side_ahead(const Scan *s) {
  return at_line_end(s) ? SIDE_SPACE : side_of(peek(s));
}
