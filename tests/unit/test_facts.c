// What entries have in common, kept through edits, is what a fresh reading finds; and where
// sentences begin and end.
#include "random.h"

#include <glossary/glossary.h>
#include <glossary/lint/facts.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

// --- sentences ---

static void assert_sentences(const char *body, const char *const *wanted, size_t count) {
  SentenceFacts found = {0};
  sentences_read(slice_of(body), 7, &found);
  assert_int_equal(found.len, count);
  for (size_t i = 0; i < count; i++) {
    Slice sentence = slice_range(
        slice_of(body), (Range){found.items[i].range.start - 7, found.items[i].range.end - 7});
    if (!slice_eq(sentence, slice_of(wanted[i])))
      fail_msg("found [%.*s], wanted [%s]", SLICE_FMT(sentence), wanted[i]);
  }
  array_free(&found);
}

#define SENTENCES(body, ...)                                                                       \
  do {                                                                                             \
    const char *const wanted_[] = {__VA_ARGS__};                                                   \
    assert_sentences(body, wanted_, sizeof wanted_ / sizeof *wanted_);                             \
  } while (0)

static void where_sentences_stand(void **state) {
  (void)state;
  SENTENCES("A keel is a long beam. It runs below the whole hull!\n", "A keel is a long beam.",
            "It runs below the whole hull!");
  SENTENCES("**A keel** is a\nlong (heavy) beam of *oak.*\n\nToo short.\n",
            "A keel** is a\nlong (heavy) beam of *oak.*");
  SENTENCES("It takes 3.5 tons, e.g. of lead, to do so.",
            "It takes 3.5 tons, e.g. of lead, to do so.");
  assert_sentences(
      "A line that is not a sentence of any kind\n\n# A heading is one of five words.\n", NULL, 0);
  SENTENCES("```\nThis is code and no sentence at all.\n```\nBut this is one of five words.\n",
            "But this is one of five words.");
  SENTENCES("- A first item of five words.\n- And the second one has six.\n",
            "A first item of five words.", "And the second one has six.");
  assert_sentences("| A | cell | of | a | table. |\n", NULL, 0);
}

static uint64_t only_hash(const char *body) {
  SentenceFacts found = {0};
  sentences_read(slice_of(body), 0, &found);
  assert_int_equal(found.len, 1);
  uint64_t hash = found.items[0].hash;
  array_free(&found);
  return hash;
}

static void sentences_that_read_the_same(void **state) {
  (void)state;
  uint64_t hash = only_hash("A keel is a long beam.");
  assert_true(hash == only_hash("a **Keel**\nis a  long `beam`."));
  assert_true(hash != only_hash("A keel is a long bream."));
  assert_true(hash != only_hash("A keel is along a beam."));
}

// --- kept through edits ---

static const char *const PIECES[] = {
    "## A\n",
    "## B\n",
    "## C (x)\n",
    "- category: Deck parts\n",
    "- category: deck part\n",
    "- category: deck-parts\n",
    "- category: Hull\n",
    "- broader: [[A]], B\n",
    "- broader: C (x)\n",
    "\nA keel is a long beam.\n",
    "\na KEEL is a **long** beam.\n",
    "\nAnother one of just five words.\n",
    "\n```\n",
    "\n",
    " ",
    "x",
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, ROUNDS = 60, EDITS = 40 };

static Facts *fresh(const Store *store, Names **names) {
  EntryIds touched = {0};
  *names = names_new(store);
  Facts *facts = facts_new(store, *names);
  assert_true(facts_survey(facts, SIZE_MAX, &touched));
  array_free(&touched);
  return facts;
}

static void assert_same_sentences(const Facts *kept, const Facts *made, uint32_t id) {
  size_t a_count, b_count, a_sharers, b_sharers;
  const SentenceFact *a = facts_sentences(kept, id, &a_count);
  const SentenceFact *b = facts_sentences(made, id, &b_count);
  assert_int_equal(a_count, b_count);
  for (size_t i = 0; i < a_count; i++) {
    assert_memory_equal(&a[i].range, &b[i].range, sizeof a[i].range);
    const uint32_t *with_a = facts_with_sentence(kept, a[i].hash, &a_sharers);
    const uint32_t *with_b = facts_with_sentence(made, b[i].hash, &b_sharers);
    assert_int_equal(a_sharers, b_sharers);
    assert_memory_equal(with_a, with_b, a_sharers * sizeof *with_a);
  }
}

static void assert_same(const Store *store, const Facts *kept) {
  Names *names;
  Facts *made = fresh(store, &names);
  for (uint32_t id = 0; id < store_next_id(store); id++) {
    if (!store_entry(store, id)) continue;
    size_t a, b;
    Slice category = facts_category(kept, id), wanted = facts_category(made, id);
    assert_true(slice_eq(category, wanted));
    assert_same_sentences(kept, made, id);
    facts_broader(kept, id, &a);
    facts_broader(made, id, &b);
    assert_int_equal(a, b);
  }
  facts_delete(made);
  names_delete(names);
}

static void edit_somewhere(Store *store, GlossaryFile *file, Names *names, Facts *facts) {
  uint32_t len = text_len(file->text), start = random_below(len + 1);
  uint32_t end = start + random_below(len - start < 12 ? len - start + 1 : 12);
  StoreChange change =
      store_edit(store, file, (Range){start, end}, slice_of(PIECES[random_below(PIECE_COUNT)]));
  NameIds names_touched = {0};
  EntryIds touched = {0};
  names_apply(names, &change, &names_touched);
  facts_apply(facts, &change, &touched);
  if (random_below(3)) facts_survey(facts, random_below(4), &touched);
  store_change_free(&change);
  array_free(&names_touched);
  array_free(&touched);
}

static void kept_facts_are_those_of_a_fresh_reading(void **state) {
  (void)state;
  random_state = random_seed();
  for (int round = 0; round < ROUNDS; round++) {
    Store *store = store_new();
    StoreChange change =
        store_put(store, glossary_file_new(SLICE("/a.gloss"), (Slice){0}, SLICE("## A\n\nA.\n")));
    GlossaryFile *file = change.file;
    store_change_free(&change);
    Names *names;
    Facts *facts = fresh(store, &names);
    for (int i = 0; i < EDITS; i++) {
      EntryIds touched = {0};
      edit_somewhere(store, file, names, facts);
      facts_survey(facts, SIZE_MAX, &touched);
      assert_same(store, facts);
      array_free(&touched);
    }
    facts_delete(facts);
    names_delete(names);
    store_delete(store);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(where_sentences_stand),
      cmocka_unit_test(sentences_that_read_the_same),
      cmocka_unit_test(kept_facts_are_those_of_a_fresh_reading),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
