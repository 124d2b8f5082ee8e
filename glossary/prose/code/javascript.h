// What JavaScript and JSX tell each other: code stands in templates and elements, and these in
// code.
#pragma once

#include "code.h"

typedef enum {
  OPEN_CONDITION = '?', // the parentheses of `if (…)`, behind which stands no operator
  OPEN_TEMPLATE = '`',  // the code in `${…}`
  OPEN_TAG = '<',       // an element's tag
  OPEN_CHILDREN = '>',  // what is between its tags
} OpenMarkup;

// Whether a value may begin at `at`, so that `/` begins a regular expression and `<` an element.
bool javascript_expects_value(const Lexer *self);

// The element that begins at `at`; false: this is no element.
bool jsx_read_element(Lexer *self);

// What goes on behind the code in braces, if that stands in an element.
void jsx_go_on(Lexer *self);
