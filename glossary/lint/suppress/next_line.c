// The lines that `gloss-disable-next-line` is about.
#include "suppress.h"

static bool is_blank_line(Text *text, uint32_t line) {
  return slice_trim(text_slice(text, text_line(text, line))).len == 0;
}

bool is_alone_before(Text *text, Range comment) {
  uint32_t start = text_line_start(text, text_line_at(text, comment.start));
  Slice before = text_slice(text, (Range){start, comment.start});
  while (before.len && byte_is_blank(before.ptr[before.len - 1])) before.len--;
  return !before.len;
}

bool is_alone_behind(Text *text, Range comment) {
  Range line = text_line(text, text_line_at(text, comment.end));
  if (comment.end >= line.end) return true;
  Slice behind = text_slice(text, (Range){comment.end, line.end});
  while (behind.len && byte_is_blank(behind.ptr[0])) behind = slice_from(behind, 1);
  return !behind.len;
}

static uint32_t last_line_of(const Text *text, const Directive *directive) {
  return text_line_at(text, directive->range.end - 1);
}

// The first line from `line` on that is not empty.
static Range line_with_text(Text *text, uint32_t line) {
  for (uint32_t count = text_line_count(text); line < count; line++)
    if (!is_blank_line(text, line)) return text_line(text, line);
  return (Range){0, 0};
}

// What is known of a directive when the one before it is looked at.
typedef struct {
  const Directive *directive; // NULL: there is none
  Range covered;
  bool last; // nothing but directives stands behind it on its line
} Below;

static bool is_last(Text *text, const Directive *directive, const Below *below) {
  if (is_alone_behind(text, directive->range)) return true;
  if (!below->directive || !below->last) return false;
  Range between = {directive->range.end, below->directive->range.start};
  bool same_line = text_line_at(text, between.start) == text_line_at(text, between.end);
  return same_line && slice_trim(text_slice(text, between)).len == 0;
}

// Lines of nothing but directives are passed over, so that these may stand below each other.
static Range covered_by(Text *text, const Directive *directive, const Below *below) {
  uint32_t line = last_line_of(text, directive);
  if (below->directive && last_line_of(text, below->directive) == line) return below->covered;
  Range covered = line_with_text(text, line + 1);
  bool passed = below->directive && below->last &&
                range_holds(covered, below->directive->range.start) &&
                is_alone_before(text, below->directive->range);
  return passed ? below->covered : covered;
}

void next_lines_find(const Directives *directives, Text *text, Suppression *all, size_t count) {
  Below below = {0};
  for (size_t i = directives->len; i-- > 0;) {
    const Directive *directive = &directives->items[i];
    below =
        (Below){directive, covered_by(text, directive, &below), is_last(text, directive, &below)};
    for (; count > 0 && all[count - 1].directive == directive; count--)
      all[count - 1].covered = below.covered;
  }
}
