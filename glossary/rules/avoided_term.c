// A use of a form that its entry says to avoid, or of a term that is deprecated or forbidden.
#include "../field.h"
#include "../words/spelling.h"
#include "all.h"
#include "mending/replacement.h"
#include "reading/surroundings.h"

// --- which reading is meant ---

// How far a use is from a form: other joints (`e-mail`, `email`) are further than anything that
// happens to the words themselves.
static unsigned distance(const DocumentContext *context, const Match *match) {
  Slice text = slice_range(context->text, match->range);
  return (replacement_same_joints(text, match->form) ? 0 : RANK_NONE) + match->rank;
}

// To a homonym a capital is none of its own: it may be owed to the sentence.
static unsigned without_case(unsigned distance) {
  return distance % RANK_NONE == RANK_CASE ? distance - 1 : distance;
}

static bool is_wrong(const DocumentContext *context, const Match *match) {
  return match->role == FORM_AVOID || !is_fine_status(match_entry(context, match)->status);
}

// Whether `fine` is as good a reading as `wrong`.
static bool excuses(const DocumentContext *context, const Match *fine, const Match *wrong) {
  unsigned a = distance(context, fine), b = distance(context, wrong);
  if (fine->entry == wrong->entry) return a <= b;
  return without_case(a) <= without_case(b);
}

static bool is_excused(const DocumentContext *context, const Readings *use, const Match *wrong) {
  for (size_t i = 0; i < use->count; i++)
    if (!is_wrong(context, &use->items[i]) && excuses(context, &use->items[i], wrong)) return true;
  return false;
}

// The closest of the wrong readings; NULL: there is none, or the use is fine by another one.
static const Match *wrong_reading(const DocumentContext *context, const Readings *use) {
  const Match *worst = NULL;
  for (size_t i = 0; i < use->count; i++) {
    const Match *match = &use->items[i];
    if (!is_wrong(context, match)) continue;
    if (!worst || distance(context, match) < distance(context, worst)) worst = match;
  }
  return worst && !is_excused(context, use, worst) ? worst : NULL;
}

// --- what to write instead ---

static Slice entry_bytes(const Entry *entry) {
  return text_slice(entry->file->text, entry_range(entry));
}

static bool is_successor(const Entry *found, const Entry *entry) {
  return found != entry && found->headword.len && is_fine_status(found->status);
}

// The first term that the entry refers to and that is fine to write.
static const Entry *successor(const DocumentContext *context, const Entry *entry) {
  Slice bytes = entry_bytes(entry);
  for (uint32_t i = 0; i < entry->field_count; i++) {
    if (entry->fields[i].kind != FIELD_SEE) continue;
    FieldItems items = field_items(slice_range(bytes, entry->fields[i].value));
    for (Slice item; field_items_next(&items, &item);) {
      Occurrence found = question_named(context->question, item, context->arena);
      for (uint32_t k = 0; k < found.entry_count; k++)
        if (is_successor(found.entries[k], entry)) return found.entries[k];
    }
  }
  return NULL;
}

static const Entry *preferred(const DocumentContext *context, const Match *match) {
  const Entry *entry = match_entry(context, match);
  if (match->role == FORM_AVOID && is_fine_status(entry->status))
    return entry->headword.len ? entry : NULL;
  return successor(context, entry);
}

// --- telling ---

static bool is_deprecated(const DocumentContext *context, const Match *match) {
  return match->role != FORM_AVOID && match_entry(context, match)->status == STATUS_DEPRECATED;
}

// The first note of the entry, as the end of a sentence.
static Slice reason_of(const DocumentContext *context, const Entry *entry) {
  enum { LONGEST_REASON = 160 };
  Slice bytes = entry_bytes(entry);
  for (uint32_t i = 0; i < entry->field_count; i++) {
    if (entry->fields[i].kind != FIELD_NOTE) continue;
    Slice note = slice_trim(slice_range(bytes, entry->fields[i].value));
    if (slice_ends_with(note, SLICE("."))) note.len--;
    bool fits = note.len && note.len <= LONGEST_REASON && !memchr(note.ptr, '\n', note.len);
    return fits ? arena_format(context->arena, " (%.*s)", SLICE_FMT(note)) : (Slice){0};
  }
  return (Slice){0};
}

// `Write “primary” instead of “master”`.
static Slice sentence(DocumentContext *context, const Match *match, const Entry *instead) {
  Slice said = replacement_said(context, match);
  Slice other = instead ? replacement_text(context, match, instead) : (Slice){0};
  if (match->role == FORM_AVOID && instead)
    return arena_format(context->arena,
                        "Write \xE2\x80\x9C%.*s\xE2\x80\x9D instead of "
                        "\xE2\x80\x9C%.*s\xE2\x80\x9D",
                        SLICE_FMT(other), SLICE_FMT(said));
  const char *is = is_deprecated(context, match) ? "deprecated" : "not to be used";
  if (instead)
    return arena_format(context->arena,
                        "\xE2\x80\x9C%.*s\xE2\x80\x9D is %s: write "
                        "\xE2\x80\x9C%.*s\xE2\x80\x9D instead",
                        SLICE_FMT(said), is, SLICE_FMT(other));
  return arena_format(context->arena,
                      "\xE2\x80\x9C%.*s\xE2\x80\x9D is %s, and the glossary names nothing in its "
                      "place",
                      SLICE_FMT(said), is);
}

static Finding *tell(DocumentContext *context, const Match *match, const Entry *instead) {
  const Entry *entry = match_entry(context, match);
  Slice reason = reason_of(context, entry), text = sentence(context, match, instead);
  Finding *finding = report_use(context, &rule_avoided_term, match->range, "%.*s%.*s",
                                SLICE_FMT(text), SLICE_FMT(reason));
  finding->subject = arena_copy(context->arena, match->form);
  if (is_deprecated(context, match)) finding->tags = TAG_DEPRECATED;
  Slice says =
      match->role == FORM_AVOID ? SLICE("the term to use") : SLICE("what the glossary says of it");
  relate_use(context, finding, entry, says);
  return finding;
}

// Every other wrong reading may know another term to write.
static void offer_others(DocumentContext *context, const Readings *use, const Match *first,
                         Finding *finding) {
  for (size_t i = 0; i < use->count && finding->fix_count < FIXES_MAX; i++) {
    const Match *match = &use->items[i];
    if (match->entry == first->entry || !is_wrong(context, match)) continue;
    const Entry *instead = preferred(context, match);
    if (instead) replacement_offer(context, finding, match, instead);
  }
  if (finding->fix_count > 1)
    for (uint32_t i = 0; i < finding->fix_count; i++) finding->fixes[i].certain = false;
}

// Whether the word is somebody else's, or only spoken of.
static bool is_not_said(const DocumentContext *context, const Match *match) {
  Slice text = slice_range(context->text, match->range);
  bool cried = !slice_eq(text, match->form) && use_is_cried_alone(context, match->range);
  return cried || use_is_identifier(text, match->form) || use_is_in_name(context, match->range) ||
         use_is_mentioned(context, match->range);
}

static void check_use(DocumentContext *context, const Readings *use) {
  const Match *match = wrong_reading(context, use);
  if (!match || is_not_said(context, match)) return;
  const Entry *instead = preferred(context, match);
  if (instead && replacement_is_same(context, match, instead)) return;
  Finding *finding = tell(context, match, instead);
  if (instead) replacement_offer(context, finding, match, instead);
  offer_others(context, use, match, finding);
}

static void check(DocumentContext *context) {
  for (Readings use = {0}; next_use(context, &use);)
    if (!use.items[0].off_case) check_use(context, &use);
}

static const DocumentRule DOCUMENT = {.check = check, .matches = true};

const Rule rule_avoided_term = {
    .info = {.id = "avoided-term",
             .severity = SEVERITY_WARNING,
             .summary = "A word that the glossary says not to use",
             .why = "Two words for one thing make readers look for the difference. The glossary "
                    "names the word to write: in the entry that lists this one under `avoid`, or "
                    "under `see` of a deprecated or forbidden term. A `note` of the entry is told "
                    "as the reason.",
             .file = "guide.md",
             .glossary = "## Runbook\n"
                         "- avoid: cookbook\n"
                         "- note: cookbooks are for the kitchen team\n"
                         "\n"
                         "A runbook is the list of steps for one kind of incident.\n",
             .bad = "Look into both cookbooks first.\n",
             .good = "Look into both runbooks first.\n",
             .fixable = true},
    .document = &DOCUMENT,
};
