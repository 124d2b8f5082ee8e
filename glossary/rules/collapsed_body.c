// Blocks that lost their line ends and now stand in one line of running text. Each kind is told by
// signs that ordinary sentences do not have; what stands in code, formulas and links is no sign.
// One finding an entry, at the first sign: whoever restores the line ends looks at the whole body.
#include "../line.h"
#include "../prose/seek.h"
#include "all.h"

enum { LINE_MIN = 24, ITEM_MIN = 15, BOLD_LEADS_MIN = 3, INLINE_CODE_MAX = 60 };

typedef struct {
  RuleContext *context;
  Slice line;
  size_t next; // the first node that may reach beyond the place looked at
  Range first_bullet, first_item, first_lead, first_number;
  uint32_t leads, number;
  uint32_t dashes_end; // up to here pipes and dashes were looked at
} Reader;

typedef struct {
  const char *what; // and its verb; NULL: no sign
  Range range;      // of the entry
} Sign;

static Slice rest_at(const Reader *self, uint32_t at) {
  return slice_from(self->line, at);
}

static char byte_at(const Reader *self, uint32_t at) {
  return at < self->line.len ? self->line.ptr[at] : 0;
}

static bool sees(const Reader *self, uint32_t at, const char *sign) {
  return slice_starts_with(rest_at(self, at), slice_of(sign));
}

static Sign sign(const Reader *self, const char *what, uint32_t at, uint32_t len) {
  uint32_t start = range_of(self->context->bytes, self->line).start + at;
  return (Sign){what, {start, start + len}};
}

static bool begins_text(char c) {
  return byte_is_upper(c) || (unsigned char)c >= 0x80;
}

static bool ends_sentence(const Reader *self, uint32_t blank) {
  return blank && byte_is_one_of(self->line.ptr[blank - 1], ".!?:");
}

// --- the signs; `at` is the blank before them ---

// ` ## Heading`
static Sign heading(Reader *self, uint32_t at) {
  uint32_t marks = 0;
  while (byte_at(self, at + 1 + marks) == '#') marks++;
  char text = byte_at(self, at + 2 + marks);
  bool alone = at < 3; // the heading of an item: `- ## Heading`
  bool is = !alone && marks >= 2 && marks <= 6 && byte_at(self, at + 1 + marks) == ' ' &&
            (begins_text(text) || text == '*');
  return is ? sign(self, "A heading was", at + 1, marks) : (Sign){0};
}

// ` - **Key**: … - **Key**: …`, or one in a line that is an item itself
static Sign list_item(Reader *self, uint32_t at) {
  if (!sees(self, at, " - **")) return (Sign){0};
  bool first = !range_len(self->first_item);
  if (first) self->first_item = (Range){at + 1, at + 2};
  bool in_item = sees(self, 0, "- **");
  bool behind = ends_sentence(self, at) || (at > 2 && sees(self, at - 2, "**"));
  if (first && !in_item && !behind) return (Sign){0};
  return sign(self, "A list was", self->first_item.start, 1);
}

// ` • Text … • Text`
static Sign bullet(Reader *self, uint32_t at) {
  if (!sees(self, at, " \xE2\x80\xA2 ")) return (Sign){0};
  uint32_t before = self->first_bullet.start;
  bool second = range_len(self->first_bullet) || sees(self, 0, "\xE2\x80\xA2 ");
  if (second && at - before >= ITEM_MIN)
    return sign(self, "A list was", range_len(self->first_bullet) ? before : at + 1, 3);
  if (!second) self->first_bullet = (Range){at + 1, at + 4};
  return (Sign){0};
}

// ` 1. Text … 2. Text … 3. Text`
static Sign numbered_item(Reader *self, uint32_t at) {
  char digit = byte_at(self, at + 1);
  if (!byte_is_digit(digit) || !sees(self, at + 2, ". ")) return (Sign){0};
  char text = byte_at(self, at + 4);
  if ((uint32_t)(digit - '0') != self->number + 1 || !(begins_text(text) || text == '*'))
    return (Sign){0};
  if (self->number++ == 0) self->first_number = (Range){at + 1, at + 3};
  return self->number < 3 ? (Sign){0}
                          : sign(self, "A numbered list was", self->first_number.start, 2);
}

// `… | a | b | |---|---| …`
static Sign table(Reader *self, uint32_t at) {
  if (byte_at(self, at + 1) != '|' || at < self->dashes_end) return (Sign){0};
  uint32_t start = at + 1, end = at + 2, dashes = 0, last = start;
  bool behind_dash = false;
  for (char c; (c = byte_at(self, end)) && byte_is_one_of(c, "|:- "); end++) {
    if (c == '|' && !dashes) start = end;
    if (c == '|' && behind_dash) last = end;
    behind_dash = c == '-' || c == ':' || (c == ' ' && behind_dash);
    dashes += c == '-';
  }
  self->dashes_end = end;
  bool text = byte_at(self, end) != 0;
  return dashes >= 3 && last > start && text ? sign(self, "A table was", start, last - start + 1)
                                             : (Sign){0};
}

// ` ```python def f(): …`
static Sign code(Reader *self, uint32_t at) {
  if (!sees(self, at, " ```")) return (Sign){0};
  uint32_t word = at + 4;
  while (byte_is_alnum(byte_at(self, word))) word++;
  bool language = word > at + 4 && byte_at(self, word) == ' ';
  uint32_t most = at + 4 + INLINE_CODE_MAX, end = (uint32_t)self->line.len;
  bool is_long = most < end && seek(self->line, at + 4, most, SLICE("```")) == most;
  return language && is_long ? sign(self, "Code was", at + 1, word - at - 1) : (Sign){0};
}

// `. --- **Text`
static Sign rule_line(Reader *self, uint32_t at) {
  bool is = sees(self, at, " --- ") && ends_sentence(self, at) &&
            byte_is_one_of(byte_at(self, at + 5), "*#");
  return is ? sign(self, "A dividing line was", at + 1, 3) : (Sign){0};
}

// `. **Key**: … . **Key**: …`
static Sign bold_lead(Reader *self, uint32_t at) {
  if (!sees(self, at, " **") || !ends_sentence(self, at)) return (Sign){0};
  uint32_t end = at + 3;
  while (end < self->line.len && end - at < 80 && byte_at(self, end) != '*') end++;
  bool is = begins_text(byte_at(self, at + 3)) &&
            (sees(self, end, "**:") || (sees(self, end, "**") && byte_at(self, end - 1) == ':'));
  if (!is) return (Sign){0};
  if (self->leads++ == 0) self->first_lead = (Range){at + 1, end + 2};
  Range first = self->first_lead;
  return self->leads < BOLD_LEADS_MIN
             ? (Sign){0}
             : sign(self, "Paragraphs were", first.start, range_len(first));
}

typedef Sign Look(Reader *self, uint32_t at);
static Look *const LOOKS[] = {heading, list_item, bullet,    numbered_item,
                              table,   code,      rule_line, bold_lead};

static Sign sign_at(Reader *self, uint32_t blank) {
  for (size_t i = 0; i < sizeof LOOKS / sizeof *LOOKS; i++) {
    Sign found = LOOKS[i](self, blank);
    if (found.what) return found;
  }
  return (Sign){0};
}

// --- lines ---

static bool is_opaque(SyntaxKind kind) {
  return kind == SYNTAX_CODE_SPAN || kind == SYNTAX_CODE_BLOCK || kind == SYNTAX_MATH ||
         kind == SYNTAX_DISPLAY_MATH || kind == SYNTAX_LINK || kind == SYNTAX_REFERENCE;
}

// The end of the code, formula or link around `at`, a place in the entry; `at` where there is none.
// Places are asked in ascending order.
static uint32_t opaque_end(Reader *self, uint32_t at) {
  Syntax syntax = self->context->syntax;
  for (; self->next < syntax.count; self->next++) {
    SyntaxNode node = syntax.nodes[self->next];
    if (node.range.start > at) break;
    if (is_opaque(node.kind) && node.range.end > at) return node.range.end;
  }
  return at;
}

static bool may_follow_blank(char c) {
  return byte_is_one_of(c, "#-|`*\xE2") || byte_is_digit(c);
}

static Sign read_line(Reader *self, Slice line) {
  uint32_t start = range_of(self->context->bytes, line).start;
  *self = (Reader){.context = self->context, .line = line, .next = self->next};
  for (uint32_t at = 1; at + 1 < line.len; at++) {
    if (line.ptr[at] != ' ' || !may_follow_blank(line.ptr[at + 1])) continue;
    uint32_t end = opaque_end(self, start + at);
    if (end > start + at) {
      at = end - start - 1;
      continue;
    }
    Sign found = sign_at(self, at);
    if (found.what) return found;
  }
  return (Sign){0};
}

static Sign read_body(Reader *self, Slice body) {
  Fence open = {0};
  for (Slice rest = body; rest.len;) {
    Slice line = slice_trim(line_next(&rest));
    bool inside = line_in_fence(line, &open);
    Sign found = inside || line.len < LINE_MIN ? (Sign){0} : read_line(self, line);
    if (found.what) return found;
  }
  return (Sign){0};
}

static void check_entry(RuleContext *context) {
  if (!context->syntax.complete) return;
  Reader reader = {.context = context};
  Sign found = read_body(&reader, slice_range(context->bytes, context->entry->body));
  if (found.what)
    report(context, &rule_collapsed_body, found.range,
           "%s flattened into this line: put the line ends back", found.what);
}

const Rule rule_collapsed_body = {
    .info = {.id = "collapsed-body",
             .severity = SEVERITY_WARNING,
             .summary = "Headings, lists, tables or code that stand on one line",
             .why = "Text that was copied from a page, or stored by a program, may have lost its "
                    "line ends. What was a list or a table is then shown as one long paragraph "
                    "full of marks, which nobody can read. Begin each heading, item, row and "
                    "paragraph on a line of its own again.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A pole that carries sails. - **Foremast**: next to the bow. - **Mainmast**: "
                    "the tallest.\n",
             .good = "## Mast\n"
                     "\n"
                     "A pole that carries sails.\n"
                     "\n"
                     "- **Foremast**: next to the bow.\n"
                     "- **Mainmast**: the tallest.\n"},
    .check_entry = check_entry,
};
