// Defining: how an entry says what its term is. Private to the rules.
#pragma once

#include "../rule.h"

// The definition of an entry; an empty slice where it begins with something that is no paragraph.
// A part of context->bytes.
Slice definition_paragraph(const RuleContext *context);

// What a body begins with.
typedef enum {
  BEGINS_WITH_TEXT,
  BEGINS_WITH_LIST,
  BEGINS_WITH_NUMBERS, // a list with numbers
  BEGINS_WITH_TABLE,
  BEGINS_WITH_CODE,
  BEGINS_WITH_QUOTE,
  BEGINS_WITH_FORMULA,
  BEGINS_WITH_IMAGE,
} Beginning;

Beginning definition_beginning(Slice definition);

// A sentence that defines, taken apart at its first defining verb:
//
//   A **mast** is a pole that carries sails.
//   ~~~~~~~~~~    ~~~~~~~~~~~~~~~~~~~~~~~~~
//   subject       predicate
typedef struct {
  bool found;
  Slice subject;   // as written, without blanks at both ends
  Slice predicate; // up to the end of the sentence, without its period
} Defining;

// Reads the first sentence of `text`.
Defining defining_read(Slice text);

// The end of the sentence that begins at the start of `text`: behind its period.
size_t sentence_length(Slice text);

// Cuts the next word off `*rest`: letters, digits, hyphens and apostrophes; marks of markup around
// it are passed over. Empty at the end.
Slice word_next(Slice *rest);

// Without bold, emphasis, quotes and blanks at both ends.
Slice without_marks(Slice text);
