// Draft: a copy of an open document, on which fixes are made to see what they lead to.
#pragma once

#include "lint/checker.h"

// The edits that make all certain fixes of a document, and those they bring about, round for round;
// `rule` NULL: of all rules. A document that is too large to be copied has one round only: the rest
// can be fixed afterwards.
Edits draft_fixes(const Checker *checker, Document *document, const RuleInfo *rule, Arena *arena);
