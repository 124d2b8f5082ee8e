// A flattened body gets its structure back, and flatten makes the line of it again, white space
// aside.
#include "becoming.h"
#include "random.h"

#include <glossary/base/array.h>
#include <glossary/line.h>
#include <glossary/prose/seek.h>
#include <glossary/reflow/flatten.h>
#include <glossary/reflow/reflow.h>
#include <glossary/reflow/signs.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef Array(char) Buffer;

static Slice contents(const Buffer *buffer) {
  return slice_new(buffer->items, buffer->len);
}

static Slice reflowed(Slice name, Slice body, Arena *arena) {
  (void)name;
  return reflow(body, DIALECT_PAGE, arena).text;
}

static void what_becomes_of_flattened_bodies(void **state) {
  (void)state;
  becoming_check("reflow", reflowed);
}

static Slice reflowed_markdown(Slice name, Slice body, Arena *arena) {
  (void)name;
  return reflow(body, DIALECT_MARKDOWN, arena).text;
}

static void what_becomes_of_bodies_that_somebody_wrote(void **state) {
  (void)state;
  becoming_check("reflow-markdown", reflowed_markdown);
}

// --- doubts ---

static void must_doubt(const char *body, DoubtKind kind, const char *where) {
  Arena *arena = arena_new();
  Slice text = slice_of(body);
  Reflowed result = reflow(text, DIALECT_PAGE, arena);
  assert_int_equal(result.doubt_count, 1);
  assert_int_equal(result.doubts[0].kind, kind);
  Slice found = slice_trim(slice_range(text, result.doubts[0].range));
  if (!slice_eq(found, slice_of(where))) fail_msg("[%.*s], not [%s]", SLICE_FMT(found), where);
  arena_delete(arena);
}

static void where_a_reader_should_look(void **state) {
  (void)state;
  must_doubt("A keel. ## Its Past It was a log. - **Oak**: hard.", DOUBT_HEADING_END,
             "## Its Past It was a log.");
  must_doubt("## Its Past It was a log.", DOUBT_HEADING_END, "## Its Past It was a log.");
  must_doubt("A keel.\n\nOne. ###### Six **Two** - **Oak**: hard.", DOUBT_HEADING_END,
             "###### Six");
  must_doubt("A keel. ## Its Woods - **Oak**: hard. ```c x; y; ``` And.", DOUBT_CODE_LINES,
             "```c x; y; ```");
  must_doubt("```c x; y; ```", DOUBT_CODE_LINES, "```c x; y; ```");
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
    "### Its Head ",
    "# ",
    "\\# ",
    "* ",
    "\\* ",
    "~~~ ",
    "**A #** ",
    "|---| ",
    "| :---: | ",
    "\xC2\xA0",
    "\xC2\xA0\xE2\x80\x94 ",
    "good words - like these ",
    "**Keel** is **long** ",
    "Keels are **",
    "```` ",
    "\t",
    "\xFF",
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
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, ROUNDS = 40000, LONGEST = 24 };

// What must be the same before and after: all but white space, which U+00A0 is too.
static void keep_letters(Slice text, Buffer *out) {
  out->len = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (slice_starts_with(slice_from(text, i), SLICE("\xC2\xA0")))
      i++;
    else if (!byte_is_blank(text.ptr[i]))
      *array_push(out) = text.ptr[i];
  }
}

static bool holds(Slice text, Slice part) {
  return seek(text, 0, (uint32_t)text.len, part) < text.len;
}

// Whether the body has lines of Markdown, which stay as they are: on a page they would be written
// in another way. A body of one line has none.
static bool is_markdown(Slice body) {
  Slice rest = slice_trim(body);
  if (line_next(&rest).len == slice_trim(body).len) return false;
  for (rest = body; rest.len;) {
    Slice line = slice_trim(line_next(&rest));
    while (slice_starts_with(line, SLICE("\\"))) line = slice_from(line, 1);
    if (line.len && byte_is_one_of(line.ptr[0], "#*|`~")) return true;
  }
  return holds(body, SLICE("\xC2\xA0\xE2\x80\x94"));
}

// Most have one line, as on a page.
static Slice random_body(Buffer *out) {
  out->len = 0;
  uint32_t count = random_below(LONGEST);
  bool lines = random_below(4) == 0;
  for (uint32_t i = 0; i < count; i++) {
    const char *piece = PIECES[random_below(PIECE_COUNT)];
    if (strchr(piece, '\n') && !lines) continue;
    array_append(out, piece, strlen(piece));
  }
  return contents(out);
}

static void must_come_back(Slice body, Reflowed result, Arena *arena) {
  Buffer before = {0}, after = {0};
  Slice flat = flatten(result.text, arena);
  keep_letters(body, &before);
  keep_letters(flat, &after);
  if (!slice_eq(contents(&before), contents(&after)))
    fail_msg("[%.*s]\nbecame\n[%.*s]\nand\n[%.*s]", SLICE_FMT(body), SLICE_FMT(result.text),
             SLICE_FMT(flat));
  array_free(&before);
  array_free(&after);
}

static void no_letter_is_lost(void **state) {
  (void)state;
  Buffer body = {0};
  Arena *arena = arena_new();
  size_t changed = 0, looked_at = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Slice text = random_body(&body);
    Reflowed result = reflow(text, DIALECT_PAGE, arena);
    if (!is_markdown(text)) {
      must_come_back(text, result, arena);
      looked_at++;
    }
    for (uint32_t j = 0; j < result.doubt_count; j++)
      assert_true(result.doubts[j].range.end <= text.len);
    changed += result.changed;
    arena_reset(arena);
  }
  assert_true(changed > ROUNDS / 4 && looked_at > ROUNDS / 2);
  array_free(&body);
  arena_delete(arena);
}

// --- what is reported is mended, and nothing else is changed ---

static bool has_sign(Slice body) {
  Fence open = {0};
  while (body.len) {
    Slice line = line_next(&body);
    if (!line_in_fence(line, &open) && flat_sign(line).what) return true;
  }
  return false;
}

static void lines_change_where_a_sign_is(void **state) {
  (void)state;
  Buffer body = {0};
  Arena *arena = arena_new();
  size_t changed = 0;
  random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Slice text = random_body(&body);
    Reflowed result = reflow(text, DIALECT_MARKDOWN, arena);
    if (result.changed != has_sign(text))
      fail_msg("[%.*s]\n%s changed", SLICE_FMT(text), result.changed ? "was" : "was not");
    changed += result.changed;
    arena_reset(arena);
  }
  assert_in_range(changed, ROUNDS / 20, ROUNDS - ROUNDS / 20);
  array_free(&body);
  arena_delete(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_becomes_of_flattened_bodies),
      cmocka_unit_test(what_becomes_of_bodies_that_somebody_wrote),
      cmocka_unit_test(where_a_reader_should_look),
      cmocka_unit_test(no_letter_is_lost),
      cmocka_unit_test(lines_change_where_a_sign_is),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
