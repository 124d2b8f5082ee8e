#include <glossary/words/words.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

typedef Array(char) Buffer;

// A token is written as it is, a sign in <>, a symbol in (); between them what the joint is:
// nothing,
// `_`, a blank (`-` when there is a hyphen), or `|`.
static void write_token(Buffer *out, Slice text, const Prose *prose, Token token, bool first) {
  static const char *const JOINTS[] = {"", "_", " ", "|"};
  static const char *const OPEN[] = {"", "<", "("}, *const CLOSE[] = {"", ">", ")"};
  const char *joint = token.hyphen ? "-" : JOINTS[token.before];
  if (!first) array_append(out, joint, strlen(joint));
  array_append(out, OPEN[token.kind], strlen(OPEN[token.kind]));
  FoldBuffer letters = {0};
  Slice word = token_letters(text, prose, &token, &letters);
  array_append(out, word.ptr, word.len);
  array_free(&letters);
  array_append(out, CLOSE[token.kind], strlen(CLOSE[token.kind]));
}

static void check_prose(const char *text, const Prose *prose, const char *wanted) {
  Tokens tokens = {0};
  Buffer out = {0};
  words_split(slice_of(text), prose, &tokens);
  for (size_t i = 0; i < tokens.len; i++)
    write_token(&out, slice_of(text), prose, tokens.items[i], i == 0);
  if (!slice_eq(slice_new(out.items, out.len), slice_of(wanted)))
    fail_msg("[%s]: [%.*s], not [%s]", text, (int)out.len, out.items, wanted);
  array_free(&out);
  array_free(&tokens);
}

static void check(const char *text, const char *wanted) {
  check_prose(text, NULL, wanted);
}

static void words_and_symbols(void **state) {
  (void)state;
  check("", "");
  check("fine-tuning of C++'s kernel", "fine-tuning of C(+)(+)(')s kernel");
  check("l0 3D GPT-4", "l0 3D GPT-4");
  check("Node.js, a & b", "Node(.)js(,) a (&) b");
  check("p\u00E8re pe\u0300re", "p\u00E8re pe\u0300re");
  check("caf\xC3", "caf(\xC3)");
  check("a\x01z", "a(\x01)z");
}

static void joints(void **state) {
  (void)state;
  check("a\u00A0b\tc  d", "a b c d");
  check("a\nb\r\nc\rd", "a b c d");
  check("a\n\nb\r\n\r\nc\n \nd", "a|b|c|d");
  check("a-\nb a\u2010b a\u2011b", "a-b a-b a-b");
  check("a - b -c a-- b->c --d", "a (-) b (-)c a(-)(-) b(-)(>)c (-)(-)d");
  check("snake_case _x a__b c_", "snake_case (_)x a(_)(_)b c");
}

static void invisible_characters(void **state) {
  (void)state;
  check("ker\u00ADnel a\u200Bb \uFEFFc\u200D", "ker\u00ADnel a b c");
}

static void signs(void **state) {
  (void)state;
  check("\u6CE8\u6587 3D\u6CE8", "<\u6CE8><\u6587> 3D<\u6CE8>");
  check("\uC0AC\u1109\u1161", "<\uC0AC><\u1109\u1161>"); // a syllable, and one in two letters
  check("\u304B\u3099\uFF76\uFF9E", "<\u304B\u3099><\uFF76\uFF9E>"); // voiced
  check("\u0E17\u0E35\u3002", "<\u0E17\u0E35>(\u3002)");
}

static void parts_of_prose(void **state) {
  (void)state;
  Part parts[] = {
      {{0, 2}, PART_APART}, {{4, 6}, PART_JOINED}, {{7, 9}, PART_SPACED}, {{9, 11}, PART_APART}};
  Prose prose = {.parts = {.items = parts, .len = 4}};
  check_prose("ab**cd-efgh", &prose, "abcd ef|gh");
  Part hyphen[] = {{{0, 3}, PART_APART}, {{5, 7}, PART_JOINED}};
  prose.parts.items = hyphen, prose.parts.len = 2;
  check_prose("ab-**cd", &prose, "ab-cd");
  prose.parts.len = 0;
  check_prose("nothing", &prose, "");
}

static void a_copy_of_a_splitter_goes_on_alike(void **state) {
  (void)state;
  Slice text = SLICE("fine-tuning of\n\nC++'s \u6CE8\u6587, snake_case - end-");
  Tokens whole = {0};
  words_split(text, NULL, &whole);
  Splitter splitter = splitter_new(text, NULL), copy = splitter;
  Token token;
  for (size_t i = 0; i < whole.len; i++, copy = splitter) {
    assert_true(splitter_next(&splitter, &token));
    assert_true(splitter_next(&copy, &token));
    assert_memory_equal(&token.range, &whole.items[i].range, sizeof token.range);
  }
  assert_false(splitter_next(&splitter, &token));
  array_free(&whole);
}

static void check_case(WordCase wanted, const char *word) {
  if (word_case(slice_of(word)) != wanted) fail_msg("%s", word);
}

static void words_that_are_particular_about_case(void **state) {
  (void)state;
  static const char *const particular[] = {"WHO",  "IT", "kNN",  "LangChain", "LaMDA",
                                           "LLMs", "C",  "GPT4", "\u00C9A"};
  static const char *const ordinary[] = {"Kernel", "who", "BLEURT", "\u00C9a", "x4"};
  static const char *const caseless[] = {"4", "", "\u6CE8", "+"};
  for (size_t i = 0; i < sizeof particular / sizeof *particular; i++)
    check_case(WORD_PARTICULAR, particular[i]);
  for (size_t i = 0; i < sizeof ordinary / sizeof *ordinary; i++)
    check_case(WORD_ORDINARY, ordinary[i]);
  for (size_t i = 0; i < sizeof caseless / sizeof *caseless; i++)
    check_case(WORD_CASELESS, caseless[i]);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_and_symbols),
      cmocka_unit_test(joints),
      cmocka_unit_test(invisible_characters),
      cmocka_unit_test(signs),
      cmocka_unit_test(parts_of_prose),
      cmocka_unit_test(a_copy_of_a_splitter_goes_on_alike),
      cmocka_unit_test(words_that_are_particular_about_case),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
