// Written: bytes on their way to a text, in a buffer that grows.
#pragma once

#include "../base/arena.h"
#include "../base/array.h"

typedef Array(char) Written;

static inline void written_add(Written *self, Slice text) {
  array_append(self, text.ptr, text.len);
}

static inline Slice written_slice(const Written *self) {
  return slice_new(self->items, self->len);
}

// Ends it: what was written, in the arena.
static inline Slice written_end(Written *self, Arena *arena) {
  Slice text = arena_copy(arena, written_slice(self));
  array_free(self);
  return text;
}

// Some texts one behind the other. Unlike by arena_format, a NUL ends none of them.
static inline Slice joined(Arena *arena, Slice a, Slice b, Slice c) {
  Written text = {0};
  written_add(&text, a);
  written_add(&text, b);
  written_add(&text, c);
  return written_end(&text, arena);
}
