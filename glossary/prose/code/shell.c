// Shells. Quotes hold code in `$(…)` and `${…}`, which holds quotes.
#include "code.h"

// From within a string in double quotes, up to its end or to the code in it.
static void read_quoted(Lexer *self, uint32_t at) {
  for (; at < self->text.len && self->text.ptr[at] != '"'; at++) {
    char c = self->text.ptr[at], next = at + 1 < self->text.len ? self->text.ptr[at + 1] : 0;
    if (c == '\\' && next) {
      at++;
    } else if (c == '$' && (next == '(' || next == '{')) {
      *array_push(&self->open) = (Open){.bracket = next, .closer = '"'};
      lexer_take(self, at + 2);
      return;
    }
  }
  lexer_take(self, at < self->text.len ? at + 1 : at);
}

static char innermost(const Lexer *self) {
  return self->open.len ? self->open.items[self->open.len - 1].bracket : 0;
}

static bool open_bracket(Lexer *self, uint32_t ahead) {
  *array_push(&self->open) = (Open){.bracket = lexer_peek(self, ahead)};
  lexer_take(self, self->at + ahead + 1);
  return true;
}

static bool close_bracket(Lexer *self, char bracket) {
  if (innermost(self) != bracket) return false;
  Open open = self->open.items[--self->open.len];
  if (open.closer)
    read_quoted(self, self->at + 1);
  else
    lexer_take(self, self->at + 1);
  return true;
}

// --- quotes ---

// '…' takes no escapes, $'…' does.
static bool read_single_quoted(Lexer *self) {
  bool escapes = self->at > self->since && self->text.ptr[self->at - 1] == '$';
  unsigned flags = RULE_LINES | (escapes ? RULE_ESCAPES : 0u);
  lexer_take(self, lexer_literal_end(self, self->at + 1, SLICE("'"), flags));
  return true;
}

// `${#x}`, `$#` and `\#` begin no comment.
static bool read_dollar(Lexer *self) {
  char next = lexer_peek(self, 1);
  if (next == '{' || next == '(') return open_bracket(self, 1);
  if (next == '#') lexer_take(self, self->at + 2);
  return next == '#';
}

// In `${x#y}` it begins no comment.
static bool read_hash(Lexer *self) {
  if (innermost(self) != '{') return false;
  self->at++;
  return true;
}

static bool read_escape(Lexer *self) {
  lexer_take(self, self->at + 2 < self->text.len ? self->at + 2 : (uint32_t)self->text.len);
  return true;
}

// --- documents inside ---

static bool in_arithmetic(const Lexer *self) {
  size_t len = self->open.len;
  return len > 1 && self->open.items[len - 1].bracket == '(' &&
         self->open.items[len - 2].bracket == '(';
}

static bool is_heredoc_word(char c) {
  return byte_is_name(c) || byte_is_one_of(c, "-.!%+");
}

// <<WORD, <<-WORD, << 'WORD', <<\WORD; the body begins on the next line.
static bool read_heredoc(Lexer *self) {
  uint32_t at = 2;
  if (lexer_peek(self, 1) != '<' || in_arithmetic(self)) return false;
  if (lexer_peek(self, 2) == '<') { // <<<word
    lexer_take(self, self->at + 3);
    return true;
  }
  bool indented = lexer_peek(self, at) == '-';
  at += indented;
  while (byte_is_one_of(lexer_peek(self, at), " \t")) at++;
  while (byte_is_one_of(lexer_peek(self, at), "'\"\\")) at++;
  uint32_t start = self->at + at, end = start;
  while (end < self->text.len && is_heredoc_word(self->text.ptr[end])) end++;
  if (start == end || byte_is_digit(self->text.ptr[start])) return false;
  Slice word = slice_range(self->text, (Range){start, end});
  lexer_expect_heredoc(self, (Heredoc){word, indented});
  if (end < self->text.len && byte_is_one_of(self->text.ptr[end], "'\"")) end++;
  lexer_take(self, end);
  return true;
}

// A `${` that nobody closed ends there.
static bool end_line(Lexer *self) {
  while (innermost(self) == '{' && !self->open.items[self->open.len - 1].closer) self->open.len--;
  if (!self->heredocs.len) return false;
  lexer_take_heredocs(self);
  return true;
}

static bool read_special(Lexer *self) {
  switch (lexer_peek(self, 0)) {
  case '"':
    read_quoted(self, self->at + 1);
    return true;
  case '\'':
    return read_single_quoted(self);
  case '$':
    return read_dollar(self);
  case '\\':
    return read_escape(self);
  case '<':
    return read_heredoc(self);
  case '(':
    return open_bracket(self, 0);
  case ')':
    return close_bracket(self, '(');
  case '}':
    return close_bracket(self, '{');
  case '#':
    return read_hash(self);
  }
  return end_line(self);
}

void prose_read_shell(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"#", NULL, RULE_COMMENT | RULE_WORD}},
      .special = "\"'$\\<()}#\n",
      .read_special = read_special,
  };
  code_read(&syntax, text, prose);
}
