// The tags of Javadoc, JSDoc, YARD and Doxygen, and how much behind each is a name or a type.
#include "comment.h"

#include "../table.h"

typedef enum {
  TAG_TEXT, // what follows is text
  TAG_NONE, // nothing on its line is
  TAG_LONE, // not if it is but one word
  TAG_CODE, // nor below, up to the next tag
} TagRest;

typedef struct {
  const char *name;
  uint8_t words; // names that follow
  uint8_t rest;  // TagRest
  bool leads;    // only at the beginning of a line
} Tag;

static const Tag TAGS[] = {
    {"addtogroup", 1, TAG_TEXT, true}, {"anchor", 1, TAG_TEXT, false},
    {"arg", 1, TAG_TEXT, true},        {"argument", 1, TAG_TEXT, true},
    {"author", 0, TAG_NONE, true},     {"authors", 0, TAG_NONE, true},
    {"c", 1, TAG_TEXT, false},         {"callback", 0, TAG_NONE, true},
    {"cite", 1, TAG_TEXT, false},      {"class", 0, TAG_NONE, true},
    {"copydoc", 1, TAG_TEXT, false},   {"copyright", 0, TAG_NONE, true},
    {"def", 0, TAG_NONE, true},        {"defgroup", 1, TAG_TEXT, true},
    {"example", 0, TAG_CODE, true},    {"exception", 1, TAG_TEXT, true},
    {"file", 0, TAG_LONE, true},       {"fn", 0, TAG_NONE, true},
    {"image", 0, TAG_NONE, true},      {"include", 0, TAG_NONE, true},
    {"ingroup", 0, TAG_NONE, true},    {"license", 0, TAG_NONE, true},
    {"link", 1, TAG_TEXT, false},      {"memberof", 0, TAG_NONE, true},
    {"module", 0, TAG_NONE, true},     {"name", 0, TAG_NONE, true},
    {"namespace", 0, TAG_NONE, true},  {"option", 2, TAG_TEXT, true},
    {"p", 1, TAG_TEXT, false},         {"page", 1, TAG_TEXT, true},
    {"param", 1, TAG_TEXT, true},      {"prop", 1, TAG_TEXT, true},
    {"property", 1, TAG_TEXT, true},   {"ref", 1, TAG_TEXT, false},
    {"retval", 1, TAG_TEXT, true},     {"sa", 0, TAG_NONE, true},
    {"section", 1, TAG_TEXT, true},    {"see", 0, TAG_NONE, true},
    {"since", 0, TAG_NONE, true},      {"snippet", 2, TAG_TEXT, false},
    {"subpage", 1, TAG_TEXT, false},   {"subsection", 1, TAG_TEXT, true},
    {"template", 1, TAG_TEXT, true},   {"throw", 1, TAG_TEXT, true},
    {"throws", 1, TAG_TEXT, true},     {"tparam", 1, TAG_TEXT, true},
    {"type", 0, TAG_NONE, true},       {"typeParam", 1, TAG_TEXT, true},
    {"typedef", 0, TAG_NONE, true},    {"var", 0, TAG_NONE, true},
    {"version", 0, TAG_NONE, true},    {"yieldparam", 1, TAG_TEXT, true},
};
const Table CODE_TAGS = TABLE(TAGS);

static const Tag UNKNOWN = {"", 0, TAG_TEXT, false};

static const Tag *tag_named(Slice name) {
  const Tag *known = table_row(CODE_TAGS, name);
  return known ? known : &UNKNOWN;
}

static uint32_t name_end(Slice text, uint32_t at, uint32_t end) {
  while (at < end && (byte_is_letter(text.ptr[at]) || text.ptr[at] == '_' || text.ptr[at] == '-'))
    at++;
  return at;
}

// Behind the bracket that closes the one at `at`; `at` where the line does not close it.
static uint32_t bracket_end(Slice text, uint32_t at, uint32_t end, const char *pair) {
  uint32_t depth = 0, start = at;
  for (; at < end; at++) {
    depth += text.ptr[at] == pair[0];
    if (text.ptr[at] == pair[1] && --depth == 0) return at + 1;
  }
  return start;
}

// `name`, `*name`, `$name`, `name=default`, but no dash that stands for itself.
static uint32_t word_end(Slice text, uint32_t at, uint32_t end) {
  if (text.ptr[at] == '-' || text.ptr[at] == ':') return at;
  while (at < end && !byte_is_blank(text.ptr[at])) at++;
  return at;
}

// Types in braces or brackets, and as many names as the tag has. A bracket behind braces is a name
// that may be left out.
static uint32_t words_end(Slice text, uint32_t at, uint32_t end, uint32_t words) {
  bool typed = false;
  for (;;) {
    uint32_t start = blanks_end(text, at, end), behind = start;
    if (start == end) return at;
    bool bracket = text.ptr[start] == '[';
    if (text.ptr[start] == '{')
      behind = bracket_end(text, start, end, "{}");
    else if (bracket)
      behind = bracket_end(text, start, end, "[]");
    if (bracket && typed && words) words--;
    typed |= behind > start;
    if (behind == start && words) behind = word_end(text, start, end), words--;
    if (behind == start) return at;
    at = behind;
  }
}

// The same within a line, where brackets are text.
static uint32_t names_end(Slice text, uint32_t at, uint32_t end, uint32_t words) {
  for (; words && at < end; words--) {
    uint32_t start = blanks_end(text, at, end);
    at = start < end ? word_end(text, start, end) : end;
  }
  return at;
}

static TagRest rest_of(const Tag *tag, Slice rest) {
  if (tag->rest != TAG_LONE) return tag->rest;
  rest = slice_trim(rest);
  return rest.len && memchr(rest.ptr, ' ', rest.len) ? TAG_TEXT : TAG_NONE;
}

TagEnd comment_tag_end(Slice text, uint32_t at, uint32_t end, bool leads) {
  uint32_t behind = name_end(text, at + 1, end);
  if (behind == at + 1) return (TagEnd){0};
  const Tag *tag = tag_named(slice_range(text, (Range){at + 1, behind}));
  if (tag->leads && !leads) return (TagEnd){.end = behind};
  TagRest rest = rest_of(tag, slice_range(text, (Range){behind, end}));
  if (rest != TAG_TEXT) return (TagEnd){end, rest == TAG_CODE};
  if (!leads) return (TagEnd){.end = names_end(text, behind, end, tag->words)};
  if (behind < end && text.ptr[behind] == '[') // \param[in]
    behind = bracket_end(text, behind, end, "[]");
  return (TagEnd){.end = words_end(text, behind, end, tag->words)};
}

Slice comment_tag_closing(Slice tag) {
  static const char *const pairs[][2] = {
      {"code", "endcode"}, {"verbatim", "endverbatim"}, {"startuml", "enduml"},
      {"dot", "enddot"},   {"msc", "endmsc"},           {"link", "endlink"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    Slice open = slice_of(pairs[i][0]);
    if (slice_starts_with(tag, open) && (tag.len == open.len || !byte_is_letter(tag.ptr[open.len])))
      return slice_of(pairs[i][1]);
  }
  return (Slice){0};
}
