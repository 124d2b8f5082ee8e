#include "surroundings.h"

#include "../../base/utf.h"

// The part that holds `offset`, or the last one before it.
static size_t part_at(const Prose *prose, uint32_t offset) {
  size_t low = 0, high = prose->parts.len;
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (prose->parts.items[middle].range.start <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

bool use_is_whole(const DocumentContext *context, Range range) {
  const Prose *prose = context->prose;
  if (!prose->parts.len) return false;
  Range part = prose->parts.items[part_at(prose, range.start)].range;
  return part.start <= range.start && range.end <= part.end;
}

// --- sentences ---

typedef enum { BEFORE_NOTHING, BEFORE_END, BEFORE_WORD } Before;

static Before before_ascii(char c) {
  if (byte_is_one_of(c, ".!?:;|=+-/\\")) return BEFORE_END;
  return byte_is_blank(c) || byte_is_one_of(c, "\"'`([{<>*_~#") ? BEFORE_NOTHING : BEFORE_WORD;
}

// Quotation marks pass; dashes, bullets and the full stops of other scripts end something.
static Before before_code(uint32_t code) {
  bool quote = (code >= 0x2018 && code <= 0x201F) || code == 0xAB || code == 0xBB;
  if (quote || code == 0xA0 || code == 0xFEFF) return BEFORE_NOTHING;
  bool mark = (code >= 0x2010 && code <= 0x2027) || (code >= 0x2190 && code <= 0x2BFF) ||
              (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFF0F) ||
              code >= 0x1F000;
  return mark ? BEFORE_END : BEFORE_WORD;
}

// What ends at `at`; moves it before that.
static Before step_back(Slice text, uint32_t start, uint32_t *at) {
  char c = text.ptr[--*at];
  if ((uint8_t)c < 0x80) return before_ascii(c);
  while (*at > start && ((uint8_t)text.ptr[*at] & 0xC0) == 0x80) --*at;
  return before_code(utf_decode(slice_from(text, *at)).code);
}

bool use_may_begin_sentence(const DocumentContext *context, uint32_t offset) {
  const Prose *prose = context->prose;
  if (!prose->parts.len) return true;
  size_t i = part_at(prose, offset);
  uint32_t lines = 0;
  for (uint32_t at = offset;;) {
    Part part = prose->parts.items[i];
    if (at <= part.range.start) {
      if (i == 0 || part.link == PART_APART) return true;
      at = prose->parts.items[--i].range.end;
      continue;
    }
    Before before = step_back(context->text, part.range.start, &at);
    if (before != BEFORE_NOTHING) return before == BEFORE_END;
    if (context->text.ptr[at] == '\n' && ++lines > 1) return true;
  }
}

// --- titles ---

enum { LINE_LOOKED_AT = 160, LONG_WORD = 4 }; // bytes on either side; letters

typedef struct {
  uint32_t capital, small;
} WordCount;

static void count_words(Slice text, WordCount *count) {
  for (size_t at = 0; at < text.len;) {
    size_t start = at;
    while (at < text.len && byte_is_word(text.ptr[at])) at++;
    if (at - start >= LONG_WORD)
      *(byte_is_upper(text.ptr[start]) ? &count->capital : &count->small) += 1;
    if (at == start) at++;
  }
}

bool use_is_in_title(const DocumentContext *context, Range range) {
  Slice text = context->text;
  uint32_t start = range.start, end = range.end;
  while (start > 0 && range.start - start < LINE_LOOKED_AT && text.ptr[start - 1] != '\n') start--;
  while (end < text.len && end - range.end < LINE_LOOKED_AT && text.ptr[end] != '\n') end++;
  WordCount count = {0};
  count_words(slice_range(text, (Range){start, range.start}), &count);
  count_words(slice_range(text, (Range){range.end, end}), &count);
  return count.capital >= count.small;
}

// --- neighbours ---

static bool is_free_before(Slice text, uint32_t at) {
  if (at == 0) return true;
  char c = text.ptr[at - 1];
  bool dash = at >= 3 && slice_eq(slice_range(text, (Range){at - 3, at}), SLICE("\xE2\x80\x94"));
  return dash || byte_is_blank(c) || byte_is_one_of(c, "([*_|>");
}

static bool is_possessive(Slice rest) {
  bool straight = slice_starts_with(rest, SLICE("'"));
  if (!straight && !slice_starts_with(rest, SLICE("\xE2\x80\x99"))) return false;
  rest = slice_from(rest, straight ? 1 : 3);
  return rest.len && rest.ptr[0] == 's' && (rest.len == 1 || !byte_is_word(rest.ptr[1]));
}

static bool is_free_after(Slice text, uint32_t at) {
  Slice rest = slice_from(text, at);
  if (!rest.len || byte_is_blank(*rest.ptr) || is_possessive(rest)) return true;
  if (slice_starts_with(rest, SLICE("\xE2\x80\x94"))) return true;
  if (!byte_is_one_of(*rest.ptr, ".,;:!?)]*_|<")) return false;
  bool ends = rest.len == 1 || !byte_is_word(rest.ptr[1]);
  return ends || byte_is_one_of(*rest.ptr, "*_<|)]");
}

bool use_stands_free(const DocumentContext *context, Range range) {
  return is_free_before(context->text, range.start) && is_free_after(context->text, range.end);
}

static bool has_hump(Slice text) {
  for (size_t i = 1; i < text.len; i++)
    if (byte_is_upper(text.ptr[i]) && byte_is_lower(text.ptr[i - 1])) return true;
  return memchr(text.ptr, '_', text.len) != NULL;
}

bool use_is_identifier(Slice text, Slice form) {
  return text.len && has_hump(text) && !slice_eq(text, form) && !has_hump(form);
}
