// The index against a matcher that compares every stretch of a text with every form, on random
// small cases over a small alphabet. Half of the texts are documents whose running text is in
// parts, with markup between them. A case that fails is made smaller before it is shown.
#include "index_case.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { CASES = 24000 };

// --- the index ---

static bool admits(const void *context, uint32_t entry) {
  return entry != ((const Case *)context)->refused;
}

static Index *layer_of(const Case *c, uint32_t first, uint32_t end) {
  char bytes[FORMS_MAX][CASE_BYTES];
  IndexForm forms[FORMS_MAX];
  for (uint32_t i = first; i < end; i++)
    forms[i - first] = (IndexForm){.entry = i,
                                   .text = chain_text(&c->forms[i], bytes[i]),
                                   .role = c->avoid[i] ? FORM_AVOID : FORM_ALIAS,
                                   .match = c->modes[i]};
  return index_new(forms, end - first);
}

static void fast_scan(const Case *c, Slice text, FoundList *out) {
  Index *layers[] = {layer_of(c, 0, c->first_layer), layer_of(c, c->first_layer, c->form_count)};
  Prose prose = parts_of(text);
  Matches matches = {0};
  Scan scan = {.text = text,
               .prose = c->seam_count ? &prose : NULL,
               .around = c->pointed ? &c->around : NULL,
               .selection = c->selection,
               .ignore_case = c->ignore_case,
               .identifiers = c->identifiers,
               .avoided = c->avoided,
               .off_case = c->off_case,
               .admits = admits,
               .context = c};
  index_scan((const Index *const *)layers, 2, &scan, &matches);
  for (size_t i = 0; i < matches.len; i++)
    *array_push(out) = (Found){.range = matches.items[i].range,
                               .entry = matches.items[i].entry,
                               .off_case = matches.items[i].off_case};
  array_free(&matches);
  prose_free(&prose);
  index_delete(layers[0]);
  index_delete(layers[1]);
}

// --- comparing ---

static bool same_found(FoundList *a, FoundList *b) {
  if (a->len != b->len) return false;
  if (!a->len) return true;
  qsort(a->items, a->len, sizeof *a->items, found_by_place);
  qsort(b->items, b->len, sizeof *b->items, found_by_place);
  for (size_t i = 0; i < a->len; i++)
    if (found_by_place(&a->items[i], &b->items[i]) != 0 ||
        a->items[i].off_case != b->items[i].off_case)
      return false;
  return true;
}

static bool holds(const Case *c, FoundList *naive, FoundList *fast) {
  char bytes[CASE_BYTES];
  Slice text = document_of(c, bytes);
  naive->len = fast->len = 0;
  naive_scan(c, text, naive);
  fast_scan(c, text, fast);
  return same_found(naive, fast);
}

static size_t found_in_all, off_case_in_all; // a test that never finds anything tests nothing

static bool is_good(const Case *c) {
  FoundList naive = {0}, fast = {0};
  bool result = holds(c, &naive, &fast);
  found_in_all += fast.len;
  for (size_t i = 0; i < fast.len; i++) off_case_in_all += fast.items[i].off_case;
  array_free(&naive);
  array_free(&fast);
  return result;
}

// --- making a failing case smaller ---

static Chain without(Chain chain, uint32_t at) {
  memmove(chain.pieces + at, chain.pieces + at + 1, chain.len - at - 1);
  chain.len--;
  return chain;
}

static bool shrink_chain(Case *c, Chain *chain) {
  for (uint32_t i = 0; i < chain->len; i++) {
    Chain whole = *chain;
    *chain = without(whole, i);
    if (!is_good(c)) return true;
    *chain = whole;
  }
  return false;
}

static bool shrink_seams(Case *c) {
  for (uint32_t i = 0; i < c->seam_count; i++) {
    Case whole = *c;
    c->seams[i] = c->seams[--c->seam_count];
    if (!is_good(c)) return true;
    *c = whole;
  }
  return false;
}

static Case shrink(Case c) {
  for (bool smaller = true; smaller;) {
    smaller = shrink_chain(&c, &c.text) || shrink_seams(&c);
    for (uint32_t i = 0; i < c.form_count; i++) smaller |= shrink_chain(&c, &c.forms[i]);
  }
  return c;
}

static void show_found(const char *who, const FoundList *found) {
  print_error("  %s:", who);
  for (size_t i = 0; i < found->len; i++)
    print_error(" %u-%u form %u%s;", found->items[i].range.start, found->items[i].range.end,
                found->items[i].entry, found->items[i].off_case ? " off case" : "");
  print_error("\n");
}

static void show(Case c, uint32_t seed) {
  char bytes[CASE_BYTES];
  FoundList naive = {0}, fast = {0};
  c = shrink(c);
  holds(&c, &naive, &fast);
  print_error("seed %u, selection %d, refused %u, ignore case %d, identifiers %d, off case %d, "
              "first layer %u\n",
              seed, c.selection, c.refused, c.ignore_case, c.identifiers, c.off_case,
              c.first_layer);
  for (uint32_t i = 0; i < c.form_count; i++)
    print_error("  form %u, mode %d: [%.*s]\n", i, c.modes[i],
                SLICE_FMT(chain_text(&c.forms[i], bytes)));
  if (c.pointed) print_error("  around %u-%u\n", c.around.start, c.around.end);
  print_error("  text, with parts apart by \\1 joined \\2 spaced \\3 apart: [%.*s]\n",
              SLICE_FMT(document_of(&c, bytes)));
  show_found("naive", &naive);
  show_found("index", &fast);
  array_free(&naive);
  array_free(&fast);
}

static void the_index_finds_what_a_naive_matcher_finds(void **state) {
  (void)state;
  uint32_t seed = random_state = random_seed();
  print_message("SEED=%u\n", seed);
  for (int i = 0; i < CASES; i++) {
    Case c = random_case();
    if (is_good(&c)) continue;
    show(c, seed);
    fail();
  }
  assert_true(found_in_all > CASES);
  assert_true(off_case_in_all > CASES / 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_index_finds_what_a_naive_matcher_finds)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
