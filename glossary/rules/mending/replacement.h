// Replacement: a term put in the place of a use of another one, in the number and the case of that
// use, with the article that goes with it.
#pragma once

#include "../document_rule.h"

// Whether two ways of writing have hyphens, spaces and nothing between the same words.
bool replacement_same_joints(Slice a, Slice b);

// How the use is written, for a message: without markup and line ends, else as its form is.
Slice replacement_said(const DocumentContext *context, const Match *use);

// What would be put in its place.
Slice replacement_text(DocumentContext *context, const Match *use, const Entry *term);

// Whether the use says already what would be put in its place.
bool replacement_is_same(DocumentContext *context, const Match *use, const Entry *term);

// Offers to put the headword of `term` in the place of the use, unless the finding has that fix
// already or the use holds markup. The fix is certain where nothing about it is a guess.
void replacement_offer(DocumentContext *context, Finding *finding, const Match *use,
                       const Entry *term);
