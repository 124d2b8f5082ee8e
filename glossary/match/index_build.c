#include "index_impl.h"

// The end of a path before the ends are grouped by bucket.
typedef struct {
  PathHash path;
  PathEnd end;
} Terminal;

typedef struct {
  Index *index;
  uint32_t pool_len;
  Array(PathFact) roots, rest;
  Array(Terminal) terminals;
  Tokens form, variant;
  FoldBuffer text, scratch;
} Builder;

// --- paths ---

static void split(Slice text, Tokens *tokens) {
  tokens->len = 0;
  words_split(text, NULL, tokens);
}

static WordKey key_of(Builder *self, Slice text, const Token *token) {
  Slice word = slice_range(text, token->range);
  bool quick = token->kind == TOKEN_WORD && token->ascii && word.len <= WORD_ROOM;
  if (!quick) return word_key(word, token->kind, &self->scratch);
  char padded[WORD_ROOM] = {0};
  memcpy(padded, word.ptr, word.len);
  return word_key_ascii(padded, (uint32_t)word.len);
}

static void add_path(Builder *self, Slice text, const Tokens *tokens, PathEnd end) {
  PathHash path = 0;
  for (size_t i = 0; i < tokens->len; i++) {
    path = path_step(path, key_of(self, text, &tokens->items[i]));
    PathFact fact = {path, i + 1 < tokens->len ? PATH_LEADS : PATH_ENDS};
    if (i == 0)
      *array_push(&self->roots) = fact;
    else
      *array_push(&self->rest) = fact;
  }
  *array_push(&self->terminals) = (Terminal){path, end};
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

// Places in the pool and numbers of forms have so many bits.
static bool has_room(const Builder *self, Slice form) {
  const uint32_t most = UINT32_MAX >> VARIANT_BITS;
  return form.len <= UINT32_MAX - self->pool_len && self->index->pattern_count < most;
}

static void add_form(Builder *self, const IndexForm *form) {
  Index *index = self->index;
  if (!has_room(self, form->text)) return;
  split(form->text, &self->form);
  if (!self->form.len) return;
  uint32_t id = index->pattern_count++;
  Strictness strict = strictness(form->match, form->text, &self->form);
  index->patterns[id] = (Pattern){.text = self->pool_len,
                                  .entry = form->entry,
                                  .role = (uint8_t)form->role,
                                  .match = (uint8_t)form->match,
                                  .strictness = (uint8_t)strict};
  memcpy(index->pool + self->pool_len, form->text.ptr, form->text.len);
  self->pool_len += (uint32_t)form->text.len;
  add_path(self, form->text, &self->form, id << VARIANT_BITS | VARIANT_PLAIN);
  for (Variant variant = VARIANT_PLAIN + 1; variant < VARIANT_COUNT; variant++)
    add_variant(self, form->text, variant, id);
}

// --- the whole ---

static size_t total_len(const IndexForm *forms, size_t count) {
  size_t total = 0;
  for (size_t i = 0; i < count; i++) total += forms[i].text.len;
  return total;
}

static Index *index_empty(const IndexForm *forms, size_t count) {
  Index *self = mem_zero(1, sizeof *self);
  self->patterns = mem_zero(count + 1, sizeof *self->patterns);
  self->pool = mem_alloc(total_len(forms, count));
  return self;
}

// About two paths a bucket.
static uint32_t bucket_mask(size_t paths) {
  uint32_t mask = 0;
  while (mask < paths / 2) mask = mask * 2 + 1;
  return mask;
}

// Counting sort: how many paths has each bucket, where do they start, put them there.
static void group_paths(Index *index, const Terminal *terminals, size_t count) {
  index->bucket_mask = bucket_mask(count);
  index->first_path = mem_zero((size_t)index->bucket_mask + 3, sizeof(uint32_t));
  uint32_t *next = index->first_path + 1; // one ahead, so that it ends up where the paths start
  for (size_t i = 0; i < count; i++) next[path_bucket(index, terminals[i].path) + 1]++;
  for (uint32_t i = 0; i <= index->bucket_mask; i++) next[i + 1] += next[i];
  index->paths = mem_alloc(count * sizeof *index->paths);
  for (size_t i = 0; i < count; i++) {
    Path path = {(uint32_t)terminals[i].path, terminals[i].end};
    index->paths[next[path_bucket(index, terminals[i].path)]++] = path;
  }
}

static void builder_free(Builder *self) {
  array_free(&self->roots);
  array_free(&self->rest);
  array_free(&self->terminals);
  array_free(&self->form);
  array_free(&self->variant);
  array_free(&self->text);
  array_free(&self->scratch);
}

Index *index_new(const IndexForm *forms, size_t count) {
  Builder builder = {.index = index_empty(forms, count)};
  Index *index = builder.index;
  for (size_t i = 0; i < count; i++) add_form(&builder, &forms[i]);
  index->patterns[index->pattern_count].text = builder.pool_len;
  index->roots = filter_new(builder.roots.items, builder.roots.len);
  index->rest = filter_new(builder.rest.items, builder.rest.len);
  group_paths(index, builder.terminals.items, builder.terminals.len);
  builder_free(&builder);
  return index;
}
