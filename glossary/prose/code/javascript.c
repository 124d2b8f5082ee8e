// JavaScript and TypeScript. What a slash means depends on what is before it.
#include "javascript.h"

#include "../table.h"

static const char *const VALUE_KEYWORDS[] = {"await", "case",       "delete", "do",   "else",
                                             "in",    "instanceof", "new",    "of",   "return",
                                             "throw", "typeof",     "void",   "yield"};
const Table JAVASCRIPT_VALUE_KEYWORDS = TABLE(VALUE_KEYWORDS);

static bool is_value_keyword(Slice word) {
  return table_row(JAVASCRIPT_VALUE_KEYWORDS, word);
}

// A sign that ends a value: `i++`, and TypeScript's `value!`.
static bool ends_value(Slice text, uint32_t end) {
  char sign = text.ptr[end - 1], before = end > 1 ? text.ptr[end - 2] : 0;
  if (sign == '+' || sign == '-') return before == sign;
  if (sign == '!') return byte_is_name(before) || before == ')' || before == ']';
  return !sign || byte_is_one_of(sign, ")]\"'`");
}

bool javascript_expects_value(const Lexer *self) {
  uint32_t end = lexer_last_visible(self);
  if (end == 0) return true;
  if (byte_is_name(self->text.ptr[end - 1]) || self->text.ptr[end - 1] == '$')
    return is_value_keyword(lexer_last_word(self));
  return !ends_value(self->text, end);
}

// --- regular expressions ---

static bool read_regex(Lexer *self) {
  char next = lexer_peek(self, 1);
  if (next == '/' || next == '*' || !javascript_expects_value(self)) return false;
  bool in_class = false;
  uint32_t at = self->at + 1;
  for (; at < self->text.len && !byte_is_line_end(self->text.ptr[at]); at++) {
    char c = self->text.ptr[at];
    if (c == '/' && !in_class) break;
    if (c == '\\' && at + 1 < self->text.len && !byte_is_line_end(self->text.ptr[at + 1])) at++;
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
  }
  lexer_take(self, at < self->text.len ? at + 1 : at);
  return true;
}

// --- templates ---

// From within, up to its end or to the code in it.
static void read_template(Lexer *self, uint32_t at) {
  for (; at < self->text.len && self->text.ptr[at] != '`'; at++) {
    if (self->text.ptr[at] == '\\' && at + 1 < self->text.len) {
      at++;
    } else if (slice_starts_with(slice_from(self->text, at), SLICE("${"))) {
      *array_push(&self->open) = (Open){.bracket = OPEN_TEMPLATE};
      lexer_take(self, at + 2);
      self->last = 0;
      return;
    }
  }
  lexer_take(self, at < self->text.len ? at + 1 : at);
}

// --- brackets ---

static const char *const CONTROLS[] = {"for", "if", "while", "with"};
const Table JAVASCRIPT_CONTROLS = TABLE(CONTROLS);

static bool open_bracket(Lexer *self) {
  char bracket = lexer_peek(self, 0);
  bool condition = bracket == '(' && table_row(JAVASCRIPT_CONTROLS, lexer_last_word(self));
  *array_push(&self->open) = (Open){.bracket = condition ? OPEN_CONDITION : bracket};
  return false;
}

static bool is_in_parentheses(const Lexer *self) {
  char bracket = self->open.len ? self->open.items[self->open.len - 1].bracket : 0;
  return bracket == '(' || bracket == OPEN_CONDITION;
}

static bool close_parenthesis(Lexer *self) {
  if (!is_in_parentheses(self)) return false;
  if (self->open.items[--self->open.len].bracket != OPEN_CONDITION) return false;
  lexer_take(self, self->at + 1);
  self->last = 0;
  return true;
}

static bool close_brace(Lexer *self) {
  while (is_in_parentheses(self)) self->open.len--;
  if (!self->open.len) return false;
  Open open = self->open.items[--self->open.len];
  if (open.bracket == OPEN_TEMPLATE) {
    read_template(self, self->at + 1);
    return true;
  }
  lexer_take(self, self->at + 1);
  jsx_go_on(self);
  return true;
}

static bool read_special(Lexer *self) {
  switch (lexer_peek(self, 0)) {
  case '/':
    return read_regex(self);
  case '`':
    read_template(self, self->at + 1);
    return true;
  case '<':
    return jsx_read_element(self);
  case ')':
    return close_parenthesis(self);
  case '}':
    return close_brace(self);
  }
  return open_bracket(self);
}

#define JAVASCRIPT_RULES                                                                           \
  {                                                                                                \
    {"//", NULL, RULE_COMMENT}, {"/*", "*/", RULE_COMMENT | RULE_LINES},                           \
        {"\"", "\"", RULE_ESCAPES}, {                                                              \
      "'", "'", RULE_ESCAPES                                                                       \
    }                                                                                              \
  }

// `<T>` of TypeScript alone is a type; where there are elements it cannot be one.
void prose_read_typescript(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = JAVASCRIPT_RULES, .special = "/`(){}", .read_special = read_special};
  code_read(&syntax, text, prose);
}

void prose_read_javascript(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = JAVASCRIPT_RULES, .special = "/`(){}<", .read_special = read_special};
  code_read(&syntax, text, prose);
}
