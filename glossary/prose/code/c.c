// C, C++ and what is written like them.
#include "../table.h"
#include "code.h"

// 1'000'000: the quote of a number parts its digits.
static bool read_digit_separator(Lexer *self) {
  uint32_t start = lexer_word_start(self, self->at);
  if (start == self->at || !byte_is_digit(self->text.ptr[start])) return false;
  uint32_t end = self->at + 1;
  while (end < self->text.len && (byte_is_name(self->text.ptr[end]) || self->text.ptr[end] == '\''))
    end++;
  lexer_take(self, end);
  return true;
}

static const char *const RAW_PREFIXES[] = {"LR", "R", "UR", "u8R", "uR"};
const Table C_RAW_PREFIXES = TABLE(RAW_PREFIXES);

static bool is_raw_prefix(Slice word) {
  return table_row(C_RAW_PREFIXES, word);
}

// R"mark( … )mark"
static bool read_raw_string(Lexer *self) {
  enum { LONGEST = 16 };
  Slice prefix = slice_range(self->text, (Range){lexer_word_start(self, self->at), self->at});
  if (!is_raw_prefix(prefix)) return false;
  char close[LONGEST + 2] = ")";
  uint32_t len = 1;
  for (; lexer_peek(self, len) != '('; len++) {
    char c = lexer_peek(self, len);
    if (len > LONGEST || !c || byte_is_blank(c) || byte_is_one_of(c, ")\\\"")) return false;
    close[len] = c;
  }
  close[len] = '"';
  lexer_take(self, lexer_find(self, self->at + len + 1, slice_new(close, len + 1)));
  return true;
}

static bool read_special(Lexer *self) {
  return lexer_peek(self, 0) == '"' ? read_raw_string(self) : read_digit_separator(self);
}

void prose_read_c(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"//", NULL, RULE_COMMENT | RULE_ESCAPES},
                {"/*", "*/", RULE_COMMENT | RULE_LINES},
                {"\"", "\"", RULE_ESCAPES},
                {"'", "'", RULE_ESCAPES}},
      .special = "\"'",
      .read_special = read_special,
  };
  code_read(&syntax, text, prose);
}
