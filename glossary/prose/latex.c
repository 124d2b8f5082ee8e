// LaTeX: one pass over commands and groups.
//
// What is written with accents (`\'e`) cannot be read without rewriting it: the whole word is left
// out. So is what an unknown environment takes in braces, and monospaced text, which is code more
// often than not.
#include "latex.h"
#include "languages.h"
#include "writer.h"

// An open group, an optional argument or a piece of math.
typedef struct {
  char close;            // the byte that ends it; see below
  bool hides;            // no running text inside
  bool is_short;         // an empty line ends it too, as it would for TeX
  PartLink link;         // behind it
  const char *arguments; // that its command still takes
} Group;

// What ends a group besides `}`, `]` and `$`.
enum { CLOSE_DISPLAY = '2', CLOSE_COMMAND = 'e' };

typedef struct {
  Writer out;
  Slice text;
  uint32_t at, end;
  uint32_t run; // where text begins that is not written yet
  Array(Group) groups;
  uint32_t hiding; // how many groups hide
  uint32_t brief;  // how many are short
  uint32_t braces; // how many end with `}`
} Reader;

static char byte_at(const Reader *self, uint32_t at) {
  return at < self->end ? self->text.ptr[at] : 0;
}

static Slice rest_of(const Reader *self) {
  return slice_range(self->text, (Range){self->at, self->end});
}

// Writes what is pending, and goes on at `to`; what lies between is left out.
static void skip(Reader *self, uint32_t to, PartLink link) {
  if (!self->hiding) write_text(&self->out, self->run, self->at);
  write_break(&self->out, link);
  self->at = self->run = to < self->end ? to : self->end;
}

// The first of `sign` at or after `from`; the end when there is none.
static uint32_t find(const Reader *self, Slice sign, uint32_t from) {
  while (from < self->end) {
    const char *found = memchr(self->text.ptr + from, sign.ptr[0], self->end - from);
    if (!found) break;
    from = (uint32_t)(found - self->text.ptr);
    if (slice_starts_with(slice_range(self->text, (Range){from, self->end}), sign)) return from;
    from++;
  }
  return self->end;
}

static uint32_t line_end(const Reader *self, uint32_t from) {
  return find(self, SLICE("\n"), from);
}

static uint32_t skip_blanks(const Reader *self, uint32_t at) {
  while (byte_at(self, at) == ' ' || byte_at(self, at) == '\t' || byte_at(self, at) == '\r') at++;
  return at;
}

// --- groups ---

static void count_group(Reader *self, const Group *group, int by) {
  self->hiding += (uint32_t)(by * group->hides);
  self->brief += (uint32_t)(by * group->is_short);
  self->braces += (uint32_t)(by * (group->close == '}'));
}

// Its opening sign has `len` bytes.
static void open_group(Reader *self, uint32_t len, Group group) {
  skip(self, self->at + len, group.link);
  count_group(self, &group, 1);
  *array_push(&self->groups) = group;
}

static Group pop_group(Reader *self) {
  Group group = self->groups.items[--self->groups.len];
  count_group(self, &group, -1);
  return group;
}

static bool top_is(const Reader *self, char close) {
  return self->groups.len && self->groups.items[self->groups.len - 1].close == close;
}

static void take_arguments(Reader *self, const char *arguments, PartLink link);

// Its closing sign has `len` bytes.
static void close_group(Reader *self, uint32_t len) {
  skip(self, self->at + len, PART_JOINED);
  Group group = pop_group(self);
  write_break(&self->out, group.link);
  if (group.arguments) take_arguments(self, group.arguments, group.link);
}

// Ends what TeX would have ended here, and what is open inside it.
static void close_short_groups(Reader *self) {
  skip(self, self->at, PART_APART);
  while (self->brief) pop_group(self);
}

static void close_brace(Reader *self) {
  if (!self->braces) {
    skip(self, self->at + 1, PART_JOINED);
    return;
  }
  while (!top_is(self, '}')) {
    skip(self, self->at, PART_APART);
    pop_group(self);
  }
  close_group(self, 1);
}

// --- math ---

static void dollar(Reader *self) {
  bool two = byte_at(self, self->at + 1) == '$';
  if (top_is(self, '$'))
    close_group(self, 1);
  else if (top_is(self, CLOSE_DISPLAY))
    close_group(self, two ? 2 : 1);
  else
    open_group(self, two ? 2 : 1, (Group){two ? CLOSE_DISPLAY : '$', true, true, PART_APART, NULL});
}

// --- verbatim ---

// The end of a group whose content is not looked at: at its brace, or before an empty line.
static uint32_t raw_group_end(const Reader *self, uint32_t at) {
  uint32_t depth = 0;
  for (; at < self->end; at++) {
    char c = self->text.ptr[at];
    if (c == '\n' && byte_at(self, skip_blanks(self, at + 1)) == '\n') return at;
    if (c == '\\') at++;
    depth += c == '{';
    if (c == '}' && --depth == 0) return at + 1;
  }
  return self->end;
}

static uint32_t verbatim_end(const Reader *self) {
  char sign = byte_at(self, self->at);
  if (sign == '{') return raw_group_end(self, self->at);
  if (!sign || byte_is_letter(sign) || byte_is_blank(sign)) return self->at;
  uint32_t stop = line_end(self, self->at);
  const char *close = memchr(self->text.ptr + self->at + 1, sign, stop - self->at - 1);
  return close ? (uint32_t)(close - self->text.ptr) + 1 : stop;
}

// --- arguments ---

// Where the next argument begins: behind blanks and at most one line end.
static uint32_t argument_start(const Reader *self) {
  uint32_t at = skip_blanks(self, self->at);
  if (byte_at(self, at) == '\n') at = skip_blanks(self, at + 1);
  return at;
}

static uint32_t command_end(const Reader *self, uint32_t at) {
  uint32_t start = ++at;
  while (byte_is_letter(byte_at(self, at)) || byte_at(self, at) == '@') at++;
  return at > start || at >= self->end ? at : at + 1;
}

static bool opens_argument(Reader *self, char open) {
  uint32_t at = argument_start(self);
  if (byte_at(self, at) != open) return false;
  self->at = self->run = at;
  return true;
}

typedef enum { ARGUMENT_MISSING, ARGUMENT_TAKEN, ARGUMENT_OPEN } ArgumentState;

static ArgumentState take_group(Reader *self, const char *step, PartLink link, char open) {
  bool optional = open == '[';
  bool hides = strchr("noN", *step) || (*step == '*' && optional);
  bool anyhow = *step == '*' && byte_at(self, self->at) != open;
  if (anyhow || !opens_argument(self, open)) return optional ? ARGUMENT_TAKEN : ARGUMENT_MISSING;
  const char *others = *step == '*' ? step : step + 1;
  open_group(
      self, 1,
      (Group){optional ? ']' : '}', hides, (hides && *step != 'N') || optional, link, others});
  return ARGUMENT_OPEN;
}

// A command may stand for a group: `\newcommand\name`.
static ArgumentState take_hidden(Reader *self, const char *step, PartLink link) {
  uint32_t at = argument_start(self);
  if (byte_at(self, at) != '\\') return take_group(self, step, link, '{');
  skip(self, command_end(self, at), link);
  return ARGUMENT_TAKEN;
}

static ArgumentState take_any(Reader *self, const char *step, PartLink link) {
  bool optional = byte_at(self, self->at) == '[';
  ArgumentState state = take_group(self, step, link, optional ? '[' : '{');
  return state == ARGUMENT_OPEN ? state : ARGUMENT_MISSING;
}

static void hide_group(Reader *self) {
  if (self->groups.len == 0) return;
  Group *group = &self->groups.items[self->groups.len - 1];
  self->hiding += !group->hides;
  group->hides = true;
  write_break(&self->out, PART_APART);
}

static bool is_word_byte(char c) {
  return byte_is_letter(c) || byte_is_digit(c) || (uint8_t)c >= 0x80;
}

// What an accent stands on: `e`, `{e}`, `\i`.
static uint32_t letter_end(const Reader *self, uint32_t at) {
  enum { LONGEST = 8 };
  if (byte_at(self, at) == '\\') return command_end(self, at);
  if (byte_at(self, at) != '{') return at + 1;
  uint32_t end = at;
  while (end < self->end && end - at < LONGEST && self->text.ptr[end] != '}') end++;
  return byte_at(self, end) == '}' ? end + 1 : at + 1;
}

static void skip_word(Reader *self, bool accent) {
  uint32_t at = skip_blanks(self, self->at);
  if (accent) at = letter_end(self, at);
  if (slice_starts_with(slice_from(self->text, at), SLICE("{}"))) at += 2;
  while (is_word_byte(byte_at(self, at))) at++;
  skip(self, at, PART_APART);
}

static ArgumentState take_argument(Reader *self, const char *step, PartLink link) {
  switch (*step) {
  case 's':
    if (byte_at(self, self->at) == '*') skip(self, self->at + 1, link);
    break;
  case 'o':
  case 'b':
    return take_group(self, step, link, '[');
  case 'p':
    return take_group(self, step, link, '{');
  case 'n':
  case 'N':
    return take_hidden(self, step, link);
  case '*':
    return take_any(self, step, link);
  case 'v':
    skip(self, verbatim_end(self), link);
    break;
  case 'd':
    self->run = self->at = find(self, SLICE("{"), self->at);
    break;
  case 't':
    hide_group(self);
    break;
  case 'a':
  case 'l':
    skip_word(self, *step == 'a');
    break;
  default:
    break;
  }
  return ARGUMENT_TAKEN;
}

static void take_arguments(Reader *self, const char *arguments, PartLink link) {
  for (; *arguments; arguments++)
    if (take_argument(self, arguments, link) != ARGUMENT_TAKEN) return;
}

// --- environments ---

// The name in `{name}` here; empty: there is none.
static Slice environment_name(const Reader *self) {
  enum { LONGEST = 64 };
  Slice rest = rest_of(self);
  if (!slice_starts_with(rest, SLICE("{"))) return slice_to(rest, 0);
  const char *close = memchr(rest.ptr, '}', rest.len < LONGEST ? rest.len : LONGEST);
  return close ? slice_new(rest.ptr + 1, (size_t)(close - rest.ptr) - 1) : slice_to(rest, 0);
}

// Goes to the end of an environment that holds no running text.
static void skip_environment(Reader *self, Slice name) {
  uint32_t at = self->at;
  for (;;) {
    at = find(self, SLICE("\\end{"), at);
    Slice rest = slice_from(slice_to(self->text, self->end), at + 5);
    if (at == self->end ||
        (slice_starts_with(rest, name) && rest.len > name.len && rest.ptr[name.len] == '}'))
      break;
    at++;
  }
  skip(self, at, PART_APART);
}

static void begin_environment(Reader *self) {
  Slice name = environment_name(self);
  if (self->hiding || !name.len) return;
  skip(self, self->at + (uint32_t)name.len + 2, PART_APART);
  const char *arguments = latex_environment(name);
  if (arguments)
    take_arguments(self, arguments, PART_APART);
  else
    skip_environment(self, name);
}

static void end_environment(Reader *self) {
  Slice name = environment_name(self);
  if (!name.len) return;
  bool last = slice_eq(name, SLICE("document")) && !self->hiding;
  skip(self, last ? self->end : self->at + (uint32_t)name.len + 2, PART_APART);
}

// --- commands ---

static void leave_math(Reader *self) {
  if (top_is(self, CLOSE_COMMAND)) close_group(self, 0);
}

static void run_command(Reader *self, const LatexCommand *command) {
  switch (command->arguments[0]) {
  case 'm':
    open_group(self, 0, (Group){CLOSE_COMMAND, true, true, PART_APART, NULL});
    break;
  case 'e':
    leave_math(self);
    break;
  default:
    if (!self->hiding) take_arguments(self, command->arguments, command->link);
  }
}

// A blank behind a command's name only ends it.
static void swallow_blank(Reader *self, Slice name) {
  if (name.len && byte_is_letter(name.ptr[0])) self->at = self->run = skip_blanks(self, self->at);
}

static bool begins_with(const LatexCommand *command, char a, char b) {
  return command->arguments[0] == a || command->arguments[0] == b;
}

static void take_command(Reader *self) {
  uint32_t end = command_end(self, self->at);
  Slice name = slice_range(self->text, (Range){self->at + 1, end});
  const LatexCommand *command = latex_command(name);
  if (begins_with(command, 'c', 'c')) {
    skip(self, self->at + 1, PART_JOINED);
    self->at = end;
    return;
  }
  while (begins_with(command, 'a', 'l') && self->at > self->run &&
         is_word_byte(self->text.ptr[self->at - 1]))
    self->at--;
  skip(self, end, command->link);
  if (slice_eq(name, SLICE("begin")))
    begin_environment(self);
  else if (slice_eq(name, SLICE("end")))
    end_environment(self);
  else
    run_command(self, command);
  if (begins_with(command, 0, 't')) swallow_blank(self, name);
}

// --- the rest ---

// To the end of its line, that line end, and the blanks after it.
static void take_comment(Reader *self) {
  uint32_t next = skip_blanks(self, line_end(self, self->at) + 1);
  bool ends_paragraph = byte_at(self, next) == '\n';
  skip(self, next, ends_paragraph ? PART_APART : PART_JOINED);
}

static bool is_before_empty_line(const Reader *self) {
  return byte_at(self, skip_blanks(self, self->at + 1)) == '\n';
}

static void take(Reader *self) {
  switch (self->text.ptr[self->at]) {
  case '\\':
    take_command(self);
    break;
  case '%':
    take_comment(self);
    break;
  case '$':
    dollar(self);
    break;
  case '{':
    open_group(self, 1, (Group){'}', false, false, PART_JOINED, NULL});
    break;
  case '}':
    close_brace(self);
    break;
  case '&':
    skip(self, self->at + 1, PART_APART);
    break;
  case '~':
    skip(self, self->at + 1, PART_SPACED);
    break;
  case ']':
    if (top_is(self, ']'))
      close_group(self, 1);
    else
      self->at++;
    break;
  default:
    if (self->brief && is_before_empty_line(self)) close_short_groups(self);
    self->at++;
  }
}

static bool next_special(Reader *self) {
  static const bool SPECIAL[256] = {
      ['\\'] = true, ['%'] = true, ['$'] = true, ['{'] = true, ['}'] = true,
      ['&'] = true,  ['~'] = true, [']'] = true, ['\n'] = true};
  const uint8_t *text = (const uint8_t *)self->text.ptr;
  while (self->at < self->end && !SPECIAL[text[self->at]]) self->at++;
  return self->at < self->end;
}

static void read_until(Reader *self, uint32_t end) {
  self->end = end;
  while (next_special(self)) take(self);
  skip(self, self->end, PART_APART);
}

// --- above the document ---

static void read_title(Reader *self, uint32_t end) {
  uint32_t stop = self->end;
  self->run = self->at = end;
  take_arguments(self, "op", PART_APART);
  while (self->groups.len && next_special(self)) take(self);
  self->end = stop;
}

// Only titles are running text there.
static void read_preamble(Reader *self, uint32_t end) {
  self->end = end;
  while (next_special(self)) {
    uint32_t after = self->at + 1;
    if (self->text.ptr[self->at] == '%') after = line_end(self, self->at);
    if (self->text.ptr[self->at] == '\\') after = command_end(self, self->at);
    if (latex_is_title(slice_range(self->text, (Range){self->at + 1, after})))
      read_title(self, after);
    else
      self->at = after;
  }
  while (self->groups.len) pop_group(self);
}

static bool is_commented(const Reader *self, uint32_t at) {
  while (at > 0 && self->text.ptr[at - 1] != '\n')
    if (self->text.ptr[--at] == '%') return true;
  return false;
}

// Where the preamble ends; 0: there is none, it is a piece of a document.
static uint32_t preamble_end(const Reader *self) {
  uint32_t class = find(self, SLICE("\\documentclass"), 0);
  if (class == self->end || is_commented(self, class)) return 0;
  return find(self, SLICE("\\begin{document}"), class);
}

void prose_read_latex(Slice text, Prose *prose) {
  uint32_t len = (uint32_t)text.len;
  Reader self = {.out = writer_new(prose), .text = text, .end = len};
  uint32_t preamble = preamble_end(&self);
  read_preamble(&self, preamble);
  self.at = self.run = preamble;
  read_until(&self, len);
  array_free(&self.groups);
}
