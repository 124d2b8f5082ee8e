// Headline: the headword line of an entry on a page. Private to the exporter.
#pragma once

#include "draft.h"

// What the line of an entry should say, in the order in which it says it.
typedef struct {
  Slice name;
  Names aliases, tags;
  Slice category;
} Headline;

// What a page reads otherwise, or not at all.
typedef struct {
  bool name, category;
  uint32_t aliases, tags;
} Misread;

// The line that says most of it above `body`, as the page dialect reads it. In the arena.
Slice headline_write(const Headline *self, Slice body, Misread *misread, Arena *arena);

// A text of one line made fit to stand below a headword line: never a headword line itself, and no
// furniture. It may take two lines for that, or begin with a no-break space.
Slice headline_body(Slice body, Arena *arena);
