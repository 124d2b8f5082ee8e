// Reader: lists the documents of the workspace and reads them, on a worker thread, so that the loop
// never waits for the disk. One thing at a time.
#pragma once

#include "disk/files.h"
#include <glossary/text.h>
#include <stdatomic.h>
#include <uv.h>

// A file as it was when it was listed.
typedef struct {
  Slice path;
  uint64_t size, changed_at; // in bytes, in nanoseconds
} ListedFile;

typedef Array(ListedFile) Listing;

typedef struct {
  size_t number; // in the listing
  Text *text;    // NULL: it could not be read, or is binary
} ReadFile;

typedef Array(ReadFile) ReadFiles;

typedef struct Reader Reader;

typedef struct {
  // Called on the loop. `listing` ascends by path, each once; it and its paths live until the next
  // listing begins.
  void (*listed)(void *context, const Listing *listing);
  // In the order of their numbers. The callee takes over the texts.
  void (*read)(void *context, const ReadFiles *files);
  void *context;
} ReaderEvents;

Reader *reader_new(uv_loop_t *loop, ReaderEvents events);

// Once the loop has run dry.
void reader_delete(Reader *self);

bool reader_is_busy(const Reader *self);

// Lists the files below `folders` whose name tells of a language, ignored ones left out. Not while
// it is busy. The paths are copied.
void reader_list(Reader *self, const Paths *folders);

// Reads some files of the listing, by their numbers in it. Not while it is busy.
void reader_read(Reader *self, const size_t *numbers, size_t count);

// Gives up what is under way: nothing is reported of it.
void reader_give_up(Reader *self);
