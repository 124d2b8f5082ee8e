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

enum {
  COMPLETION_MAX = 100,
  COMPLETION_REACH = 64 * 1024, // bytes around the cursor that are looked at on either side
};

// Proposals for what is being typed before `offset`: for the last word, and for each run of words
// that ends with it. In this order:
//   the longer run of typed words;
//   likeness (likeness.h): the form begins so, a later word of it does, its words begin so. Where
//     all this gives fewer than ten, forms over which the letters of the last word are scattered
//     fill them up;
//   fewer words of the form, or letters, that were not typed;
//   the nearest glossary; status; alphabetically from what was typed on.
// Each label comes once: homonyms share it, and the best entry is given. One blank or hyphen before
// the cursor belongs to what is typed: then only forms of several words that go on after it come.
//
// In code (`language` has identifiers and this is none of its running text; NULL: a sentence) an
// identifier is being typed, and labels are identifiers in the way it was begun; forms that cannot
// be one are left out. So it is in the code of a markup where an underscore or a hump was typed.
//
// Bounded whatever the size of the glossary (see LIKES_COMPARED): with one letter typed of a
// million terms, the first ones of the alphabet are ranked, and `incomplete` says so.
Completions query_completions(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                              uint32_t offset, Arena *arena);
