// Library: the glossaries of one run, loaded into a Glossary. What the command line and the server
// share.
#pragma once

#include "config/configs.h"
#include "disk/files.h"
#include <glossary/glossary.h>
#include <stdatomic.h>

typedef struct {
  Paths paths;   // --glossary, files or folders; when empty, `folders` are searched
  Paths folders; // workspace folders, absolute
  Paths asked;   // folders of documents, absolute: what holds there counts too
  ConfigChoice config;
  bool no_builtin; // --no-builtin
  // Set by another thread to make a load give up; what it has found by then is of no use. NULL:
  // never.
  const atomic_bool *stopped;
} LibrarySource;

typedef struct {
  Array(GlossaryFile *) files; // ascending by path; each once, whatever links lead to it
  Paths problems;              // "path: message"; those of a gloss.json are with it
  Paths folders; // folders that were entered or hold what a link leads to: for watching
  Paths
      beyond; // others with a file that matters, outside of `LibrarySource.folders` maybe: the same
  Configs *configs; // every gloss.json that holds somewhere
                    // all is the caller's (loaded_free); `files` move on into a Glossary
} Loaded;

// Frees what the caller has not taken.
void loaded_free(Loaded *self);

// Whether what becomes of `path`, absolute and ended by a NUL, may change what is found, if it was
// not found before: it has the name of a glossary, of a gloss.json or of a file that says what to
// ignore, or is a folder.
bool library_concerns(Slice path);

// Finds and reads the glossary files; their paths are absolute (but the builtin's), and their root
// is the workspace folder they were found in, the folder of the gloss.json that names them, empty
// for --glossary, --config and the builtin. Where a gloss.json names glossaries none are found by
// their names. Slow; touches
// nothing shared, so it may run on a worker thread. Where `folders` hold no glossary that can be
// read and the builtin is wanted, the result holds it alone; it never stands in for a --glossary.
// One that cannot be had is a problem, as is one that is binary, or a folder that holds no
// glossary.
void library_load(const LibrarySource *source, Loaded *loaded, Arena *arena);
