#include "replacement.h"

#include "../../complete/inflect.h"
#include "../../complete/natural.h"
#include "../../words/spelling.h"
#include "../reading/surroundings.h"

// What is to be written, and whether that is beyond doubt.
typedef struct {
  Slice text;
  bool sure;
} Wording;

// --- joints ---

static bool same_joint(Token a, Token b) {
  return a.hyphen == b.hyphen && (a.before == JOINT_NONE) == (b.before == JOINT_NONE);
}

bool replacement_same_joints(Slice a, Slice b) {
  if (slice_eq(a, b)) return true;
  Tokens x = {0}, y = {0};
  words_split(a, NULL, &x);
  words_split(b, NULL, &y);
  bool same = x.len == y.len;
  for (size_t i = 1; same && i < x.len; i++) same = same_joint(x.items[i], y.items[i]);
  array_free(&x);
  array_free(&y);
  return same;
}

// --- number ---

// Whether the form's last word is a plural in the text. `sure` is taken back where another word
// differs, or where the form is the plural.
static bool is_plural_of(Slice text, const Match *use, bool *sure) {
  if (use->role == FORM_PLURAL) return true;
  if (use->rank != RANK_PLURAL && use->rank != RANK_JOINED) return false;
  Tokens said = {0}, form = {0};
  words_split(text, NULL, &said);
  words_split(use->form, NULL, &form);
  bool plural = false;
  for (size_t i = 0; i < said.len; i++) {
    Slice a = slice_range(text, said.items[i].range);
    Slice b = i < form.len ? slice_range(use->form, form.items[i].range) : (Slice){0};
    bool other = said.len == form.len && !slice_eq_ascii_case(a, b);
    bool last = i + 1 == said.len;
    if (other && (!last || a.len <= b.len)) *sure = false;
    if (last) plural = said.len == form.len ? a.len > b.len : slice_ends_with(a, SLICE("s"));
  }
  if (said.len != form.len) *sure = false;
  array_free(&said);
  array_free(&form);
  return plural;
}

static const Form *own_plural(const Entry *term) {
  const Form *found = NULL;
  for (uint32_t i = 0; i < term->form_count; i++)
    if (term->forms[i].role == FORM_PLURAL) {
      if (found) return NULL;
      found = &term->forms[i];
    }
  return found;
}

static Wording in_number(const Entry *term, bool plural, Arena *arena) {
  Wording result = {term->headword, true};
  if (!plural) return result;
  const Form *own = own_plural(term);
  if (own) return (Wording){own->text, true};
  result.sure = inflect_plural(term->headword, arena, &result.text);
  return result;
}

// `log in`: a verb, whose first word changes (`logs in`), or by chance two words beside each other.
static bool is_phrasal(Slice form) {
  static const char *const PARTICLES[] = {"in",  "out",  "on",   "off", "up", "down",
                                          "for", "over", "with", "to",  "by", "at"};
  size_t start = form.len;
  while (start > 0 && form.ptr[start - 1] != ' ') start--;
  for (size_t i = 0; start > 0 && i < sizeof PARTICLES / sizeof *PARTICLES; i++)
    if (slice_eq_ascii_case(slice_from(form, start), slice_of(PARTICLES[i]))) return true;
  return false;
}

static Slice first_word(Slice phrase) {
  const char *end = memchr(phrase.ptr, ' ', phrase.len);
  return end ? slice_to(phrase, (size_t)(end - phrase.ptr)) : phrase;
}

// What `log in` says in `text`, said by the headword.
static Wording as_verb(Slice text, const Match *use, const Entry *term, Arena *arena) {
  Slice verb = first_word(term->headword), other = {0};
  bool third = first_word(text).len > first_word(use->form).len;
  if (!third || !inflect_plural(verb, arena, &other)) return (Wording){term->headword, false};
  Slice rest = slice_from(term->headword, verb.len);
  return (Wording){arena_format(arena, "%.*s%.*s", SLICE_FMT(other), SLICE_FMT(rest)), false};
}

// --- capitals ---

// Whether the definition writes this; `inside`: not as its first words.
static bool is_defined_as(const Entry *term, Slice written, bool inside) {
  Slice definition = entry_definition(term);
  size_t at = 0;
  while (inside && at < definition.len && !byte_is_word(definition.ptr[at])) at++;
  for (at += inside; at + written.len <= definition.len; at++) {
    const char *found = memchr(definition.ptr + at, *written.ptr, definition.len - at);
    if (!found) return false;
    at = (size_t)(found - definition.ptr);
    bool begins = at == 0 || !byte_is_word(definition.ptr[at - 1]);
    if (begins && slice_starts_with(slice_from(definition, at), written)) return true;
  }
  return false;
}

// Whether the capital of the headword is none of its own; the definition tells.
static bool is_capital_of_heading(const Entry *term, bool *sure, Arena *arena) {
  Slice small = inflect_write(term->headword, CAPITALS_NONE, true, arena);
  if (slice_eq(small, term->headword)) return false;
  if (is_defined_as(term, small, false)) return true;
  if (is_defined_as(term, term->headword, true)) return false;
  bool heading = natural_headings(term->file);
  if (heading) *sure = false;
  return heading;
}

// The two differ in case only: that is what is wrong, so the headword's own case counts.
static bool is_recasing(Slice text, const Entry *term) {
  return slice_eq_ascii_case(text, term->headword);
}

static bool is_spaced(Slice s) {
  return s.len && memchr(s.ptr, ' ', s.len);
}

static Slice in_capitals(const DocumentContext *context, const Match *use, Slice text,
                         const Entry *term, Wording *words) {
  if (is_recasing(text, term)) return term->headword;
  Capitals capitals = inflect_capitals(text, use->form);
  bool begins = use_may_begin_sentence(context, use->range.start);
  bool heading = is_capital_of_heading(term, &words->sure, context->arena);
  bool own_capital = use->form.len && byte_is_upper(*use->form.ptr);
  if (own_capital && capitals == CAPITALS_NONE && begins) capitals = CAPITALS_FIRST;
  if (capitals == CAPITALS_FIRST && !begins) words->sure = false;
  if (capitals == CAPITALS_FIRST && is_spaced(words->text) && use_is_in_title(context, use->range))
    words->sure = false;
  if (capitals == CAPITALS_FIRST && own_capital && !begins) capitals = CAPITALS_NONE;
  return inflect_write(words->text, capitals, heading, context->arena);
}

// --- the whole ---

// Where the use is hyphenated and its form is not, so is what comes.
static Slice in_joints(Slice written, Slice text, Slice form, bool *sure, Arena *arena) {
  if (!is_spaced(form) || is_spaced(text) || !memchr(text.ptr, '-', text.len)) return written;
  *sure = false;
  Slice result = arena_copy(arena, written);
  for (size_t i = 0; i < result.len; i++)
    if (result.ptr[i] == ' ') ((char *)result.ptr)[i] = '-';
  return result;
}

// Certain as far as the words go.
static Wording wording(DocumentContext *context, const Match *use, const Entry *term) {
  Slice text = slice_range(context->text, use->range);
  bool sure = true, plural = is_plural_of(text, use, &sure);
  Wording words = is_phrasal(use->form) ? as_verb(text, use, term, context->arena)
                                        : in_number(term, plural, context->arena);
  words.sure &= sure && use->rank <= RANK_PLURAL && !memchr(text.ptr, '\n', text.len);
  words.text = in_capitals(context, use, text, term, &words);
  words.text = in_joints(words.text, text, use->form, &words.sure, context->arena);
  return words;
}

Slice replacement_said(const DocumentContext *context, const Match *use) {
  Slice text = slice_range(context->text, use->range);
  bool plain = use_is_whole(context, use->range) && !memchr(text.ptr, '\n', text.len);
  return plain ? text : use->form;
}

Slice replacement_text(DocumentContext *context, const Match *use, const Entry *term) {
  return wording(context, use, term).text;
}

bool replacement_is_same(DocumentContext *context, const Match *use, const Entry *term) {
  Slice text = slice_range(context->text, use->range);
  bool shouted = is_recasing(text, term) && inflect_capitals(text, SLICE("x")) == CAPITALS_ALL &&
                 inflect_capitals(use->form, SLICE("x")) != CAPITALS_ALL;
  return shouted || slice_eq(wording(context, use, term).text, text);
}

// --- the article before it ---

// `a` or `an` before `start`; empty: there is none.
static Range article_before(const DocumentContext *context, uint32_t start) {
  Slice text = context->text;
  uint32_t end = start;
  while (end > 0 && byte_is_one_of(text.ptr[end - 1], "*_[\"")) end--;
  if (end == 0 || (text.ptr[end - 1] != ' ' && text.ptr[end - 1] != '\n')) return (Range){0};
  end--;
  while (end > 0 && byte_is_one_of(text.ptr[end - 1], "*_")) end--;
  uint32_t at = end;
  while (at > 0 && byte_is_word(text.ptr[at - 1])) at--;
  Slice word = slice_range(text, (Range){at, end});
  bool apart =
      at == 0 || byte_is_blank(text.ptr[at - 1]) || byte_is_one_of(text.ptr[at - 1], "(*_\"");
  bool article = slice_eq_ascii_case(word, SLICE("a")) || slice_eq_ascii_case(word, SLICE("an"));
  return apart && article && prose_holds(context->prose, at) ? (Range){at, end} : (Range){0};
}

// All capitals, and more than one: `A SOURCE` becomes `AN ORIGIN`.
static bool is_shouted(Slice text) {
  size_t capitals = 0;
  for (size_t i = 0; i < text.len; i++) {
    if (byte_is_lower(text.ptr[i])) return false;
    capitals += byte_is_upper(text.ptr[i]);
  }
  return capitals > 1;
}

// Sets the article right. False: which one is right is not known.
static bool fix_article(DocumentContext *context, Finding *finding, Slice text) {
  Range range = article_before(context, finding->range.start);
  Slice article = slice_range(context->text, range);
  if (!article.len) return true;
  Sound after = inflect_sound(text);
  if (after == SOUND_UNSURE) return false;
  bool has_n = article.len == 2, wants_n = after == SOUND_VOWEL;
  if (has_n == wants_n) return true;
  Slice letter = slice_to(article, 1);
  bool shouted = has_n ? article.ptr[1] == 'N'
                       : byte_is_upper(*letter.ptr) && is_shouted(text) &&
                             is_shouted(slice_range(context->text, finding->range));
  Slice n = wants_n ? shouted ? SLICE("N") : SLICE("n") : (Slice){0};
  edit_use(context, finding, range,
           arena_format(context->arena, "%.*s%.*s", SLICE_FMT(letter), SLICE_FMT(n)));
  return true;
}

static bool is_offered(const Finding *finding, Slice title) {
  for (uint32_t i = 0; i < finding->fix_count; i++)
    if (slice_eq(finding->fixes[i].title, title)) return true;
  return false;
}

// `boss’` has its apostrophe because of its `s`.
static bool is_bare_possessive(const DocumentContext *context, Range range) {
  Slice rest = slice_from(context->text, range.end);
  bool straight = slice_starts_with(rest, SLICE("'"));
  if (!straight && !slice_starts_with(rest, SLICE("\xE2\x80\x99"))) return false;
  rest = slice_from(rest, straight ? 1 : 3);
  return !rest.len || rest.ptr[0] != 's';
}

// Whether the sentence may be about both words: that one was renamed to the other.
static bool is_told_apart(const DocumentContext *context, const Match *use, Slice other) {
  bool recased = slice_eq_ascii_case(slice_range(context->text, use->range), other);
  return !recased && use_stands_beside(context, use->range, other);
}

void replacement_offer(DocumentContext *context, Finding *finding, const Match *use,
                       const Entry *term) {
  if (!use_is_whole(context, use->range)) return;
  Wording words = wording(context, use, term);
  Slice title = arena_format(context->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D",
                             SLICE_FMT(words.text));
  if (is_offered(finding, title)) return;
  bool certain = words.sure && finding->fix_count == 0 && use_stands_free(context, use->range) &&
                 !is_bare_possessive(context, use->range) &&
                 !is_told_apart(context, use, words.text);
  fix_use(context, finding, certain, title, words.text);
  if (!fix_article(context, finding, words.text))
    finding->fixes[finding->fix_count - 1].certain = false;
}
