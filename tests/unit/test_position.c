// Bytes to characters and back, in every encoding.
#include "random.h"
#include <glossary/base/utf.h>
#include <lsp/position.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// é is two bytes, e + U+0301 two characters, 漢 three bytes, 🥪 four bytes and two UTF-16
// units; then bytes that are no UTF-8, every kind of line end, and an end without one.
static const char mixed[] =
    "aé\r\ne\xCC\x81漢🥪z\n\xFF\xC3(\xE6\xBC\r\r\n\xF0\x9F\x90\n🥪🥪";

static void check_offset(const char *bytes, uint32_t line, uint32_t character, Encoding encoding,
                         uint32_t expected) {
  Text *text = text_new(slice_of(bytes));
  uint32_t offset = offset_from_position(text, (Position){line, character}, encoding);
  if (offset != expected)
    fail_msg("%u:%u in encoding %d is %u, not %u", line, character, encoding, offset, expected);
  text_delete(text);
}

static void test_units(void **state) {
  (void)state;
  check_offset("漢🥪z", 0, 3, ENCODING_UTF8, 3);
  check_offset("漢🥪z", 0, 7, ENCODING_UTF8, 7);
  check_offset("漢🥪z", 0, 1, ENCODING_UTF16, 3);
  check_offset("漢🥪z", 0, 3, ENCODING_UTF16, 7);
  check_offset("漢🥪z", 0, 2, ENCODING_UTF32, 7);
}

static void test_the_middle_of_a_character_is_its_start(void **state) {
  (void)state;
  check_offset("漢🥪z", 0, 2, ENCODING_UTF8, 0);
  check_offset("漢🥪z", 0, 5, ENCODING_UTF8, 3);
  check_offset("漢🥪z", 0, 2, ENCODING_UTF16, 3);
}

static void test_past_the_end(void **state) {
  (void)state;
  for (Encoding encoding = ENCODING_UTF8; encoding <= ENCODING_UTF32; encoding++) {
    check_offset("ab\r\ncd", 0, 99, encoding, 2);
    check_offset("ab\r\ncd", 0, UINT32_MAX, encoding, 2);
    check_offset("ab\r\ncd", 2, 0, encoding, 6);
    check_offset("ab\r\ncd", UINT32_MAX, UINT32_MAX, encoding, 6);
    check_offset("", 0, 5, encoding, 0);
    check_offset("a\n", 1, 7, encoding, 2);
  }
}

static void test_a_wrong_byte_is_one_character(void **state) {
  (void)state;
  for (Encoding encoding = ENCODING_UTF8; encoding <= ENCODING_UTF32; encoding++)
    check_offset("\xFF\xC3(\xE6\xBCx", 0, 5, encoding, 5);
}

// Where a position can point: at the start of a character, and at the end of a line before its end.
static bool is_pointable(Slice text, uint32_t offset) {
  static const char line_ends[] = "\r\n";
  if (offset > 0 && offset < text.len && !memcmp(text.ptr + offset - 1, line_ends, 2)) return false;
  uint32_t at = 0;
  while (at < offset) at += utf_decode(slice_from(text, at)).len;
  return at == offset;
}

static void test_round_trips(void **state) {
  (void)state;
  Slice bytes = SLICE(mixed);
  Text *text = text_new(bytes);
  uint32_t checked = 0;
  for (Encoding encoding = ENCODING_UTF8; encoding <= ENCODING_UTF32; encoding++)
    for (uint32_t offset = 0; offset <= bytes.len; offset++) {
      Position position = position_from_offset(text, offset, encoding);
      uint32_t back = offset_from_position(text, position, encoding);
      if (is_pointable(bytes, offset) && back != offset)
        fail_msg("encoding %d: %u became %u", encoding, offset, back);
      if (back > offset) fail_msg("encoding %d: %u went forward to %u", encoding, offset, back);
      checked += back == offset;
    }
  assert_true(checked > 3 * 20);
  text_delete(text);
}

// The same, in a text whose gap stands everywhere once.
static void test_the_gap_does_not_matter(void **state) {
  (void)state;
  Slice bytes = SLICE(mixed);
  Text *plain = text_new(bytes);
  for (uint32_t gap = 0; gap <= bytes.len; gap++) {
    Text *text = text_new(bytes);
    text_replace(text, (Range){gap, gap}, SLICE("x"));
    text_replace(text, (Range){gap, gap + 1}, SLICE(""));
    for (uint32_t offset = 0; offset <= bytes.len; offset++) {
      Position a = position_from_offset(plain, offset, ENCODING_UTF16);
      Position b = position_from_offset(text, offset, ENCODING_UTF16);
      assert_int_equal(a.line, b.line);
      assert_int_equal(a.character, b.character);
    }
    text_delete(text);
  }
  text_delete(plain);
}

// ---- against a model that reads the text from its first byte

enum { RANDOM_TEXTS = 3000, PIECES_MAX = 24, TEXT_LEN_MAX = PIECES_MAX * 12 };

typedef struct {
  uint32_t start; // of the character or line end that holds the byte
  Position at[ENCODING_UTF32 + 1];
} ModelByte;

typedef struct {
  ModelByte bytes[TEXT_LEN_MAX + 1]; // and the end
  uint32_t len, lines;
} Model;

static Position after(Position at, Char c, Encoding encoding) {
  uint32_t units[] = {c.len, c.code > 0xFFFF ? 2 : 1, 1};
  return (Position){at.line, at.character + units[encoding]};
}

static uint32_t line_end_len(Slice s) {
  if (slice_starts_with(s, SLICE("\r\n"))) return 2;
  return s.ptr[0] == '\r' || s.ptr[0] == '\n';
}

static Model model_of(Slice text) {
  Model model = {.len = (uint32_t)text.len, .lines = 1};
  ModelByte here = {0};
  while (here.start < text.len) {
    Slice rest = slice_from(text, here.start);
    uint32_t end = line_end_len(rest);
    Char c = utf_decode(rest);
    for (uint32_t i = 0; i < (end ? end : c.len); i++) model.bytes[here.start + i] = here;
    here.start += end ? end : c.len;
    for (Encoding encoding = ENCODING_UTF8; encoding <= ENCODING_UTF32; encoding++)
      here.at[encoding] = end ? (Position){model.lines, 0} : after(here.at[encoding], c, encoding);
    model.lines += end > 0;
  }
  model.bytes[text.len] = here;
  return model;
}

// The last place of the line that is not behind the character; the end of a text without the line.
static uint32_t model_offset(const Model *model, Position position, Encoding encoding) {
  uint32_t offset = model->len;
  if (position.line >= model->lines) return offset;
  for (uint32_t i = 0; i <= model->len; i++) {
    Position at = model->bytes[i].at[encoding];
    bool before = at.line == position.line && at.character <= position.character;
    if (before) offset = model->bytes[i].start;
  }
  return offset;
}

static Slice random_text(char out[TEXT_LEN_MAX]) {
  static const char *const pieces[] = {
      "a",    "word ",       "é",    "e\xCC\x81",    "\xCC\x88",    "İ",  "ß",      "漢字",
      "🥪", "👩‍🍳", "𝒌",    "\r\n",         "\r",          "\n", "\r\r\n", "\xFF",
      "\xC3", "\xE6\xBC",    "\x80", "\xF0\x9F\x90", "\xED\xA0\x80"};
  Slice text = {out, 0};
  for (uint32_t count = random_below(PIECES_MAX); count; count--) {
    const char *piece = pieces[random_below(sizeof pieces / sizeof *pieces)];
    size_t len = strlen(piece);
    memcpy(out + text.len, piece, len);
    text.len += len;
  }
  return text;
}

static void check_there_and_back(Text *text, const Model *model, Encoding encoding, uint32_t seed) {
  for (uint32_t offset = 0; offset <= model->len; offset++) {
    const ModelByte *byte = &model->bytes[offset];
    Position wanted = byte->at[encoding], at = position_from_offset(text, offset, encoding);
    if (at.line != wanted.line || at.character != wanted.character)
      fail_msg("text %u, encoding %d: %u is %u:%u, not %u:%u", seed, encoding, offset, at.line,
               at.character, wanted.line, wanted.character);
    uint32_t back = offset_from_position(text, at, encoding);
    if (back != byte->start)
      fail_msg("text %u, encoding %d: %u came back as %u, not %u", seed, encoding, offset, back,
               byte->start);
  }
}

// Also those inside a character, behind the end of a line and behind the last line.
static void check_any_position(Text *text, const Model *model, Encoding encoding, uint32_t seed) {
  for (uint32_t tries = 2 * model->len + 8; tries; tries--) {
    Position position = {random_below(model->lines + 2), random_below(model->len + 4)};
    uint32_t offset = offset_from_position(text, position, encoding),
             wanted = model_offset(model, position, encoding);
    if (offset != wanted)
      fail_msg("text %u, encoding %d: %u:%u is %u, not %u", seed, encoding, position.line,
               position.character, offset, wanted);
  }
}

static void test_random_texts_against_the_model(void **state) {
  (void)state;
  char bytes[TEXT_LEN_MAX];
  for (uint32_t seed = 1; seed <= RANDOM_TEXTS; seed++) {
    random_state = seed;
    Slice slice = random_text(bytes);
    Model model = model_of(slice);
    Text *text = text_new(slice);
    assert_int_equal(text_line_count(text), model.lines);
    for (Encoding encoding = ENCODING_UTF8; encoding <= ENCODING_UTF32; encoding++) {
      check_there_and_back(text, &model, encoding, seed);
      check_any_position(text, &model, encoding, seed);
    }
    text_delete(text);
  }
}

static void test_persons_count_from_one(void **state) {
  (void)state;
  Text *text = text_new(SLICE("a\n漢🥪z\n"));
  PersonPoint point = person_from_offset(text, 9);
  assert_int_equal(point.line, 2);
  assert_int_equal(point.column, 3);
  uint32_t offset = 0;
  assert_true(offset_from_person(text, point, &offset));
  assert_int_equal(offset, 9);
  assert_true(offset_from_person(text, (PersonPoint){2, 4}, &offset));
  assert_int_equal(offset, 10);
  assert_false(offset_from_person(text, (PersonPoint){2, 5}, &offset));
  assert_true(offset_from_person(text, (PersonPoint){3, 1}, &offset));
  assert_false(offset_from_person(text, (PersonPoint){4, 1}, &offset));
  assert_false(offset_from_person(text, (PersonPoint){0, 1}, &offset));
  assert_false(offset_from_person(text, (PersonPoint){1, 0}, &offset));
  text_delete(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_units),
      cmocka_unit_test(test_the_middle_of_a_character_is_its_start),
      cmocka_unit_test(test_past_the_end),
      cmocka_unit_test(test_a_wrong_byte_is_one_character),
      cmocka_unit_test(test_round_trips),
      cmocka_unit_test(test_the_gap_does_not_matter),
      cmocka_unit_test(test_random_texts_against_the_model),
      cmocka_unit_test(test_persons_count_from_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
