// Capitals that nothing in the document, nor in the glossary, spells out.
#include "../base/hash.h"
#include "all.h"
#include "reading/acronym.h"
#include "reading/surroundings.h"

typedef enum { ACRONYM_USED, ACRONYM_SPELT_OUT } AcronymKind;

// --- one stretch ---

// Whether the acronym is a piece of something longer: FOO_BAR, ASP.NET, R&D, --HTTP.
static bool is_piece(const DocumentContext *context, const Tokens *tokens, size_t i) {
  Range range = tokens->items[i].range;
  bool joined = tokens->items[i].pieces || tokens->items[i].before == JOINT_PART;
  bool goes_on = i + 1 < tokens->len && tokens->items[i + 1].before == JOINT_PART;
  return joined || goes_on || !use_stands_free(context, range);
}

// Whether nothing on the line is written small: a heading in capitals, or somebody who shouts.
static bool is_shouted(const DocumentContext *context, Range range) {
  enum { LOOKED_AT = 160 };
  Slice text = context->text;
  uint32_t start = range.start, end = range.end, small = 0, big = 0;
  while (start > 0 && range.start - start < LOOKED_AT && text.ptr[start - 1] != '\n') start--;
  while (end < text.len && end - range.end < LOOKED_AT && text.ptr[end] != '\n') end++;
  for (uint32_t at = start; at + 1 < end; at++) {
    small += byte_is_lower(text.ptr[at]) && byte_is_lower(text.ptr[at + 1]);
    big += byte_is_upper(text.ptr[at]) && byte_is_upper(text.ptr[at + 1]);
  }
  return small <= big;
}

// `NOTE: …` says what kind of paragraph it is.
static bool is_label(const DocumentContext *context, Range range) {
  bool colon = range.end < context->text.len && context->text.ptr[range.end] == ':';
  return colon && use_may_begin_sentence(context, range.start);
}

// Moves `next` over the matches that end before `range`.
static bool is_in_glossary(const DocumentContext *context, Range range, size_t *next) {
  const Matches *all = context->matches;
  while (*next < all->len && all->items[*next].range.end <= range.start) (*next)++;
  return *next < all->len && all->items[*next].range.start < range.end;
}

static void note(DocumentContext *context, const Tokens *tokens, size_t i) {
  Range range = tokens->items[i].range;
  Slice word = slice_range(context->text, range);
  bool spelt = acronym_is_spelt_out(context->text, tokens, i);
  if (!spelt &&
      (is_piece(context, tokens, i) || is_label(context, range) || is_shouted(context, range)))
    return;
  mention(context, (Mention){.rule = &rule_undefined_acronym,
                             .key = hash_bytes(acronym_singular(word)),
                             .kind = spelt ? ACRONYM_SPELT_OUT : ACRONYM_USED,
                             .entry = ENTRY_SELF,
                             .range = range});
}

static void check(DocumentContext *context) {
  Tokens tokens = {0};
  size_t next = 0;
  words_split(context->text, context->prose, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    Token token = tokens.items[i];
    if (token.kind != TOKEN_WORD || !acronym_is(slice_range(context->text, token.range))) continue;
    if (!is_in_glossary(context, token.range, &next)) note(context, &tokens, i);
  }
  array_free(&tokens);
}

// --- the whole document ---

// The keys that were seen: a table with open places.
typedef struct {
  uint64_t *keys; // 0: free
  size_t mask;
} Keys;

static Keys keys_new(size_t count, Arena *arena) {
  size_t room = 8;
  while (room < count * 2) room *= 2;
  return (Keys){arena_array(arena, uint64_t, room), room - 1};
}

// False: it was there.
static bool keys_add(Keys *self, uint64_t key) {
  key |= 1;
  size_t at = key >> 1 & self->mask;
  while (self->keys[at] && self->keys[at] != key) at = (at + 1) & self->mask;
  bool added = !self->keys[at];
  self->keys[at] = key;
  return added;
}

static void tell(DocumentContext *context, Range range) {
  Slice word = acronym_singular(slice_range(context->text, range));
  Finding *finding = report_use(context, &rule_undefined_acronym, range,
                                "\xE2\x80\x9C%.*s\xE2\x80\x9D is never spelt out: write it in full "
                                "at its first use, or give it an entry in the glossary",
                                SLICE_FMT(word));
  finding->subject = arena_copy(context->arena, word);
}

static void conclude(DocumentContext *context) {
  Keys known = keys_new(context->mention_count, context->arena);
  for (size_t i = 0; i < context->mention_count; i++)
    if (context->mentions[i].kind == ACRONYM_SPELT_OUT) keys_add(&known, context->mentions[i].key);
  for (size_t i = 0; i < context->mention_count; i++)
    if (keys_add(&known, context->mentions[i].key)) tell(context, context->mentions[i].range);
}

static const DocumentRule DOCUMENT = {.check = check, .conclude = conclude, .matches = true};

const Rule rule_undefined_acronym = {
    .info = {.id = "undefined-acronym",
             .severity = SEVERITY_OFF,
             .summary = "Capitals that neither the document nor the glossary spells out",
             .why = "Whoever is new looks up an acronym once in the text and finds nothing. Write "
                    "it in full where it comes first, with the acronym in parentheses, or give it "
                    "an entry in the glossary. It is told at its first use only. The rule is off "
                    "until it is switched on: which acronyms everybody knows differs from place "
                    "to place.",
             .file = "guide.md",
             .glossary = "## Service level agreement (SLA)\n"
                         "\n"
                         "A service level is what was promised.\n",
             .bad = "The team keeps its SLA and misses one KPI after the other.\n",
             .good = "The team keeps its SLA and misses one key performance indicator (KPI) after "
                     "the other; this KPI matters.\n"},
    .document = &DOCUMENT,
};
