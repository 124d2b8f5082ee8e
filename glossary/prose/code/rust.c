// Rust. Attributes are code, `#[doc = "…"]` too: whoever writes it makes it by a macro.
#include "code.h"

// 'a of a lifetime or a loop's label opens nothing; 'a', '\n' and '"' are characters.
static bool read_quote(Lexer *self) {
  Slice inside = slice_from(self->text, self->at + 1);
  if (slice_starts_with(inside, SLICE("\\"))) return false;
  uint32_t len = 1;
  while (len < inside.len && ((unsigned char)inside.ptr[len] & 0xC0) == 0x80) len++;
  bool closed = len < inside.len && inside.ptr[len] == '\'';
  lexer_take(self, self->at + (closed ? len + 2 : 1));
  return true;
}

// r"…", br##"…"##: at the quote.
static bool read_raw_string(Lexer *self) {
  uint32_t hashes = 0, at = self->at;
  while (at > self->since && self->text.ptr[at - 1] == '#') at--, hashes++;
  Slice prefix = slice_range(self->text, (Range){lexer_word_start(self, at), at});
  if (!slice_eq(prefix, SLICE("r")) && !slice_eq(prefix, SLICE("br")) &&
      !slice_eq(prefix, SLICE("cr")))
    return false;
  uint32_t end = self->at + 1, run = 0;
  bool open = false; // a quote with `run` hashes behind it
  for (; end < self->text.len && !(open && run == hashes); end++) {
    bool hash = self->text.ptr[end] == '#', quote = self->text.ptr[end] == '"';
    open = quote || (open && hash);
    run = quote ? 0 : run + hash;
  }
  lexer_take(self, end);
  return true;
}

static bool read_special(Lexer *self) {
  return lexer_peek(self, 0) == '"' ? read_raw_string(self) : read_quote(self);
}

void prose_read_rust(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"//", NULL, RULE_COMMENT},
                {"/*", "*/", RULE_COMMENT | RULE_LINES | RULE_NESTS},
                {"\"", "\"", RULE_LINES | RULE_ESCAPES},
                {"'", "'", RULE_ESCAPES}},
      .special = "\"'",
      .read_special = read_special,
  };
  code_read(&syntax, text, prose);
}
