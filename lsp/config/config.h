// Config: one `gloss.json`: what a project says about its glossaries, its documents and the rules.
//
// Reading never fails: what is wrong is kept as problems, with their places, and the rest applies.
// Immutable once read, so any thread may ask.
#pragma once

#include "disk/paths.h"
#include "position.h"

#include <glossary/lint/rules.h>

typedef struct Config Config;

typedef struct {
  Range range; // in the file
  PersonPoint at;
  Slice message; // a sentence without final period
} ConfigProblem;

// Reads `bytes`, the contents of the file `path` (absolute). Both are copied.
Config *config_read(Slice path, Slice bytes);
Config *config_retain(Config *self); // from any thread
void config_release(Config *self);

Slice config_path(const Config *self);
Slice config_folder(const Config *self);
const ConfigProblem *config_problems(const Config *self, size_t *count);

// The glossaries it names: paths and globs, relative to its folder. None: those that are found by
// their names.
const Paths *config_glossaries(const Config *self);

// What follows is asked with the absolute path of a file below its folder; `self` may be NULL: then
// nothing is said.

bool config_ignores(const Config *self, Slice path);

// The id of the language that a pattern gives the file; empty: none does.
Slice config_language(const Config *self, Slice path);

// The rules for that file: those of the project, then those of each override whose pattern fits.
RuleSettings config_rules(const Config *self, Slice path);
