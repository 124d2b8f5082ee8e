// A term of several words put together in more than one way: `fine tuning` and `fine-tuning`.
#include "all.h"
#include "reading/joints.h"
#include "reading/surroundings.h"

// Of so many times as common a way it is certain that it is the one that is meant.
enum { CERTAINLY_COMMONER = 3, FORMS_LOOKED_AT = 16 };

// --- uses ---

static bool is_written_so(Slice form, const Joints *use) {
  Joints joints;
  return joints_read(form, &joints) && joints.key == use->key;
}

// The first form of the entry with these letters that people may write; empty: there is none.
static Slice own_form(const Entry *entry, uint64_t key) {
  for (uint32_t i = 0; i < entry->form_count && i < FORMS_LOOKED_AT; i++) {
    Joints joints;
    const Form *form = &entry->forms[i];
    bool fine = form->role != FORM_AVOID && joints_read(form->text, &joints);
    if (fine && joints.key == key) return form->text;
  }
  return (Slice){0};
}

// Whether it has a form that is put together of words.
static bool has_joints(const Entry *entry, uint64_t key) {
  for (uint32_t i = 0; i < entry->form_count && i < FORMS_LOOKED_AT; i++) {
    Joints joints;
    if (!joints_read(entry->forms[i].text, &joints)) continue;
    if (joints.key == key && joints.count) return true;
  }
  return false;
}

// The entry that is meant; NULL: several may be (`set up`, `setup`), or another rule speaks of it.
static const Entry *entry_meant(const DocumentContext *context, const Readings *use,
                                const Joints *joints) {
  const Entry *meant = NULL;
  for (size_t i = 0; i < use->count; i++) {
    const Match *match = &use->items[i];
    const Entry *entry = match_entry(context, match);
    if (match->role == FORM_AVOID || !is_fine_status(entry->status)) return NULL;
    if (!is_written_so(match->form, joints)) continue;
    if (meant && meant != entry && !slice_eq_ascii_case(meant->headword, entry->headword))
      return NULL;
    if (!meant) meant = entry;
  }
  return meant && has_joints(meant, joints->key) ? meant : NULL;
}

static void check_use(DocumentContext *context, const Readings *use) {
  Range range = use->items[0].range;
  Slice text = use_text(context, use);
  Joints joints;
  if (!use_is_whole(context, range) || !use_stands_free(context, range)) return;
  if (use_is_identifier(text, use->items[0].form) || !joints_read(text, &joints)) return;
  const Entry *entry = entry_meant(context, use, &joints);
  if (!entry) return;
  mention(context, (Mention){.rule = &rule_inconsistent_form,
                             .key = joints.key,
                             .kind = joints.kind,
                             .entry = entry->id,
                             .range = range,
                             .text = arena_copy(context->arena, text)});
}

static void check(DocumentContext *context) {
  for (Readings use = {0}; next_use(context, &use);)
    if (!use.items[0].off_case) check_use(context, &use);
}

// --- the whole ---

typedef struct {
  const CensusWay *said, *wanted; // of one key; NULL: not known
} Choice;

static bool is_better(const CensusWay *a, const CensusWay *b, uint32_t own) {
  if (a->count != b->count) return a->count > b->count;
  if ((a->kind == own) != (b->kind == own)) return a->kind == own;
  return a->kind < b->kind;
}

static uint32_t own_kind(const DocumentContext *context, const Mention *mention) {
  Joints joints = {0};
  const Entry *entry = store_entry(context->question->store, mention->entry);
  if (entry) joints_read(own_form(entry, mention->key), &joints);
  return joints.kind;
}

static Choice choose(const DocumentContext *context, const Census *census, const Mention *mention) {
  uint32_t count, own = 0;
  const CensusWay *ways = census_ways(census, mention->key, &count);
  Choice choice = {0};
  if (count < 2) return choice;
  own = own_kind(context, mention);
  for (uint32_t i = 0; i < count; i++) {
    if (ways[i].kind == mention->kind) choice.said = &ways[i];
    if (!choice.wanted || is_better(&ways[i], choice.wanted, own)) choice.wanted = &ways[i];
  }
  return choice;
}

static Slice times(DocumentContext *context, uint32_t count) {
  if (count == 1) return SLICE("once");
  return count == 2 ? SLICE("twice") : arena_format(context->arena, "%u times", count);
}

// `text` put together in the wanted way; empty: that cannot be done.
static Slice put_together(DocumentContext *context, Slice text, const CensusWay *wanted) {
  Joints joints, result;
  if (!joints_read(wanted->text, &joints)) return (Slice){0};
  Slice written = joints_write(text, &joints, context->arena);
  bool fine = joints_read(written, &result) && result.kind == wanted->kind;
  return fine ? written : (Slice){0};
}

// Whether only joints have changed, of words that stand in one line.
static bool is_plain_change(Slice text, Slice instead) {
  if (memchr(text.ptr, '\n', text.len)) return false;
  size_t capitals = 0, kept = 0;
  for (size_t i = 0; i < text.len; i++) capitals += byte_is_upper(text.ptr[i]);
  for (size_t i = 0; i < instead.len; i++) kept += byte_is_upper(instead.ptr[i]);
  return capitals == kept;
}

static void tell(DocumentContext *context, const Mention *mention, Choice choice) {
  Slice text = slice_range(context->text, mention->range);
  Slice instead = put_together(context, text, choice.wanted);
  if (!instead.len) return;
  Slice few = times(context, choice.said->count), many = times(context, choice.wanted->count);
  Finding *finding =
      report_use(context, &rule_inconsistent_form, mention->range,
                 "Keep to one way of writing: \xE2\x80\x9C%.*s\xE2\x80\x9D is written %.*s, "
                 "\xE2\x80\x9C%.*s\xE2\x80\x9D %.*s",
                 SLICE_FMT(text), SLICE_FMT(few), SLICE_FMT(instead), SLICE_FMT(many));
  const Entry *entry = store_entry(context->question->store, mention->entry);
  if (entry) finding->subject = arena_copy(context->arena, entry->headword);
  uint64_t least = (uint64_t)choice.said->count * CERTAINLY_COMMONER;
  Slice title =
      arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(instead));
  bool certain = choice.wanted->count >= least && is_plain_change(text, instead);
  fix_use(context, finding, certain, title, instead);
}

static Census *count_own(const DocumentContext *context) {
  Census *census = census_new();
  for (size_t i = 0; i < context->mention_count; i++) {
    const Mention *mention = &context->mentions[i];
    census_count(census, mention->key, mention->kind, mention->text);
  }
  return census;
}

static void conclude(DocumentContext *context) {
  Census *own = context->census ? NULL : count_own(context);
  const Census *census = own ? own : context->census;
  for (size_t i = 0; i < context->mention_count; i++) {
    Choice choice = choose(context, census, &context->mentions[i]);
    if (choice.said && choice.said != choice.wanted) tell(context, &context->mentions[i], choice);
  }
  census_delete(own);
}

static const DocumentRule DOCUMENT = {
    .check = check, .conclude = conclude, .matches = true, .counted = true};

const Rule rule_inconsistent_form = {
    .info = {.id = "inconsistent-form",
             .severity = SEVERITY_OFF,
             .summary = "A term with a hyphen here, a space or nothing there",
             .why = "Who searches for one way of writing misses the others. The commoner one is "
                    "kept, and of two that are equally common the one of the glossary. The rule is "
                    "off until it is asked for: many people write a hyphen on purpose before a "
                    "noun (\xE2\x80\x9C"
                    "a fine-tuning run\xE2\x80\x9D) and none elsewhere, and it "
                    "cannot tell that from carelessness.",
             .file = "guide.md",
             .glossary = "## Load balancer\n"
                         "\n"
                         "A load balancer is a server that spreads requests over others.\n",
             .bad = "A load balancer has two sides. Restart the load balancer at night.\n"
                    "\n"
                    "No load balancer stands alone: ask another load-balancer.\n",
             .good = "A load balancer has two sides. Restart the load balancer at night.\n"
                     "\n"
                     "No load balancer stands alone: ask another load balancer.\n",
             .fixable = true},
    .document = &DOCUMENT,
};
