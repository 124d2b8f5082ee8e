#include "natural.h"
#include "query_impl.h"

#include <stdlib.h>

enum {
  REACH = 4096,     // as much of the line before the cursor as is looked at
  CANDIDATES = 2048 // forms that are considered for one run of words
};

typedef struct {
  Completion item;
  uint32_t run; // how many words its prefix has
} Candidate;

typedef struct {
  const Question *question;
  Arena *arena;
  Slice text;
  uint32_t offset;
  Array(Candidate) candidates;
  bool more; // there are forms that were not considered
} Search;

// --- the words before the cursor ---

static Range line_before(Slice text, uint32_t offset) {
  uint32_t start = offset;
  while (start > 0 && offset - start < REACH && text.ptr[start - 1] != '\n') start--;
  return (Range){start, offset};
}

// The tokens before the cursor that may be the beginning of one form: the last one ends at the
// cursor.
static void split_before(const Search *self, Tokens *tokens) {
  Range line = line_before(self->text, self->offset);
  words_split(slice_range(self->text, line), NULL, tokens);
  for (size_t i = 0; i < tokens->len; i++)
    tokens->items[i].range = range_shift(tokens->items[i].range, line.start);
  if (tokens->len && tokens->items[tokens->len - 1].range.end != self->offset) tokens->len = 0;
}

static size_t depth_of(const Question *question) {
  size_t depth = 0;
  for (size_t i = 0; i < question->layer_count; i++)
    if (index_depth(question->layers[i]) > depth) depth = index_depth(question->layers[i]);
  return depth;
}

// --- proposals for one run ---

static void add_candidate(Search *self, const Match *match, Range typed, uint32_t run) {
  Entry *entry = store_entry(self->question->store, match->entry);
  Slice label = natural_case(match->form, slice_range(self->text, typed), self->arena);
  *array_push(&self->candidates) = (Candidate){{label, entry, match->role, typed}, run};
}

static void search_run(Search *self, uint32_t start, uint32_t run) {
  Range typed = {start, self->offset};
  Matches matches = {0};
  index_prefix(self->question->layers, self->question->layer_count, slice_range(self->text, typed),
               CANDIDATES, question_admits, self->question, &matches);
  self->more |= matches.len == CANDIDATES;
  for (size_t i = 0; i < matches.len; i++) add_candidate(self, &matches.items[i], typed, run);
  array_free(&matches);
}

static void search_runs(Search *self) {
  Tokens tokens = {0};
  split_before(self, &tokens);
  size_t depth = depth_of(self->question);
  size_t first = tokens.len > depth ? tokens.len - depth : 0;
  for (size_t i = first; i < tokens.len; i++)
    search_run(self, tokens.items[i].range.start, (uint32_t)(tokens.len - i));
  array_free(&tokens);
}

// --- the answer ---

// Equal labels of one run come together, the best entry first; `by_rank` then puts the survivors in
// the order in which they are shown.
typedef struct {
  const Question *question;
  const Candidate *candidate;
} Ranked;

static int by_label(const void *left, const void *right) {
  const Ranked *a = left, *b = right;
  int order = slice_cmp(a->candidate->item.label, b->candidate->item.label);
  if (order) return order;
  if (a->candidate->run != b->candidate->run) return a->candidate->run > b->candidate->run ? -1 : 1;
  return question_compare(a->question, a->candidate->item.entry, b->candidate->item.entry);
}

static int by_rank(const void *left, const void *right) {
  const Ranked *a = left, *b = right;
  const Entry *x = a->candidate->item.entry, *y = b->candidate->item.entry;
  if (a->candidate->run != b->candidate->run) return a->candidate->run > b->candidate->run ? -1 : 1;
  Scope scope = a->question->scope;
  uint32_t near_x = scope_distance(scope, x->file), near_y = scope_distance(scope, y->file);
  if (near_x != near_y) return near_x < near_y ? -1 : 1;
  if (x->status != y->status) return x->status < y->status ? -1 : 1;
  return slice_cmp(a->candidate->item.label, b->candidate->item.label);
}

static size_t keep_labels_once(Ranked *ranked, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    bool again =
        kept && slice_eq(ranked[kept - 1].candidate->item.label, ranked[i].candidate->item.label);
    if (!again) ranked[kept++] = ranked[i];
  }
  return kept;
}

static Completions answer(const Search *self) {
  size_t count = self->candidates.len;
  Ranked *ranked = arena_array(self->arena, Ranked, count);
  for (size_t i = 0; i < count; i++)
    ranked[i] = (Ranked){self->question, &self->candidates.items[i]};
  qsort(ranked, count, sizeof *ranked, by_label);
  count = keep_labels_once(ranked, count);
  qsort(ranked, count, sizeof *ranked, by_rank);
  Completions result = {.typed = {self->offset, self->offset},
                        .incomplete = self->more || count > COMPLETION_MAX};
  result.count = (uint32_t)(count < COMPLETION_MAX ? count : COMPLETION_MAX);
  result.items = arena_array(self->arena, Completion, result.count);
  for (uint32_t i = 0; i < result.count; i++) result.items[i] = ranked[i].candidate->item;
  if (result.count) result.typed = result.items[0].typed;
  return result;
}

Completions query_completions(Terms *terms, Scope scope, Slice text, uint32_t offset,
                              Arena *arena) {
  Question question = question_new(terms, scope, arena);
  uint32_t end = (uint32_t)text.len;
  Search search = {
      .question = &question, .arena = arena, .text = text, .offset = offset < end ? offset : end};
  search_runs(&search);
  Completions result = answer(&search);
  array_free(&search.candidates);
  return result;
}
