#include "excerpt.h"

#include <glossary/base/utf.h>

// Characters are stepped over only around the range: a line may be as long as a file.
enum { INDENT = 4, BEFORE = 30 };

typedef struct {
  Slice line;
  uint32_t start, end; // what is shown
  bool more_before, more_after;
} Window;

static uint32_t step_back(Slice line, uint32_t at) {
  uint32_t lead = at - 1;
  while (lead && at - lead < 4 && ((unsigned char)line.ptr[lead] & 0xC0) == 0x80) lead--;
  return lead + utf_decode(slice_from(line, lead)).len == at ? lead : at - 1;
}

static uint32_t step_back_by(Slice line, uint32_t at, unsigned steps) {
  while (at && steps--) at = step_back(line, at);
  return at;
}

static uint32_t step_on_by(Slice line, uint32_t at, unsigned steps) {
  while (at < line.len && steps--) at += utf_decode(slice_from(line, at)).len;
  return at;
}

// The whole line where it fits; else a piece with some words before the marked place.
static Window window_around(Slice line, uint32_t marked, unsigned width) {
  Window window = {.line = line, .end = step_on_by(line, 0, width)};
  if (window.end < line.len) {
    window.start = step_back_by(line, marked, BEFORE);
    window.end = step_on_by(line, window.start, width);
    if (window.end == line.len) window.start = step_back_by(line, window.end, width);
  }
  window.more_before = window.start > 0;
  window.more_after = window.end < line.len;
  return window;
}

static void print_blanks(Slice before) {
  for (size_t at = 0; at < before.len; at += utf_decode(slice_from(before, at)).len)
    fputc(before.ptr[at] == '\t' ? '\t' : ' ', stdout);
}

static void print_carets(const Output *output, Slice marked, Paint paint) {
  char carets[128];
  uint32_t count = utf_count(marked);
  count = count < 1 ? 1 : count > sizeof carets ? sizeof carets : count;
  memset(carets, '^', count);
  output_piece(output, paint, slice_new(carets, count));
}

void excerpt_print(const Output *output, Text *text, Range range, Paint paint) {
  Range place = text_line(text, text_line_at(text, range.start));
  Slice line = text_slice(text, place);
  uint32_t start = (range.start < place.end ? range.start : place.end) - place.start;
  uint32_t end = (range.end < place.end ? range.end : place.end) - place.start;
  Window window = window_around(line, start, output->width - INDENT - 2);
  if (end > window.end) end = window.end;
  printf("%*s%s", INDENT, "", window.more_before ? "…" : "");
  output_piece(output, PAINT_PLAIN, slice_range(line, (Range){window.start, window.end}));
  printf("%s\n%*s%s", window.more_after ? "…" : "", INDENT, "", window.more_before ? " " : "");
  print_blanks(slice_range(line, (Range){window.start, start}));
  print_carets(output, slice_range(line, (Range){start, end < start ? start : end}), paint);
  fputc('\n', stdout);
}
