// One category in two spellings: other capitals, number or hyphens.
#include "../entry_build.h"
#include "../field.h"
#include "all.h"

static Range last_page_field(const RuleContext *context) {
  Range heading = context->entry->heading, last = {0, 0};
  Slice line = slice_range(context->bytes, heading);
  uint32_t at = 0;
  for (Range field; page_next_field(line, &at, &field);) last = range_shift(field, heading.start);
  return last;
}

static Range last_category_field(const RuleContext *context) {
  Range range = {0, 0};
  for (uint32_t i = 0; i < context->field_count; i++) {
    Slice value = slice_range(context->bytes, context->fields[i].value);
    if (context->fields[i].kind == FIELD_CATEGORY)
      range = range_of(context->bytes, unwrap_marks(value));
  }
  return range;
}

// Where the entry's own category is written; empty when it has it from its file.
static Range category_range(const RuleContext *context) {
  bool page = context->entry->dialect == DIALECT_PAGE;
  Range range = page ? last_page_field(context) : last_category_field(context);
  bool own = slice_eq(slice_range(context->bytes, range), context->entry->category);
  return own ? range : (Range){0, 0};
}

static void check_relations(RuleContext *context) {
  const Entry *entry = context->entry;
  Slice common = facts_category(context->facts, entry->id);
  if (!common.len || slice_eq(common, entry->category)) return;
  Range range = category_range(context);
  if (!range_len(range)) return;
  EntryFinding *finding =
      report(context, &rule_inconsistent_category, range,
             "Elsewhere this category is spelt \xE2\x80\x9C%.*s\xE2\x80\x9D: spell it the same",
             SLICE_FMT(common));
  Slice title =
      arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(common));
  add_fix(context, finding, facts_category_is_clear(context->facts, entry->id), title, range,
          common);
}

const Rule rule_inconsistent_category = {
    .info = {.id = "inconsistent-category",
             .severity = SEVERITY_WARNING,
             .summary = "A category in two spellings",
             .why = "Two spellings make two groups of what is one, and let the same term stand "
                    "twice. The commoner spelling is taken for the right one.",
             .file = "GLOSSARY.md",
             .bad = "## Boom\n"
                    "- category: spars\n"
                    "\n"
                    "A boom is a spar along the foot of a sail.\n"
                    "\n"
                    "## Gaff\n"
                    "- category: spars\n"
                    "\n"
                    "A gaff is a spar along the head of a sail.\n"
                    "\n"
                    "## Mast\n"
                    "- category: Spar\n"
                    "\n"
                    "A mast is a pole that carries sails.\n"
                    "\n"
                    "## Yard\n"
                    "- category: spars\n"
                    "\n"
                    "A yard is a spar across a mast.\n",
             .good = "## Boom\n"
                     "- category: spars\n"
                     "\n"
                     "A boom is a spar along the foot of a sail.\n"
                     "\n"
                     "## Mast\n"
                     "- category: spars\n"
                     "\n"
                     "A mast is a pole that carries sails.\n",
             .fixable = true},
    .check_relations = check_relations,
};
