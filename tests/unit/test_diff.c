// Patches: what turns one text into another, written and read; and lines that are followed from
// one text to the next.
#include "random.h"

#include <glossary/base/hunks.h>
#include <lsp/check/changed.h>
#include <lsp/check/diff.h>
#include <lsp/check/quoted.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { ROUNDS = 20000, LINES_MAX = 24 };

typedef Array(char) Bytes;

static Slice slice(const Bytes *bytes) {
  return slice_new(bytes->items, bytes->len);
}

static void append(Bytes *bytes, Slice text) {
  array_append(bytes, text.ptr, text.len);
}

// Few different lines, so that they often stand in both texts, several times and in another order.
static void append_lines(Bytes *text, uint32_t most) {
  static const char *const lines[] = {"\n",      "a\n",        "b\n",    "c\r\n",   "--- d\n",
                                      "+++ e\n", "@@ -1 @@\n", "\\ f\n", "unique ", "g"};
  uint32_t count = random_below(most + 1);
  for (uint32_t i = 0; i < count; i++)
    append(text, slice_of(lines[random_below(sizeof lines / sizeof *lines)]));
}

// `before` with some of it taken out and something else put in.
static void change(const Bytes *before, Bytes *after) {
  append(after, slice(before));
  for (uint32_t i = random_below(4); i > 0; i--) {
    Bytes piece = {0};
    uint32_t at = random_below((uint32_t)after->len + 1);
    uint32_t gone = random_below((uint32_t)after->len - at + 1);
    append_lines(&piece, 3);
    array_splice(after, at, gone < 9 ? gone : 9, piece.items, piece.len);
    array_free(&piece);
  }
}

// --- applying a patch ---

static Slice next_line(Slice *rest) {
  const char *end = memchr(rest->ptr, '\n', rest->len);
  Slice line = slice_to(*rest, end ? (size_t)(end + 1 - rest->ptr) : rest->len);
  *rest = slice_from(*rest, line.len);
  return line;
}

// A patch of one file, by its signs alone.
static void apply(Slice before, Slice patch, Bytes *after) {
  uint32_t line = 0, start, len;
  for (int i = 0; i < 3 && patch.len; i++) next_line(&patch); // names
  while (patch.len) {
    char header[64];
    Slice line_of_header = next_line(&patch);
    snprintf(header, sizeof header, "%.*s", SLICE_FMT(line_of_header));
    assert_int_equal(sscanf(header, "@@ -%u,%u", &start, &len), 2);
    for (; line + (len > 0) < start; line++) append(after, next_line(&before));
    while (patch.len && patch.ptr[0] != '@') {
      Slice text = next_line(&patch), content = slice_from(text, 1);
      if (slice_starts_with(patch, SLICE("\\"))) next_line(&patch), content.len--;
      if (text.ptr[0] != '+') {
        Slice old = next_line(&before);
        line++;
        assert_true(slice_eq(old, content));
      }
      if (text.ptr[0] != '-') append(after, content);
    }
  }
  append(after, before);
}

static void test_apply(void **state) {
  (void)state;
  uint32_t seed = random_state = random_seed();
  for (int i = 0; i < ROUNDS; i++) {
    Bytes before = {0}, after = {0}, made = {0};
    Printed patch = {0};
    append_lines(&before, LINES_MAX);
    change(&before, &after);
    diff_write(&patch, SLICE("a b.md"), slice(&before), slice(&after));
    apply(slice(&before), printed_slice(&patch), &made);
    if (!slice_eq(slice(&made), slice(&after)))
      fail_msg("seed %u, round %d:\n%.*s", seed, i, SLICE_FMT(printed_slice(&patch)));
    assert_int_equal(patch.len > 0, !slice_eq(slice(&before), slice(&after)));
    array_free(&before), array_free(&after), array_free(&made), array_free(&patch);
  }
}

// --- reading it ---

// The lines that the reader takes for added are those that follow from the two texts.
static void test_read(void **state) {
  (void)state;
  uint32_t seed = random_state = random_seed() + 1;
  for (int i = 0; i < ROUNDS; i++) {
    Bytes before = {0}, after = {0};
    Printed patch = {0};
    Changed changed = {0};
    Arena *arena = arena_new();
    append_lines(&before, LINES_MAX);
    change(&before, &after);
    diff_write(&patch, SLICE("x/caf\xC3\xA9 \"1\".md"), slice(&before), slice(&after));
    assert_true(changed_read(printed_slice(&patch), SLICE("/top"), &changed, arena));
    const ChangedFile *file = changed_file(&changed, SLICE("/top/x/caf\xC3\xA9 \"1\".md"));
    LineSpans none = {0}, wanted = lines_follow(&none, slice(&before), slice(&after));
    assert_int_equal(file != NULL, patch.len > 0);
    size_t count = file ? file->added.len : 0;
    if (count != wanted.len ||
        (count && memcmp(file->added.items, wanted.items, count * sizeof *wanted.items) != 0))
      fail_msg("seed %u, round %d:\n%.*s", seed, i, SLICE_FMT(printed_slice(&patch)));
    changed_free(&changed);
    arena_delete(arena);
    array_free(&before), array_free(&after), array_free(&patch), array_free(&wanted);
  }
}

static void assert_added(const char *diff, const char *path, uint32_t first, uint32_t end) {
  Arena *arena = arena_new();
  Changed changed = {0};
  assert_true(changed_read(slice_of(diff), SLICE("/top"), &changed, arena));
  const ChangedFile *file = changed_file(&changed, slice_of(path));
  assert_non_null(file);
  assert_int_equal(file->added.len, end > first);
  if (end > first) assert_int_equal(file->added.items[0].first, first);
  if (end > first) assert_int_equal(file->added.items[0].end, end);
  changed_free(&changed);
  arena_delete(arena);
}

static void test_forms(void **state) {
  (void)state;
  assert_added("noise\ndiff --git a/a.md b/b.md\nsimilarity index 90%\nrename from a.md\n"
               "rename to b.md\n--- a/a.md\n+++ b/b.md\n@@ -3,0 +4,2 @@ title\n+x\n+y\n",
               "/top/b.md", 3, 5);
  assert_added("--- \"a/\\303\\274.md\"\r\n+++ \"b/\\303\\274.md\"\r\n@@ -1 +1 @@\r\n-x\r\n"
               "\\ No newline at end of file\r\n+y\r\n\\ No newline at end of file\r\n",
               "/top/\xC3\xBC.md", 0, 1);
  assert_added("--- a/x y.md\t\n+++ b/x y.md\t\n@@ -1,2 +1,3 @@\n a\n+++ b/other.md\n c\n",
               "/top/x y.md", 1, 2);
  assert_added(
      "diff --cc a.md\n--- a/a.md\n+++ b/a.md\n@@@ -1,2 -1,2 +1,3 @@@\n  a\n- b\n -c\n++d\n",
      "/top/a.md", 1, 2);
  assert_added("--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n a\n-b\n\n", "/top/a.md", 0, 0);
}

static void test_no_diff(void **state) {
  (void)state;
  Arena *arena = arena_new();
  Changed changed = {0};
  assert_true(changed_read(SLICE(" \n"), SLICE("/"), &changed, arena));
  assert_false(changed_read(SLICE("# A plan\n\nNothing.\n"), SLICE("/"), &changed, arena));
  assert_true(changed_read(SLICE("--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"), SLICE("/"),
                           &changed, arena));
  assert_int_equal(changed.files.len, 0);
  changed_free(&changed);
  arena_delete(arena);
}

// Any bytes end in an answer.
static void test_any(void **state) {
  (void)state;
  static const char *const pieces[] = {"+++ ", "--- ", "@@", " -1", ",2",  " +9999999999",  "\"\\3",
                                       "\n",   "+",    "-",  "\\",  "b/x", "@@ -1 +1 @@\n", "\r"};
  random_state = random_seed() + 2;
  for (int i = 0; i < ROUNDS; i++) {
    Bytes text = {0};
    Changed changed = {0};
    Arena *arena = arena_new();
    for (uint32_t n = random_below(40); n > 0; n--)
      append(&text, slice_of(pieces[random_below(sizeof pieces / sizeof *pieces)]));
    changed_read(slice(&text), SLICE("/"), &changed, arena);
    changed_free(&changed);
    arena_delete(arena);
    array_free(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_apply),   cmocka_unit_test(test_read), cmocka_unit_test(test_forms),
      cmocka_unit_test(test_no_diff), cmocka_unit_test(test_any),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
