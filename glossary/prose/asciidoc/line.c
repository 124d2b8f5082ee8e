// The lines of AsciiDoc, each by itself.
#include "asciidoc.h"

#include "../table.h"

static bool is_name_byte(char c) {
  return byte_is_alnum(c) || c == '_' || c == '-';
}

static size_t name_len(Slice text) {
  size_t len = 0;
  while (len < text.len && is_name_byte(text.ptr[len])) len++;
  return len;
}

static bool blank_at(Slice text, size_t at) {
  return at >= text.len || byte_is_blank(text.ptr[at]);
}

// --- lists ---

static size_t numbered_len(Slice line) {
  size_t len = 0;
  while (len < line.len && byte_is_digit(line.ptr[len])) len++;
  if (!len && line.len && byte_is_letter(line.ptr[0])) len = 1;
  return len && len < line.len && line.ptr[len] == '.' ? len + 1 : 0;
}

// `<1>`, `<.>`.
static size_t callout_len(Slice line) {
  size_t len = 1;
  while (len < line.len && (byte_is_digit(line.ptr[len]) || line.ptr[len] == '.')) len++;
  return len > 1 && len < line.len && line.ptr[len] == '>' ? len + 1 : 0;
}

static size_t marker_len(Slice line) {
  switch (line.ptr[0]) {
  case '*':
  case '.':
    return leading_run(line);
  case '-':
    return 1;
  case '<':
    return callout_len(line);
  default:
    return slice_starts_with(line, SLICE("\xE2\x80\xA2")) ? 3 : numbered_len(line);
  }
}

uint32_t asciidoc_item_len(Slice line) {
  size_t len = line.len ? marker_len(line) : 0;
  if (!len || len >= line.len || !blank_at(line, len)) return 0;
  Slice rest = slice_from(line, len + 1);
  bool box = rest.len > 3 && rest.ptr[0] == '[' && rest.ptr[2] == ']' && blank_at(rest, 3);
  return (uint32_t)(box ? len + 4 : len);
}

// Two to four colons, or two semicolons, before a blank or the end.
Range asciidoc_term_sign(Slice line) {
  for (size_t at = 1; at + 1 < line.len; at++) {
    char c = line.ptr[at];
    if ((c != ':' && c != ';') || line.ptr[at + 1] != c) continue;
    size_t len = leading_run(slice_from(line, at));
    if (len <= 4 && blank_at(line, at + len) && !byte_is_blank(line.ptr[at - 1]))
      return (Range){(uint32_t)at, (uint32_t)(at + len)};
    at += len - 1;
  }
  return (Range){0, 0};
}

static const char *const LABELS[] = {"CAUTION", "IMPORTANT", "NOTE", "TIP", "WARNING"};
const Table ASCIIDOC_LABELS = TABLE(LABELS);

uint32_t asciidoc_label_len(Slice line) {
  size_t len = 0;
  while (len < line.len && byte_is_upper(line.ptr[len])) len++;
  bool colon = len < line.len && line.ptr[len] == ':' && blank_at(line, len + 1);
  return colon && table_row(ASCIIDOC_LABELS, slice_to(line, len)) ? (uint32_t)len + 1 : 0;
}

// --- lines about others ---

bool asciidoc_is_attributes(Slice line) {
  if (line.len < 2 || line.ptr[0] != '[' || line.ptr[line.len - 1] != ']') return false;
  char first = line.ptr[1];
  return byte_is_letter(first) || byte_is_one_of(first, "[]_:.#%{,\"'");
}

static const char *const STYLES[] = {"asciimath", "blockdiag", "comment", "ditaa",   "graphviz",
                                     "latexmath", "listing",   "literal", "mermaid", "pass",
                                     "plantuml",  "seqdiag",   "source",  "stem",    "svgbob"};
const Table ASCIIDOC_HIDING_STYLES = TABLE(STYLES);

bool asciidoc_hides_block(Slice line) {
  Slice inside = slice_from(line, 1);
  Slice style = slice_to(inside, name_len(inside));
  return table_row(ASCIIDOC_HIDING_STYLES, style) || slice_starts_with(inside, SLICE(","));
}

bool asciidoc_is_entry(Slice line) {
  if (line.len < 3 || line.ptr[0] != ':') return false;
  size_t at = 1 + (line.ptr[1] == '!');
  size_t len = name_len(slice_from(line, at));
  at += len;
  at += at < line.len && line.ptr[at] == '!';
  return len && at < line.len && line.ptr[at] == ':' && blank_at(line, at + 1);
}

static const char *const DIRECTIVES[] = {"endif", "ifdef", "ifeval", "ifndef", "include"};
const Table ASCIIDOC_ASIDES = TABLE(DIRECTIVES);

bool asciidoc_is_aside(Slice line) {
  if (slice_starts_with(line, SLICE("//"))) return leading_run(line) != 3;
  size_t len = name_len(line);
  return slice_starts_with(slice_from(line, len), SLICE("::")) &&
         table_row(ASCIIDOC_ASIDES, slice_to(line, len));
}

// The first value, unless it has a name.
static Slice first_value(Slice list) {
  size_t len = 0;
  while (len < list.len && list.ptr[len] != ',' && list.ptr[len] != '=') len++;
  return slice_to(list, len < list.len && list.ptr[len] == '=' ? 0 : len);
}

static const char *const SHOWN[] = {"audio", "image", "video"};
const Table ASCIIDOC_SHOWN_BLOCKS = TABLE(SHOWN);

bool asciidoc_is_block_macro(Slice line, Slice *text) {
  size_t len = name_len(line);
  if (!len || !slice_starts_with(slice_from(line, len), SLICE("::"))) return false;
  const char *open = memchr(line.ptr, '[', line.len);
  if (!open || blank_at(line, len + 2) || line.ptr[line.len - 1] != ']') return false;
  Slice list = slice_from(slice_to(line, line.len - 1), (size_t)(open - line.ptr) + 1);
  *text =
      table_row(ASCIIDOC_SHOWN_BLOCKS, slice_to(line, len)) ? first_value(list) : slice_to(list, 0);
  return true;
}

static bool is_table_fence(Slice line) {
  return line.len >= 4 && byte_is_one_of(line.ptr[0], "|!,:") && line.ptr[1] == '=' &&
         leading_run(slice_from(line, 1)) == line.len - 1;
}

FenceKind asciidoc_fence(Slice line) {
  if (slice_starts_with(line, SLICE("```"))) return FENCE_CODE;
  if (slice_eq(line, SLICE("--"))) return FENCE_BLOCK;
  if (is_table_fence(line)) return line.ptr[0] == '!' ? FENCE_BLOCK : FENCE_TABLE;
  if (line.len < 4 || leading_run(line) != line.len) return FENCE_NONE;
  if (byte_is_one_of(line.ptr[0], "-.+/")) return FENCE_CODE;
  return byte_is_one_of(line.ptr[0], "=*_") ? FENCE_BLOCK : FENCE_NONE;
}
