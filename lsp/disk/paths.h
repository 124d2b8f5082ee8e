// Paths: lists of paths, and texts that are owned one by one.
#pragma once

#include <glossary/base/array.h>
#include <glossary/base/slice.h>

typedef Array(Slice) Paths;

// Ascending, each once.
void paths_sort(Paths *self);

// Whether a list that ascends has it.
bool paths_have(const Paths *self, Slice path);

// Whether any list has it.
bool paths_include(const Paths *self, Slice path);

// A copy that is the caller's (slice_free), followed by a NUL that is not counted.
Slice slice_copy(Slice bytes);
void slice_free(Slice copy);

// For lists that own what is in them: appends a copy of each of `from`; frees all.
void paths_add_copies(Paths *self, const Paths *from);
void paths_free_copies(Paths *self);
