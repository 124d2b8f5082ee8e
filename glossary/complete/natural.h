// Natural: a form written the way the sentence needs it.
#pragma once

#include "../store.h"

// `form` as the author would go on writing it after `typed`, its beginning: letters already typed
// keep their case; ordinary words of a Title Case form follow the case of the typed ones; all
// capitals stay all capitals; a word with a capital after its first letter (kNN, LaMDA) is never
// changed.
Slice natural_case(Slice form, Slice typed, Arena *arena);

// The same after `typed` that is not its beginning but some of its words or letters. A capital at
// the start of `typed` is one for the sentence; all capitals are none when they may be an
// abbreviation (KD). `heading`: the form begins with a capital as headings do, which says nothing
// of sentences.
Slice natural_hint(Slice form, Slice typed, bool heading, Arena *arena);

// Whether a glossary begins its headings with capitals, so that they say nothing of the term. The
// first few tell.
bool natural_headings(const GlossaryFile *file);
