#include "../line.h"
#include "../lint/new_entry.h"
#include "../prose/seek.h"
#include "all.h"

static void add_beginning(RuleContext *context, EntryFinding *finding) {
  Slice line_end = line_end_of(context->bytes);
  Slice beginning = new_definition(context->entry->name, context->scratch);
  uint32_t end = (uint32_t)context->bytes.len;
  while (byte_is_blank(context->bytes.ptr[end - 1])) end--;
  add_fix(context, finding, false, SLICE("Begin the definition"), (Range){end, end},
          arena_format(context->arena, "%.*s%.*s%.*s", SLICE_FMT(line_end), SLICE_FMT(line_end),
                       SLICE_FMT(beginning)));
}

// A comment alone (`<!-- later -->`) defines nothing.
static bool has_body(const RuleContext *context) {
  Slice body = slice_range(context->bytes, context->entry->body);
  while (slice_starts_with(body, SLICE("<!--"))) {
    uint32_t end = (uint32_t)body.len;
    body = slice_trim(slice_from(body, seek_behind(body, 0, end, SLICE("-->"))));
  }
  return body.len > 0;
}

static void check_entry(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len || has_body(context)) return;
  EntryFinding *finding = report(
      context, &rule_missing_definition, entry->heading,
      "\xE2\x80\x9C%.*s\xE2\x80\x9D has no definition: write a first paragraph that says what "
      "it is",
      SLICE_FMT(entry->name));
  add_beginning(context, finding);
}

const Rule rule_missing_definition = {
    .info = {.id = "missing-definition",
             .severity = SEVERITY_ERROR,
             .summary = "A headword with nothing after it",
             .why = "Whoever points at the term gets an empty answer, which is worse than none. "
                    "Write one sentence that says what it is, or remove the entry until somebody "
                    "can.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "- aliases: pole\n"
                    "\n"
                    "## Boom\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n",
             .good = "## Mast\n"
                     "- aliases: pole\n"
                     "\n"
                     "A mast is a spar that carries sails.\n"
                     "\n"
                     "## Boom\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"},
    .check_entry = check_entry,
};
