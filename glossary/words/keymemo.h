// Key memo: the keys of words beyond ASCII that a text has shown before. Folding such a word by
// Unicode's tables takes a hundred times as long as comparing it. Exact: the bytes are compared.
#pragma once

#include "wordkey.h"

typedef struct {
  struct KeySlot *slots; // one for each hash, the last word that had it; NULL until asked
} KeyMemo;

// word_key, remembered.
WordKey key_memo_get(KeyMemo *self, Slice word, TokenKind kind, FoldBuffer *scratch);

void key_memo_free(KeyMemo *self);
