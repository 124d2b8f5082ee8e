#include "fold.h"

#include "utf.h"

#include <utf8proc.h>

bool fold_is_ascii(Slice s) {
  for (size_t i = 0; i < s.len; i++)
    if ((uint8_t)s.ptr[i] >= 0x80) return false;
  return true;
}

static void fold_ascii(Slice word, FoldKeep keep, FoldBuffer *out) {
  array_reserve(out, word.len);
  for (size_t i = 0; i < word.len; i++)
    out->items[i] = keep & FOLD_KEEP_CASE ? word.ptr[i] : byte_lower(word.ptr[i]);
  out->len = word.len;
}

// Blocks of marks that a writer may leave out: diacritics, Hebrew points, Arabic vowel signs. Vowel
// signs of Indian scripts and the voicing of kana are as good as letters and stay.
static const struct {
  int32_t first, last;
} OPTIONAL_MARKS[] = {
    {0x0300, 0x036F}, {0x0591, 0x05BD}, {0x064B, 0x0652}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};

static bool is_optional_mark(int32_t code, int32_t base) {
  enum { BREVE = 0x0306, CYRILLIC_I = 0x0438 };
  if (code == BREVE && (base | 0x20) == (CYRILLIC_I | 0x20))
    return false; // й is a letter of its own
  for (size_t i = 0; i < sizeof OPTIONAL_MARKS / sizeof *OPTIONAL_MARKS; i++)
    if (code >= OPTIONAL_MARKS[i].first && code <= OPTIONAL_MARKS[i].last) return true;
  return false;
}

static utf8proc_ssize_t strip_marks(int32_t *codes, utf8proc_ssize_t count) {
  utf8proc_ssize_t kept = 0;
  for (utf8proc_ssize_t i = 0; i < count; i++)
    if (!is_optional_mark(codes[i], kept ? codes[kept - 1] : 0)) codes[kept++] = codes[i];
  return kept;
}

static void encode_all(const int32_t *codes, utf8proc_ssize_t count, FoldBuffer *out) {
  array_reserve(out, (size_t)count * 4);
  for (utf8proc_ssize_t i = 0; i < count; i++)
    out->len += utf_encode((uint32_t)codes[i], out->items + out->len);
}

static bool fold_unicode(Slice word, FoldKeep keep, FoldBuffer *out) {
  enum { STACK = 128 };
  int32_t stack[STACK], *codes = stack;
  int options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE;
  if (!(keep & FOLD_KEEP_CASE)) options |= UTF8PROC_CASEFOLD;
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)word.ptr;
  utf8proc_ssize_t len = (utf8proc_ssize_t)word.len;
  utf8proc_ssize_t count = utf8proc_decompose(bytes, len, codes, STACK, (utf8proc_option_t)options);
  if (count > STACK) {
    codes = mem_alloc((size_t)count * sizeof *codes);
    utf8proc_decompose(bytes, len, codes, count, (utf8proc_option_t)options);
  }
  if (count > 0) {
    if (!(keep & FOLD_KEEP_MARKS)) count = strip_marks(codes, count);
    count = utf8proc_normalize_utf32(codes, count, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    encode_all(codes, count, out);
  }
  if (codes != stack) mem_free(codes);
  return count >= 0;
}

void fold_keeping(Slice word, FoldKeep keep, FoldBuffer *out) {
  out->len = 0;
  if (fold_is_ascii(word) || !fold_unicode(word, keep, out)) fold_ascii(word, keep, out);
}

void fold_word(Slice word, FoldBuffer *out) {
  fold_keeping(word, FOLD_ALL, out);
}

// --- stems ---

void fold_stem(FoldBuffer *folded) {
  folded->len = fold_stem_bytes(folded->items, folded->len);
}

// Words that look like the plural of another word and are none.
static const char *const NO_PLURALS[] = {
    "acoustics", "bias",      "does",      "dynamics",    "economics", "electronics", "genetics",
    "kinetics",  "lens",      "logistics", "mathematics", "means",     "mechanics",   "news",
    "optics",    "photonics", "physics",   "plus",        "politics",  "robotics",    "semantics",
    "series",    "species",   "this",      "thus",
};

static bool is_no_plural(Slice word) {
  for (size_t i = 0; i < sizeof NO_PLURALS / sizeof *NO_PLURALS; i++)
    if (slice_eq(word, slice_of(NO_PLURALS[i]))) return true;
  return false;
}

static bool is_vowel(char c) {
  return memchr("aeiou", c, 5) != NULL;
}

// `ending` is what `word` has more than its singular's first `kept` bytes; `last` is the last of
// those.
static bool is_plural_ending(char last, Slice ending) {
  if (slice_eq(ending, SLICE("s"))) return last != 's';
  return slice_eq(ending, SLICE("es")) && fold_takes_es(last);
}

static bool has_ending_of_plural(Slice word, Slice singular) {
  char last = singular.ptr[singular.len - 1];
  if (slice_starts_with(word, singular))
    return is_plural_ending(last, slice_from(word, singular.len));
  Slice root = slice_to(singular, singular.len - 1);
  return last == 'y' && !is_vowel(root.ptr[root.len - 1]) && slice_starts_with(word, root) &&
         slice_eq(slice_from(word, root.len), SLICE("ies"));
}

static bool is_plural_of(Slice word, Slice singular) {
  if (word.len <= singular.len || singular.len < 2) return false;
  // Two letters are enough for an abbreviation (VMs), which only kept case can tell.
  if (singular.len < 3 && byte_is_lower(singular.ptr[singular.len - 1])) return false;
  return has_ending_of_plural(word, singular) && !is_no_plural(word);
}

bool fold_agree(Slice a, Slice b) {
  return slice_eq(a, b) || is_plural_of(a, b) || is_plural_of(b, a);
}
