#include "shelf.h"

#include "../base/utf.h"
#include "../words/name.h"

#include <stdlib.h>

// --- names of files ---

enum { STEM_LONGEST = 60 };
#define ENDING ".gloss.md"

// What a file system may take for something else is left out.
static bool may_stand(Slice key, size_t at) {
  return byte_is_alnum(key.ptr[at]) ||
         (byte_is_word(key.ptr[at]) && utf_find_invalid(key, 0) == key.len);
}

// Words in small letters with hyphens between them, of whole characters.
static Slice stem_of(Slice name, Arena *arena) {
  Slice key = slice_to(name_key(name, arena), STEM_LONGEST);
  if (key.len == STEM_LONGEST)
    while (key.len && (unsigned char)key.ptr[key.len - 1] >= 0x80) key.len--;
  char *stem = arena_array(arena, char, key.len);
  size_t len = 0;
  for (size_t i = 0; i < key.len; i++) {
    bool stands = may_stand(key, i);
    if (stands || (len && stem[len - 1] != '-')) stem[len++] = stands ? key.ptr[i] : '-';
  }
  if (len && stem[len - 1] == '-') len--;
  return slice_new(stem, len);
}

static Slice stem_by_letter(const Draft *draft, Arena *arena) {
  Slice key = name_key(draft->base, arena);
  char first = key.len ? key.ptr[0] : '0';
  if (byte_is_lower(first)) return slice_to(key, 1);
  return (unsigned char)first < 0x80 ? SLICE("0-9") : SLICE("other");
}

static Slice stem_by_category(const Draft *draft, Arena *arena) {
  if (!draft->category.len) return SLICE("uncategorized");
  Slice stem = stem_of(draft->category, arena);
  return stem.len ? stem : SLICE("other");
}

static Slice stem_for(const Draft *draft, Split split, Slice title, Arena *arena) {
  if (split == SPLIT_LETTER) return stem_by_letter(draft, arena);
  if (split == SPLIT_CATEGORY) return stem_by_category(draft, arena);
  Slice stem = stem_of(title, arena);
  return stem.len ? stem : SLICE("glossary");
}

static int by_place(const void *a, const void *b) {
  const Draft *left = a, *right = b;
  int order = slice_cmp(left->file, right->file);
  if (!order) order = slice_cmp(left->order, right->order);
  if (!order) order = slice_cmp(left->category, right->category);
  return order ? order : (left->number > right->number) - (left->number < right->number);
}

void shelf_sort(Drafts *drafts, Split split, Slice title, Arena *arena) {
  for (size_t i = 0; i < drafts->len; i++) {
    Draft *draft = &drafts->items[i];
    Slice stem = stem_for(draft, split, title, arena);
    draft->file = arena_format(arena, "%.*s" ENDING, SLICE_FMT(stem));
    draft->order = order_key(draft->name, arena).words;
  }
  if (drafts->len) qsort(drafts->items, drafts->len, sizeof *drafts->items, by_place);
}

Slice shelf_label(const Draft *draft, Split split, Arena *arena) {
  Slice stem = slice_to(draft->file, draft->file.len - SLICE(ENDING).len);
  if (split == SPLIT_NONE) return (Slice){0};
  if (split == SPLIT_CATEGORY && draft->category.len) return draft->category;
  stem = arena_copy(arena, stem);
  if (stem.len == 1) ((char *)stem.ptr)[0] = (char)(stem.ptr[0] - 'a' + 'A');
  return stem;
}
