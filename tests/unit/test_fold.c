#include <glossary/base/fold.h>
#include <glossary/words/name.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(FoldBuffer *buffer, const char *wanted, const char *from) {
  if (!slice_eq(slice_new(buffer->items, buffer->len), slice_of(wanted)))
    fail_msg("%s: %.*s, not %s", from, (int)buffer->len, buffer->items, wanted);
  array_free(buffer);
}

static void words_are_folded(void **state) {
  (void)state;
  static const char *const words[][2] = {
      {"Kernel", "kernel"},
      {"Stra\u00DFe", "strasse"},
      {"P\u00E8re", "pere"},
      {"pe\u0300re", "pere"},
      {"\uFB01ne", "fine"},
      {"\uFF21\uFF29", "ai"},
      {"\u0130zmir", "izmir"},
      {"\u1112\u1161\u11AB", "\uD55C"},             // Hangul letters to a syllable
      {"\u0419\u043E\u0434", "\u0439\u043E\u0434"}, // the breve is a letter's own
      {"\u0401\u043B\u043A\u0430", "\u0435\u043B\u043A\u0430"},
      {"ker\u00ADnel", "kernel"},
      {"\u304B\u3099", "\u304C"}, // voicing is no diacritic
      {"", ""},
      {"A\xFF", "a\xFF"}, // not UTF-8: stays
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    FoldBuffer out = {0};
    fold_word(slice_of(words[i][0]), &out);
    check(&out, words[i][1], words[i][0]);
  }
}

static void case_and_marks_can_be_kept(void **state) {
  (void)state;
  FoldBuffer out = {0};
  fold_keeping(SLICE("P\u00E8re"), FOLD_KEEP_CASE, &out);
  check(&out, "Pere", "case");
  fold_keeping(SLICE("P\u00E8re"), FOLD_KEEP_MARKS, &out);
  check(&out, "p\u00E8re", "marks");
  fold_keeping(SLICE("Pe\u0300re"), FOLD_KEEP_CASE | FOLD_KEEP_MARKS, &out);
  check(&out, "P\u00E8re", "both");
}

static void long_words_are_folded_whole(void **state) {
  (void)state;
  enum { REPEATS = 1000 };
  FoldBuffer word = {0}, out = {0};
  for (int i = 0; i < REPEATS; i++) array_append(&word, "\u00DC", 2);
  fold_word(slice_new(word.items, word.len), &out);
  assert_int_equal(out.len, REPEATS);
  array_free(&word);
  array_free(&out);
}

// singular, plural
static const char *const NUMBERS[][2] = {
    {"void", "voids"},     {"bus", "buses"},       {"box", "boxes"},     {"cache", "caches"},
    {"entry", "entries"},  {"movie", "movies"},    {"class", "classes"}, {"batch", "batches"},
    {"bias", "biases"},    {"atlas", "atlases"},   {"gas", "gases"},     {"status", "statuses"},
    {"schema", "schemas"}, {"ratio", "ratios"},    {"hero", "heroes"},   {"day", "days"},
    {"house", "houses"},   {"lens", "lenses"},     {"axe", "axes"},      {"gpu", "gpus"},
    {"api", "apis"},       {"loss", "losses"},     {"die", "dies"},      {"corpus", "corpuses"},
    {"quiz", "quizes"},    {"canvas", "canvases"}, {"base", "bases"},    {"sky", "skies"},
    {"metric", "metrics"}, {"topic", "topics"},    {"panic", "panics"},
};

static FoldBuffer stem(const char *word) {
  FoldBuffer out = {0};
  fold_word(slice_of(word), &out);
  fold_stem(&out);
  return out;
}

static void a_plural_has_the_stem_of_its_singular(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
    FoldBuffer one = stem(NUMBERS[i][0]), many = stem(NUMBERS[i][1]);
    bool same = slice_eq(slice_new(one.items, one.len), slice_new(many.items, many.len));
    if (!same) fail_msg("%s and %s", NUMBERS[i][0], NUMBERS[i][1]);
    array_free(&one);
    array_free(&many);
  }
}

static bool agree(const char *a, const char *b) {
  bool result = fold_agree(slice_of(a), slice_of(b));
  assert_int_equal(result, fold_agree(slice_of(b), slice_of(a)));
  return result;
}

static void a_plural_agrees_with_its_singular(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
    if (!agree(NUMBERS[i][0], NUMBERS[i][1])) fail_msg("%s", NUMBERS[i][0]);
}

static void other_words_do_not_agree(void **state) {
  (void)state;
  static const char *const pairs[][2] = {
      {"new", "news"},
      {"len", "lens"},
      {"ga", "gas"},
      {"serie", "series"},
      {"clas", "class"},
      {"fine", "fined"},
      {"cache", "cachees"},
      {"daie", "days"},
      {"node", "nod"},
      {"i", "is"},
      {"dn", "dns"},
      {"DN", "DNS"},
      {"", "s"},
      {"fa", "fas"},
      {"y", "ies"},
      {"physic", "physics"},
      {"dynamic", "dynamics"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (agree(pairs[i][0], pairs[i][1])) fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
}

static void capitals_tell_an_abbreviation(void **state) {
  (void)state;
  assert_true(agree("VM", "VMs"));
  assert_true(agree("LLM", "LLMs"));
  assert_false(agree("LLM", "LLMS"));
}

static void names_keep_symbols_and_lose_the_kind_of_joint(void **state) {
  (void)state;
  FoldBuffer out = {0};
  name_fold(SLICE("  Fine-Tuning\u00A0of  C++ "), &out);
  check(&out, "fine tuning of c++", "name");
  name_fold(SLICE("a & b"), &out);
  check(&out, "a & b", "name");
  name_fold(SLICE(""), &out);
  check(&out, "", "name");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_are_folded),
      cmocka_unit_test(case_and_marks_can_be_kept),
      cmocka_unit_test(long_words_are_folded_whole),
      cmocka_unit_test(a_plural_has_the_stem_of_its_singular),
      cmocka_unit_test(a_plural_agrees_with_its_singular),
      cmocka_unit_test(other_words_do_not_agree),
      cmocka_unit_test(capitals_tell_an_abbreviation),
      cmocka_unit_test(names_keep_symbols_and_lose_the_kind_of_joint),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
