#include "measure.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

uint64_t cpu_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

size_t heap_used(void) {
#ifdef __GLIBC__
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

// ---- series

void series_add(Series *self, uint64_t nanoseconds) {
  if (self->len == self->cap) {
    self->cap = self->cap ? self->cap * 2 : 256;
    self->items = realloc(self->items, self->cap * sizeof *self->items);
    if (!self->items) abort();
  }
  self->items[self->len++] = nanoseconds;
}

void series_free(Series *self) {
  free(self->items);
  *self = (Series){0};
}

static int ascending(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

double series_at(Series *self, double share) {
  if (!self->len) return 0;
  qsort(self->items, self->len, sizeof *self->items, ascending);
  size_t at = (size_t)(share * (double)self->len);
  return (double)self->items[at < self->len ? at : self->len - 1] / 1e6;
}

// ---- table

void table_section(const char *title) {
  printf("\n%s\n  %-58s %14s %18s\n", title, "", "measured", "limit");
}

static void row(const char *name, double value, const char *unit) {
  printf("  %-58s %9.3f %-4s ", name, value, unit);
}

// Whoever waits shall see it now.
static void end_row(const char *text) {
  puts(text);
  fflush(stdout);
}

void table_baseline(const char *name, double value, const char *unit) {
  row(name, value, unit);
  end_row("         baseline");
}

void table_fact(const char *name, double value, const char *unit) {
  row(name, value, unit);
  end_row("                -");
}

static void judged(const char *name, double value, const char *unit, const char *sign, double limit,
                   int kept) {
  row(name, value, unit);
  printf("%s %9.3f %-4s ", sign, limit, unit);
  end_row(kept ? "pass" : "MISS");
}

void table_at_most(const char *name, double value, const char *unit, double limit) {
  judged(name, value, unit, "<=", limit, value <= limit);
}

void table_at_least(const char *name, double value, const char *unit, double limit) {
  judged(name, value, unit, ">=", limit, value >= limit);
}

void table_cannot(const char *name, const char *why) {
  printf("  %-58s CANNOT RUN: ", name);
  end_row(why);
}

void table_note(const char *format, ...) {
  va_list args;
  va_start(args, format);
  printf("  ");
  vprintf(format, args);
  va_end(args);
  end_row("");
}

void table_peers(const char *title) {
  static const char *const heads[PEER_FIGURES] = {"CPU s", "wall s", "peak MB", "empty ms"};
  printf("\n%s\n  %-34s", title, "");
  for (int i = 0; i < PEER_FIGURES; i++) printf(" %9s", heads[i]);
  end_row("  does not do");
}

void table_peer(const char *name, const double figures[PEER_FIGURES], const char *less) {
  printf("  %-34s", name);
  for (int i = 0; i < PEER_FIGURES; i++) printf(" %9.2f", figures[i]);
  printf("  ");
  end_row(less);
}

const char *row_name(char out[NAME_SIZE], const char *format, ...) {
  va_list args;
  va_start(args, format);
  vsnprintf(out, NAME_SIZE, format, args);
  va_end(args);
  return out;
}
