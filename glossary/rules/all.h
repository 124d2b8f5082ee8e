// All rules, each in a file of its own.
#pragma once

#include "rule.h"

extern const Rule rule_avoided_term, rule_bad_encoding, rule_dangling_reference,
    rule_duplicate_term, rule_malformed_field, rule_malformed_headword, rule_missing_definition,
    rule_missing_headword, rule_oversized_entry, rule_term_case, rule_unclosed_markup,
    rule_unknown_field;
