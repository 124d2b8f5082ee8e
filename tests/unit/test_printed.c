// Bytes of others on their way to a terminal or into JSON.
#include "random.h"

#include <lsp/json.h>
#include <lsp/terminal/printed.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_printed(Printed *printed, const char *wanted) {
  *array_push(printed) = '\0';
  assert_string_equal(printed->items, wanted);
  array_free(printed);
}

static void control_characters_are_signs(void **state) {
  (void)state;
  Printed printed = {0};
  printed_visible(&printed, SLICE("a\x1b[1m\tb\x7f \u202Eé\xC2\x85\xFF."));
  assert_printed(&printed, "a␛[1m\tb␡ �é�\xFF.");
}

static void a_piece_is_one_line(void **state) {
  (void)state;
  Printed printed = {0};
  Output plain = {.width = 80}, colored = {.color = true, .width = 80};
  printed_piece(&printed, &plain, PAINT_TERM, SLICE("dry\r\n run\n"));
  printed_piece(&printed, &colored, PAINT_TERM, SLICE("x"));
  assert_printed(&printed, "dry  run \x1b[1mx\x1b[0m");
}

static void numbers_are_decimal(void **state) {
  (void)state;
  Printed printed = {0};
  static const uint32_t numbers[] = {0, 7, 10, 999, UINT32_MAX};
  for (size_t i = 0; i < 5; i++) {
    printed_number(&printed, numbers[i]);
    printed_bytes(&printed, SLICE(" "));
  }
  assert_printed(&printed, "0 7 10 999 4294967295 ");
}

// The same string as jansson's, whatever the bytes.
static void json_is_what_jansson_writes(void **state) {
  (void)state;
  static const char *const pieces[] = {"a",    "\"",   "\\",         "\n",     "\r", "\t", "\b",
                                       "\f",   "\x01", "\x1f",       "\x7f",   "/",  "é",  "注",
                                       "\xFF", "\xC3", "\U0001F600", "\u2028", " "};
  for (uint32_t start = 1; start < 3000; start++) {
    Printed printed = {0}, bytes = {0};
    uint32_t seed = start;
    for (uint32_t i = 0, count = random_from(&seed, 12); i < count; i++) {
      const char *piece = pieces[random_from(&seed, sizeof pieces / sizeof *pieces)];
      printed_bytes(&bytes, slice_of(piece));
    }
    json_t *text = json_text(printed_slice(&bytes));
    char *wanted = json_dumps(text, JSON_ENCODE_ANY);
    printed_json(&printed, printed_slice(&bytes));
    assert_printed(&printed, wanted);
    mem_free(wanted);
    json_decref(text);
    array_free(&bytes);
  }
}

int main(void) {
  json_use_memory();
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(control_characters_are_signs),
      cmocka_unit_test(a_piece_is_one_line),
      cmocka_unit_test(numbers_are_decimal),
      cmocka_unit_test(json_is_what_jansson_writes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
