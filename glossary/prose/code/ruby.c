// Ruby. Strings of many shapes hold code in `#{…}`, and a slash or percent sign may begin one.
#include "../table.h"
#include "code.h"

// How a string goes on, from within.
typedef struct {
  char opener, closer; // an opener of 0: such strings do not nest
  uint32_t depth;
  bool code; // `#{…}` is code
} String;

static void enter_code(Lexer *self, uint32_t at, String string) {
  *array_push(&self->open) = (Open){'{', string.opener, string.closer, string.depth};
  lexer_take(self, at);
  self->last = 0;
}

static void read_string(Lexer *self, uint32_t at, String string) {
  for (; at < self->text.len; at++) {
    char c = self->text.ptr[at];
    bool code = string.code && c == '#' && at + 1 < self->text.len && self->text.ptr[at + 1] == '{';
    if (code) {
      enter_code(self, at + 2, string);
      return;
    }
    if (c == '\\') {
      if (at + 1 < self->text.len) at++;
    } else if (c == string.opener && string.opener) {
      string.depth++;
    } else if (c == string.closer && string.depth-- == 0) {
      break;
    }
  }
  lexer_take(self, at < self->text.len ? at + 1 : at);
}

static bool read_quoted(Lexer *self) {
  char quote = lexer_peek(self, 0);
  read_string(self, self->at + 1, (String){0, quote, 0, quote != '\''});
  return true;
}

// --- what begins a value ---

static const char *const VALUE_KEYWORDS[] = {
    "and",  "begin", "case",   "do",   "else",   "elsif", "if",   "in",    "not",  "or",
    "puts", "raise", "return", "then", "unless", "until", "when", "while", "yield"};
const Table RUBY_VALUE_KEYWORDS = TABLE(VALUE_KEYWORDS);

static bool is_operator_keyword(Slice word) {
  return table_row(RUBY_VALUE_KEYWORDS, word);
}

// Behind a name, `a /b/` is a call with an argument, `a / b` and `a/b` divide.
static bool looks_like_argument(const Lexer *self) {
  char next = lexer_peek(self, 1);
  return self->at > 0 && (self->text.ptr[self->at - 1] == ' ') && next && !byte_is_blank(next) &&
         next != '=';
}

static bool expects_value(const Lexer *self) {
  uint32_t end = lexer_last_visible(self);
  if (end == 0 || lexer_at_line_start(self, self->at)) return true;
  char sign = self->text.ptr[end - 1];
  if (end == self->at && (sign == ':' || sign == '.')) return false; // :/ and x./
  if (byte_is_one_of(sign, ")]}\"'`/")) return false;
  if (!byte_is_name(sign) && sign != '?' && sign != '!') return true;
  Slice word = lexer_last_word(self);
  if (slice_eq(word, SLICE("def"))) return false;
  if (byte_is_digit(word.len ? word.ptr[0] : 0)) return false;
  return is_operator_keyword(word) || looks_like_argument(self);
}

// --- strings that begin otherwise ---

static char closer_of(char opener) {
  static const char pairs[] = "()[]{}<>";
  const char *at = strchr(pairs, opener);
  return at ? at[1] : opener;
}

// %w[a b], %q(…), %(…)
static bool read_percent(Lexer *self) {
  char kind = lexer_peek(self, 1);
  bool named = byte_is_one_of(kind, "qQwWiIrsx");
  char opener = lexer_peek(self, named ? 2 : 1);
  if (!opener || byte_is_name(opener) || byte_is_blank(opener)) return false;
  if (!expects_value(self)) return false;
  char closer = closer_of(opener);
  bool code = !named || !byte_is_one_of(kind, "qwis");
  String string = {opener == closer ? 0 : opener, closer, 0, code};
  read_string(self, self->at + 2 + named, string);
  return true;
}

static bool read_regex(Lexer *self) {
  if (!expects_value(self)) return false;
  read_string(self, self->at + 1, (String){0, '/', 0, true});
  return true;
}

// ?" and ?# are characters, $" and $' variables.
static bool read_character(Lexer *self) {
  char next = lexer_peek(self, 1);
  if (!next || byte_is_name(next) || byte_is_blank(next)) return false;
  if (lexer_peek(self, 0) == '?') {
    bool behind_value = self->at > 0 && byte_is_name(self->text.ptr[self->at - 1]);
    if (behind_value || byte_is_name(lexer_peek(self, 2))) return false;
  }
  lexer_take(self, self->at + 2);
  return true;
}

static uint32_t word_end(const Lexer *self, uint32_t at) {
  while (at < self->text.len && byte_is_name(self->text.ptr[at])) at++;
  return at;
}

// Of a heredoc in quotes; `start` where they are not closed.
static uint32_t quoted_end(const Lexer *self, uint32_t start, char quote) {
  uint32_t at = start;
  while (at < self->text.len && self->text.ptr[at] != quote &&
         !byte_is_line_end(self->text.ptr[at]))
    at++;
  return at < self->text.len && self->text.ptr[at] == quote ? at : start;
}

// <<~WORD, <<-WORD, <<WORD, <<'any words'. `a << b` is none, nor is `a <<b`.
static bool read_heredoc(Lexer *self) {
  if (lexer_peek(self, 1) != '<') return false;
  char mark = lexer_peek(self, 2);
  bool indented = mark == '~' || mark == '-';
  char quote = lexer_peek(self, 2 + indented);
  bool quoted = quote == '"' || quote == '\'' || quote == '`';
  uint32_t start = self->at + 2 + indented + quoted;
  uint32_t end = quoted ? quoted_end(self, start, quote) : word_end(self, start);
  if (start >= end) return false;
  char first = self->text.ptr[start];
  if (!quoted && !byte_is_upper(first) && (!indented || byte_is_digit(first))) return false;
  lexer_expect_heredoc(self, (Heredoc){slice_range(self->text, (Range){start, end}), indented});
  lexer_take(self, end + quoted);
  return true;
}

// --- lines ---

static bool is_line(Slice rest, Slice word) {
  return slice_starts_with(rest, word) &&
         (rest.len == word.len || byte_is_blank(rest.ptr[word.len]));
}

// What only the beginning of a line can be: =begin … =end, and __END__, behind which is no code.
static bool read_line_start(Lexer *self, uint32_t at) {
  Slice rest = slice_from(self->text, at);
  if (is_line(rest, SLICE("__END__"))) {
    lexer_take(self, (uint32_t)self->text.len);
    return true;
  }
  if (!is_line(rest, SLICE("=begin"))) return false;
  uint32_t start = at + (uint32_t)strlen("=begin");
  uint32_t end = lexer_find(self, start, SLICE("\n=end"));
  bool closed = end < self->text.len || slice_ends_with(self->text, SLICE("\n=end"));
  Range inside = {start, closed ? end - (uint32_t)strlen("\n=end") : end};
  if (!closed || !lexer_add_remark(self, (Range){at, end}, inside))
    lexer_add_comment(self, inside, NULL);
  lexer_take(self, end);
  return true;
}

static bool end_line(Lexer *self) {
  if (self->heredocs.len) {
    lexer_take_heredocs(self);
    return true;
  }
  return read_line_start(self, self->at + 1);
}

// --- brackets ---

static bool close_brace(Lexer *self) {
  if (!self->open.len) return false;
  Open open = self->open.items[--self->open.len];
  if (!open.closer) return false;
  read_string(self, self->at + 1, (String){open.opener, open.closer, open.depth, true});
  return true;
}

static bool read_special(Lexer *self) {
  switch (lexer_peek(self, 0)) {
  case '"':
  case '\'':
  case '`':
    return read_quoted(self);
  case '/':
    return read_regex(self);
  case '%':
    return read_percent(self);
  case '?':
  case '$':
    return read_character(self);
  case '<':
    return read_heredoc(self);
  case '\n':
    return end_line(self);
  case '}':
    return close_brace(self);
  case '=':
    return self->at == 0 && read_line_start(self, 0);
  }
  *array_push(&self->open) = (Open){.bracket = '{'};
  return false;
}

void prose_read_ruby(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"#", NULL, RULE_COMMENT}},
      .special = "\"'`/%?$<\n}={",
      .read_special = read_special,
      .comments = {.indent = 2},
  };
  code_read(&syntax, text, prose);
}
