// One entry says not to use a word that another one offers.
#include "all.h"
#include "mending/items.h"
#include "reading/others.h"

static bool is_offered(const Entry *entry) {
  return entry->status == STATUS_PREFERRED || entry->status == STATUS_ADMITTED;
}

static bool offers(const RuleContext *context, const Entry *other, Slice text) {
  return other && other != context->entry && is_offered(other) &&
         may_mean_the_same(context->entry, other) &&
         form_alike(context, other, text, context->entry->match);
}

static EntryFinding *report_form(RuleContext *context, const Form *form, const Entry *other) {
  EntryFinding *finding =
      report(context, &rule_preferred_of_avoided, form->range,
             "\xE2\x80\x9C%.*s\xE2\x80\x9D is to be avoided here, and preferred in the entry "
             "\xE2\x80\x9C%.*s\xE2\x80\x9D: remove it here, or deprecate it there",
             SLICE_FMT(form->text), SLICE_FMT(other->name));
  add_removal(context, finding, false, form->range);
  return finding;
}

static bool stands_before(const Entry *a, const Entry *b) {
  int order = a->file == b->file ? 0 : slice_cmp(a->file->path, b->file->path);
  return order ? order < 0 : a->index < b->index;
}

static void check_form(RuleContext *context, const Form *form) {
  size_t count;
  const uint32_t *ids =
      names_answered_by(context->names, names_id(context->names, form->text), &count);
  const Entry *first = NULL;
  for (size_t i = 0; i < count && i < RIVALS_LOOKED_AT; i++) {
    const Entry *other = store_entry(context->store, ids[i]);
    if (offers(context, other, form->text) && (!first || stands_before(other, first)))
      first = other;
  }
  if (!first) return;
  add_related(context, report_form(context, form, first), first->id,
              SLICE("the entry that offers it"));
}

static void check_relations(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len) return;
  for (uint32_t i = 0, seen = 0; i < entry->form_count && seen < FORMS_LOOKED_AT; i++) {
    if (entry->forms[i].role != FORM_AVOID) continue;
    check_form(context, &entry->forms[i]);
    seen++;
  }
}

// `avoid: internet` in the entry Internet is about the capital: only the same letters contradict
// each other.
static bool is_own_form(const Entry *entry, Slice text) {
  for (uint32_t i = 0; i < entry->form_count && i < FORMS_LOOKED_AT; i++)
    if (entry->forms[i].role != FORM_AVOID && slice_eq(entry->forms[i].text, text)) return true;
  return false;
}

static void check_own_form(RuleContext *context, Slice item) {
  if (!is_own_form(context->entry, item)) return;
  Range range = range_of(context->bytes, item);
  EntryFinding *finding =
      report(context, &rule_preferred_of_avoided, range,
             "\xE2\x80\x9C%.*s\xE2\x80\x9D is to be avoided, and a form of the same entry: remove "
             "it here or there",
             SLICE_FMT(item));
  add_removal(context, finding, false, range);
}

// The fields are read, because no entry takes a form in that it has already.
static void check_entry(RuleContext *context) {
  for (uint32_t i = 0; i < context->field_count; i++) {
    if (context->fields[i].kind != FIELD_AVOID) continue;
    FieldItems items = field_items(slice_range(context->bytes, context->fields[i].value));
    for (Slice item; field_items_next(&items, &item);) check_own_form(context, item);
  }
}

const Rule rule_preferred_of_avoided = {
    .info = {.id = "preferred-of-avoided",
             .severity = SEVERITY_ERROR,
             .summary = "A form to avoid that another entry prefers",
             .why = "One entry tells writers not to use the word and another one offers it while "
                    "they type; whatever they do is wrong. Decide for one, or give the entries "
                    "categories that differ where the word is wrong in one sense only.",
             .file = "GLOSSARY.md",
             .bad = "## Dry run\n"
                    "- avoid: simulation\n"
                    "\n"
                    "A dry run is a run of the whole procedure that changes nothing.\n"
                    "\n"
                    "## Simulation\n"
                    "\n"
                    "A simulation is a computation that stands for an event.\n",
             .good = "## Dry run\n"
                     "- avoid: simulation\n"
                     "\n"
                     "A dry run is a run of the whole procedure that changes nothing.\n"
                     "\n"
                     "## Simulation\n"
                     "- status: deprecated\n"
                     "\n"
                     "A simulation is what a dry run was called in the old manuals.\n"},
    .check_entry = check_entry,
    .check_relations = check_relations,
};
