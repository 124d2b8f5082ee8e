// Readable: the body of an entry as people are shown it: what was flattened into one line has its
// structure back, and the definition is apart from what explains it.
#pragma once

#include <glossary/store.h>

// Markdown; not yet safe to be shown (markdown.h).
typedef struct {
  Slice definition; // one paragraph; empty when the body begins with something else
  Slice rest;       // what follows it
  bool cut;         // the body is longer than what was read of it
} Readable;

// Reads only the beginning of a very long body. The texts live in `arena`, or as long as the body.
Readable readable_beginning(const Entry *entry, Arena *arena);

// All of the body, in its order.
Slice readable_body(const Entry *entry, Arena *arena);
