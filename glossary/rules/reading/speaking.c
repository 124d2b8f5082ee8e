// Speaking: whether a use speaks with the word at all: not as a piece of a name, not as a cry of a
// protocol, not of the word itself.
#include "surroundings.h"

// The line around the use, as far as it is looked at.
static Range line_around(const DocumentContext *context, Range range) {
  enum { LOOKED_AT = 160 }; // bytes on either side
  Slice text = context->text;
  uint32_t start = range.start, end = range.end;
  while (start > 0 && range.start - start < LOOKED_AT && text.ptr[start - 1] != '\n') start--;
  while (end < text.len && end - range.end < LOOKED_AT && text.ptr[end] != '\n') end++;
  return (Range){start, end};
}

// --- names ---

// What stands between the use and the end of the run that it is a piece of: `ci-`, `-blocking-2`.
typedef struct {
  uint32_t joints;
  bool number; // a piece of digits only
} Side;

static void read_piece(Side *side, Slice piece) {
  bool number = piece.len > 0;
  for (size_t i = 0; i < piece.len; i++) number &= byte_is_digit(piece.ptr[i]);
  side->number |= number;
}

static bool is_joint(char c) {
  return byte_is_one_of(c, "-_%");
}

static Side side_of(Slice run) {
  Side side = {0};
  size_t start = 0;
  for (size_t at = 0; at < run.len; at++) {
    if (!is_joint(run.ptr[at])) continue;
    read_piece(&side, slice_range(run, (Range){(uint32_t)start, (uint32_t)at}));
    side.joints++;
    start = at + 1;
  }
  read_piece(&side, slice_from(run, start));
  return side;
}

// Whether the byte belongs to a run of words, each joined with the next one: `a-b_c`, not `_a_`.
static bool is_run(Slice text, uint32_t at) {
  char c = text.ptr[at];
  if (byte_is_word(c)) return true;
  return is_joint(c) && at > 0 && at + 1 < text.len && byte_is_word(text.ptr[at - 1]) &&
         byte_is_word(text.ptr[at + 1]);
}

// `@run`, `+run`; but not `#run#`, which is markup.
static bool is_after_sign(Slice text, Range run) {
  if (run.start == 0 || !byte_is_one_of(text.ptr[run.start - 1], "@#+&=$")) return false;
  return run.end == text.len || text.ptr[run.end] != text.ptr[run.start - 1];
}

bool use_is_in_name(const DocumentContext *context, Range range) {
  Range line = line_around(context, range), run = range;
  while (run.start > line.start && is_run(context->text, run.start - 1)) run.start--;
  while (run.end < line.end && is_run(context->text, run.end)) run.end++;
  if (is_after_sign(context->text, run)) return true;
  Side before = side_of(slice_range(context->text, (Range){run.start, range.start}));
  Side after = side_of(slice_range(context->text, (Range){range.end, run.end}));
  return before.joints + after.joints > 1 || before.number || after.number;
}

// --- cries ---

static bool is_cried(Slice word) {
  for (size_t i = 0; i < word.len; i++)
    if (byte_is_lower(word.ptr[i])) return false;
  return true;
}

typedef struct {
  uint32_t cried, plain;
} Voices;

static void count_voices(Slice text, Voices *voices) {
  enum { SHORTEST = 2 };
  for (size_t at = 0; at < text.len;) {
    size_t start = at;
    while (at < text.len && byte_is_letter(text.ptr[at])) at++;
    Slice word = slice_range(text, (Range){(uint32_t)start, (uint32_t)at});
    if (word.len >= SHORTEST) *(is_cried(word) ? &voices->cried : &voices->plain) += 1;
    if (at == start) at++;
  }
}

bool use_is_cried_alone(const DocumentContext *context, Range range) {
  Slice text = slice_range(context->text, range);
  if (!is_cried(text) || memchr(text.ptr, ' ', text.len)) return false;
  Range line = line_around(context, range);
  Voices others = {0};
  count_voices(slice_range(context->text, (Range){line.start, range.start}), &others);
  count_voices(slice_range(context->text, (Range){range.end, line.end}), &others);
  return others.plain > others.cried;
}

// --- words about words ---

bool use_is_mentioned(const DocumentContext *context, Range range) {
  static const char *const NAMING[] = {"word", "words", "term", "terms", "phrase"};
  Slice text = context->text;
  uint32_t end = range.start;
  while (end > 0 && byte_is_one_of(text.ptr[end - 1], "*_\"'`")) end--;
  if (end >= 3 && slice_eq(slice_range(text, (Range){end - 3, end}), SLICE("\xE2\x80\x9C")))
    end -= 3;
  if (end == 0 || !byte_is_blank(text.ptr[end - 1])) return false;
  uint32_t start = --end;
  while (start > 0 && byte_is_letter(text.ptr[start - 1])) start--;
  Slice word = slice_range(text, (Range){start, end});
  for (size_t i = 0; i < sizeof NAMING / sizeof *NAMING; i++)
    if (slice_eq_ascii_case(word, slice_of(NAMING[i]))) return true;
  return false;
}

// Whether a word has ended, but for its plural.
static bool is_end(Slice rest) {
  if (rest.len && *rest.ptr == 's') rest = slice_from(rest, 1);
  return !rest.len || !byte_is_word(*rest.ptr);
}

bool use_stands_beside(const DocumentContext *context, Range range, Slice other) {
  Range line = line_around(context, range);
  for (uint32_t at = line.start; at + other.len <= line.end; at++) {
    if (at > line.start && byte_is_word(context->text.ptr[at - 1])) continue;
    Slice rest = slice_range(context->text, (Range){at, line.end});
    if (slice_eq_ascii_case(slice_to(rest, other.len), other) &&
        is_end(slice_from(rest, other.len)))
      return true;
  }
  return false;
}
