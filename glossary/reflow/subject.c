#include "subject.h"

#include "../heading.h"
#include "../prose/seek.h"

enum { NAME_LONGEST = 80 };

static Slice without_plural(Slice name) {
  bool plural = name.len > 2 && name.ptr[name.len - 1] == 's';
  return slice_to(name, name.len - (plural ? 1 : 0));
}

static bool ends_with(Slice text, Slice end) {
  return text.len >= end.len && slice_eq_ascii_case(slice_from(text, text.len - end.len), end);
}

// `is` and `are` end the name.
static Slice name_before_verb(Slice text) {
  text = slice_to(text, NAME_LONGEST);
  uint32_t end = (uint32_t)text.len;
  uint32_t is = seek(text, 0, end, SLICE(" is ")), are = seek(text, 0, end, SLICE(" are "));
  return slice_to(text, is < are ? is : are);
}

static Slice first_bold(Slice line) {
  if (!slice_starts_with(line, SLICE("**"))) return (Slice){0};
  Slice text = slice_to(slice_from(line, 2), NAME_LONGEST);
  uint32_t close = seek(text, 0, (uint32_t)text.len, SLICE("**"));
  return close < text.len ? slice_to(text, close) : (Slice){0};
}

static Slice without_article(Slice text) {
  static const char *const ARTICLES[] = {"A ", "An ", "The "};
  for (int i = 0; i < 3; i++)
    if (slice_starts_with(text, slice_of(ARTICLES[i])))
      return slice_from(text, strlen(ARTICLES[i]));
  return text;
}

Subject subject_of(Slice line) {
  line = without_article(line);
  Slice bold = first_bold(line), name = name_before_verb(bold.len ? bold : line);
  if (!bold.len && (name.len == NAME_LONGEST || name.len == line.len)) return (Subject){0};
  Heading heading = heading_read(slice_trim(name));
  bool both = heading.role == PAREN_ABBREVIATION || heading.role == PAREN_EXPANSION;
  return (Subject){{heading.headword, heading.paren}, heading.headword.len ? 1 + both : 0};
}

static bool is_abbreviation(Slice word, Slice phrase) {
  uint32_t capitals = 0;
  word = without_plural(word);
  for (size_t i = 0; i < word.len; i++) capitals += byte_is_upper(word.ptr[i]);
  return capitals >= 2 && is_abbreviation_of(word, phrase);
}

// `LLM training` for `large language model training`: the first word abbreviates the first words.
static bool abbreviates_beginning(Slice name, Slice whole) {
  uint32_t blank = seek(name, 0, (uint32_t)name.len, SLICE(" "));
  Slice tail = slice_from(name, blank);
  if (!tail.len) return is_abbreviation(name, whole);
  return ends_with(whole, tail) &&
         is_abbreviation(slice_to(name, blank), slice_to(whole, whole.len - tail.len));
}

static bool is_name(Slice name, Slice whole) {
  return slice_eq_ascii_case(without_plural(name), without_plural(whole)) ||
         abbreviates_beginning(name, whole);
}

bool subject_has_name(const Subject *self, Slice name) {
  for (uint32_t i = 0; i < self->count; i++) {
    Slice whole = self->names[i];
    Slice tail = slice_from(whole, whole.len > name.len ? whole.len - name.len - 1 : 0);
    bool part = name.len >= 4 && tail.ptr[0] == ' ' && ends_with(whole, name);
    if (name.len && (part || is_name(name, whole))) return true;
  }
  return false;
}

// What of `text` is a name as long as `name`, its plural or a single word: the blank behind it.
static bool begins_with_name(Slice text, Slice name) {
  uint32_t end = (uint32_t)text.len;
  if (slice_eq_ascii_case(slice_to(text, name.len), name)) {
    Slice behind = slice_from(text, name.len);
    if (slice_starts_with(behind, SLICE("s "))) behind = slice_from(behind, 1);
    return behind.len > 1 && behind.ptr[0] == ' ' && byte_is_lower(behind.ptr[1]);
  }
  uint32_t blank = seek(text, 0, end, SLICE(" "));
  return blank + 1 < end && byte_is_lower(text.ptr[blank + 1]) &&
         is_abbreviation(slice_to(text, blank), name);
}

bool subject_may_begin(const Subject *self, Slice text) {
  for (uint32_t i = 0; i < self->count && text.len; i++)
    if (byte_lower(text.ptr[0]) == byte_lower(self->names[i].ptr[0])) return true;
  return false;
}

// `kNN retrieval`: a name that begins a sentence as it is.
static bool keeps_small_letter(Slice text, Slice name) {
  uint32_t capitals = 0;
  for (size_t i = 0; i < name.len && name.ptr[i] != ' '; i++)
    capitals += byte_is_upper(name.ptr[i]);
  return capitals && slice_starts_with(text, name);
}

bool subject_begins(const Subject *self, Slice text) {
  text = slice_to(text, NAME_LONGEST);
  bool small = text.len && byte_is_lower(text.ptr[0]);
  for (uint32_t i = 0; i < self->count && text.len; i++)
    if ((!small || keeps_small_letter(text, self->names[i])) &&
        begins_with_name(text, self->names[i]))
      return true;
  return false;
}
