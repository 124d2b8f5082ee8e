// The naive matcher: obviously right, and quadratic.
#include "index_case.h"

#include <glossary/base/fold.h>

#include <ctype.h>
#include <stdlib.h>

static bool agree_keeping(Slice a, Slice b, FoldKeep keep, bool plural) {
  FoldBuffer x = {0}, y = {0};
  fold_keeping(a, keep, &x);
  fold_keeping(b, keep, &y);
  Slice s = slice_new(x.items, x.len), t = slice_new(y.items, y.len);
  bool result = plural ? fold_agree(s, t) : slice_eq(s, t);
  array_free(&x);
  array_free(&y);
  return result;
}

typedef struct {
  bool literal, own_case;
} Binding;

static bool apostrophe(Slice s) {
  return slice_eq(s, SLICE("'")) || slice_eq(s, SLICE("\u2019"));
}

// A word, sign or symbol as the naive matcher sees it.
typedef struct {
  char bytes[CASE_BYTES];
  size_t len;
  Token token; // its range, kind, and what stands before it
} Word;

typedef struct {
  Word items[CASE_BYTES];
  size_t len;
} Words;

static Slice letters_of(const Word *word) {
  return slice_new(word->bytes, word->len);
}

static Word *add_word(Words *words, Token token, Slice letters) {
  Word *word = &words->items[words->len++];
  memcpy(word->bytes, letters.ptr, letters.len);
  word->len = letters.len;
  word->token = token;
  return word;
}

static void read_words(Slice text, Words *out) {
  Tokens tokens = {0};
  out->len = 0;
  words_split(text, NULL, &tokens);
  for (size_t i = 0; i < tokens.len; i++)
    add_word(out, tokens.items[i], slice_range(text, tokens.items[i].range));
  array_free(&tokens);
}

// What a document says when markup is taken away, lines are ended and blocks are set apart, and
// where each byte of it was.
typedef struct {
  char bytes[CASE_BYTES];
  uint32_t places[CASE_BYTES];
  size_t len;
} Plain;

static void add_plain(Plain *plain, const char *bytes, uint32_t place) {
  for (; *bytes; bytes++) {
    plain->places[plain->len] = place;
    plain->bytes[plain->len++] = *bytes;
  }
}

static Plain plain_of(Slice document) {
  static const char *const MEANS[] = {
      [SEAM_JOINED] = "", [SEAM_SPACED] = "\n", [SEAM_APART] = "\n\n"};
  Plain plain = {.len = 0};
  for (uint32_t i = 0; i < document.len; i++) {
    char byte[2] = {document.ptr[i]};
    add_plain(&plain, is_seam(*byte) ? MEANS[(uint8_t)*byte] : byte, i);
  }
  return plain;
}

static void read_document(Slice document, Words *out) {
  Plain plain = plain_of(document);
  read_words(slice_new(plain.bytes, plain.len), out);
  for (size_t i = 0; i < out->len; i++) {
    Range *range = &out->items[i].token.range;
    *range = (Range){plain.places[range->start], plain.places[range->end - 1] + 1};
  }
}

static bool same_word(const Word *a, const Word *b, Binding binding, bool *marks) {
  Slice x = letters_of(a), y = letters_of(b);
  if (a->token.kind != b->token.kind) return false;
  if (a->token.kind == TOKEN_SYMBOL && apostrophe(x) && apostrophe(y)) return true;
  if (agree_keeping(x, y, FOLD_KEEP_CASE | FOLD_KEEP_MARKS, false)) return true;
  if (binding.literal || a->token.kind == TOKEN_SYMBOL) return false;
  if (agree_keeping(x, y, FOLD_KEEP_CASE | FOLD_KEEP_MARKS, true)) return true;
  if (!binding.own_case && agree_keeping(x, y, FOLD_KEEP_MARKS, true)) return true;
  *marks = true;
  return agree_keeping(x, y, binding.own_case ? FOLD_KEEP_CASE : FOLD_ALL, true);
}

static bool same_joint(Token previous, Token a, Token b, Binding binding) {
  if (b.before == JOINT_STOP) return false;
  if (binding.literal) return a.before == b.before && a.hyphen == b.hyphen;
  if (a.before == b.before) return true;
  bool word_and_sign = (previous.kind == TOKEN_WORD && a.kind == TOKEN_SIGN) ||
                       (previous.kind == TOKEN_SIGN && a.kind == TOKEN_WORD);
  if (word_and_sign && b.before != JOINT_PART) return true;
  bool signs = previous.kind == TOKEN_SIGN && a.kind == TOKEN_SIGN;
  if (signs && a.before == JOINT_NONE && b.before == JOINT_SPACE && b.line && !b.hyphen)
    return true;
  return a.before == JOINT_SPACE && b.before == JOINT_PART;
}

static bool same_words(const Words *wanted, const Word *found, size_t count, Binding binding,
                       bool *marks) {
  if (wanted->len != count) return false;
  for (size_t i = 0; i < count; i++) {
    const Word *word = &wanted->items[i];
    if (i > 0 && !same_joint(word[-1].token, word->token, found[i].token, binding)) return false;
    if (!same_word(word, &found[i], binding, marks)) return false;
  }
  return count > 0;
}

static bool begins_hump(Slice word, size_t at) {
  if (at == 0 || !byte_is_upper(word.ptr[at])) return false;
  bool small_next =
      at + 1 < word.len && !byte_is_upper(word.ptr[at + 1]) && !byte_is_digit(word.ptr[at + 1]);
  return !byte_is_upper(word.ptr[at - 1]) || small_next;
}

// The same words, cut where a capital begins a part of an identifier.
static void read_humps(Slice text, Words *out) {
  static Words whole;
  read_words(text, &whole);
  out->len = 0;
  for (size_t i = 0; i < whole.len; i++) {
    Word *word = &whole.items[i];
    uint32_t start = word->token.range.start, end = word->token.range.end;
    for (uint32_t at = start; at < end;) {
      uint32_t next = at + 1;
      while (next < end && !begins_hump(letters_of(word), next - start)) next++;
      Token token = word->token;
      token.range = (Range){at, next};
      if (at > start) token.before = JOINT_PART, token.hyphen = token.blank = token.line = false;
      add_word(out, token, slice_range(text, token.range));
      at = next;
    }
  }
}

static bool humps_join; // in the pass over parts of identifiers

static bool joins(const Word *before, const Word *word) {
  Token token = word->token;
  if (before->token.kind != TOKEN_WORD || token.kind != TOKEN_WORD) return false;
  if (token.before == JOINT_STOP) return false;
  if (token.hyphen) return !token.blank || token.line;
  return humps_join && token.before == JOINT_PART;
}

// `found` with `run` of its words, from number `at` on, as one; false when they are not joined.
static bool join_run(const Word *found, size_t count, size_t at, size_t run, Words *out) {
  out->len = 0;
  for (size_t i = 0; i < count; i++) {
    if (i <= at || i >= at + run) {
      add_word(out, found[i].token, letters_of(&found[i]));
      continue;
    }
    if (!joins(&found[i - 1], &found[i])) return false;
    Word *word = &out->items[out->len - 1];
    memcpy(word->bytes + word->len, found[i].bytes, found[i].len);
    word->len += found[i].len;
  }
  return true;
}

// One word of the form may be written in up to eight pieces.
static bool same_in_pieces(const Words *wanted, const Word *found, size_t count, Binding binding,
                           bool *marks) {
  enum { PIECES_MAX = 8 };
  static Words joined;
  bool by_marks = false;
  if (same_words(wanted, found, count, binding, marks)) return true;
  for (size_t at = 0; !binding.literal && at < count; at++)
    for (size_t run = 2; run <= PIECES_MAX && at + run <= count; run++) {
      *marks = false;
      if (!join_run(found, count, at, run, &joined)) continue;
      if (!same_words(wanted, joined.items, joined.len, binding, marks)) continue;
      if (!*marks) return true;
      by_marks = true;
    }
  return *marks = by_marks;
}

static Binding binding_of(const Words *words, MatchMode mode, bool ignore_case) {
  bool particular = false, ordinary = false;
  for (size_t i = 0; i < words->len; i++) {
    Slice word = letters_of(&words->items[i]);
    particular |= word_case(word) == WORD_PARTICULAR;
    ordinary |= word_case(word) == WORD_ORDINARY;
  }
  if (ignore_case) return (Binding){0};
  if (mode == MATCH_EXACT) return (Binding){.literal = true};
  return (Binding){.own_case = mode == MATCH_CASE || (particular && !ordinary)};
}

// The form without what is between its words, if there are only words.
static Slice written_together(const Words *words, char *out) {
  size_t len = 0;
  for (size_t i = 0; i < words->len; i++) {
    const Word *word = &words->items[i];
    if (word->token.kind != TOKEN_WORD || (i > 0 && word->token.before != JOINT_SPACE))
      return (Slice){0};
    memcpy(out + len, word->bytes, word->len);
    len += word->len;
  }
  return words->len > 1 ? slice_new(out, len) : (Slice){0};
}

static Slice with_ue(Slice form, char *out) {
  size_t len = 0;
  bool changed = false;
  for (size_t i = 0; i < form.len; i++) {
    Slice rest = slice_from(form, i);
    bool umlaut =
        slice_starts_with(rest, SLICE("\u00FC")) || slice_starts_with(rest, SLICE("u\u0308"));
    if (umlaut) {
      memcpy(out + len, "ue", 2);
      len += 2;
      i += slice_starts_with(rest, SLICE("u")) ? 2 : 1;
      changed = true;
    } else {
      out[len++] = form.ptr[i];
    }
  }
  return changed ? slice_new(out, len) : (Slice){0};
}

// The ways in which a form may be written.
static size_t ways_of(Slice form, Binding binding, char *joined, char *german, Slice ways[3]) {
  static Words words;
  read_words(form, &words);
  ways[0] = form;
  ways[1] = written_together(&words, joined);
  ways[2] = with_ue(form, german);
  return binding.literal ? 1 : 3;
}

// `off_case`: as if the form were not particular about its case.
static bool naive_match(const Case *c, uint32_t form_index, bool off_case, const Word *found,
                        size_t count, bool *marks) {
  static Words words;
  char bytes[CASE_BYTES], joined[CASE_BYTES], german[CASE_BYTES];
  Slice form = chain_text(&c->forms[form_index], bytes), ways[3];
  read_words(form, &words);
  Binding binding = binding_of(&words, c->modes[form_index], c->ignore_case);
  if (off_case) binding.own_case = false;
  size_t way_count = ways_of(form, binding, joined, german, ways);
  bool by_marks = false;
  for (size_t i = 0; i < way_count; i++) {
    *marks = false;
    read_words(ways[i], &words);
    if (!ways[i].len || !same_in_pieces(&words, found, count, binding, marks)) continue;
    if (!*marks && i < 2) return true;
    by_marks = true;
  }
  return *marks = by_marks;
}

static bool is_asked(const Case *c, uint32_t form) {
  if (c->avoid[form] && !c->avoided) return false;
  if (c->modes[form] == MATCH_OFF && !c->ignore_case) return false;
  return form != c->refused;
}

static bool is_letter_at(Slice text, size_t at) {
  Tokens tokens = {0};
  bool found = false;
  words_split(text, NULL, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    Token token = tokens.items[i];
    found |= token.kind == TOKEN_WORD && range_holds(token.range, (uint32_t)at);
  }
  array_free(&tokens);
  return found;
}

// A dot that has letters on both sides binds what is beside it.
static bool is_dot_between(Slice text, size_t at) {
  return at > 0 && at < text.len && text.ptr[at] == '.' && is_letter_at(text, at - 1) &&
         is_letter_at(text, at + 1);
}

static bool are_colons_between(Slice text, size_t at) {
  return at > 0 && slice_starts_with(slice_from(text, at), SLICE("::")) &&
         is_letter_at(text, at - 1) && is_letter_at(text, at + 2);
}

static bool is_at_dot(Slice text, size_t at) {
  return is_dot_between(text, at) || (at > 0 && is_dot_between(text, at - 1)) ||
         are_colons_between(text, at) || (at > 1 && are_colons_between(text, at - 2));
}

static bool is_of_name(char c) {
  return isalnum((uint8_t)c) || c == '-' || c == '_' || (uint8_t)c >= 0x80;
}

// Two hyphens, not three, begin the run of letters and hyphens that ends here.
static bool is_option_at(Slice text, size_t at) {
  enum { LONGEST = 64 };
  size_t start = at, hyphens = 0;
  while (start > 0 && at - start < LONGEST && is_of_name(text.ptr[start - 1])) start--;
  while (start + hyphens < at && text.ptr[start + hyphens] == '-') hyphens++;
  return hyphens == 2;
}

static bool is_cut(Slice text, const Words *words, size_t start, size_t end) {
  if (is_at_dot(text, words->items[start].token.range.start) ||
      is_at_dot(text, words->items[end - 1].token.range.end) ||
      is_option_at(text, words->items[start].token.range.start))
    return true;
  return words->items[start].token.before == JOINT_PART ||
         (end < words->len && words->items[end].token.before == JOINT_PART);
}

// Whether the form is there, or would be there but for its case.
static bool is_form(const Case *c, uint32_t form, bool off_case, const Word *found, size_t count,
                    bool *marks) {
  bool strict = naive_match(c, form, false, found, count, marks);
  return off_case ? !strict && naive_match(c, form, true, found, count, marks) : strict;
}

// All matches of one stretch of words; those by diacritics only give way to closer ones.
static size_t naive_stretch(const Case *c, Slice text, const Words *words, bool off_case,
                            size_t start, size_t end, FoundList *out) {
  size_t before = out->len, kept = before;
  bool closer = false;
  const Word *found = &words->items[start];
  if (!c->identifiers && is_cut(text, words, start, end)) return 0;
  for (uint32_t form = 0; form < c->form_count; form++) {
    bool marks;
    if (!is_asked(c, form) || !is_form(c, form, off_case, found, end - start, &marks)) continue;
    Range range = {found->token.range.start, words->items[end - 1].token.range.end};
    *array_push(out) = (Found){range, form, marks, off_case};
    closer |= !marks;
  }
  for (size_t i = before; i < out->len; i++)
    if (!closer || !out->items[i].marks) out->items[kept++] = out->items[i];
  out->len = kept;
  return kept - before;
}

static void naive_pass(const Case *c, Slice text, const Words *words, Selection selection,
                       bool off_case, FoundList *out) {
  for (size_t start = 0; start < words->len; start++) {
    for (size_t end = words->len; end > start; end--) {
      size_t found = naive_stretch(c, text, words, off_case, start, end, out);
      if (!found || selection == SELECT_ALL) continue;
      start = end - 1;
      break;
    }
  }
}

// Whether `other` makes `found` superfluous: the same again, or a closer form.
int found_by_place(const void *left, const void *right) {
  const Found *a = left, *b = right;
  if (a->range.start != b->range.start) return a->range.start < b->range.start ? -1 : 1;
  if (a->range.end != b->range.end) return a->range.end > b->range.end ? -1 : 1;
  return (a->entry > b->entry) - (a->entry < b->entry);
}

static bool outdoes(const Found *other, const Found *found, bool before) {
  Range a = other->range, b = found->range;
  bool same = a.start == b.start && a.end == b.end;
  if (same && found->marks && !other->marks) return true;
  if (same) return before && other->entry == found->entry && other->marks == found->marks;
  return false;
}

static void drop_outdone(FoundList *list) {
  FoundList kept = {0};
  for (size_t i = 0; i < list->len; i++) {
    bool outdone = false;
    for (size_t k = 0; k < list->len; k++)
      outdone |= k != i && outdoes(&list->items[k], &list->items[i], k < i);
    if (!outdone) *array_push(&kept) = list->items[i];
  }
  array_free(list);
  *list = kept;
}

static void keep_longest(FoundList *list) {
  size_t kept = 0;
  if (list->len) qsort(list->items, list->len, sizeof *list->items, found_by_place);
  for (size_t i = 0; i < list->len; i++) {
    Range last = kept ? list->items[kept - 1].range : (Range){0}, range = list->items[i].range;
    bool same = kept && last.start == range.start && last.end == range.end;
    if (same || range.start >= last.end) list->items[kept++] = list->items[i];
  }
  list->len = kept;
}

static void keep_around(FoundList *list, Range around) {
  size_t kept = 0;
  for (size_t i = 0; i < list->len; i++) {
    Range range = list->items[i].range;
    if (range.start <= around.end && around.start <= range.end)
      list->items[kept++] = list->items[i];
  }
  list->len = kept;
}

static bool overlaps_any(Found found, const FoundList *list) {
  bool overlaps = false;
  for (size_t i = 0; i < list->len; i++) {
    Range range = list->items[i].range;
    overlaps |= range.start < found.range.end && found.range.start < range.end;
  }
  return overlaps;
}

static void add_off_case(const Case *c, Slice text, const Words *words, FoundList *out) {
  FoundList others = {0};
  size_t kept = 0;
  naive_pass(c, text, words, SELECT_ALL, true, &others);
  for (size_t i = 0; i < others.len; i++)
    if (!overlaps_any(others.items[i], out)) others.items[kept++] = others.items[i];
  others.len = kept;
  keep_longest(&others);
  array_append(out, others.items, others.len);
  array_free(&others);
}

static void scan_everywhere(const Case *c, Slice text, FoundList *out) {
  static Words words;
  read_document(text, &words);
  naive_pass(c, text, &words, c->identifiers ? SELECT_ALL : c->selection, false, out);
  if (c->off_case) add_off_case(c, text, &words, out);
  if (!c->identifiers) return;
  read_humps(text, &words);
  humps_join = true;
  naive_pass(c, text, &words, SELECT_ALL, false, out);
  humps_join = false;
  drop_outdone(out);
  if (c->selection == SELECT_LONGEST) keep_longest(out);
}

void naive_scan(const Case *c, Slice text, FoundList *out) {
  scan_everywhere(c, text, out);
  if (c->pointed) keep_around(out, c->around);
}
