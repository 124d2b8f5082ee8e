// A sentence that stands in many entries; and a definition that stands again in its own body, as it
// does where a page says everything twice.
#include "../match/terms.h"
#include "all.h"
#include "reading/defining.h"
#include "reading/others.h"

// --- across entries ---

enum { SHARED_MIN = 3 };

// How many of these entries serve the same documents as this one; names the first of the others.
static uint32_t count_sharers(RuleContext *context, EntryFinding *finding, const uint32_t *ids,
                              size_t count) {
  uint32_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const Entry *other = store_entry(context->store, ids[i]);
    if (!other || !scope_same(context->file, other->file)) continue;
    found++;
    if (finding && other != context->entry)
      relate_in_order(context, finding, other, SLICE("also here"));
  }
  return found;
}

// Where the definition stands; empty where there is none.
static Range place_of_definition(const RuleContext *context) {
  Slice definition = without_marks(definition_paragraph(context));
  return definition.len ? range_of(context->bytes, definition) : (Range){0, 0};
}

// Whether nothing of the definition stands beside the sentence.
static bool is_whole(Range definition, Range sentence) {
  return range_len(definition) && sentence.start <= definition.start &&
         sentence.end >= definition.end;
}

static void check_sentence(RuleContext *context, SentenceFact sentence, Range definition) {
  size_t count;
  const uint32_t *ids = facts_with_sentence(context->facts, sentence.hash, &count);
  if (count < SHARED_MIN || sentence.range.end > context->bytes.len) return;
  if (count > SHARED_LOOKED_AT) count = SHARED_LOOKED_AT;
  uint32_t sharers = count_sharers(context, NULL, ids, count);
  if (sharers < SHARED_MIN) return;
  bool whole = is_whole(definition, sentence.range);
  EntryFinding *finding = report(
      context, &rule_repeated_sentence, sentence.range, "This %s stands in %s%u entries: say %s",
      whole ? "definition" : "sentence", count == SHARED_LOOKED_AT ? "at least " : "", sharers,
      whole ? "what tells this term from the others" : "it once, or what is so of this term only");
  count_sharers(context, finding, ids, count);
}

static void check_relations(RuleContext *context) {
  size_t count;
  const SentenceFact *sentences = facts_sentences(context->facts, context->entry->id, &count);
  Range definition = count ? place_of_definition(context) : (Range){0, 0};
  for (size_t i = 0; i < count; i++) // one that follows itself is told once
    if (!i || sentences[i].hash != sentences[i - 1].hash)
      check_sentence(context, sentences[i], definition);
}

// --- in one entry ---

enum {
  REPEATED_WORDS_MIN = SENTENCE_WORDS_MIN,
  REPEATED_WORDS_MAX = 40, // as many words again are the same sentence
};

typedef struct {
  Slice words[REPEATED_WORDS_MAX];
  uint32_t count;
} Phrase;

// `a pole` of `**a pole** - it carries sails` and of `a pole — it carries sails`.
static Slice core_of(Slice predicate) {
  static const char *const ENDS[] = {"** ", " - ", " \xE2\x80\x94 ", " \xE2\x80\x93 "};
  for (size_t at = 2; at < predicate.len; at++)
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
      if (predicate.ptr[at] == ENDS[i][0] &&
          slice_starts_with(slice_from(predicate, at), slice_of(ENDS[i])))
        return slice_to(predicate, at);
  return predicate;
}

static Phrase phrase_of(Slice text) {
  Phrase phrase = {0};
  for (Slice word = word_next(&text); word.len && phrase.count < REPEATED_WORDS_MAX;
       word = word_next(&text))
    phrase.words[phrase.count++] = word;
  return phrase;
}

// How far the words after the first go on with `phrase` in `rest`; NULL: they do not.
static const char *phrase_end(const Phrase *phrase, Slice rest) {
  Slice word = {0};
  for (uint32_t i = 1; i < phrase->count; i++) {
    word = word_next(&rest);
    if (!slice_eq_ascii_case(word, phrase->words[i])) return NULL;
  }
  return word.ptr + word.len;
}

// Where `text` has the phrase word for word; empty: nowhere.
static Slice find_phrase(const Phrase *phrase, Slice text) {
  for (Slice word = word_next(&text); word.len; word = word_next(&text)) {
    if (!slice_eq_ascii_case(word, phrase->words[0])) continue;
    const char *end = phrase_end(phrase, text);
    if (end) return slice_new(word.ptr, (size_t)(end - word.ptr));
  }
  return (Slice){0};
}

static void check_entry(RuleContext *context) {
  Slice definition = definition_paragraph(context);
  Defining defining = defining_read(definition);
  Slice core = core_of(defining.found ? defining.predicate
                                      : slice_to(definition, sentence_length(definition)));
  Phrase phrase = phrase_of(core);
  if (phrase.count < REPEATED_WORDS_MIN) return;
  Slice body = slice_range(context->bytes, context->entry->body);
  Slice again = find_phrase(&phrase, slice_from(body, (size_t)(core.ptr + core.len - body.ptr)));
  if (again.len)
    report(context, &rule_repeated_sentence, range_of(context->bytes, again),
           "The definition of \xE2\x80\x9C%.*s\xE2\x80\x9D stands here again, word for word: "
           "remove it, or say something new",
           SLICE_FMT(context->entry->name));
}

const Rule rule_repeated_sentence = {
    .info = {.id = "repeated-sentence",
             .severity = SEVERITY_INFO,
             .summary = "The same sentence in three or more entries, or a definition said twice",
             .why = "A sentence that fits many terms tells nothing about any of them; often it was "
                    "copied or generated, and the reader learns to skip it. Say it once, where it "
                    "belongs, and refer to it, or write what is so of this term only.",
             .file = "GLOSSARY.md",
             .bad = "## Foremast\n"
                    "\n"
                    "The mast next to the bow. Masts have to be checked for rot every spring.\n"
                    "\n"
                    "## Mainmast\n"
                    "\n"
                    "The tallest mast. Masts have to be checked for rot every spring.\n"
                    "\n"
                    "## Mizzenmast\n"
                    "\n"
                    "The mast next to the stern. Masts have to be checked for rot every spring.\n",
             .good = "## Foremast\n"
                     "\n"
                     "The mast next to the bow.\n"
                     "\n"
                     "## Mast\n"
                     "\n"
                     "A pole that carries sails. Masts have to be checked for rot every spring.\n"},
    .check_entry = check_entry,
    .check_relations = check_relations,
};
