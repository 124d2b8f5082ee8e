// Arena: memory that lives together and dies together, for everything that answers one message or
// one command. Nothing in it is freed alone.
#pragma once

#include "slice.h"
#include <stdarg.h>

typedef struct Arena Arena;

Arena *arena_new(void);
Arena *arena_new_small(void); // for one of very many, that holds some hundred bytes
void arena_delete(Arena *self);

// Forgets all that was allocated and keeps the memory for the next use.
void arena_reset(Arena *self);

// `size` bytes, zeroed, aligned for any type. Never NULL.
void *arena_alloc(Arena *self, size_t size);

// A copy of the bytes, followed by a terminating NUL that is not counted.
Slice arena_copy(Arena *self, Slice bytes);

// Formatted text, followed by a terminating NUL that is not counted.
Slice arena_format(Arena *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
Slice arena_format_args(Arena *self, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

#define arena_array(arena, T, count) ((T *)arena_alloc(arena, (count) * sizeof(T)))
