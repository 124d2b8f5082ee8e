#include "index_like.h"

#include "../match/index_impl.h"
#include "lexicon.h"

// A place in the names of one layer, or in the words of its names.
typedef struct {
  const Index *index;
  const Lexicon *lexicon;
  bool words;
  uint32_t at, end;
} Cursor;

typedef struct {
  const Likes *likes;
  Cursor *cursors;            // one a layer
  Slice key;                  // what all names that are gone through begin with; without spaces
  uint32_t letters, initials; // that a name must have
} Walk;

// --- one layer ---

static const char *rest_at(const Cursor *self, uint32_t at) {
  const Lexicon *lexicon = self->lexicon;
  return lexicon->names + (self->words ? lexicon->words[at].start : lexicon->starts[at]);
}

static uint32_t form_at(const Cursor *self) {
  return self->words ? self->lexicon->words[self->at].form : self->at;
}

// Whether names that begin with `key` stand before (< 0) or after `rest`, or whether it is one.
static int place_of(const char *rest, Slice key) {
  for (size_t i = 0; i < key.len; i++, rest++) {
    while (*rest == ' ') rest++;
    if (*rest != key.ptr[i]) return (uint8_t)key.ptr[i] < (uint8_t)*rest ? -1 : 1;
  }
  return 0;
}

// The first place at which names stand that begin with `key`, or, `behind`, that are after those.
static uint32_t seek(const Cursor *self, Slice key, bool behind) {
  uint32_t low = 0;
  uint32_t high = self->words ? self->lexicon->word_count : self->lexicon->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int place = place_of(rest_at(self, middle), key);
    if (place > 0 || (behind && place == 0))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void skip_others(const Walk *self, Cursor *cursor) {
  const Lexicon *lexicon = cursor->lexicon;
  for (; cursor->at < cursor->end; cursor->at++) {
    uint32_t form = form_at(cursor);
    if ((self->letters & ~lexicon->letters[form]) == 0 &&
        (self->initials & ~lexicon->initials[form]) == 0)
      return;
  }
}

// --- all layers ---

static void open_walk(Walk *self, bool words) {
  self->cursors = mem_alloc(self->likes->layer_count * sizeof *self->cursors);
  for (size_t i = 0; i < self->likes->layer_count; i++) {
    const Index *index = self->likes->layers[i];
    Cursor *cursor = &self->cursors[i];
    *cursor = (Cursor){.index = index, .lexicon = lexicon_of(index), .words = words};
    cursor->at = seek(cursor, self->key, false);
    cursor->end = seek(cursor, self->key, true);
    skip_others(self, cursor);
  }
}

// In the order of the lexicon, which knows no spaces; then by the bytes.
static int compare_names(const char *a, const char *b) {
  const char *x = a, *y = b;
  for (;; x++, y++) {
    while (*x == ' ') x++;
    while (*y == ' ') y++;
    if (*x != *y) return (uint8_t)*x < (uint8_t)*y ? -1 : 1;
    if (!*x) return strcmp(a, b);
  }
}

static Cursor *first_cursor(const Walk *self) {
  Cursor *first = NULL;
  for (size_t i = 0; i < self->likes->layer_count; i++) {
    Cursor *cursor = &self->cursors[i];
    if (cursor->at == cursor->end) continue;
    if (!first || compare_names(rest_at(cursor, cursor->at), rest_at(first, first->at)) < 0)
      first = cursor;
  }
  return first;
}

// --- comparing ---

static uint32_t count_words(const char *name) {
  uint32_t count = 1;
  while ((name = name_next_word(name))) count++;
  return count;
}

// False: not like it.
static bool compare(const Likes *likes, const char *rest, uint32_t *excess) {
  *excess = 0;
  switch (likes->how) {
  case LIKE_STARTS:
    *excess = count_words(rest);
    return like_starts(rest, likes->typed);
  case LIKE_LETTERS:
    *excess = like_letters(rest, likes->typed);
    return *excess != UINT32_MAX;
  default:
    return like_prefix(rest, likes->typed);
  }
}

static void look_at(const Walk *self, const Cursor *cursor, Alikes *found) {
  const Likes *likes = self->likes;
  const Lexicon *lexicon = cursor->lexicon;
  const char *rest = rest_at(cursor, cursor->at);
  uint32_t excess;
  if (!compare(likes, rest, &excess)) return;
  const Pattern *pattern = &cursor->index->patterns[lexicon->patterns[form_at(cursor)]];
  if (likes->admits && !likes->admits(likes->context, pattern->entry)) return;
  *array_push(found) = (Alike){.entry = pattern->entry,
                               .role = (FormRole)pattern->role,
                               .form = pattern_text(cursor->index, pattern),
                               .rest = rest,
                               .excess = excess};
}

static bool walk(Walk *self, bool words, Alikes *found) {
  size_t end = found->len + LIKES_GIVEN;
  uint32_t compared = 0;
  Cursor *next;
  open_walk(self, words);
  while ((next = first_cursor(self)) && found->len < end && compared++ < LIKES_COMPARED) {
    look_at(self, next, found);
    next->at++;
    skip_others(self, next);
  }
  mem_free(self->cursors);
  return !next;
}

// --- what to go through ---

static uint32_t letters_of(Slice typed) {
  uint32_t letters = 0;
  for (size_t i = 0; i < typed.len; i++)
    if (typed.ptr[i] != ' ') letters |= lexicon_letter(typed.ptr[i]);
  return letters;
}

static uint32_t initials_of(Slice typed) {
  uint32_t letters = 0;
  for (size_t i = 0; i < typed.len; i++)
    if (i == 0 || typed.ptr[i - 1] == ' ') letters |= lexicon_letter(typed.ptr[i]);
  return letters;
}

static bool like_beginning(const Likes *likes, bool words, Alikes *found) {
  FoldBuffer key = {0};
  for (size_t i = 0; i < likes->typed.len; i++)
    if (likes->typed.ptr[i] != ' ') *array_push(&key) = likes->typed.ptr[i];
  Walk self = {.likes = likes, .key = slice_new(key.items, key.len)};
  bool all = walk(&self, words, found);
  array_free(&key);
  return all;
}

// Two letters can only be initials.
static bool like_one_word(const Likes *likes, Alikes *found) {
  bool initials = likes->how == LIKE_STARTS && likes->typed.len == 2;
  uint32_t letters = letters_of(likes->typed);
  Walk self = {.likes = likes,
               .key = slice_to(likes->typed, 1),
               .letters = letters,
               .initials = initials ? letters : 0};
  return walk(&self, false, found);
}

// The first word may be a later one of the name, once it is long enough to mean something.
static bool like_words(const Likes *likes, Slice first, Alikes *found) {
  Walk self = {.likes = likes, .key = first, .initials = initials_of(likes->typed)};
  bool all = walk(&self, false, found);
  return first.len < LIKE_WORD_MIN ? all : walk(&self, true, found) && all;
}

bool index_like(const Likes *likes, Alikes *found) {
  if (likes->how <= LIKE_WORD) return like_beginning(likes, likes->how == LIKE_WORD, found);
  const char *space = memchr(likes->typed.ptr, ' ', likes->typed.len);
  if (!space) return like_one_word(likes, found);
  return like_words(likes, slice_to(likes->typed, (size_t)(space - likes->typed.ptr)), found);
}
