#include "name.h"
#include "query_impl.h"

#include <stdlib.h>

Question question_new(Terms *terms, Scope scope, Arena *arena) {
  Question self = {.store = terms_store(terms), .scope = scope};
  self.layer_count = terms_layers(terms, self.layers);
  self.last = arena_alloc(arena, sizeof *self.last);
  return self;
}

bool question_admits(const void *context, uint32_t id) {
  const Question *self = context;
  const Entry *entry = store_entry(self->store, id);
  if (!entry) return false;
  if (self->last->file != entry->file) {
    self->last->file = entry->file;
    self->last->admitted = scope_admits(self->scope, entry->file);
  }
  return self->last->admitted;
}

static int compare_numbers(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

int question_compare(const Question *self, const Entry *a, const Entry *b) {
  int order = compare_numbers(a->status, b->status);
  if (!order && a->file != b->file)
    order =
        compare_numbers(scope_distance(self->scope, a->file), scope_distance(self->scope, b->file));
  if (!order) order = slice_cmp(a->file->path, b->file->path);
  return order ? order : compare_numbers(a->index, b->index);
}

void question_scan(const Question *self, Scan scan, Matches *matches) {
  scan.admits = question_admits;
  scan.context = self;
  index_scan(self->layers, self->layer_count, &scan, matches);
}

// --- occurrences ---

typedef struct {
  const Question *question;
  Entry *entry;
  Slice form;
  uint8_t rank;
} Reading;

static int by_closeness(const void *left, const void *right) {
  const Reading *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  return question_compare(a->question, a->entry, b->entry);
}

static int by_entry(const void *left, const void *right) {
  const Reading *a = left, *b = right;
  if (a->entry->id != b->entry->id) return a->entry->id < b->entry->id ? -1 : 1;
  return (a->rank > b->rank) - (a->rank < b->rank);
}

// An entry may be found by several of its forms; the closest one counts.
static uint32_t keep_closest_of_each(Reading *readings, size_t count) {
  uint32_t kept = 0;
  qsort(readings, count, sizeof *readings, by_entry);
  for (size_t i = 0; i < count; i++)
    if (!kept || readings[kept - 1].entry != readings[i].entry) readings[kept++] = readings[i];
  return kept;
}

static bool same_range(Range a, Range b) {
  return a.start == b.start && a.end == b.end;
}

// The first matches, as far as they have one range; `*count` says how many those are.
static Occurrence first_occurrence(const Question *self, const Match *matches, size_t len,
                                   uint32_t shift, size_t *count, Arena *arena) {
  *count = 1;
  while (*count < len && same_range(matches[*count].range, matches[0].range)) ++*count;
  Reading *readings = arena_array(arena, Reading, *count);
  for (size_t i = 0; i < *count; i++)
    readings[i] = (Reading){self, store_entry(self->store, matches[i].entry), matches[i].form,
                            matches[i].rank};
  uint32_t kept = keep_closest_of_each(readings, *count);
  qsort(readings, kept, sizeof *readings, by_closeness);
  Occurrence result = {.range = range_shift(matches[0].range, shift), .form = readings[0].form};
  result.entries = arena_array(arena, Entry *, kept);
  result.entry_count = kept;
  for (uint32_t i = 0; i < kept; i++) result.entries[i] = readings[i].entry;
  return result;
}

Occurrences question_occurrences(const Question *self, const Matches *matches, uint32_t shift,
                                 Arena *arena) {
  Occurrences result = {.items = arena_array(arena, Occurrence, matches->len)};
  for (size_t at = 0, taken; at < matches->len; at += taken)
    result.items[result.count++] =
        first_occurrence(self, matches->items + at, matches->len - at, shift, &taken, arena);
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
  size_t taken;
  Occurrence result = {0};
  if (matches.len)
    result = first_occurrence(question, matches.items, matches.len, 0, &taken, arena);
  array_free(&matches);
  return result;
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

Occurrence query_named(Terms *terms, Scope scope, Slice term, Arena *arena) {
  Question question = question_new(terms, scope, arena);
  Occurrence result = by_form(&question, term, arena);
  if (!result.entry_count && term.len && memchr(term.ptr, '(', term.len))
    result = by_full_name(&question, term, arena);
  return result;
}
