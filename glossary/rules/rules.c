// The table of rules.
#include "all.h"

const Rule *const RULES[] = {
    &rule_avoided_term,
    &rule_bad_encoding,
    &rule_bad_value,
    &rule_circular_broader,
    &rule_circular_definition,
    &rule_collapsed_body,
    &rule_conflicting_alias,
    &rule_dangling_reference,
    &rule_duplicate_term,
    &rule_inconsistent_category,
    &rule_inconsistent_form,
    &rule_long_definition,
    &rule_lossy_math,
    &rule_malformed_field,
    &rule_malformed_headword,
    &rule_missing_category,
    &rule_missing_definition,
    &rule_missing_headword,
    &rule_no_definition_sentence,
    &rule_oversized_entry,
    &rule_preferred_of_avoided,
    &rule_redundant_alias,
    &rule_repeated_field,
    &rule_repeated_sentence,
    &rule_self_reference,
    &rule_table_shape,
    &rule_term_case,
    &rule_unclosed_markup,
    &rule_undefined_acronym,
    &rule_unknown_field,
    &rule_unsorted_entries,
    &rule_unused_suppression,
};
const size_t RULE_COUNT = sizeof RULES / sizeof *RULES;
_Static_assert(sizeof RULES / sizeof *RULES <= RULES_MAX, "RuleSettings has room for all rules");
