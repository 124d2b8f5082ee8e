// Session: one run of a command: its options, its memory, the glossaries it asks, and whether all
// that was named could be had.
#pragma once

#include "config/config.h"
#include "library/library.h"
#include "terminal/output.h"

typedef struct {
  Options options;
  Arena *arena;
  Glossary *glossary;
  Output output;
  bool trouble; // something that was named could not be had: the exit code says so in the end
  bool config_is_wrong; // a gloss.json has problems, which were told
  // private
  Slice here;     // the current folder
  Paths named;    // paths as they were named
  Paths absolute; // the same, absolute
  Paths said;     // problems told already: each is told once
  Configs *configs;
  size_t configs_told; // of them
} Session;

// Runs a command: reads its options, calls `run` unless only the help was asked for, and returns
// the exit code: that of `run`, or EXIT_TROUBLE when there was trouble or stdout could not be
// written. `missing` says what the operands must not lack; NULL when they may.
int session_run(const Usage *usage, int argc, char **argv, const char *missing,
                int (*run)(Session *));

// Loads the glossaries that serve the files or folders `paths` (none: the current folder): those of
// --glossary, else those in the workspaces of the paths, else the builtin one. A workspace is the
// git work tree around a path; without one, the current folder if the path lies in it, or the
// path's own folder.
void session_load(Session *self, const Paths *paths);

// session_load for a command that looks terms up; says so when there is no glossary at all and
// nothing else was said about it.
void session_serve(Session *self, const Paths *paths);

// Tells the problems of each gloss.json that was read since it was last called: nothing of them is
// in the way of the rest.
void session_tell_configs(Session *self);

// A line on stderr, told once.
void session_note(Session *self, Slice message);

// Tells of something that was named and cannot be had, under the name it is shown by. The rest is
// done all the same.
void session_trouble(Session *self, Slice shown, Slice message);

// How a path is shown: as it was named, relative to the current folder where it lies in it, else
// absolute.
Slice session_shown(const Session *self, Slice path);

// The gloss.json that holds for the file `path` (absolute); NULL: none. Looks at the disk when a
// folder is asked for the first time, so it is for the thread of the session alone; the result
// lives as long as the session and may be asked by any thread.
const Config *session_config(Session *self, Slice path);

// The rules for that file: those of its gloss.json, then --rule. Asks no disk: the path is one that
// session_config was asked for before, as those of all documents and loaded glossaries are. Safe on
// any thread.
RuleSettings session_settings(const Session *self, Slice path);

// Whether its gloss.json says that the file is none of ours.
bool session_ignores(Session *self, Slice path);
bool session_ignores_folder(Session *self, Slice path); // and so all in it

// The operands as one text, a space between them. Needs at least one.
Slice session_words(const Session *self);
