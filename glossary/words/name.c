#include "name.h"
#include "words.h"

void name_fold(Slice name, FoldBuffer *out) {
  Tokens tokens = {0};
  FoldBuffer word = {0};
  out->len = 0;
  words_split(name, NULL, &tokens);
  for (size_t i = 0; i < tokens.len; i++) {
    if (i > 0 && tokens.items[i].before != JOINT_NONE) *array_push(out) = ' ';
    fold_word(slice_range(name, tokens.items[i].range), &word);
    array_append(out, word.items, word.len);
  }
  array_free(&word);
  array_free(&tokens);
}

static size_t last_word_start(Slice name) {
  size_t start = name.len;
  while (start && name.ptr[start - 1] != ' ') start--;
  return start;
}

bool name_agrees(Slice folded_a, Slice folded_b) {
  size_t a = last_word_start(folded_a), b = last_word_start(folded_b);
  return slice_eq(slice_to(folded_a, a), slice_to(folded_b, b)) &&
         fold_agree(slice_from(folded_a, a), slice_from(folded_b, b));
}

Slice name_key(Slice name, Arena *arena) {
  FoldBuffer folded = {0};
  name_fold(name, &folded);
  Slice key = arena_copy(arena, slice_new(folded.items, folded.len));
  array_free(&folded);
  return key;
}
