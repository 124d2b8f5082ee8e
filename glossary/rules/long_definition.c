#include "../base/charclass.h"
#include "../base/utf.h"
#include "all.h"
#include "reading/defining.h"

enum {
  WORDS_MAX = 60,
  SIGNS_A_WORD = 2, // of scripts that are written without spaces
};

typedef struct {
  uint32_t words, signs;
  bool in_word;
  uint32_t over; // where the first word beyond WORDS_MAX begins; 0: there is none yet
} Count;

static uint32_t counted(const Count *self) {
  return self->words + (self->signs + SIGNS_A_WORD - 1) / SIGNS_A_WORD;
}

// A word is what stands between blanks, if any letter or digit is in it: `8-bit`, `$x^2$`.
static void count(Count *self, uint32_t at, CharClass class) {
  if (class == CHAR_BLANK || class == CHAR_LINE_FEED || class == CHAR_RETURN) {
    self->in_word = false;
  } else if (class == CHAR_SIGN) {
    self->in_word = false;
    self->signs++;
  } else if (class == CHAR_WORD && !self->in_word) {
    self->in_word = true;
    self->words++;
  }
  if (!self->over && counted(self) > WORDS_MAX) self->over = at;
}

static Count count_words(Slice text) {
  Count result = {0};
  for (uint32_t at = 0; at < text.len;) {
    CharClass class = CHAR_CLASSES[(unsigned char)text.ptr[at]];
    Char c = {.len = 1};
    if (class == CHAR_BEYOND) {
      c = utf_decode(slice_from(text, at));
      class = char_class(c.code);
    }
    count(&result, at, class);
    at += c.len;
  }
  return result;
}

static void check_entry(RuleContext *context) {
  Slice definition = definition_paragraph(context);
  if (!context->syntax.complete || definition.len <= WORDS_MAX) return;
  Count found = count_words(definition);
  if (!found.over) return;
  Range rest = range_of(context->bytes, slice_from(definition, found.over));
  report(context, &rule_long_definition, rest,
         "This definition has %u words: say in at most %d what it is, and leave the rest to a "
         "second paragraph",
         counted(&found), WORDS_MAX);
}

const Rule rule_long_definition = {
    .info = {.id = "long-definition",
             .severity = SEVERITY_INFO,
             .summary = "A first paragraph of more than 60 words",
             .why = "The first paragraph is what a reader sees while hovering over a term, and "
                    "often all that is read. One sentence that says what the thing is and what "
                    "tells it from others is enough there; history, uses and limits can follow in "
                    "paragraphs of their own. The words beyond the sixtieth are marked.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a tall upright pole on the deck of a ship that carries its sails, "
                    "yards and rigging, and which in former times was cut from the trunk of a "
                    "single pine, though on larger ships it had to be put together from several "
                    "pieces, each of which had a name of its own and was held by shrouds and stays "
                    "that the crew had to tighten whenever the weather changed.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a tall upright pole that carries the sails of a ship.\n"
                     "\n"
                     "In former times it was cut from the trunk of a single pine. On larger ships "
                     "it had to be put together from several pieces.\n"},
    .check_entry = check_entry,
};
