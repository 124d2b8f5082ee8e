// Most words of a text begin no form, and index_skip passes over them. Where a form may begin,
// tokens are split off one by one, as far as paths lead, and each path that ends there is verified.
#include "index_impl.h"

#include "index_matches.h"
#include "lookahead.h"

// Into so many pieces the text may divide one word of a form.
enum { PIECES_MAX = 8 };

typedef struct {
  const Index *const *layers;
  size_t layer_count;
  const Scan *scan;
  Selection selection;
  Lookahead ahead;
  Verifier verifier;
  Matches *matches;
  Matches others; // those of another case than their form admits
  size_t group;   // where the matches that start at the current token begin in `matches`
  size_t others_group;
  size_t best_end; // SELECT_LONGEST: how many tokens the longest of them has
} Scanner;

// --- one path ---

static bool is_wanted(const Scan *scan, const Pattern *pattern) {
  if (pattern->role == FORM_AVOID && !scan->avoided) return false;
  if (pattern->match == MATCH_OFF && !scan->ignore_case) return false;
  return !scan->admits || scan->admits(scan->context, pattern->entry);
}

static Range range_of_tokens(const Scanner *self, size_t count) {
  return (Range){lookahead_token(&self->ahead, 0)->range.start,
                 lookahead_token(&self->ahead, count - 1)->range.end};
}

// A part of an identifier, of a name with a dot in it or of an option is no occurrence of its own
// in running text; a part of a formula is none anywhere.
static bool cuts_word(Scanner *self, size_t count) {
  Range range = range_of_tokens(self, count);
  const Prose *prose = self->scan->prose;
  if (prose && (prose_in_formula(prose, range.start) || prose_in_formula(prose, range.end)))
    return true;
  if (self->scan->identifiers) return false;
  Slice text = self->scan->text;
  if (lookahead_token(&self->ahead, 0)->before == JOINT_PART) return true;
  if (words_bound(text, range.start) || words_bound(text, range.end)) return true;
  if (words_in_option(text, range.start)) return true;
  return lookahead_may_join(&self->ahead, count) && lookahead_has(&self->ahead, count) &&
         lookahead_token(&self->ahead, count)->before == JOINT_PART;
}

static Match match_of(const Scanner *self, const Index *layer, const Pattern *pattern, Rank rank,
                      size_t count) {
  return (Match){
      .range = range_of_tokens(self, count),
      .entry = pattern->entry,
      .role = (FormRole)pattern->role,
      .form = pattern_text(layer, pattern),
      .rank = (uint8_t)rank,
  };
}

static void report(Scanner *self, const Index *layer, const Pattern *pattern, Rank rank,
                   size_t count) {
  if (self->selection == SELECT_LONGEST && count > self->best_end) self->matches->len = self->group;
  self->best_end = count;
  *array_push(self->matches) = match_of(self, layer, pattern, rank, count);
}

static void report_off_case(Scanner *self, const Index *layer, const Pattern *pattern, Rank rank,
                            size_t count) {
  Match *match = array_push(&self->others);
  *match = match_of(self, layer, pattern, rank, count);
  match->off_case = true;
}

static bool touches(Range a, Range b) {
  return a.start <= b.end && b.start <= a.end;
}

// What is cheap to refuse is not verified: in `a_a_a_…` nothing else is there to do.
static bool is_admitted(Scanner *self, const Pattern *pattern, size_t count) {
  const Range *around = self->scan->around;
  if (!is_wanted(self->scan, pattern)) return false;
  if (around && !touches(range_of_tokens(self, count), *around)) return false;
  return !cuts_word(self, count);
}

static Strictness strictness(const Pattern *pattern, const Scan *scan) {
  return scan->ignore_case ? SPELLING_ANY_CASE : (Strictness)pattern->strictness;
}

// `stretch` without its tokens: they move while more are read.
static void try_form(Scanner *self, const Index *layer, PathEnd end, Stretch stretch) {
  const Pattern *pattern = &layer->patterns[path_pattern(end)];
  if (!is_admitted(self, pattern, stretch.count)) return;
  stretch.tokens = lookahead_token(&self->ahead, 0);
  Strictness strict = strictness(pattern, self->scan);
  Rank rank = verify(&self->verifier, layer, end, self->scan, &stretch, strict);
  if (rank != RANK_NONE) report(self, layer, pattern, rank, stretch.count);
  if (rank != RANK_NONE || !self->scan->off_case || strict != SPELLING_OWN_CASE) return;
  rank = verify(&self->verifier, layer, end, self->scan, &stretch, SPELLING_ANY_CASE);
  if (rank != RANK_NONE) report_off_case(self, layer, pattern, rank, stretch.count);
}

static void try_path(Scanner *self, const Index *layer, PathHash path, Stretch stretch) {
  if (self->selection == SELECT_LONGEST && stretch.count < self->best_end) return;
  uint32_t bucket = path_bucket(layer, path), end = layer->first_path[bucket + 1];
  for (uint32_t i = layer->first_path[bucket]; i < end; i++)
    if (layer->paths[i].tag == (uint32_t)path) try_form(self, layer, layer->paths[i].end, stretch);
}

// --- all paths from one token ---

static void walk_pieces(Scanner *self, const Index *layer, PathHash path, size_t at);

// `path` is that of the words of `stretch`. Paths of one word again and again come round to where
// they were, so it is not the filters alone that end them.
static void walk(Scanner *self, const Index *layer, PathHash path, Stretch stretch) {
  for (;;) {
    const Filter *filter = stretch_words(&stretch) == 1 ? &layer->roots : &layer->rest;
    uint32_t facts = filter_facts(filter, path);
    if (facts & PATH_ENDS) try_path(self, layer, path, stretch);
    if (!(facts & PATH_LEADS) || stretch_words(&stretch) >= layer->depth) return;
    if (!lookahead_has(&self->ahead, stretch.count)) return;
    if (lookahead_token(&self->ahead, stretch.count)->before == JOINT_STOP) return;
    if (stretch.run_len == 1) walk_pieces(self, layer, path, stretch.count);
    path = path_step(path, lookahead_key(&self->ahead, stretch.count++));
  }
}

// Token `at` and some after it as one word, which they write in pieces.
static void walk_pieces(Scanner *self, const Index *layer, PathHash path, size_t at) {
  for (size_t count = 2; count <= PIECES_MAX; count++) {
    if (!lookahead_joins(&self->ahead, at + count - 1)) return;
    WordKey key = lookahead_joined_key(&self->ahead, at, count);
    Stretch stretch = {.count = at + count, .run = at, .run_len = count};
    walk(self, layer, path_step(path, key), stretch);
  }
}

// --- the matches that start at one token ---

// Returns how many tokens to go on by.
static size_t match_here(Scanner *self) {
  self->group = self->matches->len;
  self->others_group = self->others.len;
  self->best_end = 0;
  WordKey key = lookahead_key(&self->ahead, 0);
  for (size_t k = 0; k < self->layer_count; k++) {
    walk(self, self->layers[k], path_step(0, key), (Stretch){.count = 1, .run_len = 1});
    walk_pieces(self, self->layers[k], 0, 0);
  }
  if (self->matches->len > self->group + 1) matches_settle(self->matches, self->group);
  if (self->others.len > self->others_group + 1) matches_settle(&self->others, self->others_group);
  bool skip = self->selection == SELECT_LONGEST && self->best_end > 0;
  return skip ? self->best_end : 1;
}

// --- the whole text ---

static bool is_past(const Scanner *self) {
  const Range *around = self->scan->around;
  return around && self->ahead.splitter.at > around->end;
}

// Whether a form may begin at the current token.
static bool may_begin(Scanner *self) {
  PathHash path = path_step(0, lookahead_key(&self->ahead, 0));
  return index_roots(self->layers, self->layer_count, path) || lookahead_joins(&self->ahead, 1);
}

static void scan_text(Scanner *self) {
  Lookahead *ahead = &self->ahead;
  while (!is_past(self)) {
    bool begins =
        !ahead->splitter.humps && index_skip(self->layers, self->layer_count, &ahead->splitter);
    if (!lookahead_has(ahead, 0)) return;
    lookahead_pass(ahead, begins || may_begin(self) ? match_here(self) : 1);
  }
}

// The parts of identifiers as words of their own, besides the whole ones.
static void scan_identifiers(Scanner *self) {
  size_t first = self->matches->len;
  Selection selection = self->selection;
  self->selection = SELECT_ALL;
  scan_text(self);
  self->ahead.splitter = splitter_new(self->scan->text, self->scan->prose);
  self->ahead.splitter.humps = true;
  scan_text(self);
  matches_settle(self->matches, first);
  if (selection == SELECT_LONGEST) matches_keep_longest(self->matches, first);
}

static void scan_running_text(Scanner *self) {
  size_t first = self->matches->len;
  scan_text(self);
  if (self->others.len) matches_fill_in(self->matches, first, &self->others);
}

void index_scan(const Index *const *layers, size_t count, const Scan *scan, Matches *matches) {
  if (!count) return;
  Scanner scanner = {.layers = layers,
                     .layer_count = count,
                     .scan = scan,
                     .selection = scan->selection,
                     .ahead.splitter = splitter_new(scan->text, scan->prose),
                     .matches = matches};
  if (scan->identifiers)
    scan_identifiers(&scanner);
  else
    scan_running_text(&scanner);
  array_free(&scanner.others);
  lookahead_free(&scanner.ahead);
  verifier_free(&scanner.verifier);
}
