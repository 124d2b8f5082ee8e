// Measure: series of durations, and the table of what came out.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint64_t *items; // nanoseconds
  size_t len, cap;
} Series;

void series_add(Series *self, uint64_t nanoseconds);
void series_free(Series *self);

// The value below which `share` (0 to 1) of the series lies, in milliseconds; 0.5 gives the median.
// Sorts the series.
double series_at(Series *self, double share);

// The parts of the table that go to stdout. A row says whether `value` keeps `limit`.
void table_section(const char *title);
void table_baseline(const char *name, double value, const char *unit);
void table_row(const char *name, double value, const char *unit, double limit);
void table_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
