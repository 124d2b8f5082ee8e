#include "diff.h"
#include "disk/ignore.h"
#include "disk/replace.h"
#include "quoted.h"

#include <glossary/base/hunks.h>

enum { CONTEXT = 3 };

typedef struct {
  Lines before, after;
  Hunks hunks;
  Printed *out;
} Diff;

static void write_name(Printed *out, const char *start, const char *folder, Slice name) {
  printed_bytes(out, slice_of(start));
  quoted_write(out, slice_of(folder), name);
}

static void write_header(Printed *out, Slice name) {
  write_name(out, "diff --git ", "a/", name);
  write_name(out, " ", "b/", name);
  write_name(out, "\n--- ", "a/", name);
  // A name with a blank in it is ended by a tab, or what follows the blank might be a date.
  Slice end = name.len && memchr(name.ptr, ' ', name.len) ? SLICE("\t\n") : SLICE("\n");
  printed_bytes(out, end);
  write_name(out, "+++ ", "b/", name);
  printed_bytes(out, end);
}

// `-3,4`. An empty range is told by the line before it, as from 1.
static void write_range(Printed *out, char sign, uint32_t start, uint32_t end) {
  char text[32];
  int len =
      snprintf(text, sizeof text, "%c%u,%u", sign, end > start ? start + 1 : start, end - start);
  printed_bytes(out, slice_new(text, (size_t)len));
}

static void write_lines(Printed *out, Slice mark, const Lines *lines, uint32_t start,
                        uint32_t end) {
  for (uint32_t i = start; i < end; i++) {
    Slice line = lines->items[i];
    printed_bytes(out, mark);
    printed_bytes(out, line);
    if (!slice_ends_with(line, SLICE("\n")))
      printed_bytes(out, SLICE("\n\\ No newline at end of file\n"));
  }
}

// Hunks [first, end) with the lines around and between them.
static void write_group(const Diff *self, size_t first, size_t end) {
  const Hunk *hunks = self->hunks.items;
  Hunk last = hunks[end - 1];
  uint32_t before = hunks[first].old_start < CONTEXT ? hunks[first].old_start : CONTEXT;
  uint32_t after = (uint32_t)self->before.len - last.old_end;
  if (after > CONTEXT) after = CONTEXT;
  printed_bytes(self->out, SLICE("@@ "));
  write_range(self->out, '-', hunks[first].old_start - before, last.old_end + after);
  printed_bytes(self->out, SLICE(" "));
  write_range(self->out, '+', hunks[first].new_start - before, last.new_end + after);
  printed_bytes(self->out, SLICE(" @@\n"));
  uint32_t at = hunks[first].old_start - before;
  for (size_t i = first; i < end; at = hunks[i++].old_end) {
    write_lines(self->out, SLICE(" "), &self->before, at, hunks[i].old_start);
    write_lines(self->out, SLICE("-"), &self->before, hunks[i].old_start, hunks[i].old_end);
    write_lines(self->out, SLICE("+"), &self->after, hunks[i].new_start, hunks[i].new_end);
  }
  write_lines(self->out, SLICE(" "), &self->before, at, last.old_end + after);
}

// Hunks whose contexts would meet stand together.
static void write_groups(const Diff *self) {
  const Hunk *hunks = self->hunks.items;
  for (size_t first = 0, end; first < self->hunks.len; first = end) {
    for (end = first + 1; end < self->hunks.len; end++)
      if (hunks[end].old_start - hunks[end - 1].old_end > 2 * CONTEXT) break;
    write_group(self, first, end);
  }
}

void diff_write(Printed *out, Slice name, Slice before, Slice after) {
  Diff self = {lines_of(before), lines_of(after), {0}, out};
  self.hunks = hunks_between(&self.before, &self.after);
  if (self.hunks.len) write_header(out, name);
  write_groups(&self);
  array_free(&self.before);
  array_free(&self.after);
  array_free(&self.hunks);
}

// ---- of files

static Slice name_for_git(Slice path, Arena *arena) {
  if (!path.len) return SLICE("stdin");
  Slice top = git_top(path_folder(path), arena);
  return path_relative(path, top.len ? top : path_absolute(SLICE("."), arena), arena);
}

// The mark at the start of a file belongs to its first line.
static Slice with_mark(Slice text, Arena *arena) {
  char *marked = arena_alloc(arena, BYTE_ORDER_MARK.len + text.len);
  memcpy(marked, BYTE_ORDER_MARK.ptr, BYTE_ORDER_MARK.len);
  if (text.len) memcpy(marked + BYTE_ORDER_MARK.len, text.ptr, text.len);
  return slice_new(marked, BYTE_ORDER_MARK.len + text.len);
}

void diff_write_file(Printed *out, Slice path, bool has_mark, Slice before, Slice after,
                     Arena *arena) {
  if (has_mark) before = with_mark(before, arena), after = with_mark(after, arena);
  diff_write(out, name_for_git(path, arena), before, after);
}
