#include "all.h"

static void check_entry(RuleContext *context) {
  if (context->syntax.complete) return;
  Range range = context->entry->heading;
  if (range_len(range) == 0)
    range = (Range){0, context->bytes.len < 2 ? (uint32_t)context->bytes.len : 2};
  report(context, &rule_oversized_entry, range,
         "This entry is %zu bytes long; the markup of entries over %u bytes is not checked",
         context->bytes.len, SYNTAX_MAX);
}

const Rule rule_oversized_entry = {
    .info = {.id = "oversized-entry",
             .severity = SEVERITY_WARNING,
             .summary = "An entry too long for its markup to be checked",
             .why = "Gloss reads the markup of an entry as a whole, each time it is edited. An "
                    "entry of several megabytes is no entry but data; it is still found in "
                    "texts, only its markup is not checked. Move the data into a file of its own "
                    "and link to it."},
    .check_entry = check_entry,
};
