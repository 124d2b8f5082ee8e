#include "charclass.h"

#include <stddef.h>
#include <utf8proc.h>

const uint8_t CHAR_CLASSES[256] = {
    ['0' ... '9'] = CHAR_WORD, ['A' ... 'Z'] = CHAR_WORD, ['a' ... 'z'] = CHAR_WORD,
    [' '] = CHAR_BLANK,        ['\t'] = CHAR_BLANK,       ['\v'] = CHAR_BLANK,
    ['\f'] = CHAR_BLANK,       ['\n'] = CHAR_LINE_FEED,   ['\r'] = CHAR_RETURN,
    ['-'] = CHAR_HYPHEN,       ['_'] = CHAR_UNDERSCORE,   [0x80 ... 0xFF] = CHAR_BEYOND,
};

// Scripts without spaces, and the few characters whose class is not their general category's.
// Ascending.
static const struct {
  uint32_t first, last;
  CharClass class;
} BLOCKS[] = {
    {0x00AD, 0x00AD, CHAR_INVISIBLE},                              // soft hyphen
    {0x0E00, 0x0EFF, CHAR_SIGN},                                   // Thai, Lao
    {0x1000, 0x109F, CHAR_SIGN},                                   // Myanmar
    {0x1100, 0x115F, CHAR_SIGN},                                   // Hangul, leading consonants
    {0x1160, 0x11FF, CHAR_MARK},                                   // Hangul, the rest of a syllable
    {0x1780, 0x17FF, CHAR_SIGN},                                   // Khmer
    {0x200B, 0x200B, CHAR_BLANK},                                  // zero width space
    {0x2010, 0x2011, CHAR_HYPHEN},                                 // hyphen, non-breaking hyphen
    {0x2028, 0x2029, CHAR_LINE_FEED},                              // line and paragraph separator
    {0x3005, 0x3007, CHAR_SIGN},                                   // iteration marks, zero
    {0x3021, 0x3029, CHAR_SIGN},                                   // Suzhou numerals
    {0x3031, 0x3035, CHAR_SIGN},                                   // kana repeat marks
    {0x3040, 0x31BF, CHAR_SIGN},                                   // kana, bopomofo, Hangul letters
    {0x31F0, 0x31FF, CHAR_SIGN},                                   // kana extensions
    {0x3400, 0x4DBF, CHAR_SIGN},                                   // Han
    {0x4E00, 0x9FFF, CHAR_SIGN},      {0xA960, 0xA97F, CHAR_SIGN}, // Hangul, old consonants
    {0xA9E0, 0xA9FF, CHAR_SIGN},                                   // Myanmar extensions
    {0xAA60, 0xAA7F, CHAR_SIGN},      {0xAC00, 0xD7A3, CHAR_SIGN}, // Hangul syllables
    {0xD7B0, 0xD7FF, CHAR_MARK},                                   // Hangul, old vowels and endings
    {0xF900, 0xFAFF, CHAR_SIGN},                                   // Han, compatibility
    {0xFF66, 0xFF9D, CHAR_SIGN},                                   // kana, half width
    {0xFF9E, 0xFF9F, CHAR_MARK},                                   // and their voicing
    {0xFFA0, 0xFFDC, CHAR_SIGN},                                   // Hangul, half width
    {0x1B000, 0x1B16F, CHAR_SIGN},                                 // kana supplement
    {0x20000, 0x3FFFF, CHAR_SIGN},                                 // Han extensions
};

static const uint8_t CATEGORIES[] = {
    [UTF8PROC_CATEGORY_LU] = CHAR_WORD,      [UTF8PROC_CATEGORY_LL] = CHAR_WORD,
    [UTF8PROC_CATEGORY_LT] = CHAR_WORD,      [UTF8PROC_CATEGORY_LM] = CHAR_WORD,
    [UTF8PROC_CATEGORY_LO] = CHAR_WORD,      [UTF8PROC_CATEGORY_MN] = CHAR_MARK,
    [UTF8PROC_CATEGORY_MC] = CHAR_MARK,      [UTF8PROC_CATEGORY_ME] = CHAR_MARK,
    [UTF8PROC_CATEGORY_ND] = CHAR_WORD,      [UTF8PROC_CATEGORY_NL] = CHAR_WORD,
    [UTF8PROC_CATEGORY_NO] = CHAR_WORD,      [UTF8PROC_CATEGORY_ZS] = CHAR_BLANK,
    [UTF8PROC_CATEGORY_CF] = CHAR_INVISIBLE, [UTF8PROC_CATEGORY_CO] = CHAR_SYMBOL,
};

static CharClass class_of_category(uint32_t code) {
  return CATEGORIES[utf8proc_category((utf8proc_int32_t)code)];
}

CharClass char_class(uint32_t code) {
  size_t low = 0, high = sizeof BLOCKS / sizeof *BLOCKS;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (code > BLOCKS[middle].last)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == sizeof BLOCKS / sizeof *BLOCKS || code < BLOCKS[low].first)
    return class_of_category(code);
  // A vowel sign or a tone inside such a block still belongs to the sign before it; a comma is a
  // comma.
  CharClass class = class_of_category(code);
  return BLOCKS[low].class == CHAR_SIGN && class != CHAR_WORD ? class : BLOCKS[low].class;
}
