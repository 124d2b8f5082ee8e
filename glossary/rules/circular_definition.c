// The genus is the noun that a definition puts the term under: `a pole` in `A mast is a pole that
// carries sails`. Nouns that say nothing of their own are looked through: `a kind of mast`, and
// also `the process of masting`, for whoever does not know the verb learns nothing from it.
#include "../words/name.h"
#include "../words/words.h"
#include "all.h"
#include "reading/defining.h"

enum {
  GENUS_WORDS_MAX = 8,
  SUBJECT_MAX = 300, // bytes; what is longer names no term
};

static bool is_among(Slice word, const char *const *words) {
  for (; *words; words++)
    if (slice_eq_ascii_case(word, slice_of(*words))) return true;
  return false;
}

static const char *const ARTICLES[] = {"a", "an", "the", "any", "one", "some", NULL};
static const char *const EMPTY_NOUNS[] = {"kind",     "type",    "form",   "sort",     "variety",
                                          "process",  "act",     "action", "practice", "activity",
                                          "instance", "example", "state",  NULL};
static const char *const PARTICIPLES[] = {"defined", "described", "known", NULL};
// What ends the noun that an article began.
static const char *const ENDS[] = {
    "that",  "which", "who",  "whose", "where", "when", "of",    "for",   "in",   "on",  "at",
    "to",    "with",  "by",   "from",  "used",  "is",   "are",   "and",   "or",   "but", "as",
    "based", "made",  "into", "over",  "using", "via",  "under", "after", "near", NULL};

// Behind `a`, `the`, `a kind of`, `the process of`, `defined as`.
static Slice behind_empty_words(Slice text) {
  for (;;) {
    Slice rest = text, word = word_next(&rest);
    bool noun = is_among(word, EMPTY_NOUNS), participle = is_among(word, PARTICIPLES);
    if (!noun && !participle && !is_among(word, ARTICLES)) return text;
    Slice particle = noun ? SLICE("of") : SLICE("as");
    if ((noun || participle) && !slice_eq_ascii_case(word_next(&rest), particle)) return text;
    text = rest;
  }
}

// Whether something that separates stands between `word` and what comes after it.
static bool is_separated(Slice rest) {
  size_t at = 0;
  while (at < rest.len && byte_is_one_of(rest.ptr[at], "*_`\"'")) at++;
  return at == rest.len || byte_is_one_of(rest.ptr[at], ",;:.()[|");
}

// The first noun phrase of a predicate, without its article.
static Slice genus_of(Slice predicate) {
  Slice text = behind_empty_words(predicate), rest = text;
  const char *start = NULL, *end = NULL;
  for (int count = 0; count < GENUS_WORDS_MAX; count++) {
    Slice word = word_next(&rest);
    if (!word.len || is_among(word, ENDS) || (start && is_among(word, ARTICLES))) break;
    if (!start) start = word.ptr;
    end = word.ptr + word.len;
    if (is_separated(rest)) break;
  }
  return start ? slice_new(start, (size_t)(end - start)) : (Slice){0};
}

// Whether the folded `genus` is `form`, or ends with it as `folding sail` with `sail`.
static bool ends_with_form(Slice genus, Slice form) {
  for (size_t skip = 0; skip < genus.len;) {
    if (name_agrees(slice_from(genus, skip), form)) return true;
    const char *blank = memchr(genus.ptr + skip, ' ', genus.len - skip);
    if (!blank) return false;
    skip = (size_t)(blank - genus.ptr) + 1;
  }
  return false;
}

// `mast (nautical)`, `mast, also called pole,`: what stands first.
static Slice name_in(Slice subject) {
  size_t end = 0;
  while (end < subject.len && !byte_is_one_of(subject.ptr[end], "(,")) end++;
  return without_marks(behind_empty_words(without_marks(slice_to(subject, end))));
}

// `masting a ship`, of `masting`: a verb with its object.
static bool begins_with_verb(Slice genus, Slice form) {
  return slice_ends_with(form, SLICE("ing")) && slice_starts_with(genus, form) &&
         genus.ptr[form.len < genus.len ? form.len : 0] == ' ';
}

// The form by which the subject of the sentence calls the term; NULL: it speaks of another.
static const Form *form_of_subject(const RuleContext *context, Slice subject) {
  Slice name = name_key(name_in(subject), context->scratch);
  for (uint32_t i = 0; i < context->entry->form_count; i++) {
    const Form *form = &context->entry->forms[i];
    if (form->role != FORM_AVOID && name_agrees(name, name_key(form->text, context->scratch)))
      return form;
  }
  return NULL;
}

static bool is_short(const Form *form) {
  return form->role == FORM_ABBREVIATION || word_case(form->text) == WORD_PARTICULAR;
}

// Other names do not count: often one of them is the wider word that people use (`pole` of a mast),
// and an abbreviation is rightly explained by its long form.
static const Form *form_in_genus(const RuleContext *context, const Form *subject, Slice genus) {
  const Form *forms[] = {subject, &context->entry->forms[0]};
  size_t count = is_short(subject) ? 1 : 2;
  Slice name = name_key(genus, context->scratch);
  for (size_t i = 0; i < count; i++) {
    Slice form = name_key(forms[i]->text, context->scratch);
    if (ends_with_form(name, form) || begins_with_verb(name, form)) return forms[i];
  }
  return NULL;
}

static void check_entry(RuleContext *context) {
  if (!context->entry->name.len) return;
  Defining defining = defining_read(definition_paragraph(context));
  if (!defining.found || defining.subject.len > SUBJECT_MAX) return;
  const Form *subject = form_of_subject(context, defining.subject);
  if (!subject) return;
  Slice genus = genus_of(defining.predicate);
  const Form *again = form_in_genus(context, subject, genus);
  if (again)
    report(context, &rule_circular_definition, range_of(context->bytes, genus),
           "\xE2\x80\x9C%.*s\xE2\x80\x9D is defined by itself: say what kind of thing it is, in "
           "other words",
           SLICE_FMT(again->text));
}

const Rule rule_circular_definition = {
    .info = {.id = "circular-definition",
             .severity = SEVERITY_INFO,
             .summary = "A definition that puts the term under itself",
             .why = "A definition says what kind of thing the term is, and then what tells it from "
                    "others of that kind. When the kind is the term again, whoever does not know "
                    "it yet learns nothing. Name the next wider "
                    "concept instead.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a kind of mast that carries sails.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is an upright pole that carries sails.\n"},
    .check_entry = check_entry,
};
