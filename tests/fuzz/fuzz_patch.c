// What `gloss check` is handed beside the files: a diff and a baseline of any bytes; and what it
// tells of two texts: hunks that make one of the other, and lines that follow their text.
//
// Input: a text, a separator, another text; each is read as a diff and as a baseline too.
#include "fuzz.h"

#include <glossary/base/hunks.h>
#include <lsp/check/changed.h>
#include <lsp/check/known.h>

static void look_at_ranges(const LineSpans *lines, Slice text) {
  Ranges ranges = lines_ranges(lines, text);
  uint32_t end = 0;
  for (size_t i = 0; i < ranges.len; i++) {
    Range range = ranges.items[i];
    MUST(end <= range.start && range.start < range.end && range.end <= text.len + 1);
    MUST(ranges_touch(&ranges, range));
    end = range.end;
  }
  array_free(&ranges);
}

static void look_at_lines(const LineSpans *lines, Slice before, Slice after) {
  for (size_t i = 0; i < lines->len; i++) {
    MUST(lines->items[i].first < lines->items[i].end);
    MUST(i == 0 || lines->items[i - 1].end < lines->items[i].first);
  }
  LineSpans followed = lines_follow(lines, before, after);
  look_at_ranges(lines, before);
  look_at_ranges(&followed, after);
  array_free(&followed);
}

static void read_diff(Slice diff, Slice before, Slice after) {
  Arena *arena = arena_new();
  Changed changed = {0};
  changed_read(diff, SLICE("/w"), &changed, arena);
  for (size_t i = 0; i < changed.files.len; i++) {
    const ChangedFile *file = &changed.files.items[i];
    MUST(file->path.len && file->path.ptr[0] == '/');
    MUST(i == 0 || slice_cmp(file[-1].path, file->path) < 0);
    MUST(changed_file(&changed, file->path) == file);
    look_at_lines(&file->added, before, after);
  }
  changed_free(&changed);
  arena_delete(arena);
}

static void read_baseline(Slice bytes) {
  Arena *arena = arena_new();
  KnownFindings known = {0};
  Slice problem = {0};
  if (!known_parse(bytes, &known, &problem, arena)) MUST(problem.len);
  for (size_t i = 1; i < known.len; i++)
    MUST(known_key_cmp(&known.items[i - 1].key, &known.items[i].key) < 0);
  array_free(&known);
  arena_delete(arena);
}

// Between the hunks both texts have the same lines.
static void look_at_hunks(Slice before, Slice after) {
  Lines old = lines_of(before), now = lines_of(after);
  Hunks hunks = hunks_between(&old, &now);
  uint32_t i = 0, j = 0;
  for (size_t h = 0; h <= hunks.len; h++) {
    bool last = h == hunks.len;
    Hunk hunk = last ? (Hunk){(uint32_t)old.len, 0, (uint32_t)now.len, 0} : hunks.items[h];
    MUST(hunk.old_start - i == hunk.new_start - j);
    for (; i < hunk.old_start; i++, j++) MUST(slice_eq(old.items[i], now.items[j]));
    i = hunk.old_end, j = hunk.new_end;
  }
  array_free(&old);
  array_free(&now);
  array_free(&hunks);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice after = input_of(data, size), before = take_part(&after);
  read_diff(before, before, after);
  read_diff(after, before, after);
  read_baseline(before);
  look_at_hunks(before, after);
  return 0;
}
