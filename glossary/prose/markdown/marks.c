// What Markdown's dialects write inside a line, and md4c takes for text.
#include "../seek.h"
#include "../trigger.h"
#include "markdown.h"

static Cut cut(uint32_t start, uint32_t end, PartLink link) {
  return (Cut){{start, end}, link};
}

static bool is_key(char c) {
  return byte_is_alnum(c) || c == '_' || c == '-';
}

enum { MEMO_BRACKET, MEMO_BRACE, MEMO_DISPLAY, MEMO_FORMULA };

// The end of the brace that closes behind `at` in its line; 0: there is none. A line is searched
// once when it has none.
static uint32_t brace_end(Pass *pass, uint32_t at) {
  if (at < pass->memo[MEMO_BRACE]) return 0;
  for (; at < pass->part.end && pass->text.ptr[at] != '\n'; at++)
    if (pass->text.ptr[at] == '}') return at + 1;
  pass->memo[MEMO_BRACE] = at;
  return 0;
}

// The end of the label that begins at `at`; 0: a blank comes before its bracket. What was searched
// in vain is not searched again.
static uint32_t label_end(Pass *pass, uint32_t at) {
  if (at < pass->memo[MEMO_BRACKET]) return 0;
  while (at < pass->part.end && pass->text.ptr[at] != ']' && !byte_is_blank(pass->text.ptr[at]))
    at++;
  if (at < pass->part.end && pass->text.ptr[at] == ']') return at + 1;
  pass->memo[MEMO_BRACKET] = at;
  return 0;
}

// A footnote's `[^1]` is transparent; `[!NOTE]` stands for itself.
static Cut bracket(Pass *pass, uint32_t at) {
  char kind = pass_byte(pass, at + 1);
  if ((kind != '^' && kind != '!') || !byte_is_word(pass_byte(pass, at + 2))) return NO_CUT;
  uint32_t end = label_end(pass, at + 2);
  return end ? cut(at, end, kind == '^' ? PART_JOINED : PART_APART) : NO_CUT;
}

// `{#id .class key=value}`, `{=html}`, and the role of MyST that stands before code.
static Cut brace(Pass *pass, uint32_t at) {
  char kind = pass_byte(pass, at + 1), next = pass_byte(pass, at + 2);
  bool marked = byte_is_one_of(kind, "#.:=-") && byte_is_letter(next);
  uint32_t name = at + 1;
  while (!marked && is_key(pass_byte(pass, name))) name++;
  bool setting = name > at + 1 && pass_byte(pass, name) == '=';
  bool role = pass_byte(pass, name) == '}' && pass_byte(pass, name + 1) == '`';
  if (!marked && !setting && !role) return NO_CUT;
  uint32_t end = brace_end(pass, at);
  return end ? cut(at, end, PART_JOINED) : NO_CUT;
}

// `:smile:`, but not the colons of `10:30:45` or `a::b`.
static Cut emoji(Pass *pass, uint32_t at) {
  char before = at > pass->part.start ? pass->text.ptr[at - 1] : ' ';
  if (byte_is_word(before) || before == ':') return NO_CUT;
  uint32_t end = at + 1;
  bool letter = false;
  for (; end < pass->part.end && (is_key(pass->text.ptr[end]) || pass->text.ptr[end] == '+'); end++)
    letter |= byte_is_letter(pass->text.ptr[end]);
  if (!letter || end == pass->part.end || pass->text.ptr[end] != ':') return NO_CUT;
  return byte_is_word(pass_byte(pass, end + 1)) ? NO_CUT : cut(at, end + 1, PART_APART);
}

// `@smith2004`, `@fig-kernel`, and any key behind a bracket: `[@smith]`, `-@smith`.
static Cut citation(Pass *pass, uint32_t at) {
  char before = pass_byte(pass, (int64_t)at - 1);
  if (byte_is_word(before) || !byte_is_word(pass_byte(pass, at + 1))) return NO_CUT;
  uint32_t end = at + 1;
  char earlier = pass_byte(pass, (int64_t)at - 2);
  bool surely = before == '[' || (before == '-' && (earlier == '[' || earlier == ' '));
  for (; end < pass->part.end && (is_key(pass->text.ptr[end]) || pass->text.ptr[end] == ':'); end++)
    surely |= byte_is_digit(pass->text.ptr[end]) || pass->text.ptr[end] == '-';
  bool package = pass_byte(pass, end) == '/'; // @scope/package
  return surely && !package ? cut(at, end, PART_APART) : NO_CUT;
}

// --- math ---

// The next `mark` before an empty line or code; 0: there is none.
static uint32_t next_dollar(const Pass *pass, uint32_t at, Slice mark) {
  for (; at < pass->text.len && pass->text.ptr[at] != '`'; at++) {
    Slice rest = slice_from(pass->text, at);
    if (is_above_empty_line(rest)) return 0;
    if (pass->text.ptr[at - 1] != '\\' && slice_starts_with(rest, mark)) return at;
  }
  return 0;
}

static Cut display_math(Pass *pass, uint32_t at) {
  if (at < pass->memo[MEMO_DISPLAY]) return NO_CUT;
  uint32_t end = next_dollar(pass, at + 2, SLICE("$$"));
  if (end) return cut(at, end + 2, PART_APART);
  pass->memo[MEMO_DISPLAY] = at + 2;
  while (pass->memo[MEMO_DISPLAY] < pass->part.end &&
         !is_above_empty_line(slice_from(pass->text, pass->memo[MEMO_DISPLAY])))
    pass->memo[MEMO_DISPLAY]++;
  return NO_CUT;
}

// Stays, and nothing in it is looked at.
static Cut formula(Pass *pass, Range range) {
  *array_push(&pass->prose->formulas) = range;
  pass->memo[MEMO_FORMULA] = range.end;
  return NO_CUT;
}

// `$x$`, but neither `$5 and $6` nor `5$ or 6$`.
static Cut math(Pass *pass, uint32_t at) {
  char before = pass_byte(pass, (int64_t)at - 1), after = pass_byte(pass, at + 1);
  if (byte_is_word(before) || before == '\\' || !after || byte_is_blank(after)) return NO_CUT;
  if (after == '$') return display_math(pass, at);
  uint32_t end = next_dollar(pass, at + 1, SLICE("$"));
  if (!end || byte_is_blank(pass->text.ptr[end - 1]) || byte_is_word(pass_byte(pass, end + 1)))
    return NO_CUT;
  return end - at < FORMULA_MAX ? formula(pass, (Range){at, end + 1})
                                : cut(at, end + 1, PART_APART);
}

static Cut find_mark(Pass *pass, uint32_t at) {
  if (at < pass->memo[MEMO_FORMULA]) return NO_CUT;
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
