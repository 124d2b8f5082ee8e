// Runs tests/cases/config/*.txt: what is wrong in a gloss.json, and what one says. A file is texts
// with, below each, lines that begin with `>`:
//
//   > 2:3 [true] “ignore” must be …    a problem: its place, the text it points at, the message;
//                                      all problems of the text, in order
//   > fine                             there is none
//   > glossaries a.gloss b/*.md        these are named
//   > ignores drafts/a.md              of a file, relative to the folder of the gloss.json; a
//   > keeps a.md                       folder ends with `/`
//   > language a.inc asciidoc          `-`: nothing is said
//   > rule docs/a.md term-case off
//   > wrap 80                          keep, none or columns; `-`: nothing is said
//   > sort true
//   > unknown                          it is not known what it says
//
// Stand-ins: ␀ NUL, ␣ the byte order mark, ▓ a byte that is not UTF-8; in what a problem points at
// `|` for a line end or such a byte. Lines that begin with `#` are for the reader.
#include "cases.h"

#include <lsp/config/impl.h>
#include <lsp/json.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct {
  Array(char) text;
  Config *config;  // of the text, once its first answer is asked for
  size_t problems; // that were named so far
  const char *path;
  int line, failures, checks;
} Runner;

static void fail_case(Runner *self, Slice wanted, Slice actual) {
  self->failures++;
  print_error("%s:%d:\n  wanted %.*s\n  got    %.*s\n", self->path, self->line, SLICE_FMT(wanted),
              SLICE_FMT(actual));
}

static void compare(Runner *self, Slice wanted, Slice actual) {
  self->checks++;
  if (!slice_eq(wanted, actual)) fail_case(self, wanted, actual);
}

// ---- what is asked

static Slice next_word(Slice *rest) {
  const char *space = rest->len ? memchr(rest->ptr, ' ', rest->len) : NULL;
  Slice word = slice_to(*rest, space ? (size_t)(space - rest->ptr) : rest->len);
  *rest = slice_from(*rest, word.len + 1);
  return word;
}

static Slice placed(Runner *self, Slice path) {
  return arena_format(self->config->arena, "/project/%.*s", SLICE_FMT(path));
}

static Slice ask_ignored(Runner *self, Slice *rest) {
  Slice path = placed(self, next_word(rest));
  bool is_folder = slice_ends_with(path, SLICE("/"));
  bool ignored = is_folder ? config_ignores_folder(self->config, slice_to(path, path.len - 1))
                           : config_ignores(self->config, path);
  return ignored ? SLICE("ignores") : SLICE("keeps");
}

static Slice severity_of(Runner *self, Slice path, Slice id) {
  const RuleInfo *rule = rule_named(id);
  if (!rule) return SLICE("no such rule");
  RuleSettings settings = config_rules(self->config, placed(self, path));
  size_t number = rule_number(rule);
  return settings.rules[number].set ? slice_of(severity_name(settings.rules[number].severity))
                                    : SLICE("-");
}

static Slice wrap_of(Runner *self) {
  StyleChoice style = config_style(self->config);
  if (!style.wraps) return SLICE("-");
  if (style.wrap == WRAP_AT) return arena_format(self->config->arena, "%u", style.width);
  return style.wrap == WRAP_KEEP ? SLICE("keep") : SLICE("none");
}

static Slice sort_of(Runner *self) {
  StyleChoice style = config_style(self->config);
  return !style.sorts ? SLICE("-") : style.sort ? SLICE("true") : SLICE("false");
}

static void ask(Runner *self, Slice line) {
  Slice rest = line, word = next_word(&rest);
  if (slice_eq(word, SLICE("ignores")) || slice_eq(word, SLICE("keeps"))) {
    compare(self, word, ask_ignored(self, &rest));
  } else if (slice_eq(word, SLICE("language"))) {
    Slice found = config_language(self->config, placed(self, next_word(&rest)));
    compare(self, rest, found.len ? found : SLICE("-"));
  } else if (slice_eq(word, SLICE("rule"))) {
    Slice path = next_word(&rest), id = next_word(&rest);
    compare(self, rest, severity_of(self, path, id));
  } else if (slice_eq(word, SLICE("wrap"))) {
    compare(self, rest, wrap_of(self));
  } else if (slice_eq(word, SLICE("sort"))) {
    compare(self, rest, sort_of(self));
  } else if (slice_eq(word, SLICE("unknown"))) {
    compare(self, config_is_known(self->config) ? SLICE("known") : SLICE("unknown"), word);
  } else if (slice_eq(word, SLICE("glossaries"))) {
    size_t count;
    const ConfigGlossary *named = config_glossaries(self->config, &count);
    for (size_t i = 0; i < count; i++) compare(self, next_word(&rest), named[i].pattern);
    compare(self, SLICE(""), rest);
  } else
    compare(self, SLICE("> fine"), line);
}

// ---- problems

static Slice shown(Runner *self, const ConfigProblem *problem) {
  Slice covered = text_slice(config_text(self->config), problem->range);
  Slice line = arena_format(self->config->arena, "%u:%u [%.*s] %.*s", problem->at.line,
                            problem->at.column, SLICE_FMT(covered), SLICE_FMT(problem->message));
  for (size_t i = 0; i < line.len; i++)
    if (byte_is_one_of(line.ptr[i], "\n\xFF")) ((char *)line.ptr)[i] = '|';
  return line;
}

static Slice problem_at(Runner *self, size_t index) {
  size_t count;
  const ConfigProblem *problems = config_problems(self->config, &count);
  return index < count ? shown(self, &problems[index]) : SLICE("fine");
}

static void end_text(Runner *self) {
  if (!self->config) return;
  Slice next = problem_at(self, self->problems);
  if (!slice_eq(next, SLICE("fine"))) fail_case(self, SLICE("no further problem"), next);
  config_delete(self->config);
  self->config = NULL;
  self->text.len = 0;
}

// ---- the file

static const struct {
  const char *sign;
  Slice bytes;
} STAND_INS[] = {{"\u2400", {"\0", 1}}, {"\u2423", {"\xEF\xBB\xBF", 3}}, {"\u2593", {"\xFF", 1}}};

static size_t stand_in(Runner *self, Slice rest) {
  for (size_t i = 0; i < sizeof STAND_INS / sizeof *STAND_INS; i++)
    if (slice_starts_with(rest, slice_of(STAND_INS[i].sign))) {
      array_append(&self->text, STAND_INS[i].bytes.ptr, STAND_INS[i].bytes.len);
      return strlen(STAND_INS[i].sign);
    }
  *array_push(&self->text) = rest.ptr[0];
  return 1;
}

static void add_to_text(Runner *self, Slice line) {
  for (size_t at = 0; at < line.len;) at += stand_in(self, slice_from(line, at));
  *array_push(&self->text) = '\n';
}

static void read_answer(Runner *self, Slice line) {
  Slice text = {self->text.items, self->text.len};
  if (!self->config) {
    self->config = config_read(SLICE("/project/gloss.json"), text);
    self->problems = 0;
  }
  if (line.len && byte_is_digit(line.ptr[0]))
    compare(self, line, problem_at(self, self->problems++));
  else if (slice_eq(line, SLICE("fine")))
    compare(self, line, problem_at(self, 0));
  else
    ask(self, line);
}

static void begin_file(void *context, const char *path) {
  Runner *self = context;
  self->path = path;
}

static void read_line(void *context, int number, Slice line) {
  Runner *self = context;
  self->line = number;
  if (slice_starts_with(line, SLICE("> "))) {
    read_answer(self, slice_from(line, 2));
    return;
  }
  end_text(self);
  bool is_comment = slice_starts_with(line, SLICE("#"));
  if (!is_comment && (line.len || self->text.len)) add_to_text(self, line);
}

static void end_file(void *context) {
  end_text(context);
}

static void test_cases(void **state) {
  (void)state;
  Runner runner = {0};
  cases_read("config", &(CaseReader){&runner, begin_file, read_line, end_file});
  array_free(&runner.text);
  assert_true(runner.checks > 60);
  assert_int_equal(runner.failures, 0);
}

int main(void) {
  json_use_memory();
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
