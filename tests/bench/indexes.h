// Indexes: an index of made-up terms, as the program builds it.
#pragma once

#include "terms.h"
#include <glossary/match/index.h>

enum { FORMS_MAX = 3 };

// `count` terms with `forms` forms each: a headword, then aliases.
Index *index_make(const MadeTerms lists[], uint32_t forms);
