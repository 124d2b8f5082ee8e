// The gap buffer against a plain string: random edits, every line start compared.
#include "random.h"

#include <glossary/text.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

// The obvious way: a line begins at 0, after LF, and after a CR that no LF follows.
static void assert_lines(Text *text, const char *bytes, uint32_t len, uint32_t seed) {
  uint32_t line = 0;
  for (uint32_t i = 0; i <= len; i++) {
    bool starts =
        i == 0 || bytes[i - 1] == '\n' || (bytes[i - 1] == '\r' && (i == len || bytes[i] != '\n'));
    if (!starts) continue;
    if (text_line_start(text, line) != i)
      fail_msg("line %u starts elsewhere than %u, seed %u", line, i, seed);
    if (text_line_at(text, i) != line)
      fail_msg("offset %u is not on line %u, seed %u", i, line, seed);
    line++;
  }
  if (text_line_count(text) != line) fail_msg("%u lines expected, seed %u", line, seed);
}

static void check_random(uint32_t seed) {
  random_state = seed;
  char bytes[512] = "";
  uint32_t len = 0;
  Text *text = text_new(SLICE(""));
  for (int edit = 0; edit < 30; edit++) {
    uint32_t start = random_below(len + 1), end = start + random_below(len - start + 1);
    char piece[8];
    uint32_t piece_len = random_below(7);
    for (uint32_t i = 0; i < piece_len; i++) piece[i] = "ab\n\r\0"[random_below(5)];
    memmove(bytes + start + piece_len, bytes + end, len - end);
    memcpy(bytes + start, piece, piece_len);
    len = len - (end - start) + piece_len;
    text_replace(text, (Range){start, end}, slice_new(piece, piece_len));
    assert_int_equal(text_len(text), len);
    assert_lines(text, bytes, len, seed);
    Range part = {random_below(len + 1), len};
    assert_memory_equal(text_slice(text, part).ptr, bytes + part.start, range_len(part));
  }
  assert_memory_equal(text_bytes(text).ptr, bytes, len);
  text_delete(text);
}

static void test_random_edits(void **state) {
  (void)state;
  for (uint32_t seed = 1; seed <= 3000; seed++) check_random(seed);
}

static void test_line_excludes_its_end(void **state) {
  (void)state;
  Text *text = text_new(SLICE("a\r\nbc\rd\n"));
  const char *lines[] = {"a", "bc", "d", ""};
  assert_int_equal(text_line_count(text), 4);
  for (uint32_t i = 0; i < 4; i++)
    assert_true(slice_eq(text_slice(text, text_line(text, i)), slice_of(lines[i])));
  assert_int_equal(text_line_start(text, 99), 8);
  text_delete(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_line_excludes_its_end),
      cmocka_unit_test(test_random_edits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
