// What Markdown's dialects write inside a line, and md4c takes for text.
#include "../trigger.h"
#include "markdown.h"

static const Cut NONE = {0};

static Cut cut(uint32_t start, uint32_t end, PartLink link) {
  return (Cut){{start, end}, link};
}

static bool is_key(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || c == '_' || c == '-';
}

static bool is_word(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (uint8_t)c >= 0x80;
}

// The end of the line's closing `mark` behind `at`; 0: there is none. A line is searched once for
// each mark that does not close.
static uint32_t close_in_line(Pass *pass, size_t memo, uint32_t at, char mark) {
  if (at < pass->memo[memo]) return 0;
  for (; at < pass->run.end && pass->text.ptr[at] != '\n'; at++)
    if (pass->text.ptr[at] == mark) return at + 1;
  pass->memo[memo] = at;
  return 0;
}

enum { MEMO_BRACKET, MEMO_BRACE, MEMO_DISPLAY };

// A footnote's `[^1]` is transparent; `[!NOTE]` stands for itself.
static Cut bracket(Pass *pass, uint32_t at) {
  char kind = pass_byte(pass, at + 1);
  if ((kind != '^' && kind != '!') || !is_word(pass_byte(pass, at + 2))) return NONE;
  uint32_t end = close_in_line(pass, MEMO_BRACKET, at + 2, ']');
  if (!end) return NONE;
  for (uint32_t i = at + 2; i + 1 < end; i++)
    if (byte_is_blank(pass->text.ptr[i])) return NONE;
  return cut(at, end, kind == '^' ? PART_JOINED : PART_APART);
}

// `{#id .class key=value}`, `{=html}`, and the role of MyST that stands before code.
static Cut brace(Pass *pass, uint32_t at) {
  char kind = pass_byte(pass, at + 1), next = pass_byte(pass, at + 2);
  bool marked = kind && memchr("#.:=-", kind, 5) && byte_is_letter(next);
  uint32_t name = at + 1;
  while (!marked && is_key(pass_byte(pass, name))) name++;
  bool setting = name > at + 1 && pass_byte(pass, name) == '=';
  bool role = pass_byte(pass, name) == '}' && pass_byte(pass, name + 1) == '`';
  if (!marked && !setting && !role) return NONE;
  uint32_t end = close_in_line(pass, MEMO_BRACE, at, '}');
  return end ? cut(at, end, PART_JOINED) : NONE;
}

// `:smile:`, but not the colons of `10:30:45` or `a::b`.
static Cut emoji(Pass *pass, uint32_t at) {
  char before = at > pass->run.start ? pass->text.ptr[at - 1] : ' ';
  if (is_word(before) || before == ':') return NONE;
  uint32_t end = at + 1;
  bool letter = false;
  for (; end < pass->run.end && (is_key(pass->text.ptr[end]) || pass->text.ptr[end] == '+'); end++)
    letter |= byte_is_letter(pass->text.ptr[end]);
  if (!letter || end == pass->run.end || pass->text.ptr[end] != ':') return NONE;
  return is_word(pass_byte(pass, end + 1)) ? NONE : cut(at, end + 1, PART_APART);
}

// `@smith2004`, `@fig-kernel`, and any key behind a bracket: `[@smith]`, `-@smith`.
static Cut citation(Pass *pass, uint32_t at) {
  char before = pass_byte(pass, (int64_t)at - 1);
  if (is_word(before) || !is_word(pass_byte(pass, at + 1))) return NONE;
  uint32_t end = at + 1;
  char earlier = pass_byte(pass, (int64_t)at - 2);
  bool surely = before == '[' || (before == '-' && (earlier == '[' || earlier == ' '));
  for (; end < pass->run.end && (is_key(pass->text.ptr[end]) || pass->text.ptr[end] == ':'); end++)
    surely |= byte_is_digit(pass->text.ptr[end]) || pass->text.ptr[end] == '-';
  bool package = pass_byte(pass, end) == '/'; // @scope/package
  return surely && !package ? cut(at, end, PART_APART) : NONE;
}

// --- math ---

static bool is_empty_line(Slice rest) {
  return slice_starts_with(rest, SLICE("\n\n")) || slice_starts_with(rest, SLICE("\n\r\n"));
}

// The next `mark` before an empty line or code; 0: there is none.
static uint32_t next_dollar(const Pass *pass, uint32_t at, Slice mark) {
  for (; at < pass->text.len && pass->text.ptr[at] != '`'; at++) {
    Slice rest = slice_from(pass->text, at);
    if (is_empty_line(rest)) return 0;
    if (pass->text.ptr[at - 1] != '\\' && slice_starts_with(rest, mark)) return at;
  }
  return 0;
}

static Cut display_math(Pass *pass, uint32_t at) {
  if (at < pass->memo[MEMO_DISPLAY]) return NONE;
  uint32_t end = next_dollar(pass, at + 2, SLICE("$$"));
  if (end) return cut(at, end + 2, PART_APART);
  pass->memo[MEMO_DISPLAY] = at + 2;
  while (pass->memo[MEMO_DISPLAY] < pass->run.end &&
         !is_empty_line(slice_from(pass->text, pass->memo[MEMO_DISPLAY])))
    pass->memo[MEMO_DISPLAY]++;
  return NONE;
}

// `$x$`, but neither `$5 and $6` nor `5$ or 6$`.
static Cut math(Pass *pass, uint32_t at) {
  char before = pass_byte(pass, (int64_t)at - 1), after = pass_byte(pass, at + 1);
  if (is_word(before) || before == '\\' || !after || byte_is_blank(after)) return NONE;
  if (after == '$') return display_math(pass, at);
  uint32_t end = next_dollar(pass, at + 1, SLICE("$"));
  if (!end || byte_is_blank(pass->text.ptr[end - 1]) || is_word(pass_byte(pass, end + 1)))
    return NONE;
  return cut(at, end + 1, PART_APART);
}

static Cut find_mark(Pass *pass, uint32_t at) {
  switch (pass->text.ptr[at]) {
  case '[':
    return bracket(pass, at);
  case '{':
    return brace(pass, at);
  case ':':
    return emoji(pass, at);
  case '$':
    return math(pass, at);
  default:
    return citation(pass, at);
  }
}

void markdown_take_marks(Slice text, Prose *prose, size_t first) {
  triggers_cut(text, "[{:@$", find_mark, prose, first);
}
