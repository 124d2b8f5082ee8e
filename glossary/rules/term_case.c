// A term that is particular about its case, written in another one: `Langchain`.
#include "../words/spelling.h"
#include "all.h"
#include "reading/surroundings.h"

typedef struct {
  uint32_t letters, capitals, digits;
  bool vowel, first_capital;
} Shape;

static Shape shape_of(Slice word) {
  Shape shape = {.first_capital = word.len && byte_is_upper(*word.ptr)};
  for (size_t i = 0; i < word.len; i++) {
    char c = word.ptr[i];
    shape.letters += byte_is_letter(c);
    shape.capitals += byte_is_upper(c);
    shape.digits += byte_is_digit(c);
    shape.vowel |= byte_is_one_of(byte_lower(c), "aeiouy");
  }
  return shape;
}

static bool is_ascii(Slice s) {
  for (size_t i = 0; i < s.len; i++)
    if ((uint8_t)s.ptr[i] >= 0x80) return false;
  return true;
}

// In small letters, but for the first one: neither a name in code nor a cry.
static bool is_plain(Shape text) {
  return text.capitals == (text.first_capital ? 1u : 0u) && text.letters > 1;
}

enum { SHORT_NAME = 6, SHORT_ACRONYM = 3 };

// Whether its letters in small may be another word, or a name: `it`, `rag`, `Palm`. Longer names
// with a capital inside are none, and neither is what nobody could speak.
static bool may_be_word(Shape form) {
  if (form.letters < SHORT_ACRONYM) return true;
  if (!form.vowel) return false;
  return form.capitals == form.letters || form.letters < SHORT_NAME;
}

// What the form is in the place of this use; empty: not known.
static Slice wanted_form(const DocumentContext *context, const Match *match, Shape form) {
  Slice text = slice_range(context->text, match->range);
  if (text.len == match->form.len) return match->form;
  bool plural = text.len == match->form.len + 1 && slice_ends_with(text, SLICE("s"));
  bool acronym = form.capitals == form.letters; // `https` is none of several HTTP
  if (!plural || acronym) return (Slice){0};
  return arena_format(context->arena, "%.*ss", SLICE_FMT(match->form));
}

static bool is_candidate(const DocumentContext *context, const Match *match) {
  const Entry *entry = match_entry(context, match);
  bool fine = match->role != FORM_AVOID && is_fine_status(entry->status);
  return fine && entry->match == MATCH_SMART && match->rank <= RANK_PLURAL && is_ascii(match->form);
}

// The one form that all readings ask for; empty: none, or several.
static Slice wanted(const DocumentContext *context, const Readings *use) {
  Slice text = use_text(context, use), found = {0};
  for (size_t i = 0; i < use->count; i++) {
    const Match *match = &use->items[i];
    Shape form = shape_of(match->form);
    if (!is_candidate(context, match) || may_be_word(form)) return (Slice){0};
    Slice form_here = wanted_form(context, match, form);
    if (!slice_eq_ascii_case(form_here, text)) return (Slice){0};
    if (found.len && !slice_eq(found, form_here)) return (Slice){0};
    found = form_here;
  }
  return found;
}

// A capital where there is no reason for one says that a name is meant.
static bool is_certain(Slice text, Slice form) {
  Shape shape = shape_of(form);
  return byte_is_upper(*text.ptr) && byte_is_upper(*form.ptr) && shape.capitals < shape.letters;
}

static void check_use(DocumentContext *context, const Readings *use) {
  Range range = use->items[0].range;
  Slice text = use_text(context, use);
  if (!is_plain(shape_of(text))) return;
  if (!use_is_whole(context, range) || !use_stands_free(context, range)) return;
  if (use_may_begin_sentence(context, range.start) || use_is_in_title(context, range)) return;
  Slice form = wanted(context, use);
  if (!form.len) return;
  Finding *finding = report_use(
      context, &rule_term_case, range,
      "Write \xE2\x80\x9C%.*s\xE2\x80\x9D with these capitals, not \xE2\x80\x9C%.*s\xE2\x80\x9D",
      SLICE_FMT(form), SLICE_FMT(text));
  finding->subject = arena_copy(context->arena, use->items[0].form);
  relate_use(context, finding, match_entry(context, &use->items[0]),
             SLICE("as the glossary writes it"));
  Slice title =
      arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(form));
  fix_use(context, finding, is_certain(text, form), title, arena_copy(context->arena, form));
}

static void check(DocumentContext *context) {
  for (Readings use = {0}; next_use(context, &use);)
    if (use.items[0].off_case) check_use(context, &use);
}

static const DocumentRule DOCUMENT = {.check = check, .matches = true};

const Rule rule_term_case = {
    .info = {.id = "term-case",
             .severity = SEVERITY_INFO,
             .summary = "A term in other capitals than its own",
             .why = "Names have their capitals from those who gave them, and a reader who looks "
                    "for one finds it by them. Only terms that are particular about their case "
                    "are looked at (capitals inside, or nothing but capitals), and only where no "
                    "sentence, heading or title asks for other ones.",
             .file = "guide.md",
             .glossary = "## OpenLedger\n"
                         "\n"
                         "OpenLedger is the program in which we book.\n",
             .bad = "The numbers come from Openledger every night.\n",
             .good = "The numbers come from OpenLedger every night.\n",
             .fixable = true},
    .document = &DOCUMENT,
};
