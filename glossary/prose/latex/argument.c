// What commands take.
#include "reader.h"

// --- verbatim ---

// The end of a group whose content is not looked at: at its brace, or before an empty line.
static uint32_t raw_group_end(const LatexReader *self, uint32_t at) {
  uint32_t depth = 0;
  for (; at < self->end; at++) {
    char c = self->text.ptr[at];
    if (c == '\n' && latex_byte(self, latex_skip_blanks(self, at + 1)) == '\n') return at;
    if (c == '\\') at++;
    depth += c == '{';
    if (c == '}' && --depth == 0) return at + 1;
  }
  return self->end;
}

static uint32_t verbatim_end(const LatexReader *self) {
  char sign = latex_byte(self, self->at);
  if (sign == '{') return raw_group_end(self, self->at);
  if (!sign || byte_is_letter(sign) || byte_is_blank(sign)) return self->at;
  uint32_t at = self->at + 1;
  while (at < self->end && self->text.ptr[at] != sign && self->text.ptr[at] != '\n') at++;
  return latex_byte(self, at) == sign ? at + 1 : at;
}

// --- arguments ---

// Where the next argument begins: behind blanks and at most one line end.
static uint32_t argument_start(const LatexReader *self) {
  uint32_t at = latex_skip_blanks(self, self->at);
  if (latex_byte(self, at) == '\n') at = latex_skip_blanks(self, at + 1);
  return at;
}

static bool opens_argument(LatexReader *self, char open) {
  uint32_t at = argument_start(self);
  if (latex_byte(self, at) != open) return false;
  self->at = self->pending = at;
  return true;
}

typedef enum { ARGUMENT_MISSING, ARGUMENT_TAKEN, ARGUMENT_OPEN } ArgumentState;

static bool is_hidden_step(char step) {
  return step == STEP_HIDDEN || step == STEP_HIDDEN_LONG || step == STEP_HIDDEN_OPTION;
}

static ArgumentState take_group(LatexReader *self, const char *step, PartLink link, char open) {
  bool optional = open == '[';
  bool hides = is_hidden_step(*step) || (*step == STEP_ANY && optional);
  bool anyhow = *step == STEP_ANY && latex_byte(self, self->at) != open;
  if (anyhow || !opens_argument(self, open)) return optional ? ARGUMENT_TAKEN : ARGUMENT_MISSING;
  const char *others = *step == STEP_ANY ? step : step + 1;
  latex_open(self, 1,
             (Group){optional ? ']' : '}', hides, (hides && *step != STEP_HIDDEN_LONG) || optional,
                     link, others});
  return ARGUMENT_OPEN;
}

// A command may stand for a group: `\newcommand\name`.
static ArgumentState take_hidden(LatexReader *self, const char *step, PartLink link) {
  uint32_t at = argument_start(self);
  if (latex_byte(self, at) != '\\') return take_group(self, step, link, '{');
  latex_skip(self, latex_command_end(self, at), link);
  return ARGUMENT_TAKEN;
}

static ArgumentState take_any(LatexReader *self, const char *step, PartLink link) {
  bool optional = latex_byte(self, self->at) == '[';
  ArgumentState state = take_group(self, step, link, optional ? '[' : '{');
  return state == ARGUMENT_OPEN ? state : ARGUMENT_MISSING;
}

static void hide_group(LatexReader *self) {
  if (self->groups.len == 0) return;
  Group *group = &self->groups.items[self->groups.len - 1];
  self->hiding += !group->hides;
  group->hides = true;
  write_break(&self->out, PART_APART);
}

// What an accent stands on: `e`, `{e}`, `\i`.
static uint32_t letter_end(const LatexReader *self, uint32_t at) {
  enum { LONGEST = 8 };
  if (latex_byte(self, at) == '\\') return latex_command_end(self, at);
  if (latex_byte(self, at) != '{') return at + 1;
  uint32_t end = at;
  while (end < self->end && end - at < LONGEST && self->text.ptr[end] != '}') end++;
  return latex_byte(self, end) == '}' ? end + 1 : at + 1;
}

static void skip_word(LatexReader *self, bool accent) {
  uint32_t at = latex_skip_blanks(self, self->at);
  if (accent) at = letter_end(self, at);
  if (slice_starts_with(slice_from(self->text, at), SLICE("{}"))) at += 2;
  while (byte_is_word(latex_byte(self, at))) at++;
  latex_skip(self, at, PART_APART);
}

static ArgumentState take_argument(LatexReader *self, const char *step, PartLink link) {
  switch (*step) {
  case STEP_STAR:
    if (latex_byte(self, self->at) == '*') latex_skip(self, self->at + 1, link);
    break;
  case STEP_HIDDEN_OPTION:
  case STEP_SHOWN_OPTION:
    return take_group(self, step, link, '[');
  case STEP_SHOWN:
    return take_group(self, step, link, '{');
  case STEP_HIDDEN:
  case STEP_HIDDEN_LONG:
    return take_hidden(self, step, link);
  case STEP_ANY:
    return take_any(self, step, link);
  case STEP_VERBATIM:
    latex_skip(self, verbatim_end(self), link);
    break;
  case STEP_TO_GROUP:
    self->pending = self->at = latex_find(self, SLICE("{"), self->at);
    break;
  case STEP_CODE:
    hide_group(self);
    break;
  case STEP_ACCENT:
  case STEP_LETTER:
    skip_word(self, *step == STEP_ACCENT);
    break;
  default:
    break;
  }
  return ARGUMENT_TAKEN;
}

void latex_take_arguments(LatexReader *self, const char *arguments, PartLink link) {
  for (; *arguments; arguments++)
    if (take_argument(self, arguments, link) != ARGUMENT_TAKEN) return;
}
