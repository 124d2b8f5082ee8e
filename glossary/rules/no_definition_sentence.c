// Precision first: a fragment in the manner of dictionaries (`Time between a request and its first
// token.`) defines, and so does any sentence about the term. What does not is told by how it
// begins. A list whose first item defines is let pass, as are senses with numbers and
// tables of definitions.
#include "all.h"
#include "reading/defining.h"
#include "reading/slipped.h"

static const char ADVICE[] = "begin with a sentence that says what it is";

static const char *name_of_block(Beginning beginning) {
  switch (beginning) {
  case BEGINS_WITH_LIST:
    return "a list";
  case BEGINS_WITH_TABLE:
    return "a table";
  case BEGINS_WITH_CODE:
    return "code";
  case BEGINS_WITH_FORMULA:
    return "a formula";
  case BEGINS_WITH_IMAGE:
    return "an image";
  default:
    return NULL;
  }
}

static bool is_among(Slice word, const char *const *words) {
  for (; *words; words++)
    if (slice_eq_ascii_case(word, slice_of(*words))) return true;
  return false;
}

static bool begins_with_article(Slice text) {
  static const char *const ARTICLES[] = {"a", "an", "the", "any", "one", "what", "how", NULL};
  return is_among(word_next(&text), ARTICLES);
}

static Slice first_line(Slice text) {
  size_t end = 0;
  while (end < text.len && !byte_is_line_end(text.ptr[end])) end++;
  return slice_to(text, end);
}

// `- A pole.`, `- **Mast**: the pole …`, `- It is a pole`. A list of links is what stands under
// `See also`.
static bool item_defines(Slice list) {
  Slice item = slice_trim(slice_from(first_line(list), 1));
  return slice_starts_with(item, SLICE("[")) || begins_with_article(item) ||
         defining_read(item).found;
}

// `| term | meaning |`
static bool heads_definitions(Slice table) {
  static const char *const HEADS[] = {"definition",  "definitions",  "meaning",     "meanings",
                                      "description", "descriptions", "explanation", NULL};
  Slice rest = first_line(table);
  for (Slice word = word_next(&rest); word.len; word = word_next(&rest))
    if (is_among(word, HEADS)) return true;
  return false;
}

// Whether what the block holds defines after all, or was to be something else.
static bool block_defines(Slice definition, Beginning beginning) {
  Slice meant = {0};
  if (slipped_key(definition, &meant).len) return true; // told by unknown-field
  return (beginning == BEGINS_WITH_LIST && item_defines(definition)) ||
         (beginning == BEGINS_WITH_TABLE && heads_definitions(definition));
}

static void report_block(RuleContext *context, Slice definition, Beginning beginning) {
  const char *name = name_of_block(beginning);
  if (!name || block_defines(definition, beginning)) return;
  Range range = range_of(context->bytes, slice_trim(first_line(definition)));
  report(context, &rule_no_definition_sentence, range,
         "The definition of \xE2\x80\x9C%.*s\xE2\x80\x9D begins with %s: %s",
         SLICE_FMT(context->entry->name), name, ADVICE);
}

// A sentence that ends in a quoted question may well define.
static bool is_question(Slice sentence) {
  static const char *const OPENERS[] = {"what",  "how",   "why",    "when",  "where", "who",
                                        "which", "whose", "is",     "are",   "do",    "does",
                                        "did",   "can",   "should", "could", "would", NULL};
  Slice bare = without_marks(sentence), rest = bare;
  return bare.len > 1 && bare.ptr[bare.len - 1] == '?' && is_among(word_next(&rest), OPENERS);
}

// `TODO: say what it is`, unless that is the term.
static bool is_note_to_self(Slice definition, Slice term) {
  static const char *const MARKS[] = {"TODO", "FIXME", "TBD", NULL};
  Slice rest = definition, word = word_next(&rest);
  bool marked = word.ptr == definition.ptr && slice_starts_with(rest, SLICE(":"));
  for (size_t i = 0; marked && MARKS[i]; i++)
    if (slice_eq(word, slice_of(MARKS[i]))) return !slice_eq_ascii_case(word, term);
  return false;
}

// What holds a place until somebody writes.
static bool is_placeholder(Slice definition) {
  static const char *const WORDS[] = {"tbd",   "tba",     "tbc",         "todo",      "wip",
                                      "fixme", "pending", "placeholder", "undefined", NULL};
  static const char *const PHRASES[] = {"coming soon", "to be defined",    "to be written",
                                        "to be done",  "work in progress", "n/a",
                                        NULL};
  Slice text = without_marks(definition);
  while (text.len && byte_is_one_of(text.ptr[text.len - 1], ".!:")) text.len--;
  return is_among(text, WORDS) || is_among(text, PHRASES);
}

// Words that speak of something else than the term, or to the reader.
static bool begins_beside_the_term(Slice text) {
  static const char *const OPENERS[] = {"it",   "they",    "you",       "your",        "we",
                                        "our",  "i",       "there",     "furthermore", "moreover",
                                        "also", "however", "therefore", NULL};
  return byte_is_word(text.len ? text.ptr[0] : 0) && is_among(word_next(&text), OPENERS);
}

static void report_text(RuleContext *context, Slice sentence, const char *what) {
  report(context, &rule_no_definition_sentence, range_of(context->bytes, sentence),
         "%s does not define \xE2\x80\x9C%.*s\xE2\x80\x9D: %s", what,
         SLICE_FMT(context->entry->name), ADVICE);
}

static bool any_sentence_defines(Slice text) {
  while (text.len) {
    size_t end = sentence_length(text);
    if (!is_question(slice_to(text, end)) && defining_read(slice_to(text, end)).found) return true;
    text = slice_trim(slice_from(text, end));
  }
  return false;
}

static void check_text(RuleContext *context, Slice definition) {
  Slice sentence = slice_to(definition, sentence_length(definition));
  Slice rest = slice_trim(slice_from(definition, sentence.len));
  if (is_placeholder(definition) || is_note_to_self(definition, context->entry->name))
    report_text(context, definition, "A placeholder");
  else if (is_question(sentence) && !rest.len)
    report_text(context, sentence, "A question");
  else if (begins_beside_the_term(definition) && !any_sentence_defines(definition))
    report_text(context, sentence, "This sentence");
}

// Verbs and articles are those of English.
static bool is_in_english(const RuleContext *context) {
  Slice lang = context->file->facts.lang;
  return !lang.len || (slice_eq_ascii_case(slice_to(lang, 2), SLICE("en")) &&
                       (lang.len == 2 || lang.ptr[2] == '-' || lang.ptr[2] == '_'));
}

static void check_entry(RuleContext *context) {
  if (!context->entry->name.len || !is_in_english(context)) return;
  Slice definition = slice_trim(entry_definition(context->entry));
  if (!definition.len) return;
  Beginning beginning = definition_beginning(definition);
  if (beginning == BEGINS_WITH_TEXT)
    check_text(context, definition);
  else
    report_block(context, definition, beginning);
}

const Rule rule_no_definition_sentence = {
    .info = {.id = "no-definition-sentence",
             .severity = SEVERITY_WARNING,
             .summary = "An entry whose first paragraph does not say what the term is",
             .why = "The first paragraph is what a hover shows and what answers the question for "
                    "which somebody looked the term up. A list, a table or an example can follow "
                    "it; by itself it leaves the reader to guess. A sentence with \xE2\x80\x9Cis"
                    "\xE2\x80\x9D will do, and so will a phrase as in a dictionary.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "- foremast\n"
                    "- mainmast\n",
             .good = "## Mast\n"
                     "\n"
                     "An upright pole that carries sails.\n"
                     "\n"
                     "- foremast\n"
                     "- mainmast\n"},
    .check_entry = check_entry,
};
