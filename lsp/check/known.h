// Known: what a baseline says of findings, as a table. Private to baseline.c and its file.
#pragma once

#include "baseline.h"

#include <glossary/base/array.h>

// By what a finding is known. All are UTF-8, with single blanks for white space.
typedef struct {
  Slice file, rule, subject, text;
} KnownKey;

typedef struct {
  KnownKey key;
  uint32_t count;
} KnownFinding;

typedef Array(KnownFinding) KnownFindings;

int known_key_cmp(const KnownKey *a, const KnownKey *b);

// Ascending by key, each key once with the counts of all.
void known_sort(KnownFindings *self);

// As baseline_read and baseline_write, of the bytes of a file or of the file. Slices are in
// `arena`.
bool known_parse(Slice bytes, KnownFindings *known, Slice *problem, Arena *arena);
bool known_read(Slice path, KnownFindings *known, Slice *problem, Arena *arena);
bool known_write(Slice path, const KnownFindings *known, Slice *problem, Arena *arena);
