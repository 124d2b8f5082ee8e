// Python. A string that is a statement of its own is a doc string.
#include "code.h"

// Begins as letters before its quote.
typedef struct {
  uint32_t start; // of the prefix
  bool text;      // neither bytes nor formatted
} Prefix;

static Prefix prefix_of(const Lexer *self) {
  Prefix prefix = {lexer_word_start(self, self->at), true};
  if (self->at - prefix.start > 2) return (Prefix){self->at, false};
  for (uint32_t at = prefix.start; at < self->at; at++) {
    char letter = byte_lower(self->text.ptr[at]);
    if (letter != 'r' && letter != 'u') prefix.text = false;
  }
  return prefix;
}

// The line before goes on in this one.
static bool is_continued(const Lexer *self, uint32_t at) {
  while (at > self->since && byte_is_one_of(self->text.ptr[at - 1], " \t")) at--;
  if (at > 0 && self->text.ptr[at - 1] == '\n') at--;
  if (at > 0 && self->text.ptr[at - 1] == '\r') at--;
  return at > 0 && self->text.ptr[at - 1] == '\\';
}

static bool ends_statement(const Lexer *self, uint32_t end) {
  end = spaces_end(self->text, end, (uint32_t)self->text.len);
  return end == self->text.len || byte_is_line_end(self->text.ptr[end]) ||
         byte_is_one_of(self->text.ptr[end], "#;");
}

static bool is_doc_string(const Lexer *self, uint32_t end) {
  Prefix prefix = prefix_of(self);
  return prefix.text && !self->open.len && lexer_at_line_start(self, prefix.start) &&
         !is_continued(self, prefix.start) && ends_statement(self, end);
}

// The blanks before it on its line.
static Slice margin_of(const Lexer *self) {
  uint32_t end = prefix_of(self).start, start = end;
  while (start > self->since && !byte_is_line_end(self->text.ptr[start - 1])) start--;
  return slice_range(self->text, (Range){start, end});
}

static bool read_string(Lexer *self) {
  char mark[3] = {lexer_peek(self, 0), lexer_peek(self, 0), lexer_peek(self, 0)};
  Slice close = slice_new(mark, sizeof mark);
  bool triple = slice_starts_with(slice_from(self->text, self->at), close);
  if (!triple) close.len = 1;
  uint32_t start = self->at + (uint32_t)close.len;
  unsigned flags = RULE_ESCAPES | (triple ? RULE_LINES : 0u);
  uint32_t end = lexer_literal_end(self, start, close, flags);
  if (is_doc_string(self, end)) {
    Slice inside = slice_range(self->text, (Range){start, end}), margin = margin_of(self);
    if (slice_ends_with(inside, close)) inside.len -= close.len;
    lexer_add_comment(self, (Range){start, start + (uint32_t)inside.len}, &margin);
  }
  lexer_take(self, end);
  return true;
}

// Nothing in brackets begins so. A bracket that is not yet closed ends there.
static bool begins_definition(const Lexer *self) {
  uint32_t len = (uint32_t)self->text.len;
  Slice line = slice_from(self->text, spaces_end(self->text, self->at + 1, len));
  return slice_starts_with(line, SLICE("def ")) || slice_starts_with(line, SLICE("class "));
}

static bool read_special(Lexer *self) {
  switch (lexer_peek(self, 0)) {
  case '"':
  case '\'':
    return read_string(self);
  case '\n':
    if (self->open.len && begins_definition(self)) self->open.len = 0;
    return false;
  case ')':
  case ']':
  case '}':
    if (self->open.len) self->open.len--;
    return false;
  default:
    *array_push(&self->open) = (Open){.bracket = lexer_peek(self, 0)};
    return false;
  }
}

void prose_read_python(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"#", NULL, RULE_COMMENT}},
      .special = "\"'()[]{}\n",
      .read_special = read_special,
  };
  code_read(&syntax, text, prose);
}
