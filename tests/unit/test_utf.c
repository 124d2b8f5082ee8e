#include <glossary/base/columns.h>
#include <glossary/base/utf.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_character_survives(void **state) {
  (void)state;
  for (uint32_t code = 0; code <= 0x10FFFF; code++) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    char bytes[4];
    uint32_t len = utf_encode(code, bytes);
    Char c = utf_decode(slice_new(bytes, len));
    assert_true(c.valid && c.code == code && c.len == len);
  }
}

static void columns(void **state) {
  (void)state;
  assert_int_equal(columns_of(SLICE("")), 0);
  assert_int_equal(columns_of(SLICE("mast")), 4);
  assert_int_equal(columns_of(SLICE("m\xC3\xA2t")), 3);
  assert_int_equal(columns_of(SLICE("ma\xCC\x82t")), 3);              // the accent apart
  assert_int_equal(columns_of(SLICE("\xE6\xAA\xA3")), 2);             // Chinese
  assert_int_equal(columns_of(SLICE("\xF0\x9F\x9A\xA2 \xFF")), 4);    // a ship; no character
  assert_int_equal(columns_of(SLICE("\xE2\x9A\xA0")), 1);             // a warning as a letter
  assert_int_equal(columns_of(SLICE("\xE2\x9A\xA0\xEF\xB8\x8F")), 2); // and as a picture
}

static void what_is_no_character_is_one_byte(void **state) {
  (void)state;
  static const char *const invalid[] = {
      "\x80",             // continues nothing
      "\xC0\xAF",         // overlong
      "\xE0\x80\xAF",     // overlong
      "\xF0\x80\x80\xAF", // overlong
      "\xED\xA0\x80",     // a surrogate
      "\xF4\x90\x80\x80", // beyond the last character
      "\xE2\x82",         // cut off
      "\xF0\x9F\x98",     // cut off
      "\xC3(",            // not continued
      "\xFF",
  };
  for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
    Char c = utf_decode(slice_of(invalid[i]));
    assert_false(c.valid);
    assert_int_equal(c.len, 1);
    assert_int_equal(c.code, 0xFFFD);
  }
}

static void a_code_that_cannot_be_encoded_is_replaced(void **state) {
  (void)state;
  char bytes[4];
  assert_int_equal(utf_encode(0xD800, bytes), 3);
  assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
  assert_int_equal(utf_encode(0x110000, bytes), 3);
}

static void lengths_count_invalid_bytes_once(void **state) {
  (void)state;
  Slice text = SLICE("a\u00E9\u6CE8\U0001F600\xFF");
  assert_int_equal(utf_count(text), 5);
  assert_int_equal(utf16_count(text), 6);
}

// Long ASCII is counted by words of bytes, wherever a longer character stands in it.
static void lengths_are_the_same_around_long_ascii(void **state) {
  (void)state;
  for (size_t before = 0; before < 20; before++)
    for (size_t after = 0; after < 20; after++) {
      char text[48];
      memset(text, 'a', sizeof text);
      memcpy(text + before, "\U0001F600", 4);
      Slice whole = slice_new(text, before + 4 + after);
      assert_int_equal(utf_count(whole), before + 1 + after);
      assert_int_equal(utf16_count(whole), before + 2 + after);
    }
}

static void the_first_invalid_byte_is_found(void **state) {
  (void)state;
  assert_int_equal(utf_find_invalid(SLICE(""), 0), 0);
  assert_int_equal(utf_find_invalid(SLICE("sixteen letters. \u00E9"), 0), 19);
  // At every place relative to the eight bytes that are looked at together.
  for (size_t at = 0; at < 24; at++) {
    char text[24];
    memset(text, 'a', sizeof text);
    text[at] = '\xFE';
    assert_int_equal(utf_find_invalid(slice_new(text, sizeof text), 0), at);
    assert_int_equal(utf_find_invalid(slice_new(text, sizeof text), at + 1), sizeof text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns),
      cmocka_unit_test(every_character_survives),
      cmocka_unit_test(what_is_no_character_is_one_byte),
      cmocka_unit_test(a_code_that_cannot_be_encoded_is_replaced),
      cmocka_unit_test(lengths_count_invalid_bytes_once),
      cmocka_unit_test(lengths_are_the_same_around_long_ascii),
      cmocka_unit_test(the_first_invalid_byte_is_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
