// Array(T): a growable array, a plain struct that its owner embeds.
//
//   Array(Range) ranges = {0};
//   *array_push(&ranges) = (Range){1, 2};
//   for (size_t i = 0; i < ranges.len; i++) use(ranges.items[i]);
//   array_free(&ranges);
#pragma once

#include "memory.h"
#include <string.h>

#define Array(T)                                                                                   \
  struct {                                                                                         \
    T *items;                                                                                      \
    size_t len, cap;                                                                               \
  }

// Room for `extra` more items. The only thing that moves the items.
#define array_reserve(a, extra)                                                                    \
  ((a)->len + (extra) <= (a)->cap                                                                  \
       ? (void)0                                                                                   \
       : (void)((a)->cap = array_next_cap((a)->cap, (a)->len + (extra)),                           \
                (a)->items = mem_realloc((a)->items, (a)->cap * sizeof *(a)->items)))

// A pointer to a new last item, not initialised.
#define array_push(a) (array_reserve(a, 1), &(a)->items[(a)->len++])

#define array_append(a, from, count) array_splice(a, (a)->len, 0, from, count)

// Puts `added` items from `from` in the place of `removed` items at `at`.
#define array_splice(a, at, removed, from, added)                                                  \
  do {                                                                                             \
    size_t at_ = (at), removed_ = (removed), added_ = (added);                                     \
    if (added_ > removed_) array_reserve(a, added_ - removed_);                                    \
    if ((a)->len > at_ + removed_)                                                                 \
      memmove((a)->items + at_ + added_, (a)->items + at_ + removed_,                              \
              ((a)->len - at_ - removed_) * sizeof *(a)->items);                                   \
    if (added_) memcpy((a)->items + at_, (from), added_ * sizeof *(a)->items);                     \
    (a)->len += added_ - removed_;                                                                 \
  } while (0)

// Takes out `count` items at `at`.
#define array_remove(a, at, count)                                                                 \
  do {                                                                                             \
    size_t from_ = (at) + (count);                                                                 \
    if ((a)->len > from_)                                                                          \
      memmove((a)->items + (at), (a)->items + from_, ((a)->len - from_) * sizeof *(a)->items);     \
    (a)->len -= (count);                                                                           \
  } while (0)

#define array_free(a) (mem_free((a)->items), (a)->items = NULL, (a)->len = (a)->cap = 0)

static inline size_t array_next_cap(size_t cap, size_t needed) {
  size_t doubled = cap < 8 ? 8 : cap * 2;
  return doubled < needed ? needed : doubled;
}
