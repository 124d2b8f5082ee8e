// Bench: one part a file, each adding its rows to the table. See the names P1, P2 … in README.md.
// Every part runs apart (process.h).
#pragma once

#include <stddef.h>

typedef struct {
  const char *gloss;  // the program that is measured, absolute
  const char *echo;   // a program that only echoes, absolute
  const char *scan;   // a program that scans once, absolute
  const char *tools;  // the folder in which `dev` puts the peers
  const char *folder; // a folder for files, absolute
} Bench;

void bench_matching(const Bench *self);   // P1
void bench_building(const Bench *self);   // P1: what the index takes
void bench_hover(const Bench *self);      // P2
void bench_completion(const Bench *self); // P3
void bench_start(const Bench *self);      // P4
void bench_keystroke(const Bench *self);  // P5
void bench_document(const Bench *self);   // P6
void bench_find(const Bench *self);       // P7
void bench_check(const Bench *self);      // P8
void bench_memory(const Bench *self);     // P9
void bench_readable(const Bench *self);   // P11
void bench_peers(const Bench *self);

// Writes a file below bench->folder, with its folder, and gives its absolute path (to be freed).
char *bench_file(const Bench *self, const char *folder, const char *name, const char *bytes,
                 size_t len);

// The folder of a path (to be freed).
char *folder_of(const char *path);
