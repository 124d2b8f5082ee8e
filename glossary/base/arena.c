#include "arena.h"
#include "memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>

enum { FIRST_BLOCK = 1024, SMALL_BLOCK = 192 };

typedef struct Block Block;
struct Block {
  Block *older;
  size_t used, size;
  alignas(max_align_t) char bytes[];
};

struct Arena {
  Block *newest;
};

static Block *block_new(Block *older, size_t size) {
  Block *block = mem_alloc(sizeof *block + size);
  *block = (Block){.older = older, .size = size};
  return block;
}

static Arena *arena_with(size_t first) {
  Arena *self = mem_alloc(sizeof *self);
  self->newest = block_new(NULL, first);
  return self;
}

Arena *arena_new(void) {
  return arena_with(FIRST_BLOCK);
}

Arena *arena_new_small(void) {
  return arena_with(SMALL_BLOCK);
}

static void free_blocks(Block *block, const Block *until) {
  while (block != until) {
    Block *older = block->older;
    mem_free(block);
    block = older;
  }
}

void arena_delete(Arena *self) {
  if (!self) return;
  free_blocks(self->newest, NULL);
  mem_free(self);
}

void arena_reset(Arena *self) {
  // The newest block is the largest. Keeping it makes the usual message need no malloc at all.
  free_blocks(self->newest->older, NULL);
  self->newest->older = NULL;
  self->newest->used = 0;
}

void *arena_alloc(Arena *self, size_t size) {
  size_t aligned = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
  if (aligned < size) aligned = SIZE_MAX / 2; // cannot be had: let the allocator say so
  if (self->newest->size - self->newest->used < aligned) {
    size_t doubled = self->newest->size * 2;
    self->newest = block_new(self->newest, doubled > aligned ? doubled : aligned);
  }
  void *result = self->newest->bytes + self->newest->used;
  self->newest->used += aligned;
  return memset(result, 0, size);
}

Slice arena_copy(Arena *self, Slice bytes) {
  char *copy = arena_alloc(self, bytes.len + 1);
  if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
  return slice_new(copy, bytes.len);
}

Slice arena_format_args(Arena *self, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  char *text = arena_alloc(self, (size_t)len + 1);
  vsnprintf(text, (size_t)len + 1, format, again);
  va_end(again);
  return slice_new(text, (size_t)len);
}

Slice arena_format(Arena *self, const char *format, ...) {
  va_list args;
  va_start(args, format);
  Slice result = arena_format_args(self, format, args);
  va_end(args);
  return result;
}
