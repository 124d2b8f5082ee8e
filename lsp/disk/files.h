// Files: reading and walking, with a message for a person wherever something cannot be had.
#pragma once

#include "paths.h"
#include <glossary/base/arena.h>

// Reads the whole of `path`, but for a byte order mark at its start. On failure returns false and
// says why in `problem`, a sentence without the path ("is a directory", "no such file", "cannot be
// read: permission denied", "is larger than 2 GiB"). The bytes are the caller's (mem_free).
bool file_read(const char *path, Slice *bytes, Slice *problem, Arena *arena);

bool path_is_folder(const char *path);
bool path_is_file(const char *path); // a regular file, or a link to one
bool path_exists(const char *path);

// The nearest folder above `path`, absolute, that is there: when the next one comes, it is seen in
// it. In `arena`, followed by a NUL.
Slice path_nearest_folder(Slice path, Arena *arena);

// As file_read for standard input; `has_mark`: whether it began with a byte order mark, which a
// second look could not tell.
bool stdin_read(Slice *bytes, bool *has_mark, Slice *problem, Arena *arena);

// Whether the beginning of the file looks like no text at all: in its first 8 KiB a NUL, and more
// than a tenth of the bytes control characters or not UTF-8.
bool bytes_are_binary(Slice bytes);

typedef struct {
  // Called for each folder that cannot be read; may be NULL.
  void (*problem)(void *context, Slice path, Slice message);
  // Which files to keep.
  bool (*wants)(void *context, Slice path);
  // Which of the folders found to enter; NULL: all.
  bool (*enters)(void *context, Slice path);
  // Called for each folder that is entered; may be NULL. For watching.
  void (*folder)(void *context, Slice path);
  void *context;
  // Asked for each entry whether to give up; may be NULL.
  bool (*stopped)(void *context);
} WalkOptions;

// Appends every wanted file below `folder` (absolute), ascending by path, each path starting with
// `folder`.
// `.gitignore` and `.ignore` files are respected, from the top of the git work tree that holds the
// folder downwards; `.git` and `node_modules` are never entered, nor what the kernel makes up
// (`/proc`, `/sys`, `/dev`); symbolic links to folders are not followed. Paths live in `arena`.
// Touches nothing shared: safe on a worker thread.
void walk(Slice folder, const WalkOptions *options, Paths *files, Arena *arena);

// The path made absolute and without `.`, `..` and doubled slashes (lexically). In `arena`.
Slice path_absolute(Slice path, Arena *arena);

// `/a/b.md` is `b.md` in `/a`; what lies in `/` is in `/`. Borrowed.
Slice path_folder(Slice path);
Slice path_name(Slice path);

// One slash between them. In `arena`, followed by a NUL.
Slice path_join(Slice folder, Slice name, Arena *arena);

// How `path` is called from `folder`, both absolute: `../b.md`. In `arena`.
Slice path_relative(Slice path, Slice folder, Arena *arena);

// The path without links, or as it is where it leads nowhere. In `arena`.
Slice path_real(Slice path, Arena *arena);

// Whether `path` is `folder` or lies in it, both absolute; `rest` is then what follows the folder
// and its slash. Borrowed.
bool path_below(Slice path, Slice folder, Slice *rest);
