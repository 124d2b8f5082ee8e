// Config: one `gloss.json`: what a project says about its glossaries, its documents and the rules.
//
//   {
//     "$schema": "…",                      // for editors
//     "glossaries": ["terms/*.md"],        // these instead of those found by their names
//     "ignore": ["drafts", "!drafts/a.md"],
//     "rules": {"long-definition": "off"}, // error, warning, info, hint or off
//     "languages": {"*.inc": "asciidoc"},  // LSP's language ids; the last pattern that fits counts
//     "format": {"wrap": 80, "sort": true}, // "keep" (the default), "none" or columns
//     "overrides": [{"files": ["docs/old"], "rules": {"term-case": "off"}}]
//   }
//
// Reading never fails: what is wrong is kept as problems, with their places, and the rest applies;
// of a text that is no JSON there is no rest. Of keys given twice the last one counts. Once read
// (and its problems added) it is immutable, so any thread may ask.
#pragma once

#include "disk/paths.h"
#include "position.h"
#include "style.h"

#include <glossary/lint/rules.h>

#define CONFIG_NAME SLICE("gloss.json")

typedef struct Config Config;

typedef struct {
  Range range; // in the file
  PersonPoint at;
  Slice message; // a sentence without final period
} ConfigProblem;

enum {
  CONFIG_MAX = 1024 * 1024,  // a larger file is not read, in bytes
  CONFIG_PROBLEMS_MAX = 100, // the rest is not told
};

// Reads `bytes`, the contents of the file `path` (absolute). Both are copied. A byte order mark at
// the start is no part of the text.
Config *config_read(Slice path, Slice bytes);
void config_delete(Config *self);

// In the place of a file that cannot be read, and why: it says nothing.
Config *config_unread(Slice path, Slice problem);

// Another problem: of the whole file with an empty range. To be added before others may ask.
void config_add_problem(Config *self, Range range, Slice message);

Slice config_path(const Config *self);
Slice config_folder(const Config *self);
Text *config_text(const Config *self); // what was read; for the thread that shows problems
const ConfigProblem *config_problems(const Config *self, size_t *count); // ascending

// Whether what it says is known: false of what is no JSON, too large, or could not be read. Who
// writes files has to wait then: they may be those that it would have ignored. `self` may be NULL.
bool config_is_known(const Config *self);

// Whether both are the same file with the same bytes.
bool config_same(const Config *a, const Config *b);

typedef struct {
  Slice pattern; // a path, or a glob for paths, as written: relative to the folder, or absolute
  Range range;   // where it is written
} ConfigGlossary;

// The glossaries it names. None: those that are found by their names. `self` may be NULL.
const ConfigGlossary *config_glossaries(const Config *self, size_t *count);

// What follows is asked with the absolute path of a file. Patterns are relative to the folder of
// the gloss.json; of a path that lies elsewhere they are compared with the whole. `self` may be
// NULL: then nothing is said.

bool config_ignores(const Config *self, Slice path);
bool config_ignores_folder(const Config *self, Slice path); // and so all in it

// The id of the language that a pattern gives the file; empty: none does.
Slice config_language(const Config *self, Slice path);

// The rules for that file: those of the project, then those of each override whose pattern fits.
RuleSettings config_rules(const Config *self, Slice path);

// How its glossaries are laid out, as far as it says so.
StyleChoice config_style(const Config *self);
