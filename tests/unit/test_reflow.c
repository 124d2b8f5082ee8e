// A flattened body gets its structure back, and loses nothing but white space and marks of lists,
// headings and dashes. Runs tests/cases/reflow/*.txt: `== name`, the flattened body, `=>`, what
// becomes of it.
#include "cases.h"
#include "random.h"

#include <glossary/base/array.h>
#include <glossary/reflow/reflow.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

// --- cases ---

typedef struct {
  Buffer name, body, wanted;
  bool after_arrow;
  int cases, failures;
} Runner;

static void end_case(Runner *self) {
  if (!self->name.len) return;
  Arena *arena = arena_new();
  Slice body = slice_trim(contents(&self->body));
  Slice found = reflow(body, arena).text, wanted = slice_trim(contents(&self->wanted));
  if (!slice_eq(found, wanted)) {
    print_error("%.*s\nwanted:\n%.*s\nfound:\n%.*s\n", SLICE_FMT(contents(&self->name)),
                SLICE_FMT(wanted), SLICE_FMT(found));
    self->failures++;
  }
  self->cases++;
  self->name.len = self->body.len = self->wanted.len = 0;
  self->after_arrow = false;
  arena_delete(arena);
}

static void take_line(Runner *self, Slice line) {
  if (slice_starts_with(line, SLICE("== "))) {
    end_case(self);
    array_append(&self->name, line.ptr + 3, line.len - 3);
  } else if (slice_eq(line, SLICE("=>"))) {
    self->after_arrow = true;
  } else if (self->name.len) {
    Buffer *out = self->after_arrow ? &self->wanted : &self->body;
    array_append(out, line.ptr, line.len);
    *array_push(out) = '\n';
  }
}

static void what_becomes_of_flattened_bodies(void **state) {
  (void)state;
  Runner self = {0};
  FILE *file = fopen(GLOSS_CASES "/reflow/bodies.txt", "r");
  assert_non_null(file);
  char line[4096];
  while (fgets(line, sizeof line, file)) {
    Slice text = slice_of(line);
    take_line(&self, slice_to(text, text.len - 1));
  }
  fclose(file);
  end_case(&self);
  assert_true(self.cases > 15);
  assert_int_equal(self.failures, 0);
  array_free(&self.name);
  array_free(&self.body);
  array_free(&self.wanted);
}

// --- nothing is lost ---

static const char *const PIECES[] = {
    " ",
    " - ",
    " - **Key**: ",
    "**Title** ",
    "**Title:** ",
    "| a | b ",
    "|---|---| ",
    "| 1 | 2 | ",
    "```c x; ``` ",
    "`a - b` ",
    "$x$ ",
    "$$y - z$$ ",
    "$5 and $6 ",
    "1. ",
    "2. ",
    "words ",
    "Words end. ",
    "A keel is ",
    "\xE2\x80\xA2 ",
    " --- ",
    "## Head ",
    "**bold** ",
    "*",
    "`",
    "|",
    "\\",
    "\n",
    "\n\n",
    "```\n",
    "\xC3\xA9",
    "(x) - 1 ",
    ": ",
    "is ",
    "**",
    "$",
    "\xE2\x80\x94 ",
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, ROUNDS = 20000, LONGEST = 24 };

// What must be the same before and after: all but white space, `#`, dashes and bullets, and the
// marks of what is bold, which headings do without.
static void keep_letters(Slice text, Buffer *out) {
  out->len = 0;
  for (size_t i = 0; i < text.len; i++) {
    Slice rest = slice_from(text, i);
    bool sign = slice_starts_with(rest, SLICE("\xE2\x80\x94")) ||
                slice_starts_with(rest, SLICE("\xE2\x80\xA2"));
    if (sign) i += 2;
    if (sign || byte_is_one_of(text.ptr[i], " \t\r\n#-*")) continue;
    *array_push(out) = text.ptr[i];
  }
}

static Slice random_body(Buffer *out) {
  out->len = 0;
  uint32_t count = random_below(LONGEST);
  for (uint32_t i = 0; i < count; i++) {
    const char *piece = PIECES[random_below(PIECE_COUNT)];
    array_append(out, piece, strlen(piece));
  }
  return contents(out);
}

static void no_letter_is_lost(void **state) {
  (void)state;
  Buffer body = {0}, before = {0}, after = {0};
  Arena *arena = arena_new();
  size_t changed = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Slice text = random_body(&body);
    Reflowed result = reflow(text, arena);
    keep_letters(text, &before);
    keep_letters(result.text, &after);
    if (!slice_eq(contents(&before), contents(&after)))
      fail_msg("[%.*s]\nbecame\n[%.*s]", SLICE_FMT(text), SLICE_FMT(result.text));
    for (uint32_t j = 0; j < result.doubt_count; j++)
      assert_true(result.doubts[j].range.end <= text.len);
    changed += result.changed;
    arena_reset(arena);
  }
  assert_true(changed > ROUNDS / 4);
  array_free(&body);
  array_free(&before);
  array_free(&after);
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_becomes_of_flattened_bodies),
      cmocka_unit_test(no_letter_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
