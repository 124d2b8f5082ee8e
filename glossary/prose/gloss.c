// Glossaries: Markdown, but headings, their fields and the furniture of a page are not running
// text.
#include "languages.h"

#include "../line.h"
#include "../outline.h"

typedef Array(Range) Ranges;

static Range line_at(Slice text, uint32_t start) {
  Slice rest = slice_from(text, start);
  const char *end = rest.len ? memchr(rest.ptr, '\n', rest.len) : NULL;
  return (Range){start, end ? start + (uint32_t)(end - rest.ptr) + 1 : (uint32_t)text.len};
}

static Slice line_text(Slice text, Range line) {
  Slice result = slice_range(text, line);
  while (result.len && byte_is_blank(result.ptr[result.len - 1])) result.len--;
  return result;
}

// `- key: value`
static bool is_field(Slice line) {
  Slice item = line_bullet(line);
  size_t at = 0;
  while (at < item.len && (byte_is_letter(item.ptr[at]) || item.ptr[at] == '-')) at++;
  return at > 0 && at < item.len && item.ptr[at] == ':';
}

static uint32_t fields_end(Slice text, uint32_t start, uint32_t end) {
  while (start < end) {
    Range line = line_at(text, start);
    if (!is_field(line_text(text, line))) break;
    start = line.end;
  }
  return start;
}

// The heads of the entries: heading and fields.
static void add_heads(Slice text, const Outline *outline, Ranges *cuts) {
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range entry = outline_range(outline, i);
    uint32_t end = line_at(text, entry.start).end;
    if (outline->dialect == DIALECT_MARKDOWN) end = fields_end(text, end, entry.end);
    *array_push(cuts) = (Range){entry.start, end};
  }
}

// What lies between entries of a page belongs to the site.
static void add_furniture(Slice text, const Outline *outline, Ranges *cuts) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < outline->spans.len; i++) {
    Range entry = outline_range(outline, i);
    *array_push(cuts) = (Range){at, line_at(text, entry.start).end};
    at = entry.end;
  }
  *array_push(cuts) = (Range){at, (uint32_t)text.len};
}

// Takes the parts that start in one of `cuts` (ascending) out of `prose`, from part `first` on.
static void cut_parts(Prose *prose, size_t first, const Ranges *cuts) {
  size_t kept = first, cut = 0;
  bool apart = true;
  for (size_t i = first; i < prose->parts.len; i++) {
    Part part = prose->parts.items[i];
    while (cut < cuts->len && cuts->items[cut].end <= part.range.start) cut++;
    bool inside = cut < cuts->len && range_holds(cuts->items[cut], part.range.start);
    if (inside) {
      apart = true;
      continue;
    }
    if (apart) part.link = PART_APART;
    prose->parts.items[kept++] = part;
    apart = false;
  }
  prose->parts.len = kept;
}

void prose_read_gloss(Slice text, Prose *prose) {
  size_t first = prose->parts.len;
  prose_read_markdown(text, prose);
  Text *copy = text_new(text);
  Outline outline = outline_scan(copy);
  Ranges cuts = {0};
  if (outline.dialect == DIALECT_PAGE)
    add_furniture(text, &outline, &cuts);
  else
    add_heads(text, &outline, &cuts);
  cut_parts(prose, first, &cuts);
  array_free(&cuts);
  outline_free(&outline);
  text_delete(copy);
}
