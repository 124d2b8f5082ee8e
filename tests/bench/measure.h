// Measure: clocks, series of durations, and the table of what came out.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Nanoseconds of processor time this process has used: what others do on the machine does not
// count.
uint64_t cpu_now(void);

// Bytes this process has allocated and not yet freed; 0 where nobody can say.
size_t heap_used(void);

typedef struct {
  uint64_t *items; // nanoseconds
  size_t len, cap;
} Series;

void series_add(Series *self, uint64_t nanoseconds);
void series_free(Series *self);

// The value below which `share` (0 to 1) of the series lies, in milliseconds; 0.5 gives the median.
// Sorts the series.
double series_at(Series *self, double share);

// The parts of the table that go to stdout. Rows with a limit say whether `value` keeps it.
void table_section(const char *title);
void table_baseline(const char *name, double value, const char *unit);
void table_fact(const char *name, double value, const char *unit);
void table_at_most(const char *name, double value, const char *unit, double limit);
void table_at_least(const char *name, double value, const char *unit, double limit);
void table_cannot(const char *name, const char *why);
void table_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

// A table of its own: seconds of processor time, seconds, megabytes, milliseconds on an empty file.
enum { PEER_FIGURES = 4 };
void table_peers(const char *title);
void table_peer(const char *name, const double figures[PEER_FIGURES], const char *less);

enum { NAME_SIZE = 96 };

// A name put together, in a buffer of the caller's.
const char *row_name(char out[NAME_SIZE], const char *format, ...)
    __attribute__((format(printf, 2, 3)));
