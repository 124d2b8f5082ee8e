// Runs tests/cases/lint/*.txt: what is found wrong in which glossary. A file is cases of this form:
//
//   == one line that says what it is about
//   ## Keel                                  the glossary
//   => 1:4 «Keel» error: message [rule]      its findings, all of them, in order
//   => + 7:4 also defined here               a place that the finding above points at
//
// Columns count bytes. In a glossary, `\xNN` is that byte and `\` at the end of a line joins it
// with the next. Between « » what cannot be seen is written `\xNN`, byte by byte.
#include "cases.h"

#include <glossary/base/utf.h>
#include <glossary/glossary.h>
#include <glossary/syntax.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef Array(char) Buffer;

typedef struct {
  Buffer name, glossary, wanted;
  const char *path;
  int line; // where the case begins
  int cases, failures;
} Runner;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// --- what is found ---

static bool is_seen(Char c) {
  bool mark = c.code >= 0x2028 && c.code < 0x2070; // line ends, signs for the reading direction
  return c.valid && c.code >= 0x20 && (c.code < 0x7F || c.code >= 0xA0) && !mark;
}

static void write_shown(Buffer *out, Slice text, Arena *arena) {
  while (text.len) {
    Char c = utf_decode(text);
    for (uint32_t i = 0; i < c.len; i++)
      append(out, is_seen(c) ? slice_new(text.ptr + i, 1)
                             : arena_format(arena, "\\x%02X", (unsigned char)text.ptr[i]));
    text = slice_from(text, c.len);
  }
}

static void write_place(Buffer *out, const GlossaryFile *file, uint32_t offset, Arena *arena) {
  uint32_t line = text_line_at(file->text, offset);
  uint32_t column = offset - text_line_start(file->text, line) + 1;
  append(out, arena_format(arena, "%u:%u ", line + 1, column));
}

static void write_finding(Buffer *out, const GlossaryFile *file, const Finding *finding,
                          Arena *arena) {
  write_place(out, file, finding->range.start, arena);
  append(out, SLICE("\u00AB"));
  write_shown(out, text_slice(file->text, finding->range), arena);
  append(out, arena_format(arena, "\u00BB %s: ", severity_name(finding->severity)));
  append(out, finding->message);
  append(out, arena_format(arena, " [%s]\n", finding->rule->id));
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const Related *related = &finding->related[i];
    append(out, SLICE("+ "));
    write_place(out, related->file, related->range.start, arena);
    append(out, related->message);
    append(out, SLICE("\n"));
  }
}

static void write_findings(Buffer *out, Slice bytes) {
  Arena *arena = arena_new();
  Glossary *glossary = glossary_new();
  GlossaryFile *file =
      glossary_put(glossary, glossary_file_new(SLICE("/g/a.gloss"), (Slice){0}, bytes));
  Findings found = linter_check(glossary_linter(glossary), file, NULL, arena);
  for (uint32_t i = 0; i < found.count; i++) write_finding(out, file, &found.items[i], arena);
  glossary_delete(glossary);
  arena_delete(arena);
}

// --- cases ---

// All failures of all files are shown at once.
static void end_case(Runner *self) {
  if (!self->name.len) return;
  Buffer found = {0};
  write_findings(&found, contents(&self->glossary));
  if (!slice_eq(contents(&found), contents(&self->wanted))) {
    print_error("%s:%d: %.*s\nwanted:\n%.*sfound:\n%.*s\n", self->path, self->line,
                SLICE_FMT(contents(&self->name)), SLICE_FMT(contents(&self->wanted)),
                SLICE_FMT(contents(&found)));
    self->failures++;
  }
  self->cases++;
  array_free(&found);
  self->name.len = self->glossary.len = self->wanted.len = 0;
}

static bool is_byte(Slice text) {
  return text.len >= 4 && text.ptr[0] == '\\' && text.ptr[1] == 'x' &&
         isxdigit((unsigned char)text.ptr[2]) && isxdigit((unsigned char)text.ptr[3]);
}

static void append_unescaped(Buffer *out, Slice line) {
  while (line.len) {
    bool byte = is_byte(line);
    char digits[] = {byte ? line.ptr[2] : '0', byte ? line.ptr[3] : '0', 0};
    *array_push(out) = byte ? (char)strtoul(digits, NULL, 16) : line.ptr[0];
    line = slice_from(line, byte ? 4 : 1);
  }
}

static void append_line(Buffer *out, Slice line) {
  bool joins = slice_ends_with(line, SLICE("\\"));
  append_unescaped(out, slice_to(line, line.len - joins));
  if (!joins) *array_push(out) = '\n';
}

static void read_line(void *context, int number, Slice line) {
  Runner *self = context;
  if (slice_starts_with(line, SLICE("== "))) {
    end_case(self);
    append(&self->name, slice_from(line, 3));
    self->line = number;
  } else if (slice_starts_with(line, SLICE("=> "))) {
    append(&self->wanted, slice_from(line, 3));
    append(&self->wanted, SLICE("\n"));
  } else if (self->name.len) {
    append_line(&self->glossary, line);
  }
}

static void begin_file(void *context, const char *path) {
  ((Runner *)context)->path = path;
}

static void end_file(void *context) {
  end_case(context);
}

static void all_cases_hold(void **state) {
  (void)state;
  Runner runner = {0};
  cases_read("lint", &(CaseReader){&runner, begin_file, read_line, end_file});
  array_free(&runner.name);
  array_free(&runner.glossary);
  array_free(&runner.wanted);
  assert_int_equal(runner.failures, 0);
  assert_true(runner.cases > 0);
}

// The ids and severities are what people write into their settings.
static void the_rules_are_listed_by_id(void **state) {
  (void)state;
  static const struct {
    const char *id;
    Severity severity;
  } RULES[] = {
      {"bad-encoding", SEVERITY_ERROR},       {"dangling-reference", SEVERITY_ERROR},
      {"duplicate-term", SEVERITY_ERROR},     {"malformed-field", SEVERITY_ERROR},
      {"malformed-headword", SEVERITY_ERROR}, {"missing-definition", SEVERITY_ERROR},
      {"missing-headword", SEVERITY_ERROR},   {"oversized-entry", SEVERITY_WARNING},
      {"unclosed-markup", SEVERITY_ERROR},    {"unknown-field", SEVERITY_WARNING},
  };
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  assert_int_equal(count, sizeof RULES / sizeof *RULES);
  for (size_t i = 0; i < count; i++) {
    assert_string_equal(rules[i]->id, RULES[i].id);
    assert_int_equal(rules[i]->severity, RULES[i].severity);
    assert_true(strlen(rules[i]->summary) > 0);
  }
}

static void assert_long_entry(const char *heading, const char *expected) {
  Buffer bytes = {0}, found = {0};
  append(&bytes, slice_of(heading));
  while (bytes.len <= SYNTAX_MAX) append(&bytes, SLICE("A beam. "));
  append(&bytes, SLICE("**never closed"));
  write_findings(&found, contents(&bytes));
  assert_true(slice_starts_with(contents(&found), slice_of(expected)));
  assert_true(slice_ends_with(contents(&found), SLICE("[oversized-entry]\n")));
  array_free(&bytes);
  array_free(&found);
}

static void a_long_entry_is_told(void **state) {
  (void)state;
  assert_long_entry("## Keel\n\n", "1:4 \u00ABKeel\u00BB warning: This entry");
  assert_long_entry("##\n\n", "1:1 \u00AB##\u00BB error: An entry needs a headword: write the term "
                              "after the ## [missing-headword]\n1:1 \u00AB##\u00BB warning: This");
}

// A headword that costs the square of its length does not come back from here.
static void a_headword_of_parentheses_is_read_once(void **state) {
  (void)state;
  enum { MANY = 100000 };
  Buffer bytes = {0}, found = {0};
  append(&bytes, SLICE("## Keel "));
  for (int i = 0; i < MANY; i++) append(&bytes, SLICE("("));
  for (int i = 0; i < MANY * 10; i++) append(&bytes, SLICE(" "));
  for (int i = 0; i < MANY; i++) append(&bytes, SLICE(")"));
  append(&bytes, SLICE("\n\nA beam.\n"));
  write_findings(&found, contents(&bytes));
  Slice last = SLICE("at most 200 are a term, not a text [malformed-headword]\n");
  assert_true(slice_ends_with(contents(&found), last));
  array_free(&bytes);
  array_free(&found);
}

// Findings of one rule in one entry are told one by one up to a hundred; then one tells how many
// more.
static void a_flood_is_cut(void **state) {
  (void)state;
  for (int count = 100; count <= 103; count++) {
    Buffer bytes = {0}, found = {0};
    append(&bytes, SLICE("## Keel\n- tags: a\n"));
    for (int i = 0; i < count; i++) append(&bytes, SLICE("- qqqqqqqq: x\n"));
    append(&bytes, SLICE("\nA beam.\n"));
    write_findings(&found, contents(&bytes));
    int lines = 0;
    for (size_t i = 0; i < found.len; i++) lines += found.items[i] == '\n';
    assert_int_equal(lines, count > 101 ? 101 : count);
    Slice last = count == 103 ? SLICE("(and 2 more of this kind in this entry) [unknown-field]\n")
                              : SLICE(" [unknown-field]\n");
    assert_true(slice_ends_with(contents(&found), last));
    array_free(&bytes);
    array_free(&found);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_cases_hold),
      cmocka_unit_test(the_rules_are_listed_by_id),
      cmocka_unit_test(a_long_entry_is_told),
      cmocka_unit_test(a_headword_of_parentheses_is_read_once),
      cmocka_unit_test(a_flood_is_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
