#include "../words/name.h"
#include "query_impl.h"

#include <stdlib.h>

enum { STANDINGS = 64 };

Question question_new(Terms *terms, Scope scope, Arena *arena) {
  Question self = {.store = terms_store(terms), .scope = scope};
  self.layer_count = terms_layers(terms, self.layers);
  self.standings = arena_array(arena, Standing, STANDINGS);
  return self;
}

const Standing *question_standing(const Question *self, const GlossaryFile *file) {
  Standing *known = &self->standings[((uintptr_t)file >> 6) % STANDINGS];
  if (known->file != file)
    *known = (Standing){file, scope_distance(self->scope, file), scope_admits(self->scope, file)};
  return known;
}

static uint32_t distance_of(const Question *self, const Entry *entry) {
  return question_standing(self, entry->file)->distance;
}

bool question_admits(const void *context, uint32_t id) {
  const Question *self = context;
  const Entry *entry = store_entry(self->store, id);
  return entry && question_standing(self, entry->file)->admitted;
}

static int compare_numbers(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

static int compare_standing(const Entry *a, uint32_t distance_a, const Entry *b,
                            uint32_t distance_b) {
  int order = compare_numbers(a->status, b->status);
  if (!order) order = compare_numbers(distance_a, distance_b);
  if (!order) order = slice_cmp(a->file->path, b->file->path);
  return order ? order : compare_numbers(a->index, b->index);
}

int question_compare(const Question *self, const Entry *a, const Entry *b) {
  return compare_standing(a, distance_of(self, a), b, distance_of(self, b));
}

void question_scan(const Question *self, Scan scan, Matches *matches) {
  scan.admits = question_admits;
  scan.context = self;
  index_scan(self->layers, self->layer_count, &scan, matches);
}

// --- occurrences ---

// One way to read a stretch of text.
typedef struct {
  Entry *entry;
  Slice form;
  uint32_t distance; // of the glossary
  uint8_t rank;
} Reading;

typedef Array(Reading) Readings;

static int by_closeness(const void *left, const void *right) {
  const Reading *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  return compare_standing(a->entry, a->distance, b->entry, b->distance);
}

static int by_entry(const void *left, const void *right) {
  const Reading *a = left, *b = right;
  if (a->entry->id != b->entry->id) return a->entry->id < b->entry->id ? -1 : 1;
  return (a->rank > b->rank) - (a->rank < b->rank);
}

static void add_reading(const Question *self, const Match *match, Readings *readings) {
  Entry *entry = store_entry(self->store, match->entry);
  *array_push(readings) = (Reading){.entry = entry, .form = match->form, .rank = match->rank};
}

// An entry may be found by several of its forms; the closest one counts.
static void keep_closest_of_each(Readings *readings) {
  Reading *items = readings->items;
  size_t kept = 0;
  qsort(items, readings->len, sizeof *items, by_entry);
  for (size_t i = 0; i < readings->len; i++)
    if (!kept || items[kept - 1].entry != items[i].entry) items[kept++] = items[i];
  readings->len = kept;
}

static void sort_readings(const Question *self, Readings *readings) {
  if (readings->len < 2) return;
  keep_closest_of_each(readings);
  for (size_t i = 0; i < readings->len; i++)
    readings->items[i].distance = distance_of(self, readings->items[i].entry);
  qsort(readings->items, readings->len, sizeof *readings->items, by_closeness);
}

static bool same_range(Range a, Range b) {
  return a.start == b.start && a.end == b.end;
}

// `matches` have one range. The space of `readings` is used; the entries go to `entries`.
static Occurrence occurrence(const Question *self, const Match *matches, size_t count,
                             Readings *readings, Entry **entries) {
  readings->len = 0;
  for (size_t i = 0; i < count; i++) add_reading(self, &matches[i], readings);
  sort_readings(self, readings);
  for (size_t i = 0; i < readings->len; i++) entries[i] = readings->items[i].entry;
  return (Occurrence){.range = matches[0].range,
                      .entries = entries,
                      .entry_count = (uint32_t)readings->len,
                      .form = readings->items[0].form};
}

static size_t count_same_range(const Match *matches, size_t len) {
  size_t count = 1;
  while (count < len && same_range(matches[count].range, matches[0].range)) count++;
  return count;
}

Occurrences question_occurrences(const Question *self, const Matches *matches, uint32_t shift,
                                 Arena *arena) {
  Occurrences result = {.items = arena_array(arena, Occurrence, matches->len)};
  Entry **entries = arena_array(arena, Entry *, matches->len);
  Readings readings = {0};
  for (size_t at = 0, count; at < matches->len; at += count) {
    count = count_same_range(&matches->items[at], matches->len - at);
    Occurrence *next = &result.items[result.count++];
    *next = occurrence(self, &matches->items[at], count, &readings, entries + at);
    next->range = range_shift(next->range, shift);
  }
  array_free(&readings);
  return result;
}

Occurrences query_all(Terms *terms, Scope scope, const ProseLanguage *language, Slice text,
                      Arena *arena) {
  Question question = question_new(terms, scope, arena);
  Prose prose = language ? prose_read(language, text) : (Prose){0};
  Matches matches = {0};
  question_scan(&question, (Scan){.text = text, .prose = language ? &prose : NULL}, &matches);
  Occurrences result = question_occurrences(&question, &matches, 0, arena);
  array_free(&matches);
  prose_free(&prose);
  return result;
}

// --- by name ---

static Range covered(Slice text) {
  Tokens tokens = {0};
  words_split(text, NULL, &tokens);
  Range result = {0};
  if (tokens.len)
    result = (Range){tokens.items[0].range.start, tokens.items[tokens.len - 1].range.end};
  array_free(&tokens);
  return result;
}

static void keep_whole(Matches *matches, Range whole) {
  size_t kept = 0;
  for (size_t i = 0; i < matches->len; i++)
    if (same_range(matches->items[i].range, whole)) matches->items[kept++] = matches->items[i];
  matches->len = kept;
}

static Occurrence by_form(const Question *question, Slice term, Arena *arena) {
  Matches matches = {0};
  Scan scan = {.text = term, .selection = SELECT_ALL, .ignore_case = true, .identifiers = true};
  question_scan(question, scan, &matches);
  keep_whole(&matches, covered(term));
  Occurrences found = question_occurrences(question, &matches, 0, arena);
  array_free(&matches);
  return found.count ? found.items[0] : (Occurrence){0};
}

// `Selector (CSS)`: of the entries found by `Selector`, those with that very name.
static Occurrence by_full_name(const Question *question, Slice name, Arena *arena) {
  const char *open = memchr(name.ptr, '(', name.len);
  Occurrence result = by_form(question, slice_to(name, (size_t)(open - name.ptr)), arena);
  Slice key = name_key(name, arena);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < result.entry_count; i++)
    if (slice_eq(name_key(result.entries[i]->name, arena), key))
      result.entries[kept++] = result.entries[i];
  result.entry_count = kept;
  return result;
}

Occurrence question_named(const Question *self, Slice term, Arena *arena) {
  Occurrence result = by_form(self, term, arena);
  if (!result.entry_count && term.len && memchr(term.ptr, '(', term.len))
    result = by_full_name(self, term, arena);
  return result;
}

Occurrence query_named(Terms *terms, Scope scope, Slice term, Arena *arena) {
  Question question = question_new(terms, scope, arena);
  return question_named(&question, term, arena);
}
