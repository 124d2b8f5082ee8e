#include "memory.h"

#include <stdint.h>
#include <stdlib.h>

static void (*report_failure)(size_t size);

void mem_on_failure(void (*report)(size_t size)) {
  report_failure = report;
}

static void *checked(void *block, size_t size) {
  if (block) return block;
  if (report_failure) report_failure(size);
  abort();
}

void *mem_alloc(size_t size) {
  return checked(malloc(size ? size : 1), size);
}

void *mem_zero(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) return checked(NULL, SIZE_MAX);
  return checked(calloc(count ? count : 1, size ? size : 1), count * size);
}

void *mem_realloc(void *block, size_t size) {
  return checked(realloc(block, size ? size : 1), size);
}

void mem_free(void *block) {
  free(block);
}
