#include "query_impl.h"

#include <stdlib.h>

// As much of a paragraph or a line as is looked at on either side.
enum { REACH = 64 * 1024 };

// What is looked at: a piece of the document and the offset in it.
typedef struct {
  Slice document, text;
  uint32_t start;  // of the piece, in the document
  uint32_t offset; // in the piece
} Window;

static Window window_of(Slice text, Range range, uint32_t offset) {
  return (Window){text, slice_range(text, range), range.start, offset - range.start};
}

static Range line_around(Slice text, uint32_t offset) {
  uint32_t start = offset, end = offset;
  while (start > 0 && offset - start < REACH && text.ptr[start - 1] != '\n') start--;
  while (end < text.len && end - offset < REACH && text.ptr[end] != '\n') end++;
  return (Range){start, end};
}

// --- the longest occurrence around the offset ---

// A place just behind a range belongs to it, unless the next word or sign begins there.
static bool touches(Slice text, Range range, uint32_t offset) {
  if (offset != range.end) return range_holds(range, offset);
  return !words_begin_at(text, offset);
}

// A range that holds the offset is better than one that ends there; then the longer one, then the
// first.
static bool is_better(Range a, Range b, uint32_t offset) {
  bool inside_a = range_holds(a, offset), inside_b = range_holds(b, offset);
  if (inside_a != inside_b) return inside_a;
  return range_len(a) > range_len(b);
}

static const Match *find_best(const Matches *matches, Slice text, uint32_t offset) {
  const Match *best = NULL;
  for (size_t i = 0; i < matches->len; i++) {
    const Match *match = &matches->items[i];
    if (!touches(text, match->range, offset)) continue;
    if (!best || is_better(match->range, best->range, offset)) best = match;
  }
  return best;
}

static bool lies_in(Range inner, Range outer) {
  return outer.start <= inner.start && inner.end <= outer.end;
}

static void keep_inside(Matches *matches, Range outer) {
  size_t kept = 0;
  for (size_t i = 0; i < matches->len; i++)
    if (lies_in(matches->items[i].range, outer)) matches->items[kept++] = matches->items[i];
  matches->len = kept;
}

// --- the order of the answer ---

typedef struct {
  Occurrence occurrence;
  bool aside; // not at the offset
} Component;

static int longest_first(const void *left, const void *right) {
  const Component *a = left, *b = right;
  if (a->aside != b->aside) return a->aside ? 1 : -1;
  uint32_t len_a = range_len(a->occurrence.range), len_b = range_len(b->occurrence.range);
  if (len_a != len_b) return len_a > len_b ? -1 : 1;
  uint32_t start_a = a->occurrence.range.start, start_b = b->occurrence.range.start;
  return (start_a > start_b) - (start_a < start_b);
}

// The whole range is the longest at the offset and so comes first by itself.
static void sort_components(Occurrences *found, Slice text, uint32_t offset, Arena *arena) {
  Component *components = arena_array(arena, Component, found->count);
  for (uint32_t i = 0; i < found->count; i++)
    components[i] = (Component){found->items[i], !touches(text, found->items[i].range, offset)};
  qsort(components, found->count, sizeof *components, longest_first);
  for (uint32_t i = 0; i < found->count; i++) found->items[i] = components[i].occurrence;
}

static bool has_entry(const Occurrence *occurrence, const Entry *entry) {
  for (uint32_t i = 0; i < occurrence->entry_count; i++)
    if (occurrence->entries[i] == entry) return true;
  return false;
}

static bool adds_nothing(const Occurrence *component, const Occurrence *whole) {
  for (uint32_t i = 0; i < component->entry_count; i++)
    if (!has_entry(whole, component->entries[i])) return false;
  return true;
}

// An entry that is found by its whole name and by a part of it is told once.
static void drop_repeated(Occurrences *found) {
  uint32_t kept = 1;
  for (uint32_t i = 1; i < found->count; i++)
    if (!adds_nothing(&found->items[i], &found->items[0])) found->items[kept++] = found->items[i];
  if (found->count) found->count = kept;
}

// --- looking ---

static Matches scan_window(const Question *question, Window window, const Prose *prose,
                           bool identifiers, Range around) {
  Matches matches = {0};
  Scan scan = {.text = window.text,
               .prose = prose,
               .selection = SELECT_ALL,
               .identifiers = identifiers,
               .around = &around};
  question_scan(question, scan, &matches);
  return matches;
}

// The longest occurrence of running text, or of code when `prose` is NULL; empty: there is none.
static Range find_range(const Question *question, Window window, const Prose *prose) {
  Range here = {window.offset, window.offset};
  Matches matches = scan_window(question, window, prose, prose == NULL, here);
  const Match *best = find_best(&matches, window.text, window.offset);
  Range result = best ? best->range : (Range){0};
  array_free(&matches);
  return result;
}

// An identifier is found whole in running text, and in parts only inside what was found.
static Occurrences look(const Question *question, Window window, const Prose *prose, Arena *arena) {
  Range range = find_range(question, window, prose);
  if (range.start == range.end) return (Occurrences){0};
  Matches matches = scan_window(question, window, prose, true, range);
  keep_inside(&matches, range);
  Occurrences result = question_occurrences(question, &matches, window.start, arena);
  array_free(&matches);
  sort_components(&result, window.document, window.start + window.offset, arena);
  drop_repeated(&result);
  return result;
}

static Occurrences look_in_prose(const Question *question, const ProseLanguage *language,
                                 Slice text, uint32_t offset, Arena *arena) {
  Window window = window_of(text, prose_paragraph(text, offset, REACH), offset);
  Prose prose = prose_read(language, window.text);
  Occurrences result = look(question, window, &prose, arena);
  prose_free(&prose);
  return result;
}

Occurrences query_at(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                     uint32_t offset, Arena *arena) {
  Question question = question_new(terms, scope, arena);
  if (offset > text.len) return (Occurrences){0};
  Occurrences result = {0};
  if (language) result = look_in_prose(&question, language, text, offset, arena);
  if (!result.count)
    result = look(&question, window_of(text, line_around(text, offset), offset), NULL, arena);
  return result;
}
