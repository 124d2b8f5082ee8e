// Memory for the whole program. An allocation either succeeds or ends the process, so that an error
// always means bad input or I/O and no caller handles one for lack of memory.
#pragma once

#include <stddef.h>

// Returns at least `size` bytes, never NULL (also for 0). Release with mem_free().
void *mem_alloc(size_t size);

// Like mem_alloc, every byte zero. The product may not overflow: overflow counts as failure.
void *mem_zero(size_t count, size_t size);

// Grows or shrinks `block` (or NULL), which moves into the result.
void *mem_realloc(void *block, size_t size);

void mem_free(void *block);

// Called once, with the size that could not be had, before the process aborts. The core does no
// I/O: the program says here how to tell a person.
void mem_on_failure(void (*report)(size_t size));
