// The nearest candidate, and its distance against a table filled in the plain way.
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <glossary/base/nearest.h>

enum { ROOM = 70 };

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

static bool same(Slice a, size_t i, Slice b, size_t j) {
  return byte_lower(a.ptr[i]) == byte_lower(b.ptr[j]);
}

static uint32_t cell(uint32_t table[ROOM][ROOM], Slice a, size_t i, Slice b, size_t j) {
  if (i == 0 || j == 0) return (uint32_t)(i + j);
  uint32_t best = table[i - 1][j - 1] + !same(a, i - 1, b, j - 1);
  best = least(best, least(table[i - 1][j], table[i][j - 1]) + 1);
  if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1))
    best = least(best, table[i - 2][j - 2] + 1);
  return best;
}

static uint32_t plain_distance(Slice a, Slice b) {
  uint32_t table[ROOM][ROOM];
  for (size_t i = 0; i <= a.len; i++)
    for (size_t j = 0; j <= b.len; j++) table[i][j] = cell(table, a, i, b, j);
  return table[a.len][b.len];
}

static Slice random_word(uint32_t *seed, char *out, uint32_t longest) {
  uint32_t len = random_from(seed, longest + 1);
  for (uint32_t i = 0; i < len; i++) out[i] = "abcAB"[random_from(seed, 5)];
  return slice_new(out, len);
}

// Of a few letters, so that near words are common; up to the longest that is compared.
static void test_distance_is_the_plain_one(void **state) {
  (void)state;
  char a[ROOM], b[ROOM];
  uint32_t seed = 7;
  for (int round = 0; round < 20000; round++) {
    uint32_t longest = round % 4 ? 9 : 64;
    Slice wanted = random_word(&seed, a, longest), candidate = random_word(&seed, b, longest);
    uint32_t distance = plain_distance(wanted, candidate);
    Nearest nearest = nearest_to(wanted);
    uint32_t limit = nearest.distance;
    nearest_offer(&nearest, candidate);
    bool taken = nearest.best.ptr == candidate.ptr;
    assert_int_equal(taken, distance < limit);
    if (taken) assert_int_equal(nearest.distance, distance);
  }
}

static void assert_nearest(const char *wanted, const char *expected) {
  static const char *const words[] = {"aliases", "avoid", "category", "see", "source", "status"};
  Nearest nearest = nearest_to(slice_of(wanted));
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    nearest_offer(&nearest, slice_of(words[i]));
  assert_true(slice_eq(nearest.best, slice_of(expected)));
}

static void test_mistakes_of_typing(void **state) {
  (void)state;
  assert_nearest("alises", "aliases");
  assert_nearest("cateogry", "category");
  assert_nearest("Stauts", "status");
  assert_nearest("soruce", "source");
  assert_nearest("sea", "see");
  assert_nearest("weather", "");
  assert_nearest("", "");
}

static void test_order_of_offers_does_not_matter(void **state) {
  (void)state;
  Nearest one = nearest_to(SLICE("bat")), other = one;
  nearest_offer(&one, SLICE("cat"));
  nearest_offer(&one, SLICE("bar"));
  nearest_offer(&other, SLICE("bar"));
  nearest_offer(&other, SLICE("cat"));
  assert_true(slice_eq(one.best, SLICE("bar")));
  assert_true(slice_eq(other.best, SLICE("bar")));
}

static void test_long_words_are_left_alone(void **state) {
  (void)state;
  char word[65];
  memset(word, 'x', sizeof word);
  Nearest nearest = nearest_to(slice_new(word, sizeof word));
  nearest_offer(&nearest, slice_new(word, sizeof word - 1));
  assert_int_equal(nearest.best.len, 0);
}

// What may be mended without being looked at.
static void test_a_slip_is_one_letter(void **state) {
  (void)state;
  static const struct {
    const char *written, *meant;
    bool slip;
  } CASES[] = {
      {"staus", "status", true},     {"statu", "status", true},   {"tatus", "status", true},
      {"statuss", "status", true},   {"sttatus", "status", true}, {"sttaus", "status", true},
      {"statsu", "status", true},    {"tsatus", "status", true},  {"STAUS", "status", true},
      {"status", "status", false},   {"stetus", "status", false}, {"xstatus", "status", false},
      {"statuse", "status", false},  {"stts", "status", false},   {"sutats", "status", false},
      {"se", "see", false},          {"sse", "see", false},       {"", "see", false},
      {"staatuss", "status", false},
  };
  for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
    if (is_slip(slice_of(CASES[i].written), slice_of(CASES[i].meant)) != CASES[i].slip)
      fail_msg("%s for %s", CASES[i].written, CASES[i].meant);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_distance_is_the_plain_one),
      cmocka_unit_test(test_mistakes_of_typing),
      cmocka_unit_test(test_order_of_offers_does_not_matter),
      cmocka_unit_test(test_long_words_are_left_alone),
      cmocka_unit_test(test_a_slip_is_one_letter),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
