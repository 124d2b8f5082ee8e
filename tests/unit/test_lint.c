// Runs tests/cases/lint/*.txt: what is found wrong in which glossary or document. A file is cases
// of this form:
//
//   == one line that says what it is about
//   ## Keel                                  the glossary
//   => 1:4 «Keel» error: message [rule]      its findings, all of them, in order
//   => + 7:4 also defined here               a place that the finding above points at
//   => ! Remove the line                     a certain way to mend it,
//   => - - see:                              the lines that go with it
//   => | - see: Mast                         and the lines that come
//   => ? Replace with “Keel”                 a way that may be right
//
// Certain ways are always shown; the others where a case has a line `=> ?` or `=> ...`: all of its
// ways then. A line `-- b.gloss` begins another glossary of the same case, `/g/b.gloss`; the first
// is a.gloss unless the case begins with such a line. Places in all but the first have the name
// before them: `b.gloss:1:4`. A line `-- guide.md`, a name that is none of a glossary, begins a
// document, for which rules that are off by default are on.
//
// Columns count bytes. In a glossary, `\xNN` is that byte and `\` at the end of a line joins it
// with the next. Between « » what cannot be seen is written `\xNN`, byte by byte.
#include "cases.h"
#include "linediff.h"

#include <glossary/base/utf.h>
#include <glossary/glossary.h>
#include <glossary/lint/document/document.h>
#include <glossary/prose/seek.h>
#include <glossary/syntax.h>

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

typedef Array(char) Buffer;

enum { FILES_MAX = 4 };

typedef struct {
  Buffer path, bytes;
} CaseFile;

typedef struct {
  Buffer name, wanted;
  CaseFile files[FILES_MAX];
  int file_count;
  bool all_ways; // not only the certain ones are shown
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

// Where findings are written, and what of them.
typedef struct {
  Buffer *out;
  const Text *first; // its places need no name
  bool all_ways;
  Arena *arena;
} Writer;

// A glossary or a document.
typedef struct {
  Slice path;
  Text *text;
} Source;

static Source source_of(const GlossaryFile *file) {
  return (Source){file->path, file->text};
}

static void write_place(const Writer *self, Source source, uint32_t offset) {
  uint32_t line = text_line_at(source.text, offset);
  uint32_t column = offset - text_line_start(source.text, line) + 1;
  if (source.text != self->first) {
    append(self->out, slice_from(source.path, sizeof "/g/" - 1));
    append(self->out, SLICE(":"));
  }
  append(self->out, arena_format(self->arena, "%u:%u ", line + 1, column));
}

static void write_related(const Writer *self, const Related *related) {
  append(self->out, SLICE("+ "));
  write_place(self, source_of(related->file), related->range.start);
  append(self->out, related->message);
  append(self->out, SLICE("\n"));
}

static void write_changed_line(void *context, bool added, Slice line) {
  const Writer *self = context;
  append(self->out, added ? SLICE("|") : SLICE("-"));
  if (line.len) append(self->out, SLICE(" "));
  write_shown(self->out, line, self->arena);
  append(self->out, SLICE("\n"));
}

static void write_fix(const Writer *self, Source source, const Fix *fix) {
  Slice text = text_bytes(source.text);
  append(self->out, fix->certain ? SLICE("! ") : SLICE("? "));
  append(self->out, fix->title);
  append(self->out, SLICE("\n"));
  line_diff(text, edits_apply(fix->edits, fix->edit_count, text, self->arena), write_changed_line,
            (void *)self);
}

static void write_finding(const Writer *self, Source source, const Finding *finding) {
  Buffer *out = self->out;
  write_place(self, source, finding->range.start);
  append(out, SLICE("\u00AB"));
  write_shown(out, text_slice(source.text, finding->range), self->arena);
  append(out, arena_format(self->arena, "\u00BB %s: ", severity_name(finding->severity)));
  append(out, finding->message);
  append(out, arena_format(self->arena, " [%s]\n", finding->rule->id));
  for (uint32_t i = 0; i < finding->related_count; i++) write_related(self, &finding->related[i]);
  for (uint32_t i = 0; i < finding->fix_count; i++)
    if (finding->fixes[i].certain || self->all_ways) write_fix(self, source, &finding->fixes[i]);
}

// --- documents ---

// All rules are on.
static RuleSettings all_rules(void) {
  RuleSettings settings = rule_settings_none();
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  for (size_t i = 0; i < count; i++)
    if (rules[i]->severity == SEVERITY_OFF) rule_settings_set(&settings, rules[i], SEVERITY_INFO);
  return settings;
}

typedef struct {
  Source source;
  DocumentLint *lint;
} Document;

static DocumentPlace place_of(Glossary *glossary, Slice path, const RuleSettings *settings) {
  return (DocumentPlace){.terms = glossary_terms(glossary),
                         .scope = {path},
                         .language = prose_language((Slice){0}, path),
                         .settings = settings};
}

static void write_documents(const Writer *writer, Glossary *glossary, Document *documents,
                            int count) {
  RuleSettings settings = all_rules();
  for (int i = 0; i < count; i++) {
    Source source = documents[i].source;
    DocumentPlace place = place_of(glossary, source.path, &settings);
    Findings found = document_lint_check(documents[i].lint, &place, source.text, writer->arena);
    for (uint32_t j = 0; j < found.count; j++) write_finding(writer, source, &found.items[j]);
  }
}

// --- cases ---

static void write_findings(Buffer *out, const CaseFile *files, int count, bool all_ways) {
  Writer writer = {.out = out, .all_ways = all_ways, .arena = arena_new()};
  Glossary *glossary = glossary_new();
  GlossaryFile *loaded[FILES_MAX] = {0};
  Document documents[FILES_MAX] = {0};
  int loaded_count = 0, document_count = 0;
  for (int i = 0; i < count; i++) {
    Slice path = contents(&files[i].path), bytes = contents(&files[i].bytes);
    if (glossary_is_named(path))
      loaded[loaded_count++] = glossary_put(glossary, glossary_file_new(path, (Slice){0}, bytes));
    else
      documents[document_count++] = (Document){{path, text_new(bytes)}, document_lint_new()};
  }
  writer.first = loaded[0]->text;
  for (int i = 0; i < loaded_count; i++) {
    Findings found = linter_check(glossary_linter(glossary), loaded[i], NULL, writer.arena);
    for (uint32_t j = 0; j < found.count; j++)
      write_finding(&writer, source_of(loaded[i]), &found.items[j]);
  }
  write_documents(&writer, glossary, documents, document_count);
  for (int i = 0; i < document_count; i++) {
    document_lint_delete(documents[i].lint);
    text_delete(documents[i].source.text);
  }
  glossary_delete(glossary);
  arena_delete(writer.arena);
}

static void begin_case_file(Runner *self, Slice name) {
  assert_true(self->file_count < FILES_MAX);
  CaseFile *file = &self->files[self->file_count++];
  append(&file->path, SLICE("/g/"));
  append(&file->path, name);
}

static void free_case_files(Runner *self) {
  for (; self->file_count; self->file_count--) {
    array_free(&self->files[self->file_count - 1].path);
    array_free(&self->files[self->file_count - 1].bytes);
  }
}

// All failures of all files are shown at once.
static void end_case(Runner *self) {
  if (!self->name.len) return;
  Buffer found = {0};
  write_findings(&found, self->files, self->file_count, self->all_ways);
  if (!slice_eq(contents(&found), contents(&self->wanted))) {
    // cmocka's own cuts long messages.
    fprintf(stderr, "%s:%d: %.*s\nwanted:\n%.*sfound:\n%.*s\n", self->path, self->line,
            SLICE_FMT(contents(&self->name)), SLICE_FMT(contents(&self->wanted)),
            SLICE_FMT(contents(&found)));
    self->failures++;
  }
  self->cases++;
  array_free(&found);
  free_case_files(self);
  self->name.len = self->wanted.len = 0;
  self->all_ways = false;
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

static void begin_case(Runner *self, Slice name, int line) {
  append(&self->name, name);
  self->line = line;
}

static void want_line(Runner *self, Slice line) {
  if (line.len && line.ptr[0] == '?') self->all_ways = true;
  if (slice_eq(line, SLICE("..."))) {
    self->all_ways = true;
    return;
  }
  append(&self->wanted, line);
  append(&self->wanted, SLICE("\n"));
}

static void read_line(void *context, int number, Slice line) {
  Runner *self = context;
  if (slice_starts_with(line, SLICE("== "))) {
    end_case(self);
    begin_case(self, slice_from(line, 3), number);
  } else if (slice_starts_with(line, SLICE("=> "))) {
    want_line(self, slice_from(line, 3));
  } else if (self->name.len && slice_starts_with(line, SLICE("-- "))) {
    begin_case_file(self, slice_from(line, 3));
  } else if (self->name.len) {
    if (!self->file_count) begin_case_file(self, SLICE("a.gloss"));
    append_line(&self->files[self->file_count - 1].bytes, line);
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
  array_free(&runner.wanted);
  assert_int_equal(runner.failures, 0);
  assert_true(runner.cases > 0);
}

static void write_findings_in(Buffer *out, const Buffer *bytes) {
  CaseFile file = {.bytes = *bytes};
  append(&file.path, SLICE("/g/a.gloss"));
  write_findings(out, &file, 1, false);
  array_free(&file.path);
}

static void assert_long_entry(const char *heading, const char *expected) {
  Buffer bytes = {0}, found = {0};
  append(&bytes, slice_of(heading));
  while (bytes.len <= SYNTAX_MAX) append(&bytes, SLICE("A beam. "));
  append(&bytes, SLICE("**never closed"));
  write_findings_in(&found, &bytes);
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
  write_findings_in(&found, &bytes);
  Slice wanted = SLICE("at most 200 are a term, not a text [malformed-headword]\n");
  assert_true(seek(contents(&found), 0, (uint32_t)found.len, wanted) < found.len);
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
    write_findings_in(&found, &bytes);
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
      cmocka_unit_test(a_long_entry_is_told),
      cmocka_unit_test(a_headword_of_parentheses_is_read_once),
      cmocka_unit_test(a_flood_is_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
