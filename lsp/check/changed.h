// Changed: which lines of which files a unified diff adds, as `git diff` writes it, with any
// context and whatever stands around it. A merge's combined diff is read too: there a line is added
// that is new to at least one parent and that no later one took away.
#pragma once

#include "disk/files.h"
#include "lines.h"

typedef struct {
  Slice path; // absolute, as it is now
  LineSpans added;
} ChangedFile;

typedef struct {
  Array(ChangedFile) files; // ascending by path, each once
} Changed;

// Reads a diff whose paths count from `top` (absolute). Paths are copies in `arena`. False when the
// text is not empty and yet no diff at all.
bool changed_read(Slice diff, Slice top, Changed *changed, Arena *arena);
void changed_free(Changed *self);

// NULL: the diff does not add to that file.
const ChangedFile *changed_file(const Changed *self, Slice path);
