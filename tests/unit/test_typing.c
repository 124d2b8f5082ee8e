// Runs tests/cases/typing/*.txt: what follows from a key that was pressed in a glossary. The head
// of fields.txt tells how a case is written. Stand-ins: ▮ the caret, ␍ a carriage return.
#include "cases.h"
#include "random.h"

#include <glossary/format/typing.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#define CARET SLICE("\u25AE")
#define RETURN SLICE("\u240D")

typedef Array(char) Chars;

typedef struct {
  Chars given, wanted; // texts with their carets
  char key;            // 0: no case has begun
  bool in_wanted;
  const char *path;
  int line, failures, checks;
} Runner;

// ---- texts with a caret

static Slice find(Slice text, Slice what) {
  for (; text.len; text = slice_from(text, 1))
    if (slice_starts_with(text, what)) break;
  return text;
}

static Slice without_caret(Slice text, uint32_t *caret, Arena *arena) {
  Slice rest = find(text, CARET);
  *caret = (uint32_t)(text.len - rest.len);
  return arena_format(arena, "%.*s%.*s", SLICE_FMT(slice_to(text, *caret)),
                      SLICE_FMT(slice_from(rest, CARET.len)));
}

// As an editor moves it: what is inserted at the caret pushes it on.
static uint32_t moved(uint32_t caret, const Edits *edits) {
  uint32_t before = caret;
  for (size_t i = 0; i < edits->count; i++)
    if (edits->items[i].range.end <= before)
      caret += (uint32_t)edits->items[i].text.len - range_len(edits->items[i].range);
  return caret;
}

// In the line of the caret nothing but blanks and dashes goes away, and nothing behind it.
static bool leaves_caret(Slice text, uint32_t caret, const Edits *edits) {
  for (size_t i = 0; i < edits->count; i++) {
    Range range = edits->items[i].range;
    bool around = range.start < caret && range.end > caret;
    uint32_t start = caret;
    while (start && text.ptr[start - 1] != '\n') start--;
    for (uint32_t at = range.start; at < range.end && at >= start && at <= caret; at++)
      around |= !byte_is_one_of(text.ptr[at], " -");
    if (around) return false;
  }
  return true;
}

// ---- one case

static void end_case(Runner *self) {
  if (!self->key) return;
  Arena *arena = arena_new();
  uint32_t caret;
  Slice given = slice_new(self->given.items, self->given.len), wanted = given;
  Slice text = without_caret(given, &caret, arena);
  if (self->wanted.len > 1) wanted = slice_new(self->wanted.items, self->wanted.len);
  if (slice_ends_with(wanted, SLICE("\n\n"))) wanted.len--; // the line between two cases
  GlossaryFile *file = glossary_file_new(SLICE("a.gloss"), (Slice){0}, text);
  Edits edits = format_typed(file, caret, self->key, arena);
  Slice after = edits_apply(edits.items, edits.count, text, arena);
  uint32_t now = moved(caret, &edits);
  Slice actual = arena_format(arena, "%.*s%.*s%.*s", SLICE_FMT(slice_to(after, now)),
                              SLICE_FMT(CARET), SLICE_FMT(slice_from(after, now)));
  self->checks++;
  if (!slice_eq(wanted, actual) || !leaves_caret(text, caret, &edits)) {
    self->failures++;
    print_error("%s:%d:\nwanted\n%.*sgot\n%.*s", self->path, self->line, SLICE_FMT(wanted),
                SLICE_FMT(actual));
  }
  glossary_file_delete(file);
  arena_delete(arena);
  self->given.len = self->wanted.len = 0;
  self->key = 0;
}

// ---- the file

static void add_line(Chars *text, Slice line) {
  for (Slice rest = line; rest.len;) {
    Slice after = find(rest, RETURN);
    array_append(text, rest.ptr, rest.len - after.len);
    if (after.len) *array_push(text) = '\r';
    rest = slice_from(after, RETURN.len);
  }
  *array_push(text) = '\n';
}

static void begin_file(void *context, const char *path) {
  Runner *self = context;
  self->path = path;
}

static void begin_case(Runner *self, Slice head, int number) {
  end_case(self);
  self->line = number;
  self->key = slice_starts_with(head, SLICE("enter ")) ? '\n' : head.ptr[0];
  self->in_wanted = false;
}

static void read_line(void *context, int number, Slice line) {
  Runner *self = context;
  if (slice_starts_with(line, SLICE("=== ")))
    begin_case(self, slice_from(line, 4), number);
  else if (slice_eq(line, SLICE("===>")))
    self->in_wanted = true;
  else if (self->key)
    add_line(self->in_wanted ? &self->wanted : &self->given, line);
}

static void end_file(void *context) {
  end_case(context);
}

static void test_cases(void **state) {
  (void)state;
  Runner runner = {0};
  cases_read("typing", &(CaseReader){&runner, begin_file, read_line, end_file});
  array_free(&runner.given);
  array_free(&runner.wanted);
  assert_true(runner.checks > 15);
  assert_int_equal(runner.failures, 0);
}

// ---- any text

static const char *const pieces[] = {
    "## Stile\n",
    "- aliases: a, b\n",
    "- ",
    "* see: [[x]]\n",
    "-",
    "  more\n",
    "A stile.\n",
    "| a | b |\n",
    "|--|:-:|\n",
    "| x | yy |\n",
    "| [[a|b]]",
    " |",
    "|",
    "  | a\\| | b |",
    "```\n",
    "\n",
    "\r\n",
    "\r",
    "\xF0\x9F\x98\x80",
    "\xFF",
    "# Title\n",
    "$$",
    "> | q |\n",
    "\t",
};

static void make_text(Chars *text) {
  text->len = 0;
  array_append(text, "## A\n", 5);
  for (uint32_t i = random_below(20); i-- > 0;) {
    const char *piece = pieces[random_below(sizeof pieces / sizeof *pieces)];
    array_append(text, piece, strlen(piece));
  }
}

static void assert_apart(const Edits *edits, size_t len) {
  for (size_t i = 0; i < edits->count; i++) {
    Range range = edits->items[i].range;
    assert_true(range.start <= range.end && range.end <= len);
    assert_true(i == 0 || edits->items[i - 1].range.end <= range.start);
  }
}

// What is left of a text without what marks lists and tables.
static Slice words_of(Slice text, Arena *arena) {
  char *words = arena_alloc(arena, text.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++)
    if (!byte_is_one_of(text.ptr[i], " \t-*|")) words[len++] = text.ptr[i];
  return slice_new(words, len);
}

static size_t entries_in(Slice text) {
  GlossaryFile *file = glossary_file_new(SLICE("a.gloss"), (Slice){0}, text);
  size_t count = file->entries.len;
  glossary_file_delete(file);
  return count;
}

static uint32_t press(Slice text, uint32_t caret, char key) {
  Arena *arena = arena_new();
  GlossaryFile *file = glossary_file_new(SLICE("a.gloss"), (Slice){0}, text);
  Edits edits = format_typed(file, caret, key, arena);
  Slice after = edits_apply(edits.items, edits.count, text, arena);
  assert_apart(&edits, text.len);
  assert_true(leaves_caret(text, caret, &edits));
  assert_true(slice_eq(words_of(text, arena), words_of(after, arena)));
  // Where a fence is open, a blank line below a heading in it decides whether that is one.
  if (!find(text, SLICE("```")).len) assert_int_equal(file->entries.len, entries_in(after));
  uint32_t count = (uint32_t)edits.count;
  glossary_file_delete(file);
  arena_delete(arena);
  return count;
}

// Puts the key into the text: mostly where such keys are pressed, at the end of a line.
static uint32_t pressed_in(Chars *text, char key) {
  uint32_t caret = random_below((uint32_t)text->len + 1);
  while (random_below(8) && caret < text->len && text->items[caret] != '\n') caret++;
  array_splice(text, caret, 0, &key, 1);
  return caret + 1;
}

static void test_any_text(void **state) {
  (void)state;
  Chars text = {0};
  uint32_t brought_about = 0;
  random_state = random_seed();
  for (int round = 0; round < 20000; round++) {
    make_text(&text);
    char key = "\n|x"[random_below(3)];
    uint32_t caret = pressed_in(&text, key);
    brought_about += press(slice_new(text.items, text.len), caret, key) > 0;
  }
  assert_true(brought_about > 500);
  array_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_any_text)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
