#include "query_impl.h"

#include <stdlib.h>

// As much of a paragraph or a line as is looked at on either side.
enum { REACH = 64 * 1024 };

// What is looked at: a piece of the document and the offset in it.
typedef struct {
  Slice text;
  uint32_t start;  // of the piece, in the document
  uint32_t offset; // in the piece
} Window;

static Window window_of(Slice text, Range range, uint32_t offset) {
  return (Window){slice_range(text, range), range.start, offset - range.start};
}

static Range line_around(Slice text, uint32_t offset) {
  uint32_t start = offset, end = offset;
  while (start > 0 && offset - start < REACH && text.ptr[start - 1] != '\n') start--;
  while (end < text.len && end - offset < REACH && text.ptr[end] != '\n') end++;
  return (Range){start, end};
}

// --- the longest occurrence around the offset ---

static bool touches(Range range, uint32_t offset) {
  return range.start <= offset && offset <= range.end;
}

// A range that holds the offset is better than one that ends there; then the longer one, then the
// first.
static bool is_better(Range a, Range b, uint32_t offset) {
  bool inside_a = range_holds(a, offset), inside_b = range_holds(b, offset);
  if (inside_a != inside_b) return inside_a;
  return range_len(a) > range_len(b);
}

static const Match *find_best(const Matches *matches, uint32_t offset) {
  const Match *best = NULL;
  for (size_t i = 0; i < matches->len; i++) {
    const Match *match = &matches->items[i];
    if (!touches(match->range, offset)) continue;
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
static void sort_components(Occurrences *found, uint32_t offset, Arena *arena) {
  Component *components = arena_array(arena, Component, found->count);
  for (uint32_t i = 0; i < found->count; i++)
    components[i] = (Component){found->items[i], !touches(found->items[i].range, offset)};
  qsort(components, found->count, sizeof *components, longest_first);
  for (uint32_t i = 0; i < found->count; i++) found->items[i] = components[i].occurrence;
}

static Occurrences look(const Question *question, Window window, const Prose *prose, Arena *arena) {
  Matches matches = {0};
  Scan scan = {
      .text = window.text, .prose = prose, .selection = SELECT_ALL, .identifiers = prose == NULL};
  Occurrences result = {0};
  question_scan(question, scan, &matches);
  const Match *best = find_best(&matches, window.offset);
  if (best) {
    keep_inside(&matches, best->range);
    result = question_occurrences(question, &matches, window.start, arena);
    sort_components(&result, window.start + window.offset, arena);
  }
  array_free(&matches);
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
