// Where md4c would read a text otherwise than elsewhere. At an empty line in a list it takes the
// last bytes it wrote down for the kind of a block. Where a paragraph, a heading or code was last
// they are an offset, and one whose lowest byte is that of the kind "list item" throws the rest of
// the item out of the list. Empty lines before the text move all offsets away from there.
#include "../seek.h"
#include "markdown.h"

#include <md4c.h>

// md4c's offset may be that of the last line's text or end before an empty one, or of the line
// before it where the last one was a fence or an underline. One more for what it drops again.
enum { RECENT = 3 };

typedef struct {
  Slice text;
  Range recent[RECENT];     // lines that are not empty, the last one first
  uint32_t met[DRAFT_ROOM]; // how many places md4c stumbles over behind so many empty lines
  uint32_t counted;         // places before this one are counted
  bool below_empty;
} Places;

static void count_place(Places *self, uint32_t at) {
  self->met[(MD_BLOCK_LI - at) % DRAFT_ROOM]++;
}

// Behind the mark of a list's item, a quote, a heading or a task; `at` when there is none.
static uint32_t mark_end(Slice text, uint32_t at, uint32_t end) {
  uint32_t behind = at;
  if (at == end) return at;
  if (byte_is_one_of(text.ptr[at], ">-+*")) return at + 1;
  if (text.ptr[at] == '#') return alike_end(text, at, end);
  if (text.ptr[at] == '[') return end - at > 2 && text.ptr[at + 2] == ']' ? at + 3 : at;
  while (behind < end && byte_is_digit(text.ptr[behind])) behind++;
  return behind > at && behind < end && byte_is_one_of(text.ptr[behind], ".)") ? behind + 1 : at;
}

// Each place where the line's text may begin, and those where it may end.
static void count_line(Places *self, Range line) {
  uint32_t at = spaces_end(self->text, line.start, line.end), next;
  for (count_place(self, at); (next = mark_end(self->text, at, line.end)) > at;)
    count_place(self, at = spaces_end(self->text, next, line.end));
  uint32_t trimmed = line.end;
  while (trimmed > line.start && self->text.ptr[trimmed - 1] == ' ') trimmed--;
  count_place(self, trimmed);
  if (trimmed < line.end) count_place(self, line.end);
}

// Code may end in empty lines: so does the end of the line before count.
static void count_recent(Places *self) {
  for (size_t i = 0; i < RECENT; i++) {
    Range line = self->recent[i];
    if (line.end <= self->counted) break;
    count_line(self, line);
    uint32_t before = line.start;
    if (before && self->text.ptr[before - 1] == '\n') before--;
    if (before && self->text.ptr[before - 1] == '\r') before--;
    count_place(self, before);
  }
  self->counted = self->recent[0].end;
}

// Lines in quotes may be empty but for the quote's marks.
static bool is_empty(Slice text, Range line) {
  while (line.start < line.end && byte_is_one_of(text.ptr[line.start], " \t>")) line.start++;
  return line.start == line.end;
}

static bool may_define(Slice text, Range line) {
  return seek(text, line.start, line.end, SLICE("]:")) < line.end;
}

// Only what is indented or quoted below an empty line may belong to a list.
static void see_line(Places *self, Range line) {
  bool empty = is_empty(self->text, line);
  if (empty) {
    self->below_empty = true;
    return;
  }
  if (self->below_empty && byte_is_one_of(self->text.ptr[line.start], " \t>")) count_recent(self);
  self->below_empty = false;
  if (may_define(self->text, line)) {
    count_line(self, line);
    return;
  }
  memmove(self->recent + 1, self->recent, (RECENT - 1) * sizeof *self->recent);
  self->recent[0] = line;
}

uint32_t empty_lines_needed(Slice body) {
  Places places = {.text = body};
  uint32_t len = (uint32_t)body.len, best = 0;
  for (uint32_t at = 0; at < len; at = line_behind(body, at, len))
    see_line(&places, (Range){at, line_end(body, at, len)});
  for (uint32_t i = 0; places.met[best] && i < DRAFT_ROOM; i++)
    if (places.met[i] < places.met[best]) best = i;
  return best;
}
