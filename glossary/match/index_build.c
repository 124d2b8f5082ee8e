#include "index_impl.h"

// A path's end before the ends are grouped by node.
typedef struct {
  uint32_t node;
  PathEnd end;
} Terminal;

typedef struct {
  Index *index;
  uint32_t edge_count;
  Array(Terminal) terminals;
  Tokens form, variant;
  FoldBuffer text, scratch;
} Builder;

// --- edges ---

static void add_edge(Index *index, Edge edge) {
  uint64_t hash = edge_hash(edge.node, edge.key);
  uint32_t slot = (uint32_t)(hash >> 32) & index->edge_mask;
  while (index->edges[slot].target) slot = (slot + 1) & index->edge_mask;
  index->edges[slot] = edge;
  *filter_word(index, hash) |= filter_bit(hash);
}

static void make_edges(Index *index, uint32_t mask) {
  index->edge_mask = mask;
  index->edges = mem_zero((size_t)mask + 1, sizeof *index->edges);
  index->filter = mem_zero(filter_words(mask), sizeof *index->filter);
}

static void rehash(Index *index, uint32_t mask) {
  Edge *edges = index->edges;
  size_t slots = (size_t)index->edge_mask + 1;
  mem_free(index->filter);
  make_edges(index, mask);
  for (size_t i = 0; i < slots; i++)
    if (edges[i].target) add_edge(index, edges[i]);
  mem_free(edges);
}

static bool is_crowded(uint32_t count, uint32_t mask) {
  return count >= mask / 4 * 3;
}

static uint32_t step_or_add(Builder *self, uint32_t node, uint32_t key) {
  Index *index = self->index;
  uint32_t target = index_step(index, node, key);
  if (target) return target;
  if (is_crowded(self->edge_count, index->edge_mask)) rehash(index, index->edge_mask * 2 + 1);
  add_edge(index, (Edge){node, key, index->node_count});
  self->edge_count++;
  return index->node_count++;
}

// --- paths ---

static void split(Slice text, Tokens *tokens) {
  tokens->len = 0;
  words_split(text, NULL, tokens);
}

static void add_path(Builder *self, Slice text, const Tokens *tokens, PathEnd end) {
  uint32_t node = 0;
  for (size_t i = 0; i < tokens->len; i++)
    node = step_or_add(self, node, word_key(text, tokens->items[i], &self->scratch));
  *array_push(&self->terminals) = (Terminal){node, end};
  if (tokens->len > self->index->depth) self->index->depth = (uint32_t)tokens->len;
}

static void add_variant(Builder *self, Slice form, Variant variant, uint32_t pattern) {
  Slice text = variant_text(variant, form, &self->form, &self->text);
  if (!text.len) return;
  split(text, &self->variant);
  add_path(self, text, &self->variant, pattern << VARIANT_BITS | variant);
}

// A phrase is particular about its case when each of its words is; one ordinary word makes it
// ordinary.
static bool is_particular(Slice form, const Tokens *tokens) {
  bool any = false;
  for (size_t i = 0; i < tokens->len; i++) {
    WordCase found = word_case(slice_range(form, tokens->items[i].range));
    if (found == WORD_ORDINARY) return false;
    any |= found == WORD_PARTICULAR;
  }
  return any;
}

static Strictness strictness(MatchMode match, Slice form, const Tokens *tokens) {
  switch (match) {
  case MATCH_EXACT:
    return SPELLING_LITERAL;
  case MATCH_CASE:
    return SPELLING_OWN_CASE;
  default:
    return is_particular(form, tokens) ? SPELLING_OWN_CASE : SPELLING_ANY_CASE;
  }
}

// `form` lies in the pool.
static void add_form(Builder *self, Slice form, const IndexForm *source) {
  split(form, &self->form);
  if (!self->form.len) return;
  uint32_t id = self->index->pattern_count++;
  Strictness strict = strictness(source->match, form, &self->form);
  self->index->patterns[id] = (Pattern){.text = form.ptr,
                                        .len = (uint32_t)form.len,
                                        .entry = source->entry,
                                        .role = (uint8_t)source->role,
                                        .match = (uint8_t)source->match,
                                        .strictness = (uint8_t)strict};
  add_path(self, form, &self->form, id << VARIANT_BITS | VARIANT_PLAIN);
  for (Variant variant = VARIANT_PLAIN + 1; variant < VARIANT_COUNT; variant++)
    add_variant(self, form, variant, id);
}

// --- the whole ---

static size_t total_len(const IndexForm *forms, size_t count) {
  size_t total = 0;
  for (size_t i = 0; i < count; i++) total += forms[i].text.len;
  return total;
}

static uint32_t first_mask(size_t forms) {
  uint32_t mask = 15;
  while (mask < UINT32_MAX / 4 && is_crowded((uint32_t)forms * 3, mask)) mask = mask * 2 + 1;
  return mask;
}

static Index *index_empty(const IndexForm *forms, size_t count) {
  Index *self = mem_zero(1, sizeof *self);
  atomic_init(&self->references, 1);
  self->patterns = mem_zero(count, sizeof *self->patterns);
  self->pool = mem_alloc(total_len(forms, count));
  make_edges(self, first_mask(count));
  self->node_count = 1;
  return self;
}

static void add_forms(Builder *self, const IndexForm *forms, size_t count) {
  char *pool = self->index->pool;
  for (size_t i = 0; i < count; i++) {
    Slice text = forms[i].text;
    if (text.len) memcpy(pool, text.ptr, text.len);
    add_form(self, slice_new(pool, text.len), &forms[i]);
    pool += text.len;
  }
}

// Counting sort: how many ends has each node, where do they start, put them there.
static void group_ends(Index *index, const Terminal *terminals, size_t count) {
  index->first_end = mem_zero((size_t)index->node_count + 2, sizeof(uint32_t));
  uint32_t *next = index->first_end + 1; // one ahead, so that it ends up where the ends start
  for (size_t i = 0; i < count; i++) next[terminals[i].node + 1]++;
  for (uint32_t node = 0; node < index->node_count; node++) next[node + 1] += next[node];
  index->ends = mem_alloc(count * sizeof *index->ends);
  for (size_t i = 0; i < count; i++) index->ends[next[terminals[i].node]++] = terminals[i].end;
}

static void builder_free(Builder *self) {
  array_free(&self->terminals);
  array_free(&self->form);
  array_free(&self->variant);
  array_free(&self->text);
  array_free(&self->scratch);
}

Index *index_new(const IndexForm *forms, size_t count) {
  Builder builder = {.index = index_empty(forms, count)};
  array_reserve(&builder.terminals, count * 2);
  add_forms(&builder, forms, count);
  group_ends(builder.index, builder.terminals.items, builder.terminals.len);
  Index *index = builder.index;
  builder_free(&builder);
  return index;
}
