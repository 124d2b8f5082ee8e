#include "spans.h"

#include "../../prose/seek.h"

bool flips_math(Slice text) {
  bool open = false;
  uint32_t len = (uint32_t)text.len;
  for (uint32_t at = 0; (at = seek(text, at, len, SLICE("$$"))) < len; at += 2) open = !open;
  return open;
}

// Behind `sign`; `otherwise` when it does not come.
static uint32_t behind_sign(Slice text, uint32_t from, Slice sign, uint32_t otherwise, bool *none) {
  if (*none) return otherwise;
  uint32_t len = (uint32_t)text.len, at = from < len ? seek(text, from, len, sign) : len;
  if (at < len) return at + (uint32_t)sign.len;
  *none = true;
  return otherwise;
}

static uint32_t code_end(Slice text, uint32_t at, SpanMemory *memory) {
  enum { LONGEST = 63 };
  uint32_t len = (uint32_t)text.len, inside = alike_end(text, at, len), signs = inside - at;
  if (signs > LONGEST || memory->no_code >> signs & 1) {
    memory->stray = true;
    return inside;
  }
  for (uint32_t from = inside; from < len;) {
    const char *found = memchr(text.ptr + from, '`', len - from);
    if (!found) break;
    uint32_t start = (uint32_t)(found - text.ptr);
    from = alike_end(text, start, len);
    if (from - start != signs) continue;
    memory->lone |= flips_math(slice_range(text, (Range){inside, start}));
    return from;
  }
  memory->no_code |= UINT64_C(1) << signs;
  memory->stray = true;
  return inside;
}

// Code comes before all else.
static bool holds_code(Slice text, uint32_t at, uint32_t end) {
  return memchr(text.ptr + at, '`', end - at);
}

static uint32_t math_end(Slice text, uint32_t at, SpanMemory *memory) {
  uint32_t len = (uint32_t)text.len, inside = at + 1;
  if (inside < len && text.ptr[inside] == '$') {
    uint32_t end = behind_sign(text, at + 2, SLICE("$$"), at + 2, &memory->no_math);
    if (end > at + 2 && !holds_code(text, at, end)) return end;
    memory->lone = true;
    return at + 2;
  }
  if (inside == len || byte_is_blank(text.ptr[inside])) return inside;
  const char *found = memchr(text.ptr + inside, '$', len - inside);
  if (!found || byte_is_blank(found[-1])) return inside;
  uint32_t end = (uint32_t)(found - text.ptr) + 1;
  bool money = end < len && byte_is_digit(text.ptr[end]);
  return money || holds_code(text, at, end) ? inside : end;
}

static uint32_t tag_end(Slice text, uint32_t at, SpanMemory *memory) {
  uint32_t len = (uint32_t)text.len;
  for (uint32_t i = at + 1; i < len && text.ptr[i] != '<'; i++) {
    if (text.ptr[i] == '>') return i + 1;
    if (text.ptr[i] != '"' && text.ptr[i] != '\'') continue;
    bool *none = &memory->no_quote[text.ptr[i] == '"'];
    uint32_t quoted = behind_sign(text, i + 1, slice_new(text.ptr + i, 1), i, none);
    if (quoted == i) return at + 1;
    i = quoted - 1;
  }
  return at + 1;
}

static uint32_t angle_end(Slice text, uint32_t at, SpanMemory *memory) {
  Slice rest = slice_from(text, at + 1);
  if (slice_starts_with(rest, SLICE("!--")))
    return behind_sign(text, at + 4, SLICE("-->"), at + 1, &memory->no_comment);
  if (slice_starts_with(rest, SLICE("?")))
    return behind_sign(text, at + 2, SLICE("?>"), at + 1, &memory->no_instruction);
  bool opens = rest.len && (byte_is_letter(rest.ptr[0]) || byte_is_one_of(rest.ptr[0], "/!"));
  return opens ? tag_end(text, at, memory) : at + 1;
}

static uint32_t reference_end(Slice text, uint32_t at, SpanMemory *memory) {
  if (!slice_starts_with(slice_from(text, at), SLICE("[["))) return at + 1;
  uint32_t i = at + 2;
  while (i < text.len && !byte_is_one_of(text.ptr[i], "[]`")) i++;
  if (slice_starts_with(slice_from(text, i), SLICE("]]"))) return i + 2;
  memory->lone = true;
  return at + 1;
}

// From the bracket that closes a link's text on.
static uint32_t target_end(Slice text, uint32_t at, SpanMemory *memory) {
  uint32_t depth = 0, i = at + 1;
  if (i >= text.len || text.ptr[i] != '(' || memory->no_target) return at + 1;
  while (i < text.len) {
    char c = text.ptr[i];
    if (c == '(') depth++;
    if (c == ')' && !--depth) return i + 1;
    memory->stray |= c == '`';
    i += c == '\\' ? 2 : 1;
  }
  memory->no_target = true;
  return at + 1;
}

// Whether it is a tag or a comment readers tell in different ways: with a backtick inside it
// counts.
static uint32_t told_end(Slice text, uint32_t at, uint32_t end, SpanMemory *memory) {
  memory->stray |= holds_code(text, at, end);
  memory->lone |= seek(text, at, end, SLICE("[[")) < end;
  return end;
}

uint32_t span_end(Slice text, uint32_t at, SpanMemory *memory) {
  switch (text.ptr[at]) {
  case '\\':
    return at + 1 < text.len && !byte_is_blank(text.ptr[at + 1]) ? at + 2 : at + 1;
  case '`':
    return code_end(text, at, memory);
  case '$':
    return math_end(text, at, memory);
  case '<':
    return told_end(text, at, angle_end(text, at, memory), memory);
  case '[':
    return reference_end(text, at, memory);
  case ']':
    return target_end(text, at, memory);
  default:
    return at + 1;
  }
}
