#include "../prose/seek.h"
#include "blocks.h"

static bool stands(Slice line, uint32_t at, const char *sign) {
  return at < line.len && slice_starts_with(slice_from(line, at), slice_of(sign));
}

static uint32_t run_len(Slice line, uint32_t at, char c) {
  uint32_t len = 0;
  while (at + len < line.len && line.ptr[at + len] == c) len++;
  return len;
}

// Behind the run of exactly `len` such marks that closes what such a run opened, or 0.
static uint32_t run_end(Slice line, uint32_t at, char mark, uint32_t len) {
  while (at < line.len) {
    const char *next = memchr(line.ptr + at, mark, line.len - at);
    if (!next) return 0;
    at = (uint32_t)(next - line.ptr);
    uint32_t run = run_len(line, at, mark);
    at += run;
    if (run == len) return at;
  }
  return 0;
}

static uint32_t display_end(Slice line, uint32_t at) {
  uint32_t close = seek(line, at + 2, (uint32_t)line.len, SLICE("$$"));
  return close < line.len ? close + 2 : 0;
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

enum { RUN_LONGEST = 63 }; // of backticks or tildes that are marks

// Marks that close nowhere behind the place looked at: nothing is looked for twice.
typedef struct {
  bool backticks[RUN_LONGEST + 1], tildes[RUN_LONGEST + 1]; // by the length of their run
  bool dollars;                                             // of `$$`
} Unclosed;

// ```` ```x``` ````: code that touches its marks is a part of its sentence.
static bool touches_marks(Slice line, uint32_t behind) {
  while (behind < line.len && !byte_is_one_of(line.ptr[behind], " `")) behind++;
  return behind == line.len || line.ptr[behind] == '`';
}

// Code at `at`, a run of marks: with three or more of them it stands alone, and tildes always do.
static Guarded code_from(Slice line, uint32_t at, Unclosed *unclosed) {
  char mark = line.ptr[at];
  uint32_t run = run_len(line, at, mark), behind = at + run;
  bool *never = mark == '`' ? unclosed->backticks : unclosed->tildes;
  bool marks = run <= RUN_LONGEST && (run >= 3 || mark == '`');
  Guarded guard = {{at, behind}, BLOCK_NONE};
  if (!marks || never[run]) return guard;
  uint32_t end = run_end(line, behind, mark, run);
  if (!end) return never[run] = true, guard;
  bool part = mark == '`' && (run < 3 || touches_marks(line, behind));
  return (Guarded){{at, end}, part ? BLOCK_PARAGRAPH : BLOCK_CODE};
}

// `… of order $$n$$ is …`: a short one, with small letters on both sides.
static bool is_in_sentence(Slice line, Range formula) {
  enum { SHORT = 40 };
  if (range_len(formula) > SHORT || formula.start < 2 || formula.end + 1 >= line.len) return false;
  return line.ptr[formula.start - 1] == ' ' && byte_is_lower(line.ptr[formula.start - 2]) &&
         byte_is_lower(line.ptr[formula.end + 1]);
}

static Guarded formula_from(Slice line, uint32_t at, Unclosed *unclosed) {
  if (!stands(line, at, "$$")) {
    uint32_t end = formula_end(line, at);
    return end ? (Guarded){{at, end}, BLOCK_PARAGRAPH} : (Guarded){{at, at + 1}, BLOCK_NONE};
  }
  uint32_t end = unclosed->dollars ? 0 : display_end(line, at);
  if (!end) return unclosed->dollars = true, (Guarded){{at, at + 2}, BLOCK_NONE};
  bool parted = end == line.len || line.ptr[end] == ' ';
  bool alone = parted && !is_in_sentence(line, (Range){at, end});
  return (Guarded){{at, end}, alone ? BLOCK_MATH : BLOCK_PARAGRAPH};
}

enum { LINK_LONGEST = 400 }; // of its text, and of its target

// Where `close` stands next, not too far away and before any byte of `never`; the end if nowhere.
static uint32_t seek_close(Slice line, uint32_t at, const char *close, const char *never) {
  uint32_t end = at + LINK_LONGEST < line.len ? at + LINK_LONGEST : (uint32_t)line.len;
  for (; at < end; at++) {
    if (stands(line, at, close)) return at;
    if (byte_is_one_of(line.ptr[at], never)) break;
  }
  return (uint32_t)line.len;
}

// `[[Reference|text]]`, `[text](target)`.
static Guarded link_from(Slice line, uint32_t at) {
  bool reference = stands(line, at, "[[");
  uint32_t close =
      seek_close(line, at + (reference ? 2 : 1), reference ? "]]" : "](", reference ? "[]" : "[]|");
  uint32_t end = reference ? close : seek_close(line, close + 2, ")", "(|");
  if (close >= line.len || end >= line.len) return (Guarded){{at, at + 1}, BLOCK_NONE};
  return (Guarded){{at, end + (reference ? 2 : 1)}, BLOCK_PARAGRAPH};
}

static Guarded guard_from(Slice line, uint32_t at, Unclosed *unclosed) {
  switch (line.ptr[at]) {
  case '$':
    return formula_from(line, at, unclosed);
  case '[':
    return link_from(line, at);
  default:
    return code_from(line, at, unclosed);
  }
}

void guards_find(Slice line, Guards *out) {
  Unclosed unclosed = {0};
  for (uint32_t at = 0; at < line.len; at++) {
    char c = line.ptr[at];
    if (c == '\\') at++;
    if (!byte_guards(c)) continue;
    Guarded guard = guard_from(line, at, &unclosed);
    if (guard.kind != BLOCK_NONE) *array_push(out) = guard;
    at = guard.range.end - 1;
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
