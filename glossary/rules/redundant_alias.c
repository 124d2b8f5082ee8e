// A form that need not be listed, because the entry is found by it anyway: the matcher is asked.
#include "../words/name.h"
#include "all.h"
#include "mending/items.h"
#include "reading/others.h"

typedef struct {
  Slice text, key;
} Known;

typedef struct {
  RuleContext *context;
  Known known[FORMS_LOOKED_AT]; // of the heading, then what is listed before
  uint32_t count;
} Listed;

static bool lists_forms(const Field *field) {
  return field->kind == FIELD_ALIASES || field->kind == FIELD_ABBR || field->kind == FIELD_PLURAL;
}

static Slice lower(Slice text, Arena *arena) {
  char *out = arena_array(arena, char, text.len);
  for (size_t i = 0; i < text.len; i++) out[i] = byte_lower(text.ptr[i]);
  return slice_new(out, text.len);
}

// Whether `known` is found wherever `text` would be: as it is written, and in small letters, unless
// it asks for its capitals itself.
static bool is_covered(const Listed *self, Slice known, Slice text) {
  if (slice_eq(known, text)) return true;
  MatchMode match = self->context->entry->match;
  Slice small = lower(text, self->context->scratch);
  return match != MATCH_OFF && form_finds(known, match, text) &&
         (!form_finds(text, match, small) || form_finds(known, match, small));
}

// References find a name by its key, or in another number: they have to go on doing so.
static const Known *find_cover(const Listed *self, Slice text, Slice key) {
  for (uint32_t i = 0; i < self->count; i++) {
    const Known *known = &self->known[i];
    bool referred = slice_eq(known->key, key) || name_agrees(known->key, key);
    if (referred && is_covered(self, known->text, text)) return known;
  }
  return NULL;
}

static void add_known(Listed *self, Slice text, Slice key) {
  if (self->count < FORMS_LOOKED_AT) self->known[self->count++] = (Known){text, key};
}

static void check_item(Listed *self, Slice item) {
  RuleContext *context = self->context;
  Slice key = name_key(item, context->scratch);
  const Known *cover = find_cover(self, item, key);
  if (!cover) {
    add_known(self, item, key);
    return;
  }
  Range range = range_of(context->bytes, item);
  bool same = slice_eq(item, cover->text);
  EntryFinding *finding =
      same ? report(context, &rule_redundant_alias, range,
                    "\xE2\x80\x9C%.*s\xE2\x80\x9D is a form of this entry already: remove it",
                    SLICE_FMT(item))
           : report(context, &rule_redundant_alias, range,
                    "\xE2\x80\x9C%.*s\xE2\x80\x9D is found without being listed, as a form of "
                    "\xE2\x80\x9C%.*s\xE2\x80\x9D: remove it",
                    SLICE_FMT(item), SLICE_FMT(cover->text));
  finding->tags = TAG_UNNECESSARY;
  add_removal(context, finding, true, range);
}

static void check_entry(RuleContext *context) {
  const Entry *entry = context->entry;
  Listed listed = {.context = context};
  for (uint32_t i = 0; i < entry->form_count && entry->forms[i].range.end <= entry->heading.end;
       i++)
    add_known(&listed, entry->forms[i].text, name_key(entry->forms[i].text, context->scratch));
  for (uint32_t i = 0; i < context->field_count; i++) {
    if (!lists_forms(&context->fields[i])) continue;
    FieldItems items = field_items(slice_range(context->bytes, context->fields[i].value));
    for (Slice item; listed.count < FORMS_LOOKED_AT && field_items_next(&items, &item);)
      check_item(&listed, item);
  }
}

const Rule rule_redundant_alias = {
    .info = {.id = "redundant-alias",
             .severity = SEVERITY_WARNING,
             .summary = "A form that is found without being listed",
             .why = "Gloss finds plurals, other capitals, hyphens in the place of spaces and "
                    "letters without their accents by itself. A list that repeats them hides the "
                    "names that are really different.",
             .file = "GLOSSARY.md",
             .bad = "## Dry run\n"
                    "- aliases: dry runs, rehearsal, dry-run\n"
                    "\n"
                    "A dry run is a run of the whole procedure that changes nothing.\n",
             .good = "## Dry run\n"
                     "- aliases: rehearsal\n"
                     "\n"
                     "A dry run is a run of the whole procedure that changes nothing.\n",
             .fixable = true},
    .check_entry = check_entry,
};
