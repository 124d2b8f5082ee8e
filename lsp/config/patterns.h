// Patterns: lists of globs over the paths below the folder of a gloss.json (base/glob.h).
//
// A pattern that fits a folder fits all that lies in it. One that begins with `!` takes back what
// those before it have said.
#pragma once

#include <glossary/base/arena.h>
#include <glossary/base/array.h>

typedef struct {
  Slice glob;
  bool negated;
} Pattern;

typedef Array(Pattern) Patterns;

// What is wrong with a pattern as it was written, for a person; empty: nothing is.
Slice pattern_problem(Slice written, Arena *arena);

// The same for a path or pattern that may lead anywhere.
Slice path_problem(Slice written, Arena *arena);

// Borrows from `written`.
Pattern pattern_read(Slice written);

// The bytes before the first sign that stands for other characters. All: it names one file.
size_t pattern_plain_len(Slice written);

// Whether it fits the file, or a folder around it. `!` aside.
bool pattern_fits(const Pattern *self, Slice path);

// Whether a file (or folder) is left out, as by a .gitignore: of the patterns that fit the last
// decides, and nothing comes back from a folder that is left out.
bool patterns_ignore(const Patterns *self, Slice path, bool is_folder);

// Whether the last pattern that fits the file or a folder around it says so.
bool patterns_choose(const Patterns *self, Slice path);
