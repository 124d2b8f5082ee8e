// Query: the questions the program asks of a glossary, each a pure function of what is loaded.
#pragma once

#include "terms.h"

// One occurrence: a stretch of text, and every entry it may mean, the best first: by rank, status
// (preferred before admitted before deprecated), nearness of the glossary, then path and place in
// it.
typedef struct {
  Range range;
  Entry **entries;
  uint32_t entry_count;
  Slice form; // the first entry's form that was found
} Occurrence;

typedef struct {
  Occurrence *items;
  uint32_t count;
} Occurrences;

// What stands at `offset`: the longest occurrence around it, then the shorter ones inside that one
// (component terms), those at the offset first. An offset just after the last letter still counts
// as inside. Looks at the paragraph around the offset only, with `language` (may be NULL) for the
// markup; where that finds nothing, at the plain words of the line, so that code is answered too.
// `text` is the whole document.
Occurrences query_at(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                     uint32_t offset, Arena *arena);

// Every occurrence in the prose of `text`, ascending. `language` NULL: all of it is prose.
Occurrences query_all(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                      Arena *arena);

// The entries named `term`, in any case and spelling: by headword, alias, abbreviation … Best
// first.
Occurrence query_named(Terms *terms, Scope scope, Slice term, Arena *arena);

// One proposal while writing.
typedef struct {
  Slice label; // the form as it would be written here: the author's case kept (see natural.h)
  Entry *entry;
  FormRole role;
  Range typed; // the words before the cursor that it replaces
} Completion;

typedef struct {
  Completion *items;
  uint32_t count;
  Range typed;     // the longest of their ranges; empty at the cursor when there are none
  bool incomplete; // more typing could bring others
} Completions;

#define COMPLETION_MAX 100

// Proposals for what is being typed before `offset`: the longest run of words before it that begins
// some form, then shorter runs. Each label once (homonyms share it: the best entry is given).
// Deterministic: longer typed prefix first, nearest glossary, status, then label.
Completions query_completions(Terms *terms, Scope scope, Slice text, uint32_t offset, Arena *arena);
