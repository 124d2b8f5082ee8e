#include "order.h"

#include "../words/name.h"

static Slice without_spaces(Slice words, Arena *arena) {
  char *out = arena_array(arena, char, words.len);
  size_t len = 0;
  for (size_t i = 0; i < words.len; i++)
    if (words.ptr[i] != ' ') out[len++] = words.ptr[i];
  return slice_new(out, len);
}

OrderKey order_key(Slice name, Arena *arena) {
  Slice words = name_key(name, arena);
  return (OrderKey){words, without_spaces(words, arena)};
}

bool order_before(const OrderKey *a, const OrderKey *b) {
  return slice_cmp(a->words, b->words) < 0 && slice_cmp(a->letters, b->letters) < 0;
}

static OrderKey key_of(const GlossaryFile *file, uint32_t index, Arena *arena) {
  return order_key(file->entries.items[index]->name, arena);
}

enum { SAMPLES = 16, WRONG_ONE_IN = 8 };

bool order_is_kept(const GlossaryFile *file, Arena *arena) {
  uint64_t count = file->entries.len, samples = count < SAMPLES ? count : SAMPLES;
  uint64_t wrong = 0;
  OrderKey last = {0};
  for (uint64_t i = 0; i < samples; i++) {
    OrderKey key = key_of(file, (uint32_t)(i * count / samples), arena);
    wrong += i && order_before(&key, &last);
    last = key;
  }
  return wrong <= samples / WRONG_ONE_IN;
}

bool order_is_one_part(const GlossaryFile *file, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (outline_range(&file->outline, i).end != outline_range(&file->outline, i + 1).start)
      return false;
  return true;
}

// The entries of a file but for one.
typedef struct {
  const GlossaryFile *file;
  int64_t left_out;
  uint32_t count;
} Rest;

static uint32_t index_in_file(const Rest *self, uint32_t at) {
  return at + (self->left_out >= 0 && at >= self->left_out);
}

static OrderKey key_at(const Rest *self, uint32_t at, Arena *arena) {
  return key_of(self->file, index_in_file(self, at), arena);
}

bool order_place(const GlossaryFile *file, Slice name, int64_t left_out, uint32_t *place,
                 Arena *arena) {
  Rest rest = {file, left_out, (uint32_t)file->entries.len - (left_out >= 0)};
  OrderKey key = order_key(name, arena);
  uint32_t low = 0, high = rest.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    OrderKey there = key_at(&rest, middle, arena);
    if (slice_cmp(there.words, key.words) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  *place = index_in_file(&rest, low);
  OrderKey before = low ? key_at(&rest, low - 1, arena) : (OrderKey){0};
  OrderKey after = low < rest.count ? key_at(&rest, low, arena) : (OrderKey){0};
  bool fits_before = !low || !order_before(&key, &before);
  bool fits_after = low == rest.count || !order_before(&after, &key);
  bool in_order = !low || low == rest.count || !order_before(&after, &before);
  return fits_before && fits_after && in_order;
}
