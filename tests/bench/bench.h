// Bench: one measurement a function, each adding its rows to the table. See the names P4, P5, P8 in
// README.md.
#pragma once

#include <stddef.h>

typedef struct {
  const char *gloss;  // the program that is measured, absolute
  const char *echo;   // a program that only echoes, absolute
  const char *folder; // a folder for files, absolute
  double node_ms;     // `node -e 0` from spawn to exit, measured in this run
} Bench;

// node and the echo, to compare with.
void bench_baselines(Bench *self);

// P8: `gloss check` of an empty file. To be run first: until its exec a child counts this program's
// memory as its own.
void bench_check(const Bench *self);

// P4: spawn, initialize, first hover.
void bench_start(const Bench *self);

// P5: keystroke in a glossary, until its diagnostics are there.
void bench_keystroke(const Bench *self);

// Writes a file below bench->folder, with its folder, and gives its absolute path (to be freed).
char *bench_file(const Bench *self, const char *folder, const char *name, const char *bytes,
                 size_t len);
