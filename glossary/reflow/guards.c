#include "blocks.h"

static bool stands(Slice line, uint32_t at, const char *sign) {
  return at < line.len && slice_starts_with(slice_from(line, at), slice_of(sign));
}

static uint32_t run_len(Slice line, uint32_t at, char c) {
  uint32_t len = 0;
  while (at + len < line.len && line.ptr[at + len] == c) len++;
  return len;
}

// Behind the run of exactly `len` backticks that closes what such a run opened, or 0.
static uint32_t backticks_end(Slice line, uint32_t at, uint32_t len) {
  while (at < line.len) {
    const char *next = memchr(line.ptr + at, '`', line.len - at);
    if (!next) return 0;
    at = (uint32_t)(next - line.ptr);
    uint32_t run = run_len(line, at, '`');
    at += run;
    if (run == len) return at;
  }
  return 0;
}

static uint32_t display_end(Slice line, uint32_t at) {
  for (at += 2; at + 1 < line.len; at++)
    if (stands(line, at, "$$")) return at + 2;
  return 0;
}

enum { FORMULA_LONGEST = 400 }; // of one in a sentence

// A formula touches its dollars; behind the closing one stands no digit, as in `$5 and $6`.
static uint32_t formula_end(Slice line, uint32_t at) {
  uint32_t open = at + 1, end = open + FORMULA_LONGEST;
  if (open >= line.len || byte_is_blank(line.ptr[open])) return 0;
  for (at = open + 1; at < line.len && at < end; at++) {
    if (line.ptr[at] != '$' || line.ptr[at - 1] == '\\') continue;
    bool touches = !byte_is_blank(line.ptr[at - 1]);
    bool digit = at + 1 < line.len && byte_is_digit(line.ptr[at + 1]);
    return touches && !digit ? at + 1 : 0;
  }
  return 0;
}

static Guarded guard_from(Slice line, uint32_t at) {
  uint32_t run = run_len(line, at, '`'), end = 0;
  BlockKind kind = BLOCK_PARAGRAPH;
  if (run) {
    end = backticks_end(line, at + run, run);
    if (run >= 3) kind = BLOCK_CODE;
  } else if (stands(line, at, "$$")) {
    end = display_end(line, at);
    kind = BLOCK_MATH;
  } else {
    end = formula_end(line, at);
  }
  return (Guarded){{at, end}, kind};
}

void guards_find(Slice line, Guards *out) {
  uint32_t never[4] = {0}; // runs of so many backticks close nowhere: nothing is looked for twice
  for (uint32_t at = 0; at < line.len; at++) {
    char c = line.ptr[at];
    if (c == '\\') at++;
    if (c != '`' && c != '$') continue;
    uint32_t run = c == '`' ? run_len(line, at, '`') : 0;
    uint32_t kind = run > 3 ? 3 : run;
    Guarded guard = never[kind] && c == '`' ? (Guarded){{at, 0}, 0} : guard_from(line, at);
    if (guard.range.end) {
      *array_push(out) = guard;
      at = guard.range.end - 1;
    } else if (run) {
      never[kind] = run < 3;
      at += run - 1;
    }
  }
}

const Guarded *guard_at(const Guards *guards, uint32_t at) {
  size_t low = 0, high = guards->len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (guards->items[middle].range.end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low < guards->len && guards->items[low].range.start <= at ? &guards->items[low] : NULL;
}
