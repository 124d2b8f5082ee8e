// The table of rules.
#include "all.h"

const Rule *const RULES[] = {
    &rule_avoided_term,       &rule_bad_encoding,     &rule_dangling_reference,
    &rule_duplicate_term,     &rule_malformed_field,  &rule_malformed_headword,
    &rule_missing_definition, &rule_missing_headword, &rule_oversized_entry,
    &rule_term_case,          &rule_unclosed_markup,  &rule_unknown_field,
};
const size_t RULE_COUNT = sizeof RULES / sizeof *RULES;
_Static_assert(sizeof RULES / sizeof *RULES <= RULES_MAX, "RuleSettings has room for all rules");
