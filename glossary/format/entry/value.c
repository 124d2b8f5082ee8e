// The value of a field: its items, and the lines it takes.
//
// A value is words with blanks between them. What a blank becomes (a space, or a line end and the
// indentation of the item) is decided by the style alone, so that laying it out again changes
// nothing.
#include "../../field.h"
#include "../../line.h"
#include "../../prose/seek.h"
#include "../../starts.h"
#include "../layout.h"

// --- what is left as it is ---

// Whether a line that goes on with a value would read as the start of a block, or underline what
// stands above it, as in a list below a key. `word` is its first one.
static bool begins_block(Slice word) {
  static const char *const STARTS[] = {"#", ">", "|", "```", "~~~", "$$", "<", "---", "***"};
  for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
    if (slice_starts_with(word, slice_of(STARTS[i]))) return true;
  bool is_mark = word.len == 1 && byte_is_one_of(word.ptr[0], "-+*");
  return is_mark || is_number_mark(word) || slice_is_made_of(word, "=") ||
         slice_is_made_of(word, "-");
}

static Slice first_word(Slice line) {
  size_t end = 0;
  line = slice_trim(line);
  while (end < line.len && !byte_is_blank(line.ptr[end])) end++;
  return slice_to(line, end);
}

// A value of several lines that are more than one text.
static bool has_structure(Slice value) {
  for (Slice line = line_next(&value); value.len;) {
    if (slice_ends_with(line, SLICE("\\"))) return true;
    line = line_next(&value);
    if (begins_block(first_word(line))) return true;
  }
  return false;
}

// Whether `,` or `;` may stand inside a bracket, where nobody means it to separate.
static bool has_split_bracket(FieldItems items) {
  for (Slice item; field_items_next_written(&items, &item);) {
    int depth = 0;
    for (size_t i = 0; i < item.len; i++)
      depth += byte_is_one_of(item.ptr[i], "([{<") - byte_is_one_of(item.ptr[i], ")]}>");
    if (depth) return true;
  }
  return false;
}

// --- words ---

typedef struct {
  const FormatStyle *style;
  uint32_t column; // behind what is written on this line
  bool never_closed[2];
  Layout *out;
} Writer;

enum { INDENT = 2 };

static void add_line_end(Writer *self) {
  layout_add(self->out, SLICE("\n  "));
  self->column = INDENT;
}

static void add_text(Writer *self, Slice text) {
  layout_add(self->out, text);
  self->column += layout_columns(text);
}

// Behind the reference or code span that begins at `at`; `at` where none does.
static uint32_t atom_end(Writer *self, Slice text, uint32_t at) {
  static const char *const MARKS[2][2] = {{"[[", "]]"}, {"`", "`"}};
  uint32_t end = (uint32_t)text.len;
  for (size_t i = 0; i < 2; i++) {
    if (self->never_closed[i] || !slice_starts_with(slice_from(text, at), slice_of(MARKS[i][0])))
      continue;
    uint32_t close = seek(text, at + (uint32_t)strlen(MARKS[i][0]), end, slice_of(MARKS[i][1]));
    if (close < end) return close + (uint32_t)strlen(MARKS[i][1]);
    self->never_closed[i] = true;
  }
  return at;
}

// Behind the word at `at`. Where lines are filled, blanks inside a reference or a code span do not
// end it.
static uint32_t word_end(Writer *self, Slice text, uint32_t at) {
  bool has_atoms = self->style->wrap != WRAP_KEEP;
  while (at < text.len && !byte_is_blank(text.ptr[at])) {
    uint32_t behind = has_atoms ? atom_end(self, text, at) : at;
    at = behind > at ? behind : at + 1;
  }
  return at;
}

static bool holds_line_end(Slice blanks) {
  return memchr(blanks.ptr, '\n', blanks.len) || memchr(blanks.ptr, '\r', blanks.len);
}

// A word of several lines goes on one.
static void add_word(Writer *self, Slice word) {
  while (word.len) {
    uint32_t end = 0;
    while (end < word.len && !byte_is_line_end(word.ptr[end])) end++;
    add_text(self, slice_to(word, end));
    word = slice_from(word, blanks_end(word, end, (uint32_t)word.len));
    if (word.len) add_text(self, SLICE(" "));
  }
}

// Whether `word` may begin a line, and what stands before it end one.
static bool may_break(const Writer *self, Slice word) {
  bool escapes = self->out->items[self->out->len - 1] == '\\';
  return !escapes && !begins_block(first_word(word));
}

static bool wants_break(const Writer *self, Slice blanks, Slice word) {
  if (self->style->wrap == WRAP_KEEP) return holds_line_end(blanks);
  bool too_far = self->column + 1 + layout_columns(word) > self->style->width;
  return self->style->wrap == WRAP_AT && too_far;
}

// What stands between two words: the blanks as they were, or a space or line end in their place.
static void add_blanks(Writer *self, Slice blanks, Slice word) {
  bool was_line_end = holds_line_end(blanks), filled = self->style->wrap == WRAP_AT;
  if (wants_break(self, blanks, word) && may_break(self, word))
    add_line_end(self);
  else
    add_text(self, was_line_end || filled ? SLICE(" ") : blanks);
}

static void add_words(Writer *self, Slice text) {
  self->never_closed[0] = self->never_closed[1] = false;
  for (uint32_t at = 0, end; at < text.len; at = end) {
    end = word_end(self, text, at);
    add_word(self, slice_range(text, (Range){at, end}));
    uint32_t next = blanks_end(text, end, (uint32_t)text.len);
    if (next == text.len) break;
    Slice word = slice_range(text, (Range){next, word_end(self, text, next)});
    add_blanks(self, slice_range(text, (Range){end, next}), word);
    end = next;
  }
}

// --- items ---

static void add_separator(Writer *self, char separator, bool was_line_end, Slice next) {
  layout_add(self->out, slice_new(&separator, 1));
  self->column++;
  add_blanks(self, was_line_end ? SLICE("\n") : SLICE(" "), next);
}

// Of one item with `;`, so that its commas stay text.
static bool needs_last_separator(const FieldItems *items, size_t count, Slice item) {
  return items->separator == ';' && count == 1 && memchr(item.ptr, ',', item.len);
}

static void add_item(Writer *self, Slice item) {
  const FormatStyle *style = self->style;
  FormatStyle inside = {.wrap = style->wrap == WRAP_KEEP ? WRAP_KEEP : WRAP_NONE};
  self->style = &inside;
  add_words(self, item);
  self->style = style;
}

// Each item stays on one line, as far as the writer left it there.
static void add_items(Writer *self, Slice value) {
  FieldItems items = field_items(value);
  Slice last = {0}, item;
  size_t count = 0;
  for (; field_items_next_written(&items, &item); last = item, count++) {
    const char *end = last.ptr + last.len;
    if (count)
      add_separator(self, items.separator, holds_line_end(slice_new(end, (size_t)(item.ptr - end))),
                    item);
    add_item(self, item);
  }
  if (needs_last_separator(&items, count, last)) layout_add(self->out, SLICE(";"));
}

static bool has_any_item(FieldItems items) {
  Slice item;
  return field_items_next_written(&items, &item);
}

// --- values ---

static bool add_known_word(Slice value, FieldKind kind, Layout *out) {
  size_t count;
  const char *const *words = field_words(kind, &count);
  for (size_t i = 0; i < count; i++) {
    if (!slice_eq_ascii_case(value, slice_of(words[i]))) continue;
    layout_add(out, slice_of(words[i]));
    return true;
  }
  return false;
}

static void add_value(Slice value, FieldKind kind, uint32_t used, const FormatStyle *style,
                      Layout *out) {
  Writer self = {.style = style, .column = used, .out = out};
  FieldItems items = field_items(value);
  if (!field_has_items(kind))
    add_words(&self, value);
  else if (has_split_bracket(items) || !has_any_item(items))
    add_item(&self, value);
  else
    add_items(&self, value);
}

// Lines are filled from what stands on one line, so that nothing depends on how it stood before.
static void add_filled(Slice value, FieldKind kind, uint32_t used, const FormatStyle *style,
                       Layout *out) {
  Layout line = {0};
  add_value(value, kind, used, &(FormatStyle){.wrap = WRAP_NONE}, &line);
  add_value(slice_new(line.items, line.len), kind, used, style, out);
  array_free(&line);
}

void layout_value(Slice value, FieldKind kind, uint32_t used, const FormatStyle *style,
                  Layout *out) {
  if (add_known_word(value, kind, out)) return;
  if (has_structure(value)) {
    layout_lines(value, out);
    out->len--; // the caller ends the line
  } else if (style->wrap == WRAP_AT) {
    add_filled(value, kind, used, style, out);
  } else {
    add_value(value, kind, used, style, out);
  }
}
