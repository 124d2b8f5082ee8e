// Index: all forms of many terms, ready to be found in a text. Immutable: built once, shared
// freely, also between threads.
//
//   form "fine-tuning"  ->  tokens  fine  tuning      token -> key: wordkey.h
//                                    |
//                            trie  (root) -fine-> ( ) -tuning-> (form 9)
//                                    '-finetuning-> (form 9, written together)
//
// Words meet under their stem (lower case, compatibility forms, without diacritics, singular), so
// one probe answers for all spellings of a word. At the end of a path stand the forms that share
// it; each then verifies the words as they are written (case, plural, diacritics, what stands
// between them).
#pragma once

#include "../entry.h"
#include "../words/words.h"

typedef struct {
  uint32_t entry; // the id under which a match reports it
  Slice text;
  FormRole role;
  MatchMode match;
} IndexForm;

typedef struct Index Index;

// Copies what it needs of the forms. Forms without any token are left out, and so is what goes
// beyond a billion forms or 4 GiB of their texts.
Index *index_new(const IndexForm *forms, size_t count);
void index_delete(Index *self);

typedef struct {
  Range range;    // first letter to last letter, in the text given
  uint32_t entry; // as in IndexForm
  FormRole role;
  Slice form;    // as written in the glossary; borrowed from the index
  uint8_t rank;  // a Rank: 0, written exactly like the form; more, further away. Orders homonyms
  bool off_case; // it would be a use if the form were not particular about its case
} Match;

typedef Array(Match) Matches;

// Which matches to report where they overlap.
typedef enum {
  SELECT_LONGEST, // leftmost, then longest; all homonyms of it
  SELECT_ALL,     // every occurrence, also those inside a longer one
} Selection;

typedef struct {
  Slice text;
  const Prose *prose; // NULL: the whole text is one part
  Selection selection;
  bool ignore_case; // as if no form were particular about case: for look-up, not for text
  bool avoided;     // also FORM_AVOID
  // With SELECT_LONGEST in running text: also what would be a use but for its case, where nothing
  // that is a use is touched. Of those that overlap, the leftmost and longest
  bool off_case;
  bool identifiers; // where somebody points at a word: the parts of an identifier count too, each
                    // and several together (`CombinedWordId`, `my_combined_word`), and dots bind
                    // nothing. In running text only whole identifiers do
  const Range *around; // with SELECT_ALL: only matches that overlap or touch it. NULL: everywhere
  // Whether an entry counts here. One that does not neither matches nor hides a shorter one. NULL:
  // all do.
  bool (*admits)(const void *context, uint32_t entry);
  const void *context;
} Scan;

// Appends all matches of the `count` indexes together, ascending by start, longest first, then by
// rank and entry. Where a form is found by other diacritics only (RANK_SPELLING) and a closer one
// has the same range, the closer one is meant and the other left out. Takes time proportional to
// the text, times the longest form in words at the very worst (its square where the text and the
// forms are nothing but short words joined by hyphens): one word of a form may stand in the text in
// at most eight pieces (`co-operate`, `LangChain`).
void index_scan(const Index *const *layers, size_t count, const Scan *scan, Matches *matches);

// How many tokens the longest form has: no match is longer.
uint32_t index_depth(const Index *self);
