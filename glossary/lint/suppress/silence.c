#include "silence.h"

#include "../../prose/seek.h"

// The line of a finding, and the one above it.
typedef struct {
  const ProseLanguage *language;
  uint32_t column;   // of the finding, in bytes
  Slice line, above; // without their ends; `above` is empty for the first line
  Range at;          // of the line, and of the one above
  Range at_above;
} Spot;

static Slice indentation(Slice line) {
  size_t len = 0;
  while (len < line.len && (line.ptr[len] == ' ' || line.ptr[len] == '\t')) len++;
  return slice_to(line, len);
}

static Slice without_indentation(Slice line) {
  return slice_from(line, indentation(line).len);
}

static Spot spot_of(const ProseLanguage *language, Text *text, uint32_t offset) {
  uint32_t number = text_line_at(text, offset);
  Spot spot = {.language = language, .at = text_line(text, number)};
  spot.column = offset - spot.at.start;
  if (number) spot.at_above = text_line(text, number - 1);
  uint32_t start = number ? spot.at_above.start : spot.at.start;
  Slice both = text_slice(text, (Range){start, spot.at.end});
  spot.line = slice_from(both, spot.at.start - start);
  spot.above = slice_to(both, range_len(spot.at_above));
  return spot;
}

// ---- where it may stand

typedef enum { NOWHERE, OWN_LINE, BEHIND_LINE } Standing;

static bool is_named(const ProseLanguage *language, const char *name) {
  return !strcmp(language->name, name);
}

// Rows of tables, their rules and the underlines of headings: a comment among them is none.
static bool is_drawn(Slice line) {
  return slice_starts_with(slice_trim(line), SLICE("|")) ||
         slice_is_made_of(slice_trim(line), "-=|:+ ");
}

// Between the lines of a paragraph, a comment on a line of its own is a block that ends it.
static Standing in_markdown(const Spot *spot) {
  Slice line = slice_trim(spot->line), above = slice_trim(spot->above);
  if (slice_starts_with(line, SLICE("|"))) return NOWHERE;
  if (!above.len || line.ptr[0] == '#' || above.ptr[0] == '#') return OWN_LINE;
  if (slice_ends_with(above, SLICE("-->"))) return OWN_LINE;
  return is_drawn(above) ? NOWHERE : BEHIND_LINE;
}

static bool looks_like_field(Slice line) {
  line = without_indentation(line);
  return line.len > 1 && byte_is_one_of(line.ptr[0], "-*+") && memchr(line.ptr, ':', line.len);
}

// Fields end at a line that is none, and what is added to one is a part of its value.
static Standing in_glossary(const Spot *spot) {
  return looks_like_field(spot->line) ? NOWHERE : in_markdown(spot);
}

// A comment is a block of its own, between empty lines.
static Standing in_rst(const Spot *spot) {
  return slice_trim(spot->above).len ? NOWHERE : OWN_LINE;
}

// Inside a comment of several lines another one is text, as it is in a doc string: the comment the
// finding stands in has to begin in its line.
static Standing in_code(const Spot *spot) {
  Slice mark = slice_of(spot->language->comment), before = slice_to(spot->line, spot->column);
  mark = slice_to(mark, mark.len - 2); // without ` @`
  bool has_blocks = slice_eq(mark, SLICE("//"));
  uint32_t len = (uint32_t)before.len;
  bool begins = seek(before, 0, len, mark) < len;
  return begins || (has_blocks && seek(before, 0, len, SLICE("/*")) < len) ? OWN_LINE : NOWHERE;
}

static Standing standing_of(const Spot *spot) {
  const ProseLanguage *language = spot->language;
  if (language->identifiers != IDENTIFIERS_NONE) return in_code(spot);
  if (is_named(language, "gloss")) return in_glossary(spot);
  if (is_named(language, "markdown") || is_named(language, "mdx")) return in_markdown(spot);
  if (is_named(language, "restructuredtext")) return in_rst(spot);
  return OWN_LINE;
}

// ---- what it says

// A term may be written after its rule unless it would end there, or the line would.
static bool can_be_named(Slice subject) {
  if (!subject.len) return false;
  for (size_t i = 0; i < subject.len; i++)
    if (byte_is_one_of(subject.ptr[i], "()<>\r\n")) return false;
  return true;
}

static Slice directive_for(const Finding *finding, Arena *arena) {
  const char *rule = finding->rule->id;
  if (!can_be_named(finding->subject))
    return arena_format(arena, "gloss-disable-next-line %s", rule);
  return arena_format(arena, "gloss-disable-next-line %s(%.*s)", rule, SLICE_FMT(finding->subject));
}

static Slice comment_of(const ProseLanguage *language, Slice directive, Arena *arena) {
  Slice form = slice_of(language->comment);
  size_t at = (size_t)(strchr(form.ptr, '@') - form.ptr);
  return arena_format(arena, "%.*s%.*s%s", (int)at, form.ptr, SLICE_FMT(directive),
                      form.ptr + at + 1);
}

// ---- the edit

// In front of what breaks a line: two spaces or a backslash at its end.
static uint32_t end_of_words(const Spot *spot) {
  Slice above = spot->above;
  while (above.len && (byte_is_blank(above.ptr[above.len - 1]) || above.ptr[above.len - 1] == '\\'))
    above.len--;
  return spot->at_above.start + (uint32_t)above.len;
}

static Slice line_end_like(Text *text, const Spot *spot) {
  uint32_t after = spot->at.end, len = text_len(text);
  bool has_end = after < len;
  Slice ends =
      text_slice(text, (Range){has_end ? after : spot->at_above.end,
                               has_end ? (after + 2 < len ? after + 2 : len) : spot->at.start});
  if (slice_starts_with(ends, SLICE("\r\n"))) return SLICE("\r\n");
  return slice_starts_with(ends, SLICE("\r")) ? SLICE("\r") : SLICE("\n");
}

// reStructuredText reads on over the lines below a comment that are no empty ones.
static const char *gap_below(const Spot *spot) {
  return is_named(spot->language, "restructuredtext") ? "\n" : "";
}

bool silence(const ProseLanguage *language, Text *text, const Finding *finding, Arena *arena,
             Edit *edit) {
  if (!language || !language->comment) return false;
  Spot spot = spot_of(language, text, finding->range.start);
  Slice comment = comment_of(language, directive_for(finding, arena), arena);
  switch (standing_of(&spot)) {
  case NOWHERE:
    return false;
  case OWN_LINE:
    *edit = (Edit){{spot.at.start, spot.at.start},
                   arena_format(arena, "%.*s%.*s%.*s%s", SLICE_FMT(indentation(spot.line)),
                                SLICE_FMT(comment), SLICE_FMT(line_end_like(text, &spot)),
                                gap_below(&spot))};
    return true;
  case BEHIND_LINE:
    *edit = (Edit){{end_of_words(&spot), end_of_words(&spot)},
                   arena_format(arena, " %.*s", SLICE_FMT(comment))};
    return true;
  }
  return false;
}
