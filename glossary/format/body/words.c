// The words of a paragraph: what is never broken, and where a line may not end.
#include "../../base/charclass.h"
#include "../../base/utf.h"
#include "../../starts.h"
#include "paragraph.h"

// --- signs of Chinese, Japanese and Korean ---

static bool is_sign_of_cjk(uint32_t code) {
  bool punctuation = (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFF65);
  return punctuation || (code >= 0x2E80 && char_class(code) == CHAR_SIGN);
}

static bool ends_in_cjk(Slice word) {
  size_t at = word.len;
  while (at && ((uint8_t)word.ptr[at - 1] & 0xC0) == 0x80) at--;
  return at && is_sign_of_cjk(utf_decode(slice_from(word, at - 1)).code);
}

static bool begins_in_cjk(Slice text) {
  return text.len && (uint8_t)text.ptr[0] >= 0x80 && is_sign_of_cjk(utf_decode(text).code);
}

// --- where no line ends ---

// What could begin a block if it stood at the start of a line.
static bool must_not_lead(Slice word) {
  static const char *const OPENERS[] = {"#",  ">",  "|",   "<",   ":",   "-",   "=", "]",
                                        "$$", "[^", "!!!", "???", "```", "~~~", "+ "};
  for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
    if (slice_starts_with(word, slice_of(OPENERS[i]))) return true;
  return slice_is_made_of(word, "+*_-= \t") || is_number_mark(word) || starts_item(word).len;
}

// What could be, or end, a line in another way if it stood at its end.
static bool must_not_trail(Slice word, bool first) {
  return slice_ends_with(word, SLICE("\\")) || slice_ends_with(word, SLICE("$$")) ||
         slice_ends_with(word, SLICE("<")) || slice_is_made_of(word, "+*_-=[ \t") ||
         (first && must_not_lead(word));
}

static bool stays_line_end(Slice word, Slice behind) {
  return slice_ends_with(word, SLICE("$$")) || slice_starts_with(behind, SLICE("$$")) ||
         slice_ends_with(word, SLICE("<")) || (ends_in_cjk(word) && begins_in_cjk(behind));
}

// The words so far are the mark of a task.
static bool is_behind_task_mark(const Writer *self) {
  const char *start = self->text.items;
  const Word *last = &self->words.items[self->words.len - 1];
  return is_task_mark(slice_new(start, (size_t)(last->text.ptr + last->text.len - start)));
}

static void add_word(Writer *self, Slice text) {
  const Word *before = self->words.len ? &self->words.items[self->words.len - 1] : NULL;
  bool leads = self->words.len == 1 || (before && before[-1].forced);
  bool glued = before && !before->forced &&
               ((ends_in_cjk(before->text) && begins_in_cjk(text)) || must_not_lead(text) ||
                must_not_trail(before->text, leads) || is_behind_task_mark(self));
  const char *first = memchr(text.ptr, '\n', text.len), *last = text.ptr + text.len;
  while (first && last[-1] != '\n') last--;
  uint32_t columns = layout_columns(first ? slice_to(text, (size_t)(first - text.ptr)) : text);
  uint32_t tail = first ? layout_columns(slice_from(text, (size_t)(last - text.ptr))) : columns;
  *array_push(&self->words) = (Word){text, columns, tail, false, glued};
}

// --- from text to words ---

// Line ends in code are as good as spaces, but not at its ends nor beside blanks.
static void join_code(Writer *self, uint32_t start, uint32_t end) {
  char *bytes = self->text.items;
  uint32_t ends = 0;
  if (bytes[start] != '`') return;
  for (uint32_t at = start; at < end; at++) {
    if (bytes[at] != '\n') continue;
    if (byte_is_one_of(bytes[at - 1], "` \t") || bytes[at + 1] == '`') return;
    ends++;
  }
  for (uint32_t at = start; ends && at < end; at++)
    if (bytes[at] == '\n') bytes[at] = ' ';
}

// Blanks that part words: one space, or a line end and what is around it.
typedef struct {
  uint32_t word_end; // of the word before, with the blanks that end its line for good
  uint32_t behind;   // where the next word begins
  bool ends_line, hard;
} Gap;

// `behind` is `at` when the blanks part no words: as many as they are, they stay.
static Gap gap_at(Slice text, uint32_t at) {
  uint32_t len = (uint32_t)text.len, end = spaces_end(text, at, len);
  if (end == len || text.ptr[end] != '\n')
    return (Gap){at, end == at + 1 && text.ptr[at] == ' ' ? end : at, false, false};
  bool hard = end >= at + 2 || (end == at && at && text.ptr[at - 1] == '\\');
  return (Gap){hard ? end : at, spaces_end(text, end + 1, len), true, hard};
}

// `**` below `**` would be a break in one line with it.
static bool is_half_a_break(const Writer *self, Slice behind) {
  size_t count = self->words.len;
  bool leads = count == 1 || self->words.items[count - 2].forced;
  return leads && behind.len && byte_is_one_of(behind.ptr[0], "*_-") &&
         slice_is_made_of(self->words.items[count - 1].text, "*_-");
}

static void end_word(Writer *self, Slice text, uint32_t start, const Gap *gap) {
  Slice word = slice_range(text, (Range){start, gap->word_end});
  add_word(self, word);
  if (!gap->ends_line) return;
  Word *last = &self->words.items[self->words.len - 1];
  Slice behind = slice_from(text, gap->behind);
  last->forced = gap->hard || stays_line_end(word, behind) || is_half_a_break(self, behind);
  // The blank behind a backslash keeps its line end a soft one.
  if (last->forced && !gap->hard && slice_ends_with(word, SLICE("\\"))) last->text.len++;
}

bool cut_words(Writer *self) {
  Slice text = slice_new(self->text.items, self->text.len);
  SpanMemory memory = {0};
  uint32_t start = 0, at = 0;
  self->words.len = 0;
  while (at < text.len) {
    if (!byte_is_blank(text.ptr[at])) {
      uint32_t behind = span_end(text, at, &memory);
      join_code(self, at, behind);
      at = behind;
      continue;
    }
    Gap gap = gap_at(text, at);
    if (gap.behind > at)
      end_word(self, text, start, &gap), start = at = gap.behind;
    else
      at = spaces_end(text, at, (uint32_t)text.len);
  }
  add_word(self, slice_from(text, start));
  return !memory.stray && !memory.lone;
}
