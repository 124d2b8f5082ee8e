// What stands before the text of list items.
#include "rst.h"

static uint32_t if_blank_follows(Slice text, size_t len) {
  return len && (len == text.len || byte_is_blank(text.ptr[len])) ? (uint32_t)len : 0;
}

static uint32_t bullet_len(Slice text) {
  static const char *const BULLETS[] = {"*",           "-", "+", "\xE2\x80\xA2", "\xE2\x80\xA3",
                                        "\xE2\x81\x83"};
  for (size_t i = 0; i < sizeof BULLETS / sizeof *BULLETS; i++)
    if (slice_starts_with(text, slice_of(BULLETS[i])))
      return if_blank_follows(text, strlen(BULLETS[i]));
  return 0;
}

static bool is_roman(char c) {
  return byte_is_one_of(byte_lower(c), "ivxlcdm");
}

// `12`, `b`, `iv`, `#`.
static size_t number_len(Slice text) {
  size_t digits = 0, roman = 0;
  while (digits < text.len && byte_is_digit(text.ptr[digits])) digits++;
  while (roman < text.len && is_roman(text.ptr[roman])) roman++;
  if (digits || roman) return digits + roman;
  return text.len && (text.ptr[0] == '#' || byte_is_letter(text.ptr[0]));
}

// `1.`, `1)`, `(1)`.
static uint32_t enumerator_len(Slice text) {
  size_t open = slice_starts_with(text, SLICE("(")), len = number_len(slice_from(text, open));
  size_t at = open + len;
  if (!len || at >= text.len) return 0;
  bool closes = text.ptr[at] == ')' || (!open && text.ptr[at] == '.');
  return closes ? if_blank_follows(text, at + 1) : 0;
}

uint32_t rst_item_len(Slice text) {
  uint32_t bullet = bullet_len(text);
  return bullet ? bullet : enumerator_len(text);
}

// --- options: `-f FILE, --file=FILE  text` ---

static bool starts_option(Slice text) {
  if (text.len < 2 || (text.ptr[0] != '-' && text.ptr[0] != '/')) return false;
  char next = text.ptr[1];
  return byte_is_alnum(next) || (next == '-' && text.ptr[0] == '-');
}

// The length of `-f FILE` at the start, up to a comma, two blanks or the end; 0: something else.
static size_t option_len(Slice text) {
  size_t at = 0, words = 1;
  if (!starts_option(text)) return 0;
  for (; at < text.len && text.ptr[at] != ','; at++) {
    if (text.ptr[at] != ' ') continue;
    if (at + 1 < text.len && text.ptr[at + 1] == ' ') break;
    words++;
  }
  return words <= 2 ? at : 0;
}

uint32_t rst_options_len(Slice text) {
  size_t at = 0;
  for (;;) {
    size_t len = option_len(slice_from(text, at));
    if (!len) return 0;
    at += len;
    if (!slice_starts_with(slice_from(text, at), SLICE(", "))) return (uint32_t)at;
    at += 2;
  }
}
