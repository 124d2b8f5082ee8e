// One form, two entries. Where both say that they are about different things (by category, or by
// serving different documents), or have the headword itself in common (duplicate-term), it is meant
// so; abbreviations and plurals are shared by their nature.
#include "all.h"
#include "mending/items.h"
#include "reading/others.h"

static bool is_claim(FormRole role) {
  return role == FORM_ALIAS || role == FORM_EXPANSION;
}

static bool is_in_use(const Entry *entry) {
  return entry->status != STATUS_DEPRECATED && entry->status != STATUS_FORBIDDEN &&
         entry->match != MATCH_OFF;
}

static bool shares_name(const RuleContext *context, const Entry *other) {
  return names_id(context->names, other->name) == names_id(context->names, context->entry->name) ||
         names_id(context->names, other->headword) ==
             names_id(context->names, context->entry->headword);
}

// How `other` comes by the form, or NULL when it may have it too.
static const Form *rival_form(const RuleContext *context, const Entry *other, Slice text) {
  if (!other || other == context->entry || !is_in_use(other)) return NULL;
  if (!may_mean_the_same(context->entry, other) || shares_name(context, other)) return NULL;
  const Form *form = form_alike(context, other, text, context->entry->match);
  return form && (form->role == FORM_HEADWORD || is_claim(form->role)) ? form : NULL;
}

static EntryFinding *report_form(RuleContext *context, const Form *form) {
  EntryFinding *finding =
      report(context, &rule_conflicting_alias, form->range,
             "\xE2\x80\x9C%.*s\xE2\x80\x9D names another entry too: keep it for one of them",
             SLICE_FMT(form->text));
  add_removal(context, finding, false, form->range);
  return finding;
}

static void check_form(RuleContext *context, const Form *form) {
  size_t count;
  const uint32_t *ids =
      names_answered_by(context->names, names_id(context->names, form->text), &count);
  EntryFinding *finding = NULL;
  uint32_t last = ENTRY_SELF; // an entry stands there once for each of its forms
  for (size_t i = 0; i < count && i < RIVALS_LOOKED_AT; last = ids[i++]) {
    const Entry *other = ids[i] == last ? NULL : store_entry(context->store, ids[i]);
    const Form *rival = rival_form(context, other, form->text);
    if (!rival) continue;
    if (!finding) finding = report_form(context, form);
    relate_in_order(context, finding, other,
                    rival->role == FORM_HEADWORD ? SLICE("the entry of that name")
                                                 : SLICE("also named so"));
  }
}

static bool stands_before(const Entry *entry, uint32_t index) {
  for (uint32_t i = 0; i < index; i++)
    if (slice_eq(entry->forms[i].text, entry->forms[index].text)) return true;
  return false;
}

static void check_relations(RuleContext *context) {
  const Entry *entry = context->entry;
  if (!entry->name.len || !is_in_use(entry)) return;
  for (uint32_t i = 0; i < entry->form_count && i < FORMS_LOOKED_AT; i++)
    if (is_claim(entry->forms[i].role) && !stands_before(entry, i))
      check_form(context, &entry->forms[i]);
}

const Rule rule_conflicting_alias = {
    .info = {.id = "conflicting-alias",
             .severity = SEVERITY_WARNING,
             .summary = "A form that two entries claim",
             .why = "Whoever points at the form is shown both entries and has to guess which one "
                    "is meant. Keep it for one of them. If it has two senses, give the entries "
                    "categories that differ. Abbreviations may be shared.",
             .file = "GLOSSARY.md",
             .bad = "## Shroud\n"
                    "- aliases: side stay\n"
                    "\n"
                    "A shroud is a wire that holds the mast to one side.\n"
                    "\n"
                    "## Side stay\n"
                    "\n"
                    "A side stay is a plank across the bow.\n",
             .good = "## Shroud\n"
                     "- aliases: side wire\n"
                     "\n"
                     "A shroud is a wire that holds the mast to one side.\n"
                     "\n"
                     "## Side stay\n"
                     "\n"
                     "A side stay is a plank across the bow.\n"},
    .check_relations = check_relations,
};
