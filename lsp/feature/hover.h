// Hover: what a reader is told about the words at one place.
#pragma once

#include <glossary/glossary.h>

typedef struct {
  Range range;    // of the longest term there
  Slice contents; // Markdown or plain text
  Occurrences
      found; // the entries told of, best first; items[0] is the term, the others its components
} Hover;

// False when no term stands at `offset`. Definition first, then aliases, category and where the
// entry is defined; every homonym; component terms below, by name and definition. Raw HTML and
// links other than http(s), file and relative ones are shown as text, never passed through.
bool hover_at(Glossary *glossary, Scope scope, const ProseLanguage *language, Slice text,
              uint32_t offset, bool markdown, Arena *arena, Hover *hover);

// One entry for a person: as the first block of a hover. Also the documentation of a completion
// item.
Slice describe_entry(const Entry *entry, bool markdown, Arena *arena);
