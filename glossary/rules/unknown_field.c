#include "../base/nearest.h"
#include "../field.h"
#include "all.h"
#include "reading/slipped.h"

// One slip of the keyboard is mended; what is further away is only offered.
static void report_misspelt(RuleContext *context, Range range, Slice key, Slice nearest) {
  EntryFinding *finding = report(context, &rule_unknown_field, range,
                                 "Unknown field \xE2\x80\x9C%.*s\xE2\x80\x9D; did you mean "
                                 "\xE2\x80\x9C%.*s\xE2\x80\x9D?",
                                 SLICE_FMT(key), SLICE_FMT(nearest));
  Slice title =
      arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(nearest));
  add_fix(context, finding, is_slip(key, nearest), title, range, nearest);
}

static void check(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    Field field = context->fields[i];
    if (field.kind != FIELD_UNKNOWN || range_len(field.key) == 0) continue;
    Slice key = slice_range(context->bytes, field.key);
    Slice nearest = field_nearest(key);
    if (nearest.len)
      report_misspelt(context, field.key, key, nearest);
    else
      report(context, &rule_unknown_field, field.key, "Unknown field \xE2\x80\x9C%.*s\xE2\x80\x9D",
             SLICE_FMT(key));
  }
}

// A list none of whose keys is known is text. Where one slip made it so, fields were meant.
static void check_entry(RuleContext *context) {
  check(context);
  if (context->field_count) return;
  Slice meant = {0}, key = slipped_key(slice_trim(entry_definition(context->entry)), &meant);
  if (!key.len) return;
  Range range = range_of(context->bytes, key);
  EntryFinding *finding =
      report(context, &rule_unknown_field, range,
             "Unknown field \xE2\x80\x9C%.*s\xE2\x80\x9D, so this list is text; did you mean "
             "\xE2\x80\x9C%.*s\xE2\x80\x9D?",
             SLICE_FMT(key), SLICE_FMT(meant));
  Slice title =
      arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(meant));
  add_fix(context, finding, false, title, range, meant);
}

const Rule rule_unknown_field = {
    .info = {.id = "unknown-field",
             .severity = SEVERITY_WARNING,
             .summary = "A field whose key Gloss does not know",
             .why = "A key that Gloss does not know has no effect: the aliases behind a misspelt "
                    "key are never found. The README lists all keys.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- aliases: pole\n"
                    "- staus: draft\n"
                    "\n"
                    "A mast is a spar that carries sails.\n",
             .good = "## Mast\n"
                     "- aliases: pole\n"
                     "- status: draft\n"
                     "\n"
                     "A mast is a spar that carries sails.\n",
             .fixable = true},
    .check_entry = check_entry,
    .check_preamble = check,
};
