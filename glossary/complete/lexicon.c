#include "lexicon.h"

#include "../match/index_impl.h"
#include "lexicon_sort.h"
#include "likeness.h"

// --- names ---

// Folding may make spaces of odd characters.
static bool is_visible(char c) {
  return (uint8_t)c > ' ' && c != 0x7F;
}

static void append_visible(Slice text, FoldBuffer *out) {
  array_reserve(out, text.len);
  for (size_t i = 0; i < text.len; i++)
    if (is_visible(text.ptr[i])) out->items[out->len++] = byte_lower(text.ptr[i]);
}

static void append_word(Slice text, const Token *token, FoldBuffer *word, FoldBuffer *out) {
  Slice bytes = slice_range(text, token->range);
  if (!token->ascii) {
    fold_word(bytes, word);
    bytes = slice_new(word->items, word->len);
  }
  append_visible(bytes, out);
}

void lexicon_fold(Slice text, const Token *tokens, size_t count, FoldBuffer *word,
                  FoldBuffer *out) {
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && tokens[i].before != JOINT_NONE) *array_push(out) = ' ';
    append_word(text, &tokens[i], word, out);
  }
}

uint32_t lexicon_letter(char c) {
  enum { DIGIT = 26, SYMBOL = 27, BEYOND = 28 }; // letters beyond ASCII share four bits
  if (byte_is_lower(c)) return 1u << (c - 'a');
  if ((uint8_t)c >= 0x80) return 1u << (BEYOND + ((uint8_t)c & 3));
  return 1u << (byte_is_digit(c) ? DIGIT : SYMBOL);
}

// --- building ---

typedef Array(SortItem) SortItems;

typedef struct {
  const Index *index;
  Tokens tokens;
  FoldBuffer word, names;
  SortItems items;
} Builder;

// Places are 32 bits: names beyond 4 GiB of them are left out.
static bool has_room(const FoldBuffer *names, Slice form) {
  enum { MOST_GROWTH = 32 }; // of a folded letter
  return names->len + form.len * MOST_GROWTH < UINT32_MAX;
}

static void add_name(Builder *self, uint32_t id) {
  const Pattern *pattern = &self->index->patterns[id];
  Slice text = pattern_text(self->index, pattern);
  if (pattern->role == FORM_AVOID || !has_room(&self->names, text)) return;
  uint32_t start = (uint32_t)self->names.len;
  self->tokens.len = 0;
  words_split(text, NULL, &self->tokens);
  lexicon_fold(text, self->tokens.items, self->tokens.len, &self->word, &self->names);
  if (self->names.len == start) return;
  *array_push(&self->names) = '\0';
  *array_push(&self->items) = (SortItem){.start = start, .at = start, .id = id};
}

static void add_letters(Lexicon *self, uint32_t form) {
  const char *name = self->names + self->starts[form];
  bool initial = true;
  for (; *name; name++) {
    uint32_t letter = *name == ' ' ? 0 : lexicon_letter(*name);
    self->letters[form] |= letter;
    if (initial) self->initials[form] |= letter;
    initial = *name == ' ';
  }
}

static bool begins_word(char c) {
  return byte_is_lower(c) || byte_is_digit(c) || (uint8_t)c >= 0x80;
}

static void add_words(const Lexicon *self, uint32_t form, SortItems *items) {
  const char *name = self->names + self->starts[form], *word = name;
  while ((word = name_next_word(word)) && word - name < LEXICON_WORDS_WITHIN) {
    if (!begins_word(*word) || word_is_small(word, name_word_len(word))) continue;
    uint32_t start = (uint32_t)(word - self->names);
    *array_push(items) = (SortItem){.start = start, .at = start, .id = form};
  }
}

// The names in their order, one after another, so that a search goes through memory in one
// direction.
static void take_names(Lexicon *self, const Builder *builder) {
  char *out = self->names = mem_alloc(builder->names.len);
  for (uint32_t form = 0; form < self->count; form++) {
    const SortItem *item = &builder->items.items[form];
    size_t size = strlen(builder->names.items + item->start) + 1;
    memcpy(out, builder->names.items + item->start, size);
    self->starts[form] = (uint32_t)(out - self->names);
    self->patterns[form] = item->id;
    add_letters(self, form);
    out += size;
  }
}

static void take_words(Lexicon *self) {
  SortItems items = {0};
  array_reserve(&items, self->count);
  for (uint32_t form = 0; form < self->count; form++) add_words(self, form, &items);
  lexicon_sort(items.items, items.len, self->names);
  self->word_count = (uint32_t)items.len;
  self->words = mem_alloc(items.len * sizeof *self->words);
  for (size_t i = 0; i < items.len; i++)
    self->words[i] = (LexiconWord){items.items[i].id, items.items[i].start};
  array_free(&items);
}

static Lexicon *lexicon_from(Builder *builder) {
  Lexicon *self = mem_zero(1, sizeof *self);
  self->count = (uint32_t)builder->items.len;
  self->starts = mem_alloc(self->count * sizeof *self->starts);
  self->patterns = mem_alloc(self->count * sizeof *self->patterns);
  self->letters = mem_zero(self->count, sizeof *self->letters);
  self->initials = mem_zero(self->count, sizeof *self->initials);
  lexicon_sort(builder->items.items, builder->items.len, builder->names.items);
  take_names(self, builder);
  take_words(self);
  return self;
}

static Lexicon *lexicon_new(const Index *index) {
  Builder builder = {.index = index};
  array_reserve(&builder.items, index->pattern_count);
  for (uint32_t id = 0; id < index->pattern_count; id++) add_name(&builder, id);
  Lexicon *self = lexicon_from(&builder);
  array_free(&builder.tokens);
  array_free(&builder.word);
  array_free(&builder.names);
  array_free(&builder.items);
  return self;
}

void lexicon_delete(Lexicon *self) {
  if (!self) return;
  mem_free(self->names);
  mem_free(self->starts);
  mem_free(self->patterns);
  mem_free(self->letters);
  mem_free(self->initials);
  mem_free(self->words);
  mem_free(self);
}

const Lexicon *lexicon_of(const Index *index) {
  _Atomic(Lexicon *) *place = (_Atomic(Lexicon *) *)&index->lexicon;
  Lexicon *made = atomic_load(place), *none = NULL;
  if (made) return made;
  made = lexicon_new(index);
  if (atomic_compare_exchange_strong(place, &none, made)) return made;
  lexicon_delete(made); // another thread was faster
  return none;
}
