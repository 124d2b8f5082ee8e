#include "../base/utf.h"
#include "words.h"

#include <utf8proc.h>

typedef struct {
  uint32_t letters, capitals;
  bool capital_later;
} Capitals;

static void count_letter(Capitals *self, bool capital, bool small, bool first) {
  self->letters += capital || small;
  self->capitals += capital;
  self->capital_later |= capital && !first;
}

static uint32_t count_beyond(Capitals *self, Slice rest, bool first) {
  Char c = utf_decode(rest);
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c.code);
  bool capital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
  count_letter(self, capital, category == UTF8PROC_CATEGORY_LL, first);
  return c.len;
}

static Capitals count_capitals(Slice word) {
  Capitals result = {0};
  for (size_t at = 0; at < word.len;) {
    char c = word.ptr[at];
    if ((uint8_t)c >= 0x80) {
      at += count_beyond(&result, slice_from(word, at), at == 0);
    } else {
      count_letter(&result, byte_is_upper(c), byte_is_lower(c), at == 0);
      at++;
    }
  }
  return result;
}

WordCase word_case(Slice word) {
  enum { LONGEST_ACRONYM = 5 };
  Capitals found = count_capitals(word);
  if (!found.letters) return WORD_CASELESS;
  bool all = found.letters == found.capitals;
  bool particular = all ? found.letters <= LONGEST_ACRONYM : found.capital_later;
  return particular ? WORD_PARTICULAR : WORD_ORDINARY;
}
