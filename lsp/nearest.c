#include "nearest.h"

enum { LONGEST = 32 };

static unsigned min3(unsigned a, unsigned b, unsigned c) {
  unsigned least = a < b ? a : b;
  return least < c ? least : c;
}

// Levenshtein's distance, one row of the table at a time.
static unsigned distance(Slice a, Slice b) {
  unsigned row[LONGEST + 1];
  for (unsigned j = 0; j <= b.len; j++) row[j] = j;
  for (unsigned i = 1; i <= a.len; i++) {
    unsigned diagonal = row[0];
    row[0] = i;
    for (unsigned j = 1; j <= b.len; j++) {
      unsigned above = row[j];
      row[j] = min3(above + 1, row[j - 1] + 1, diagonal + (a.ptr[i - 1] != b.ptr[j - 1]));
      diagonal = above;
    }
  }
  return row[b.len];
}

Slice nearest_word(Slice word, const Slice *words, size_t count) {
  Slice best = {0};
  if (word.len > LONGEST) return best;
  unsigned allowed = 1 + (unsigned)word.len / 3;
  for (size_t i = 0; i < count; i++) {
    if (words[i].len > LONGEST) continue;
    unsigned errors = distance(word, words[i]);
    if (errors > allowed || errors >= words[i].len) continue;
    best = words[i];
    allowed = errors ? errors - 1 : 0;
    if (!errors) break;
  }
  return best;
}
