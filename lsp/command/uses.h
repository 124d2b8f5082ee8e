// Uses: the places where terms stand in one document, as `gloss find` prints them.
#pragma once

#include "document.h"
#include "terminal/printed.h"

typedef Array(const Entry *) Entries;

// What is searched for, and how it is printed. Only read.
typedef struct {
  Terms *terms;   // up to date, so that many threads may ask
  Entries wanted; // uses of these alone; empty: of all
  Slice lang;     // --lang
  Format format;
  Output output;
} Search;

typedef struct {
  Slice problem;   // why the document could not be read; owned (slice_free), empty when it could
  Printed printed; // lines, or rows for rows_add_some; owned (array_free)
} Uses;

// Safe on any thread.
Uses uses_of(const Search *search, DocumentName name);
