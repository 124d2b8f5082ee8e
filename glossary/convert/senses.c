#include "senses.h"

#include "../words/name.h"
#include "spaces.h"
#include "written.h"

#include <stdlib.h>

static Slice lower(Slice text, Arena *arena) {
  Slice copy = arena_copy(arena, text);
  for (size_t i = 0; i < copy.len; i++) ((char *)copy.ptr)[i] = byte_lower(copy.ptr[i]);
  return copy;
}

void senses_add(Senses *self, Slice name, Slice category, uint32_t index, Arena *arena) {
  *array_push(self) = (Sense){name, name_key(name, arena), lower(category, arena), 1, index};
}

// --- numbers ---

static int by_name(const void *a, const void *b) {
  const Sense *left = a, *right = b;
  int order = slice_cmp(left->key, right->key);
  return order ? order : slice_cmp(left->category, right->category);
}

static int by_number(const void *a, const void *b) {
  const Sense *left = a, *right = b;
  int order = by_name(a, b);
  if (!order) order = (left->number > right->number) - (left->number < right->number);
  return order ? order : (left->index > right->index) - (left->index < right->index);
}

// The number that `name` ends in, from 2, and the name before it; 0: none.
static uint32_t number_of(Slice name, Slice *base) {
  size_t at = name.len;
  uint32_t number = 0, scale = 1;
  if (!at || name.ptr[--at] != ')') return 0;
  for (; at && byte_is_digit(name.ptr[at - 1]) && scale <= 100000000; scale *= 10)
    number += (uint32_t)(name.ptr[--at] - '0') * scale;
  if (at < 3 || name.ptr[at] == '0' || !slice_ends_with(slice_to(name, at), SLICE(" ("))) return 0;
  *base = slice_to(name, at - 2);
  return number > 1 ? number : 0;
}

void senses_sort(Senses *self, Arena *arena) {
  Senses all = {0};
  array_append(&all, self->items, self->len);
  if (all.len) qsort(all.items, all.len, sizeof *all.items, by_name);
  for (size_t i = 0; i < self->len; i++) {
    Sense base = self->items[i];
    base.number = number_of(base.name, &base.name);
    if (!base.number) continue;
    base.key = name_key(base.name, arena);
    if (bsearch(&base, all.items, all.len, sizeof *all.items, by_name)) self->items[i] = base;
  }
  array_free(&all);
  if (self->len) qsort(self->items, self->len, sizeof *self->items, by_number);
}

// --- drafts ---

// Where a draft stands, told to somebody who looks at another one: with its page if that is
// another.
static Slice place_of(GlossaryFile *const *pages, const Draft *draft, const Draft *seen_from,
                      Arena *arena) {
  const GlossaryFile *page = pages[draft->page];
  uint32_t line = text_line_at(page->text, draft_notice(draft, 0).range.start) + 1;
  if (draft->page == seen_from->page) return arena_format(arena, "line %u", line);
  return arena_format(arena, "%.*s:%u", SLICE_FMT(page->path), line);
}

static Slice numbered(Slice name, uint32_t number, Arena *arena) {
  return joined(arena, name, arena_format(arena, " (%u)", number), (Slice){0});
}

static void tell_repeated(const Draft *draft, Slice first_place, Notices *notices) {
  notice_add(notices, draft_notice(draft, NOTICE_REPEATED),
             "A headword of %.*s again: it becomes \xE2\x80\x9C%.*s\xE2\x80\x9D; merge the "
             "two, or write what tells them apart in the place of the number",
             SLICE_FMT(first_place), SLICE_FMT(draft->name));
}

// The senses of one name.
static void number_senses(const Sense *senses, size_t count, Drafts *drafts,
                          GlossaryFile *const *pages, Notices *notices) {
  const Draft *first = &drafts->items[senses[0].index];
  for (uint32_t i = 0; i < count; i++) {
    Draft *draft = &drafts->items[senses[i].index];
    draft->base = senses[i].name;
    draft_call(draft, i ? numbered(draft->base, i + 1, notices->arena) : draft->base,
               notices->arena);
    if (i) tell_repeated(draft, place_of(pages, first, draft, notices->arena), notices);
  }
}

static void number_all(Drafts *drafts, GlossaryFile *const *pages, Notices *notices) {
  Senses senses = {0};
  for (uint32_t i = 0; i < drafts->len; i++)
    senses_add(&senses, drafts->items[i].base, drafts->items[i].category, i, notices->arena);
  senses_sort(&senses, notices->arena);
  for (size_t from = 0, to; from < senses.len; from = to) {
    for (to = from + 1; to < senses.len; to++)
      if (by_name(&senses.items[from], &senses.items[to])) break;
    number_senses(&senses.items[from], to - from, drafts, pages, notices);
  }
  array_free(&senses);
}

// --- the same text twice ---

typedef struct {
  uint64_t hash;
  const Draft *draft;
} Said;

static int by_hash(const void *a, const void *b) {
  const Said *left = a, *right = b;
  if (left->hash != right->hash) return left->hash < right->hash ? -1 : 1;
  return (left->draft->number > right->draft->number) -
         (left->draft->number < right->draft->number);
}

static void tell_repeated_texts(const Drafts *drafts, GlossaryFile *const *pages,
                                Notices *notices) {
  Array(Said) said = {0};
  for (size_t i = 0; i < drafts->len; i++) {
    const Draft *draft = &drafts->items[i];
    if (draft->body.len) *array_push(&said) = (Said){hash_but_spaces(draft->body), draft};
  }
  if (said.len) qsort(said.items, said.len, sizeof *said.items, by_hash);
  for (size_t i = 1; i < said.len; i++) {
    const Draft *first = said.items[i - 1].draft, *again = said.items[i].draft;
    if (said.items[i].hash != said.items[i - 1].hash) continue;
    if (same_but_spaces(first->body, again->body))
      notice_add(notices, draft_notice(again, NOTICE_SAME_TEXT),
                 "The text is that of \xE2\x80\x9C%.*s\xE2\x80\x9D in %.*s, word for word: one "
                 "of the two is enough",
                 SLICE_FMT(first->name), SLICE_FMT(place_of(pages, first, again, notices->arena)));
  }
  array_free(&said);
}

void senses_number(Drafts *drafts, GlossaryFile *const *pages, Notices *notices) {
  number_all(drafts, pages, notices);
  tell_repeated_texts(drafts, pages, notices);
}
