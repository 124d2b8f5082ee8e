// Runs tests/cases/match/*.txt: what is found in which text. A file is lines of `directive: value`;
// `#` starts a comment, and a directive may stand as often as one likes:
//
//   term: octopus | plural: octopi      an entry of the glossary, with its fields
//   plain: two «octopi=octopus» here    all occurrences in this text and no others
//   markdown: `octopus` and «octopus»   the same in the language with this id
//   hover: two oct‸opi here = octopus   what stands at the cursor `‸`: the longest term, then, each
//   after
//                                       a `>`, its component terms; nothing after `=`: none
//   complete: two oct‸ = octopus        the labels offered at the cursor, in order, separated by
//   `|`; a `…` at the end: more typing could bring others
//   complete(go): var oct‸ = octopus    the same in the language with this id; so also hover(go)
//
// «text=term» marks a range and the term it stands for, `=term` may be left out where it reads the
// same, `term+term` are homonyms. In a hover the range of the longest term may be marked with « ».
// Stand-ins: ⏎ LF, ␍ CR, ⍽ no-break space, ␤ an empty line between.
#include "cases.h"

#include <glossary/match/query.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define OPEN "\u00AB"
#define CLOSE "\u00BB"
#define CURSOR "\u2038"

typedef Array(char) Buffer;

typedef struct {
  Buffer glossary;
  Store *store; // of the terms so far; made when a text comes
  Terms *terms;
  const char *path;
  int line;
  int checks, failures;
} Runner;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static void append(Buffer *out, Slice text) {
  array_append(out, text.ptr, text.len);
}

// Cuts the text before the first `mark` off `*rest`; the whole rest when there is none.
static Slice cut(Slice *rest, const char *mark) {
  size_t len = strlen(mark);
  for (size_t i = 0; i + len <= rest->len; i++) {
    if (memcmp(rest->ptr + i, mark, len) != 0) continue;
    Slice before = slice_to(*rest, i);
    *rest = slice_from(*rest, i + len);
    return before;
  }
  Slice before = *rest;
  *rest = slice_from(*rest, rest->len);
  return before;
}

// --- the glossary ---

static void forget(Runner *self) {
  terms_delete(self->terms);
  store_delete(self->store);
  self->terms = NULL;
  self->store = NULL;
}

static void on_term(Runner *self, Slice value) {
  forget(self);
  append(&self->glossary, SLICE("## "));
  append(&self->glossary, slice_trim(cut(&value, "|")));
  append(&self->glossary, SLICE("\n"));
  while (value.len) {
    append(&self->glossary, SLICE("- "));
    append(&self->glossary, slice_trim(cut(&value, "|")));
    append(&self->glossary, SLICE("\n"));
  }
  append(&self->glossary, SLICE("\nA definition.\n\n"));
}

static Terms *terms_of(Runner *self) {
  if (self->terms) return self->terms;
  self->store = store_new();
  GlossaryFile *file =
      glossary_file_new(SLICE("/g/test.gloss"), SLICE(""), contents(&self->glossary));
  StoreChange change = store_put(self->store, file);
  store_change_free(&change);
  return self->terms = terms_new(self->store);
}

// --- marked texts ---

typedef struct {
  Range range;
  Slice terms;
} Mark;

typedef struct {
  Buffer text;
  Array(Mark) marks;
  uint32_t cursor;
} Marked;

static bool stand_in(Slice rest, Buffer *out, size_t *taken) {
  static const struct {
    const char *mark, *means;
  } STAND_INS[] = {{"\u23CE", "\n"}, {"\u240D", "\r"}, {"\u237D", "\u00A0"}, {"\u2424", "\n\n"}};
  for (size_t i = 0; i < sizeof STAND_INS / sizeof *STAND_INS; i++) {
    if (!slice_starts_with(rest, slice_of(STAND_INS[i].mark))) continue;
    append(out, slice_of(STAND_INS[i].means));
    *taken = strlen(STAND_INS[i].mark);
    return true;
  }
  return false;
}

static void read_text(Slice rest, Marked *out) {
  while (rest.len) {
    size_t taken = 1;
    if (slice_starts_with(rest, SLICE(CURSOR))) {
      out->cursor = (uint32_t)out->text.len;
      taken = strlen(CURSOR);
    } else if (!stand_in(rest, &out->text, &taken)) {
      *array_push(&out->text) = rest.ptr[0];
    }
    rest = slice_from(rest, taken);
  }
}

static void read_mark(Slice inside, Marked *out) {
  Slice shown = cut(&inside, "=");
  uint32_t start = (uint32_t)out->text.len;
  read_text(shown, out);
  *array_push(&out->marks) = (Mark){{start, (uint32_t)out->text.len}, inside.len ? inside : shown};
}

static Marked read_marked(Slice value) {
  Marked result = {0};
  while (value.len) {
    read_text(cut(&value, OPEN), &result);
    if (value.len) read_mark(cut(&value, CLOSE), &result);
  }
  return result;
}

static void marked_free(Marked *self) {
  array_free(&self->text);
  array_free(&self->marks);
}

// --- checks ---

// All failures of all files are shown at once.
static void fail_line(Runner *self, const char *what, Slice wanted, Slice found) {
  print_error("%s:%d: %s\n  wanted: %.*s\n  found:  %.*s\n", self->path, self->line, what,
              SLICE_FMT(wanted), SLICE_FMT(found));
  self->failures++;
}

static void write_terms(Buffer *out, const Occurrence *occurrence) {
  for (uint32_t i = 0; i < occurrence->entry_count; i++) {
    if (i) append(out, SLICE("+"));
    append(out, occurrence->entries[i]->name);
  }
}

static void write_range(Buffer *out, Range range, Arena *arena) {
  append(out, arena_format(arena, "%u-%u ", range.start, range.end));
}

static void check_all(Runner *self, Slice value, const ProseLanguage *language) {
  Arena *arena = arena_new();
  Buffer wanted = {0}, found = {0};
  Marked marked = read_marked(value);
  Occurrences all = query_all(terms_of(self), (Scope){0}, language, contents(&marked.text), arena);
  for (size_t i = 0; i < marked.marks.len; i++) {
    write_range(&wanted, marked.marks.items[i].range, arena);
    append(&wanted, marked.marks.items[i].terms);
    append(&wanted, SLICE("; "));
  }
  for (uint32_t i = 0; i < all.count; i++) {
    write_range(&found, all.items[i].range, arena);
    write_terms(&found, &all.items[i]);
    append(&found, SLICE("; "));
  }
  if (!slice_eq(contents(&wanted), contents(&found)))
    fail_line(self, "other occurrences", contents(&wanted), contents(&found));
  self->checks++;
  array_free(&wanted);
  array_free(&found);
  marked_free(&marked);
  arena_delete(arena);
}

static void on_plain(Runner *self, Slice value) {
  check_all(self, value, NULL);
}

// Splits `text = answer` at the last ` =`: the text may hold some.
static Slice split_answer(Slice *value) {
  size_t at = value->len;
  while (at > 1 && !(value->ptr[at - 1] == '=' && value->ptr[at - 2] == ' ')) at--;
  Slice answer = slice_trim(slice_from(*value, at));
  *value = slice_to(*value, at > 1 ? at - 2 : 0);
  return answer;
}

static void check_range(Runner *self, Range wanted, Range found) {
  Slice none = SLICE("");
  if (wanted.start != found.start || wanted.end != found.end)
    fail_line(self, "other range", none, none);
}

static void check_hover(Runner *self, Slice value, const ProseLanguage *language) {
  Arena *arena = arena_new();
  Buffer found = {0};
  Slice wanted = split_answer(&value);
  Marked marked = read_marked(value);
  Occurrences all =
      query_at(terms_of(self), (Scope){0}, language, contents(&marked.text), marked.cursor, arena);
  for (uint32_t i = 0; i < all.count; i++) {
    if (i) append(&found, SLICE(" > "));
    write_terms(&found, &all.items[i]);
  }
  if (!slice_eq(wanted, contents(&found))) fail_line(self, "other terms", wanted, contents(&found));
  if (marked.marks.len && all.count)
    check_range(self, marked.marks.items[0].range, all.items[0].range);
  self->checks++;
  array_free(&found);
  marked_free(&marked);
  arena_delete(arena);
}

static void on_hover(Runner *self, Slice value) {
  check_hover(self, value, NULL);
}

static void write_labels(Buffer *out, const Completions *found) {
  for (uint32_t i = 0; i < found->count; i++) {
    if (i) append(out, SLICE(" | "));
    append(out, found->items[i].label);
  }
}

static void check_completion(Runner *self, Slice value, const ProseLanguage *language) {
  Arena *arena = arena_new();
  Buffer found = {0};
  Slice wanted = split_answer(&value);
  Marked marked = read_marked(value);
  Slice more = SLICE("\u2026");
  Completions all = query_completions(terms_of(self), (Scope){0}, language, contents(&marked.text),
                                      marked.cursor, arena);
  write_labels(&found, &all);
  for (uint32_t i = 0; i < all.count; i++) assert_int_equal(all.items[i].typed.end, marked.cursor);
  if (slice_ends_with(wanted, more)) {
    wanted = slice_trim(slice_to(wanted, wanted.len - more.len));
    if (!all.incomplete) fail_line(self, "nothing is left out", wanted, contents(&found));
  }
  if (!slice_eq(wanted, contents(&found)))
    fail_line(self, "other labels", wanted, contents(&found));
  self->checks++;
  array_free(&found);
  marked_free(&marked);
  arena_delete(arena);
}

static void on_complete(Runner *self, Slice value) {
  check_completion(self, value, NULL);
}

// `hover(id)` or the like: the language; NULL when the name is another one.
static const ProseLanguage *language_in(Slice name, Slice start) {
  Slice end = SLICE(")");
  if (!slice_starts_with(name, start) || !slice_ends_with(name, end)) return NULL;
  Slice id = slice_range(name, (Range){(uint32_t)start.len, (uint32_t)(name.len - end.len)});
  return prose_language(id, SLICE(""));
}

// --- files ---

static const struct {
  const char *name;
  void (*run)(Runner *self, Slice value);
} DIRECTIVES[] = {
    {"term", on_term},
    {"plain", on_plain},
    {"hover", on_hover},
    {"complete", on_complete},
};

static void read_line(void *context, int number, Slice line) {
  Runner *self = context;
  self->line = number;
  if (!slice_trim(line).len || line.ptr[0] == '#') return;
  Slice value = line, name = cut(&value, ": ");
  for (size_t i = 0; i < sizeof DIRECTIVES / sizeof *DIRECTIVES; i++) {
    if (!slice_eq(name, slice_of(DIRECTIVES[i].name))) continue;
    DIRECTIVES[i].run(self, value);
    return;
  }
  const ProseLanguage *language = prose_language(name, SLICE(""));
  const ProseLanguage *completed = language_in(name, SLICE("complete("));
  const ProseLanguage *hovered = language_in(name, SLICE("hover("));
  if (language)
    check_all(self, value, language);
  else if (completed)
    check_completion(self, value, completed);
  else if (hovered)
    check_hover(self, value, hovered);
  else
    fail_line(self, "no such directive",
              SLICE("term, plain, hover, complete, or the id of a language"), name);
}

static void begin_file(void *context, const char *path) {
  ((Runner *)context)->path = path;
}

static void end_file(void *context) {
  Runner *self = context;
  forget(self);
  array_free(&self->glossary);
}

static void all_cases_hold(void **state) {
  (void)state;
  Runner runner = {0};
  cases_read("match", &(CaseReader){&runner, begin_file, read_line, end_file});
  assert_int_equal(runner.failures, 0);
  assert_true(runner.checks > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(all_cases_hold)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
