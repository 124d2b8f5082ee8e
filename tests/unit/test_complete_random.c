// What is proposed is what a naive completion proposes, which looks at every form in every way and
// sorts all of them. SEED=n or SEED=new: with other numbers (random.h).
#include "random.h"

#include <glossary/complete/likeness.h>
#include <glossary/complete/natural.h>
#include <glossary/complete/typed.h>
#include <glossary/match/query.h>
#include <glossary/words/name.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { CASES = 12000, FORMS_MAX = 14, FORM_PIECES = 7, TEXT_PIECES = 7, BYTES = 128, FILES = 3 };

// Letters and words that are likely to meet again, then what stands between them.
static const char *const PIECES[] = {
    "a",    "k",  "d",    "kd",      "kdi",     "know",         "kno",          "Know",
    "dist", "di", "Dist", "ill",     "of",      "the",          "is",           "DIST",
    "KD",   "e",  "is",   "\u00E9k", "\u0436",  "\u0436\u0438", "\u6CE8",       "\u6587",
    "+",    "4",  "k4",   "\u00DF",  "distill", "knowledge",    "distillation", " ",
    " ",    " ",  " ",    " ",       "-",
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, JOINTS_FROM = 31, FEW_PIECES = 5 };

typedef struct {
  uint8_t pieces[FORM_PIECES];
  uint32_t len;
} Chain;

typedef struct {
  Chain forms[FORMS_MAX], text;
  uint8_t file[FORMS_MAX], status[FORMS_MAX];
  uint32_t form_count;
} Case;

static Slice chain_text(const Chain *chain, char *out) {
  size_t len = 0;
  for (uint32_t i = 0; i < chain->len; i++) {
    size_t piece = strlen(PIECES[chain->pieces[i]]);
    memcpy(out + len, PIECES[chain->pieces[i]], piece);
    len += piece;
  }
  return slice_new(out, len);
}

static Chain random_chain(uint32_t max, const uint8_t *few) {
  Chain chain = {.len = 1 + random_below(max)};
  for (uint32_t i = 0; i < chain.len; i++) {
    bool joint = i % 2 == 1 && random_below(8);
    if (joint)
      chain.pieces[i] = (uint8_t)(JOINTS_FROM + random_below(PIECE_COUNT - JOINTS_FROM));
    else
      chain.pieces[i] =
          random_below(6) ? few[random_below(FEW_PIECES)] : (uint8_t)random_below(PIECE_COUNT);
  }
  return chain;
}

// A form of which some pieces are left out.
static void plant(Case *c) {
  const Chain *form = &c->forms[random_below(c->form_count)];
  c->text.len = 0;
  for (uint32_t i = 0; i < form->len; i++)
    if (random_below(4)) c->text.pieces[c->text.len++] = form->pieces[i];
}

static Case random_case(void) {
  uint8_t few[FEW_PIECES];
  for (int i = 0; i < FEW_PIECES; i++) few[i] = (uint8_t)random_below(JOINTS_FROM);
  Case c = {.form_count = 1 + random_below(FORMS_MAX), .text = random_chain(TEXT_PIECES, few)};
  for (uint32_t i = 0; i < c.form_count; i++) {
    c.forms[i] = random_chain(FORM_PIECES, few);
    c.file[i] = (uint8_t)random_below(FILES);
    c.status[i] = (uint8_t)random_below(2);
  }
  if (random_below(3)) plant(&c);
  return c;
}

// --- the glossary ---

// The last one does not apply to the document.
static const char *const PATHS[FILES] = {"/w/a.gloss", "/w/d/b.gloss", "/v/c.gloss"};
#define DOCUMENT SLICE("/w/d/text.md")

static Store *store_of(const Case *c) {
  Store *store = store_new();
  for (int file = 0; file < FILES; file++) {
    Array(char) bytes = {0};
    for (uint32_t i = 0; i < c->form_count; i++) {
      if (c->file[i] != file) continue;
      char form[BYTES], entry[BYTES * 2];
      int len = snprintf(entry, sizeof entry, "## w\n- aliases: %.*s\n%s\nX.\n\n",
                         SLICE_FMT(chain_text(&c->forms[i], form)),
                         c->status[i] ? "- status: deprecated\n" : "");
      array_append(&bytes, entry, (size_t)len);
    }
    GlossaryFile *made =
        glossary_file_new(slice_of(PATHS[file]), file == 2 ? SLICE("/v") : SLICE("/w"),
                          slice_new(bytes.items, bytes.len));
    StoreChange change = store_put(store, made);
    store_change_free(&change);
    array_free(&bytes);
  }
  return store;
}

// --- the naive completion ---

static Slice rest_of(Slice s, size_t from) {
  return slice_from(s, from);
}

static bool reads_on(Slice name, Slice typed) {
  if (!typed.len) return true;
  if (name.len && name.ptr[0] == typed.ptr[0] && reads_on(rest_of(name, 1), rest_of(typed, 1)))
    return true;
  return name.len && name.ptr[0] == ' ' && typed.ptr[0] != ' ' && reads_on(rest_of(name, 1), typed);
}

static bool next_word(Slice *name) {
  size_t at = 0;
  while (at < name->len && name->ptr[at] != ' ') at++;
  if (at == name->len) return false;
  *name = rest_of(*name, at + 1);
  return true;
}

static Slice first_word(Slice name) {
  size_t len = 0;
  while (len < name.len && name.ptr[len] != ' ') len++;
  return slice_to(name, len);
}

static bool small(Slice word) {
  return word_is_small(word.ptr, word.len);
}

// Each typed word begins one of the words from this one on, the first one this.
static bool words_begin(Slice name, Slice typed) {
  Slice piece = first_word(typed), rest = rest_of(typed, piece.len + 1);
  if (!slice_starts_with(name, piece)) return false;
  if (!rest.len) return true;
  while (next_word(&name))
    if (words_begin(name, rest)) return true;
  return false;
}

static bool whole_characters(Slice s) {
  return !s.len || ((uint8_t)s.ptr[0] & 0xC0) != 0x80;
}

static bool spells(Slice name, Slice letters, bool from_first) {
  if (!letters.len) return true;
  if (!name.len) return false;
  Slice word = first_word(name), next = name;
  bool more = next_word(&next);
  if (!more) next = (Slice){0};
  if (small(word) && more && !from_first && spells(next, letters, false)) return true;
  for (size_t len = 1; len <= word.len && len <= letters.len; len++) {
    if (!slice_starts_with(word, slice_to(letters, len))) break;
    Slice rest = rest_of(letters, len);
    if (!whole_characters(rest)) continue;
    if (rest.len ? spells(next, rest, false) : !small(word)) return true;
  }
  return false;
}

// Letters by code points; the last place used is as near as can be.
static bool scattered(Slice name, Slice typed, uint32_t *left_out) {
  uint32_t out = 0, at = 0;
  for (size_t i = 0; i < typed.len;) {
    size_t len = 1;
    while (i + len < typed.len && !whole_characters(rest_of(typed, i + len))) len++;
    Slice letter = slice_range(typed, (Range){(uint32_t)i, (uint32_t)(i + len)});
    while (at < name.len && !slice_starts_with(rest_of(name, at), letter)) {
      if (i == 0) return false;
      out += name.ptr[at] != ' ' && whole_characters(rest_of(name, at));
      at++;
    }
    if (at == name.len) return false;
    at += (uint32_t)len;
    i += len;
  }
  *left_out = out;
  return true;
}

static uint32_t words_in(Slice name) {
  uint32_t count = 1;
  while (next_word(&name)) count++;
  return count;
}

typedef struct {
  size_t first;
  Likeness how;
  uint32_t excess, distance;
  Entry *entry;
  Slice form, rest;
} Guess;

typedef struct {
  const Typed *typed;
  Array(Guess) guesses, scattered;
  bool left_out;
} Naive;

static bool tells_all(Slice name) {
  while (true) {
    Slice word = first_word(name);
    if (small(word)) return false;
    if (!next_word(&name)) return true;
    if (name_letters(word) < 2) return false;
  }
}

static bool any_symbol(const Typed *typed, size_t first) {
  for (size_t i = first; i < typed->words.len; i++)
    if (typed->words.items[i].symbol) return true;
  return false;
}

static void guess_starts(Naive *self, Guess guess, Slice name, Slice typed) {
  bool one_word = !memchr(typed.ptr, ' ', typed.len);
  if (name_letters(typed) < 2 || !tells_all(typed) || any_symbol(self->typed, guess.first)) return;
  guess.how = LIKE_STARTS;
  for (Slice rest = name;;) {
    guess.rest = rest;
    guess.excess = words_in(rest);
    bool first = rest.ptr == name.ptr;
    bool begins_here =
        first || (!one_word && first_word(typed).len >= LIKE_WORD_MIN && !small(first_word(rest)));
    if (begins_here && (one_word ? spells(rest, typed, true) : words_begin(rest, typed)))
      *array_push(&self->guesses) = guess;
    if (!next_word(&rest)) return;
  }
}

static void guess_words(Naive *self, Guess guess, Slice name, Slice typed) {
  if (typed.len < LIKE_WORD_MIN || small(typed)) return;
  guess.how = LIKE_WORD;
  while (next_word(&name)) {
    guess.rest = name;
    bool word = byte_is_letter(*name.ptr) || byte_is_digit(*name.ptr) || (uint8_t)*name.ptr >= 0x80;
    if (word && !small(first_word(name)) && reads_on(name, typed))
      *array_push(&self->guesses) = guess;
  }
}

static void guess_letters(Naive *self, Guess guess, Slice name, Slice typed) {
  bool last = guess.first + 1 == self->typed->words.len;
  if (!last || name_letters(typed) < 3 || small(typed) || any_symbol(self->typed, guess.first))
    return;
  guess.how = LIKE_LETTERS;
  guess.rest = name;
  if (!scattered(name, typed, &guess.excess)) return;
  if (guess.excess * 2 <= name_letters(typed))
    *array_push(&self->scattered) = guess;
  else
    self->left_out = true;
}

static void guess_all(Naive *self, Guess guess, Slice name) {
  for (size_t first = 0; first < self->typed->words.len; first++) {
    Slice typed = typed_name(self->typed, first);
    guess.first = first;
    guess.rest = name;
    guess.how = LIKE_PREFIX;
    if (reads_on(name, typed)) *array_push(&self->guesses) = guess;
    if (self->typed->joint) continue;
    guess_words(self, guess, name, typed);
    guess_starts(self, guess, name, typed);
    guess_letters(self, guess, name, typed);
  }
}

#define ORDER(x, y)                                                                                \
  if ((x) != (y)) return (x) < (y) ? -1 : 1

static int by_goodness(const void *left, const void *right) {
  const Guess *a = left, *b = right;
  ORDER(a->first, b->first);
  ORDER(a->how, b->how);
  ORDER(a->excess, b->excess);
  ORDER(a->distance, b->distance);
  ORDER(a->entry->status, b->entry->status);
  int order = slice_cmp(a->rest, b->rest);
  if (!order) order = slice_cmp(a->form, b->form);
  if (!order) order = slice_cmp(a->entry->file->path, b->entry->file->path);
  if (order) return order;
  ORDER(a->entry->index, b->entry->index);
  return 0;
}

typedef struct {
  Slice label, form;
  Entry *entry;
  uint32_t start;
} Offer;

typedef struct {
  Offer items[FORMS_MAX * 4];
  uint32_t count;
  Slice forms[FORMS_MAX * 4]; // all that were looked at
  uint32_t form_count;
  bool incomplete;
} Offers;

// False: there is no room for another one.
static bool offer(Offers *offers, Offer added, uint32_t limit) {
  if (offers->count >= limit) return false;
  for (uint32_t i = 0; i < offers->form_count; i++)
    if (slice_eq(offers->forms[i], added.form)) return true;
  offers->forms[offers->form_count++] = added.form;
  for (uint32_t i = 0; i < offers->count; i++)
    if (slice_eq(offers->items[i].label, added.label)) return true;
  offers->items[offers->count++] = added;
  return true;
}

static Offer offer_of(const Naive *self, const Guess *guess, Slice text, Arena *arena) {
  uint32_t start = self->typed->words.items[guess->first].start;
  Slice typed = slice_from(text, start);
  Slice label = guess->how == LIKE_PREFIX ? natural_case(guess->form, typed, arena)
                                          : natural_hint(guess->form, typed, false, arena);
  return (Offer){label, guess->form, guess->entry, start};
}

static void sort_guesses(Guess *guesses, size_t count) {
  if (count) qsort(guesses, count, sizeof *guesses, by_goodness);
}

static Offers naive_offers(Naive *self, Slice text, Arena *arena) {
  enum { FEW = 10 };
  Offers result = {0};
  sort_guesses(self->guesses.items, self->guesses.len);
  sort_guesses(self->scattered.items, self->scattered.len);
  for (size_t i = 0; i < self->guesses.len; i++)
    offer(&result, offer_of(self, &self->guesses.items[i], text, arena), UINT32_MAX);
  bool few = result.count < FEW;
  for (size_t i = 0; few && i < self->scattered.len; i++)
    self->left_out |= !offer(&result, offer_of(self, &self->scattered.items[i], text, arena), FEW);
  Slice last = typed_name(self->typed, self->typed->words.len - 1);
  bool early = self->typed->joint || last.len < LIKE_WORD_MIN || small(last);
  const char *space = memchr(last.ptr, ' ', last.len);
  assert_true(!space || self->typed->joint);
  result.incomplete = !few || self->left_out || early;
  return result;
}

static Offers naive_complete(const Store *store, Slice text, Arena *arena) {
  Naive self = {0};
  Offers result = {0};
  Typed typed = typed_words(text, (uint32_t)text.len);
  self.typed = &typed;
  for (uint32_t id = 0; id < store_next_id(store); id++) {
    Entry *entry = store_entry(store, id);
    Scope scope = {DOCUMENT};
    if (!scope_admits(scope, entry->file)) continue;
    Guess guess = {.entry = entry, .distance = scope_distance(scope, entry->file)};
    for (uint32_t i = 0; i < entry->form_count; i++) {
      guess.form = entry->forms[i].text;
      guess_all(&self, guess, name_key(guess.form, arena));
    }
  }
  if (typed.words.len) result = naive_offers(&self, text, arena);
  array_free(&self.guesses);
  array_free(&self.scattered);
  typed_free(&typed);
  return result;
}

// --- comparing ---

static bool same_offers(const Offers *naive, const Completions *found) {
  if (naive->count != found->count || naive->incomplete != found->incomplete) return false;
  for (uint32_t i = 0; i < naive->count; i++) {
    const Offer *a = &naive->items[i];
    const Completion *b = &found->items[i];
    if (!slice_eq(a->label, b->label) || a->entry != b->entry || a->start != b->typed.start)
      return false;
  }
  return true;
}

static size_t offered_in_all; // a test that never finds anything tests nothing

static void show(const Case *c, const Offers *naive, const Completions *found) {
  char bytes[BYTES];
  for (uint32_t i = 0; i < c->form_count; i++)
    print_error("  form [%.*s] in %s, status %u\n", SLICE_FMT(chain_text(&c->forms[i], bytes)),
                PATHS[c->file[i]], c->status[i]);
  print_error("  text [%.*s]\n  naive:", SLICE_FMT(chain_text(&c->text, bytes)));
  for (uint32_t i = 0; i < naive->count; i++)
    print_error(" [%.*s]@%u", SLICE_FMT(naive->items[i].label), naive->items[i].start);
  print_error("%s\n  found:", naive->incomplete ? " and more" : "");
  for (uint32_t i = 0; i < found->count; i++)
    print_error(" [%.*s]@%u", SLICE_FMT(found->items[i].label), found->items[i].typed.start);
  print_error("%s\n", found->incomplete ? " and more" : "");
}

static bool is_good(const Case *c, bool shown) {
  char bytes[BYTES];
  Arena *arena = arena_new();
  Store *store = store_of(c);
  Terms *terms = terms_new(store);
  Slice text = chain_text(&c->text, bytes);
  Offers naive = naive_complete(store, text, arena);
  Completions found =
      query_completions(terms, (Scope){DOCUMENT}, NULL, text, (uint32_t)text.len, arena);
  bool good = same_offers(&naive, &found);
  offered_in_all += found.count;
  if (shown) show(c, &naive, &found);
  terms_delete(terms);
  store_delete(store);
  arena_delete(arena);
  return good;
}

// --- making a failing case smaller ---

static Case without_form(Case c, uint32_t at) {
  c.form_count--;
  for (uint32_t i = at; i < c.form_count; i++) {
    c.forms[i] = c.forms[i + 1];
    c.file[i] = c.file[i + 1];
    c.status[i] = c.status[i + 1];
  }
  return c;
}

static bool shrink_chain(Case *c, Chain *chain) {
  for (uint32_t i = 0; chain->len > 1 && i < chain->len; i++) {
    Chain whole = *chain;
    memmove(chain->pieces + i, chain->pieces + i + 1, chain->len - i - 1);
    chain->len--;
    if (!is_good(c, false)) return true;
    *chain = whole;
  }
  return false;
}

static bool shrink_forms(Case *c) {
  for (uint32_t i = 0; c->form_count > 1 && i < c->form_count; i++) {
    Case smaller = without_form(*c, i);
    if (is_good(&smaller, false)) continue;
    *c = smaller;
    return true;
  }
  return false;
}

static Case shrink(Case c) {
  for (bool smaller = true; smaller;) {
    smaller = shrink_forms(&c) || shrink_chain(&c, &c.text);
    for (uint32_t i = 0; i < c.form_count; i++) smaller |= shrink_chain(&c, &c.forms[i]);
  }
  return c;
}

static void what_is_proposed_is_what_a_naive_completion_proposes(void **state) {
  (void)state;
  uint32_t seed = random_state = random_seed();
  print_message("SEED=%u\n", seed);
  for (int i = 0; i < CASES; i++) {
    Case c = random_case();
    if (is_good(&c, false)) continue;
    c = shrink(c);
    print_error("SEED=%u\n", seed);
    is_good(&c, true);
    fail();
  }
  assert_true(offered_in_all > CASES / 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_proposed_is_what_a_naive_completion_proposes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
