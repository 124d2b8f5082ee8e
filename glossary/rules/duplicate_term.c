// The same headword may stand twice, for two senses or from two sources; the category tells them
// apart. Twice in one category is an error. A page often gives no category: there a headword that
// stands again is only worth knowing. Glossaries that serve different documents (`paths:`) do not
// repeat each other.
#include "../match/terms.h"
#include "all.h"
#include "mending/merging.h"
#include "reading/others.h"

static bool same_sense(const Entry *a, const Entry *b) {
  bool known =
      a->category.len || (a->dialect == DIALECT_MARKDOWN && b->dialect == DIALECT_MARKDOWN);
  return known && slice_eq_ascii_case(a->category, b->category);
}

// The other entries of that name: those of the same sense, or those that are not.
static uint32_t relate(RuleContext *context, EntryFinding *finding, const uint32_t *ids,
                       size_t count, bool same) {
  uint32_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const Entry *other = store_entry(context->store, ids[i]);
    if (!other || other == context->entry || !scope_same(context->file, other->file)) continue;
    if (same_sense(context->entry, other) != same) continue;
    if (finding) relate_in_order(context, finding, other, SLICE("also defined here"));
    found++;
  }
  return found;
}

// The first entry of the same sense in the same file, when it stands before this one.
static const Entry *find_first(const RuleContext *context, const uint32_t *ids, size_t count) {
  const Entry *first = context->entry;
  for (size_t i = 0; i < count; i++) {
    const Entry *other = store_entry(context->store, ids[i]);
    if (other && other->file == context->file && same_sense(other, context->entry) &&
        other->index < first->index)
      first = other;
  }
  return first == context->entry ? NULL : first;
}

static void report_others(RuleContext *context, const uint32_t *ids, size_t count, uint32_t others,
                          bool same) {
  const Entry *entry = context->entry;
  EntryFinding *finding =
      same
          ? report(context, &rule_duplicate_term, entry->heading,
                   "\xE2\x80\x9C%.*s\xE2\x80\x9D is defined %s%u times%s%.*s: merge them, or give "
                   "each its own category",
                   SLICE_FMT(entry->name), count == SHARED_LOOKED_AT ? "at least " : "", others + 1,
                   entry->category.len ? " in category " : "", SLICE_FMT(entry->category))
          : report(context, &rule_duplicate_term, entry->heading,
                   "\xE2\x80\x9C%.*s\xE2\x80\x9D is a headword %s%u times on these pages",
                   SLICE_FMT(entry->name), count == SHARED_LOOKED_AT ? "at least " : "",
                   others + 1);
  if (!same) finding->severity = SEVERITY_INFO;
  relate(context, finding, ids, count, same);
  const Entry *first = same && count <= NAMESAKES_MAX ? find_first(context, ids, count) : NULL;
  if (first) add_merging(context, finding, first);
}

static void check_relations(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len) return;
  size_t count;
  const uint32_t *ids =
      names_taken_by(context->names, names_id(context->names, entry->name), &count);
  if (count < 2) return;
  if (count > SHARED_LOOKED_AT) count = SHARED_LOOKED_AT;
  uint32_t same = relate(context, NULL, ids, count, true);
  uint32_t other = relate(context, NULL, ids, count, false);
  if (same)
    report_others(context, ids, count, same, true);
  else if (other && entry->dialect == DIALECT_PAGE)
    report_others(context, ids, count, other, false);
}

const Rule rule_duplicate_term = {
    .info = {.id = "duplicate-term",
             .severity = SEVERITY_ERROR,
             .summary = "The same headword twice in one category",
             .why = "Two definitions of one term grow apart, and a reader sees only one of them. "
                    "Merge them, or, where they are two senses, say which is which by a category "
                    "or by a parenthesis after the term: Mast (ship), Mast (feed). The pages of "
                    "a glossary site often give no category; a headword that stands there again "
                    "is information only.",
             .file = "GLOSSARY.md",
             .bad = "## Stay\n"
                    "- category: rigging\n"
                    "\n"
                    "A stay is a rope that holds a mast.\n"
                    "\n"
                    "## Stay\n"
                    "- category: rigging\n"
                    "\n"
                    "A stay is a rope that holds a mast.\n",
             .good = "## Stay\n"
                     "- category: rigging\n"
                     "\n"
                     "A stay is a rope that holds a mast.\n"
                     "\n"
                     "## Stay\n"
                     "- category: law\n"
                     "\n"
                     "A stay is an order that halts a trial.\n",
             .fixable = true},
    .check_relations = check_relations,
};
