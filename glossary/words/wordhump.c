#include "../base/charclass.h"
#include "../base/utf.h"
#include "words.h"

#include <utf8proc.h>

typedef enum {
  LETTER_NONE,
  LETTER_SMALL,
  LETTER_CAPITAL,
  LETTER_DIGIT,
  LETTER_MARK,
  LETTER_INVISIBLE,
} Letter;

static Letter letter_beyond(Char c) {
  CharClass class = c.valid ? char_class(c.code) : CHAR_SYMBOL;
  if (class == CHAR_MARK) return LETTER_MARK;
  if (class == CHAR_INVISIBLE) return LETTER_INVISIBLE;
  if (class != CHAR_WORD) return LETTER_NONE;
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c.code);
  bool capital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
  return capital ? LETTER_CAPITAL : LETTER_SMALL;
}

static Letter letter_of(Char c) {
  if (c.code >= 0x80) return letter_beyond(c);
  char byte = (char)c.code;
  if (byte_is_digit(byte)) return LETTER_DIGIT;
  if (byte_is_upper(byte)) return LETTER_CAPITAL;
  return byte_is_lower(byte) ? LETTER_SMALL : LETTER_NONE;
}

static Letter letter_at(Slice text, size_t at, uint32_t *len) {
  if (at >= text.len) return LETTER_NONE;
  Char c = utf_decode(slice_from(text, at));
  *len = c.len;
  return letter_of(c);
}

// Before a capital that follows a small letter or a digit, and before the last of several capitals
// when a small letter follows it.
static bool is_border(Letter previous, Letter letter, Letter next) {
  if (letter != LETTER_CAPITAL) return false;
  return previous != LETTER_CAPITAL || next == LETTER_SMALL;
}

Hump word_hump(Slice text) {
  uint32_t len = 1, next_len = 1;
  Letter previous = letter_at(text, 0, &len);
  Hump hump = {.len = len, .ascii = len == 1};
  for (uint32_t at = len;; at += len) {
    Letter letter = letter_at(text, at, &len);
    if (letter == LETTER_NONE) return hump;
    if (letter == LETTER_INVISIBLE) continue;
    hump.more = is_border(previous, letter, letter_at(text, at + len, &next_len));
    if (hump.more) return hump;
    hump.ascii &= at == hump.len && len == 1;
    hump.len = at + len;
    if (letter != LETTER_MARK) previous = letter;
  }
}
