// LaTeX: one pass over commands and groups.
//
// What is written with accents (`\'e`) cannot be read without rewriting it: the whole word is left
// out. So is what an unknown environment takes in braces, and monospaced text, which is code more
// often than not.
#include "../languages.h"
#include "../remark.h"
#include "../seek.h"
#include "reader.h"

static Slice rest_of(const LatexReader *self) {
  return slice_range(self->text, (Range){self->at, self->end});
}

// --- math ---

// Stays when it is a short one: `$L_\infty$`.
static bool take_formula(LatexReader *self) {
  uint32_t start = self->at, limit = start + FORMULA_MAX, at = start + 1;
  if (limit > self->end) limit = self->end;
  while (at < limit && !byte_is_one_of(self->text.ptr[at], "$\n%"))
    at += 1 + (self->text.ptr[at] == '\\');
  if (at >= limit || at == start + 1 || self->text.ptr[at] != '$') return false;
  self->at = at + 1;
  *array_push(&self->out.prose->formulas) = (Range){start, self->at};
  return true;
}

static void dollar(LatexReader *self) {
  if (!self->hiding && take_formula(self)) return;
  bool two = latex_byte(self, self->at + 1) == '$';
  if (latex_top_is(self, '$'))
    latex_close(self, 1);
  else if (latex_top_is(self, CLOSE_DISPLAY))
    latex_close(self, two ? 2 : 1);
  else
    latex_open(self, two ? 2 : 1, (Group){two ? CLOSE_DISPLAY : '$', true, true, PART_APART, NULL});
}

// --- environments ---

// The name in `{name}` here; empty: there is none.
static Slice environment_name(const LatexReader *self) {
  enum { LONGEST = 64 };
  Slice rest = rest_of(self);
  if (!slice_starts_with(rest, SLICE("{"))) return slice_to(rest, 0);
  const char *close = memchr(rest.ptr, '}', rest.len < LONGEST ? rest.len : LONGEST);
  return close ? slice_new(rest.ptr + 1, (size_t)(close - rest.ptr) - 1) : slice_to(rest, 0);
}

// Goes to the end of an environment that holds no running text.
static void skip_environment(LatexReader *self, Slice name) {
  uint32_t at = self->at;
  for (;;) {
    at = latex_find(self, SLICE("\\end{"), at);
    Slice rest = slice_from(slice_to(self->text, self->end), at + 5);
    if (at == self->end ||
        (slice_starts_with(rest, name) && rest.len > name.len && rest.ptr[name.len] == '}'))
      break;
    at++;
  }
  latex_skip(self, at, PART_APART);
}

static void begin_environment(LatexReader *self) {
  Slice name = environment_name(self);
  if (self->hiding || !name.len) return;
  latex_skip(self, self->at + (uint32_t)name.len + 2, PART_APART);
  const char *arguments = latex_environment(name);
  if (arguments)
    latex_take_arguments(self, arguments, PART_APART);
  else
    skip_environment(self, name);
}

static void end_environment(LatexReader *self) {
  Slice name = environment_name(self);
  if (!name.len) return;
  bool last = slice_eq(name, SLICE("document")) && !self->hiding;
  latex_skip(self, last ? self->end : self->at + (uint32_t)name.len + 2, PART_APART);
}

// --- commands ---

static void leave_math(LatexReader *self) {
  if (latex_top_is(self, CLOSE_COMMAND)) latex_close(self, 0);
}

static char first_step(const LatexCommand *command) {
  return command->arguments[0];
}

static void run_command(LatexReader *self, const LatexCommand *command) {
  switch (first_step(command)) {
  case STEP_BEGIN_MATH:
    latex_open(self, 0, (Group){CLOSE_COMMAND, true, true, PART_APART, NULL});
    break;
  case STEP_END_MATH:
    leave_math(self);
    break;
  default:
    if (!self->hiding) latex_take_arguments(self, command->arguments, command->link);
  }
}

// A blank behind a command's name only ends it.
static void swallow_blank(LatexReader *self, Slice name) {
  if (name.len && byte_is_letter(name.ptr[0]))
    self->at = self->pending = latex_skip_blanks(self, self->at);
}

static bool takes_nothing(const LatexCommand *command) {
  return first_step(command) == 0 || first_step(command) == STEP_CODE;
}

static bool stands_in_word(const LatexCommand *command) {
  return first_step(command) == STEP_ACCENT || first_step(command) == STEP_LETTER;
}

static void take_command(LatexReader *self) {
  uint32_t end = latex_command_end(self, self->at);
  Slice name = slice_range(self->text, (Range){self->at + 1, end});
  const LatexCommand *command = latex_command(name);
  if (first_step(command) == STEP_OWN_SIGN) {
    latex_skip(self, self->at + 1, PART_JOINED);
    self->at = end;
    return;
  }
  while (stands_in_word(command) && self->at > self->pending &&
         byte_is_word(self->text.ptr[self->at - 1]))
    self->at--;
  latex_skip(self, end, command->link);
  if (slice_eq(name, SLICE("begin")))
    begin_environment(self);
  else if (slice_eq(name, SLICE("end")))
    end_environment(self);
  else
    run_command(self, command);
  if (takes_nothing(command)) swallow_blank(self, name);
}

// --- the rest ---

// Behind the text of the comment here.
static uint32_t read_comment(LatexReader *self) {
  uint32_t end = line_end(self->text, self->at, self->end);
  Range inside = {alike_end(self->text, self->at, end), end};
  remark_add(self->out.prose, self->text, (Range){self->at, end}, inside);
  return end;
}

// To the end of its line, that line end, and the blanks after it.
static void take_comment(LatexReader *self) {
  read_comment(self);
  uint32_t next = latex_skip_blanks(self, line_behind(self->text, self->at, self->end));
  bool ends_paragraph = latex_byte(self, next) == '\n';
  latex_skip(self, next, ends_paragraph ? PART_APART : PART_JOINED);
}

static bool is_before_empty_line(const LatexReader *self) {
  return latex_byte(self, latex_skip_blanks(self, self->at + 1)) == '\n';
}

static void open_brace(LatexReader *self) {
  latex_open(self, 1, (Group){'}', false, false, PART_JOINED, NULL});
}

static void close_bracket(LatexReader *self) {
  if (latex_top_is(self, ']'))
    latex_close(self, 1);
  else
    self->at++;
}

// Between two cells of a table.
static void take_ampersand(LatexReader *self) {
  latex_skip(self, self->at + 1, PART_APART);
}

static void take_tie(LatexReader *self) {
  latex_skip(self, self->at + 1, PART_SPACED);
}

static void take_line_end(LatexReader *self) {
  if (self->brief && is_before_empty_line(self)) latex_close_short(self);
  self->at++;
}

// Who takes a byte; nobody: it is text.
static void (*const TAKERS[256])(LatexReader *) = {
    ['\\'] = take_command, ['%'] = take_comment,      ['$'] = dollar,
    ['{'] = open_brace,    ['}'] = latex_close_brace, ['&'] = take_ampersand,
    ['~'] = take_tie,      [']'] = close_bracket,     ['\n'] = take_line_end,
};

static bool next_special(LatexReader *self) {
  const uint8_t *text = (const uint8_t *)self->text.ptr;
  while (self->at < self->end && !TAKERS[text[self->at]]) self->at++;
  return self->at < self->end;
}

static void take(LatexReader *self) {
  TAKERS[(uint8_t)self->text.ptr[self->at]](self);
}

static void read_until(LatexReader *self, uint32_t end) {
  self->end = end;
  while (next_special(self)) take(self);
  latex_skip(self, self->end, PART_APART);
}

// --- above the document ---

static void read_title(LatexReader *self, uint32_t end) {
  self->pending = self->at = end;
  latex_take_arguments(self, "op", PART_APART);
  while (self->groups.len && next_special(self)) take(self);
}

// Only titles are running text there.
static void read_preamble(LatexReader *self, uint32_t end) {
  self->end = end;
  while (next_special(self)) {
    uint32_t after = self->at + 1;
    if (self->text.ptr[self->at] == '%') after = read_comment(self);
    if (self->text.ptr[self->at] == '\\') after = latex_command_end(self, self->at);
    if (latex_is_title(slice_range(self->text, (Range){self->at + 1, after})))
      read_title(self, after);
    else
      self->at = after;
  }
  latex_close_all(self);
}

static bool is_commented(const LatexReader *self, uint32_t at) {
  while (at > 0 && self->text.ptr[at - 1] != '\n')
    if (self->text.ptr[--at] == '%') return true;
  return false;
}

// Where the preamble ends; 0: there is none, it is a piece of a document.
static uint32_t preamble_end(const LatexReader *self) {
  uint32_t class = latex_find(self, SLICE("\\documentclass"), 0);
  if (class == self->end || is_commented(self, class)) return 0;
  return latex_find(self, SLICE("\\begin{document}"), class);
}

void prose_read_latex(Slice text, Prose *prose) {
  uint32_t len = (uint32_t)text.len;
  LatexReader self = {.out = writer_new(prose), .text = text, .end = len};
  uint32_t preamble = preamble_end(&self);
  read_preamble(&self, preamble);
  self.at = self.pending = preamble;
  read_until(&self, len);
  array_free(&self.groups);
}
