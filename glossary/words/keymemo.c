#include "keymemo.h"

enum { SLOTS = 2048, WORD_MAX = 5 * LANE - 1 }; // longer words are folded each time

typedef struct KeySlot {
  WordKey key;
  uint8_t len; // 0: free
  char word[WORD_MAX];
} KeySlot;

static KeySlot *slot_of(KeyMemo *self, Slice word) {
  char lanes[WORD_MAX + 1] = {0};
  memcpy(lanes, word.ptr, word.len);
  WordKey hash = WORD_KEY_START;
  for (size_t at = 0; at < word.len; at += LANE) hash = word_key_mix(hash, lane_load(lanes + at));
  return &self->slots[hash % SLOTS];
}

static bool holds(const KeySlot *slot, Slice word) {
  return slot->len == word.len && memcmp(slot->word, word.ptr, word.len) == 0;
}

static void fill(KeySlot *slot, Slice word, WordKey key) {
  slot->key = key;
  slot->len = (uint8_t)word.len;
  memcpy(slot->word, word.ptr, word.len);
}

WordKey key_memo_get(KeyMemo *self, Slice word, TokenKind kind, FoldBuffer *scratch) {
  if (!word.len || word.len > WORD_MAX) return word_key(word, kind, scratch);
  if (!self->slots) self->slots = mem_zero(SLOTS, sizeof *self->slots);
  KeySlot *slot = slot_of(self, word);
  if (!holds(slot, word)) fill(slot, word, word_key(word, kind, scratch));
  return slot->key;
}

void key_memo_free(KeyMemo *self) {
  mem_free(self->slots);
}
