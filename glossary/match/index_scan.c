// Scanning works in portions: a few hundred tokens are split off the text, their keys computed and
// their edges from the root looked up (one tight loop, so that the memory behind the table is
// fetched ahead), then walks start where there is such an edge. The end of a portion is kept as the
// start of the next, so that every walk finds all the tokens it can reach.
#include "index_impl.h"

#include <stdlib.h>

typedef struct {
  const Index *const *layers;
  size_t layer_count;
  const Scan *scan;
  Splitter splitter;
  Tokens tokens;
  Array(uint32_t) keys;
  Array(bool) starts; // of each token: whether an edge leads from a root there
  size_t reach;       // tokens that a match or its surroundings can take
  Verifier verifier;
  FoldBuffer scratch;
  Matches *matches;
  size_t group;    // where the matches that start at the current token begin in `matches`
  size_t best_end; // SELECT_LONGEST: the token after the longest of them
} Scanner;

// --- portions ---

static bool leads_on(const Scanner *self, uint32_t key) {
  for (size_t k = 0; k < self->layer_count; k++)
    if (index_step(self->layers[k], 0, key)) return true;
  return false;
}

static void look_up(Scanner *self, size_t first) {
  size_t count = self->tokens.len;
  array_reserve(&self->keys, count - first);
  array_reserve(&self->starts, count - first);
  for (size_t i = first; i < count; i++)
    self->keys.items[i] = word_key(self->scan->text, self->tokens.items[i], &self->scratch);
  for (size_t i = first; i < count; i++)
    self->starts.items[i] = leads_on(self, self->keys.items[i]);
  self->keys.len = self->starts.len = count;
}

static bool fill(Scanner *self) {
  enum { PORTION = 512 };
  size_t first = self->tokens.len;
  size_t portion = self->reach > PORTION ? self->reach : PORTION;
  bool more = splitter_fill(&self->splitter, portion + self->reach, &self->tokens);
  look_up(self, first);
  return more;
}

static void drop_front(Scanner *self, size_t count) {
  array_remove(&self->tokens, 0, count);
  array_remove(&self->keys, 0, count);
  array_remove(&self->starts, 0, count);
}

// --- one walk ---

// A part of an identifier is no occurrence of its own in running text.
static bool cuts_identifier(const Scanner *self, size_t start, size_t end) {
  if (self->scan->identifiers) return false;
  return self->tokens.items[start].before == JOINT_PART ||
         (end < self->tokens.len && self->tokens.items[end].before == JOINT_PART);
}

static bool is_wanted(const Scan *scan, const Pattern *pattern) {
  if (pattern->role == FORM_AVOID && !scan->avoided) return false;
  if (pattern->match == MATCH_OFF && !scan->ignore_case) return false;
  return !scan->admits || scan->admits(scan->context, pattern->entry);
}

static void report(Scanner *self, const Index *layer, const Pattern *pattern, Rank rank,
                   size_t start, size_t end) {
  if (self->scan->selection == SELECT_LONGEST && end > self->best_end)
    self->matches->len = self->group;
  self->best_end = end;
  const Token *tokens = self->tokens.items;
  *array_push(self->matches) = (Match){
      .range = {tokens[start].range.start, tokens[end - 1].range.end},
      .entry = pattern->entry,
      .role = (FormRole)pattern->role,
      .form = pattern_text(layer, pattern),
      .rank = (uint8_t)rank,
  };
}

static void try_node(Scanner *self, const Index *layer, uint32_t node, size_t start, size_t end) {
  if (self->scan->selection == SELECT_LONGEST && end < self->best_end) return;
  if (cuts_identifier(self, start, end)) return;
  for (uint32_t i = layer->first_end[node]; i < layer->first_end[node + 1]; i++) {
    PathEnd path = layer->ends[i];
    const Pattern *pattern = &layer->patterns[path_pattern(path)];
    if (!is_wanted(self->scan, pattern)) continue;
    Rank rank = verify(&self->verifier, layer, path, self->scan, &self->tokens.items[start]);
    if (rank != RANK_NONE) report(self, layer, pattern, rank, start, end);
  }
}

static void walk(Scanner *self, const Index *layer, size_t start) {
  uint32_t node = index_step(layer, 0, self->keys.items[start]);
  for (size_t end = start + 1; node; end++) {
    try_node(self, layer, node, start, end);
    if (end == self->tokens.len || self->tokens.items[end].before == JOINT_STOP) return;
    node = index_step(layer, node, self->keys.items[end]);
  }
}

// --- the matches that start at one token ---

static int by_length_and_rank(const void *left, const void *right) {
  const Match *a = left, *b = right;
  if (a->range.end != b->range.end) return a->range.end > b->range.end ? -1 : 1;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->entry != b->entry) return a->entry < b->entry ? -1 : 1;
  return slice_cmp(a->form, b->form);
}

// `first` is the best match with the same range.
static bool is_outdone(const Match *match, const Match *first) {
  return match->rank == RANK_SPELLING && first->rank < RANK_SPELLING;
}

static void finish_group(Scanner *self) {
  Match *group = self->matches->items + self->group;
  size_t count = self->matches->len - self->group, kept = 0;
  if (count < 2) return;
  qsort(group, count, sizeof *group, by_length_and_rank);
  Match first = group[0];
  for (size_t i = 0; i < count; i++) {
    if (group[i].range.end != first.range.end) first = group[i];
    if (!is_outdone(&group[i], &first)) group[kept++] = group[i];
  }
  self->matches->len = self->group + kept;
}

// The first token from `at` on, before `limit`, at which a walk starts in some layer.
static size_t next_start(const Scanner *self, size_t at, size_t limit) {
  while (at < limit && !self->starts.items[at]) at++;
  return at;
}

// Returns the token to go on from.
static size_t match_at(Scanner *self, size_t start) {
  self->group = self->matches->len;
  self->best_end = start;
  for (size_t k = 0; k < self->layer_count; k++) walk(self, self->layers[k], start);
  finish_group(self);
  bool skip = self->scan->selection == SELECT_LONGEST && self->best_end > start;
  return skip ? self->best_end : start + 1;
}

static void scan_text(Scanner *self) {
  for (bool more = true; more;) {
    more = fill(self);
    size_t limit = more ? self->tokens.len - self->reach : self->tokens.len;
    size_t at = next_start(self, 0, limit);
    while (at < limit) at = next_start(self, match_at(self, at), limit);
    drop_front(self, at);
  }
}

void index_scan(const Index *const *layers, size_t count, const Scan *scan, Matches *matches) {
  Scanner scanner = {.layers = layers,
                     .layer_count = count,
                     .scan = scan,
                     .splitter = splitter_new(scan->text, scan->prose),
                     .matches = matches};
  for (size_t k = 0; k < count; k++)
    if (layers[k]->depth >= scanner.reach) scanner.reach = (size_t)layers[k]->depth + 1;
  if (scanner.reach > 1) scan_text(&scanner);
  array_free(&scanner.tokens);
  array_free(&scanner.keys);
  array_free(&scanner.starts);
  array_free(&scanner.scratch);
  verifier_free(&scanner.verifier);
}
