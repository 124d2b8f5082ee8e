#include "all.h"

// The first word of the body: enough to find the place, not a whole line of 7,000 characters.
static Range first_word(const RuleContext *context) {
  Range range = context->entry->body;
  uint32_t end = range.start;
  while (end < range.end && !byte_is_blank(context->bytes.ptr[end])) end++;
  return (Range){range.start, end};
}

static Range marks_of_heading(const RuleContext *context) {
  uint32_t end = 0;
  while (end < context->bytes.len && context->bytes.ptr[end] == '#') end++;
  return (Range){0, end};
}

static void check_entry(RuleContext *context) {
  if (context->entry->name.len) return;
  if (context->entry->dialect == DIALECT_MARKDOWN)
    report(context, &rule_missing_headword, marks_of_heading(context),
           "An entry needs a headword: write the term after the ##");
  else
    report(context, &rule_missing_headword, first_word(context),
           "A definition without a headword: put a line such as \xE2\x80\x9Cterm, "
           "category\xE2\x80\x9D before it, with blank lines around");
}

const Rule rule_missing_headword = {
    .info = {.id = "missing-headword",
             .severity = SEVERITY_ERROR,
             .summary = "A definition that belongs to no term",
             .why = "Nothing can find a text that belongs to no term. In Markdown a term stands "
                    "after `##`; in a page copied from a glossary site it stands on a line of "
                    "its own, with its category behind a comma.",
             .file = "GLOSSARY.md",
             .bad = "## Boom\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n"
                    "\n"
                    "##\n"
                    "\n"
                    "A mast is a pole that carries sails.\n",
             .good = "## Boom\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"
                     "\n"
                     "## Mast\n"
                     "\n"
                     "A mast is a pole that carries sails.\n"},
    .check_entry = check_entry,
};
