// Surroundings: how a use of a term stands in its document. What a rule is not sure of in a text it
// learns here.
#pragma once

#include "../document_rule.h"

// Whether no markup stands inside, so that all of it may give way to other words.
bool use_is_whole(const DocumentContext *context, Range range);

// Whether a capital may be owed to the place: a sentence, a heading, an item, a cell begins here.
bool use_may_begin_sentence(const DocumentContext *context, uint32_t offset);

// Whether the rest of the line begins its words with capitals, or there is none.
bool use_is_in_title(const DocumentContext *context, Range range);

// Whether it stands between blanks and the marks of a sentence: not in quotes, not hyphenated, not
// beside a slash, a dot or an equals sign, where it may be a name that somebody else gave.
bool use_stands_free(const DocumentContext *context, Range range);

// Whether the words are written as programs name things and `form` is not: `whiteList`.
bool use_is_identifier(Slice text, Slice form);

// Whether it is a piece of a longer name that somebody else gave: `ci-master-blocking`, `patch-1`,
// `@the-master`, `+slave`.
bool use_is_in_name(const DocumentContext *context, Range range);

// Whether one word stands in capitals among others that do not: PATCH is what a protocol says.
bool use_is_cried_alone(const DocumentContext *context, Range range);

// Whether the text speaks of the word, and not with it: the word “slave”.
bool use_is_mentioned(const DocumentContext *context, Range range);

// Whether the line of the use holds `other` as well, in any case.
bool use_stands_beside(const DocumentContext *context, Range range, Slice other);
