// Formulas pass through programs that take a backslash for their own: it vanishes (`infty`), or it
// makes a control character of the letter behind it, which later becomes a blank (` heta`). What is
// left still shows which command it was.
//
// A word that formulas also spell out (`in`, `max`) counts only beside one that is sure, and only
// where no command of the formula has kept its backslash. Words in a row are no formula but text
// between two prices.
#include "all.h"
#include "reading/formula.h"

// --- saying it ---

enum { NAMED_MAX = 4 };

// The first commands that were lost, each once.
typedef struct {
  Slice items[NAMED_MAX];
  uint32_t count;
  bool more;
} Lost;

static bool is_named(const Lost *lost, Slice name) {
  for (uint32_t i = 0; i < lost->count; i++)
    if (slice_eq(lost->items[i], name)) return true;
  return false;
}

static Lost lost_of(const Formula *self) {
  Lost lost = {0};
  for (size_t i = 0; i < self->losses.len; i++) {
    Slice name = self->losses.items[i].name;
    if (is_named(&lost, name)) continue;
    if (lost.count < NAMED_MAX)
      lost.items[lost.count++] = name;
    else
      lost.more = true;
  }
  return lost;
}

// `\cdot, \text and \nabla`, `\cdot, \text, \nabla, \in and others`
static Slice names_of(const Formula *self, Arena *arena) {
  Lost lost = lost_of(self);
  Slice names = {0};
  for (uint32_t i = 0; i < lost.count; i++) {
    bool last = i + 1 == lost.count && !lost.more;
    names = arena_format(arena, "%.*s%s\\%.*s", SLICE_FMT(names),
                         i == 0 ? ""
                         : last ? " and "
                                : ", ",
                         SLICE_FMT(lost.items[i]));
  }
  return lost.more ? arena_format(arena, "%.*s and others", SLICE_FMT(names)) : names;
}

// One edit a command. `other` takes what is ambiguous for its other meaning.
static void offer(RuleContext *context, const Formula *self, EntryFinding *finding, bool certain,
                  bool other) {
  size_t count = self->losses.len;
  Range place = range_of(context->bytes, self->text);
  EntryEdit *edits = arena_array(context->arena, EntryEdit, count);
  for (size_t i = 0; i < count; i++) {
    Loss loss = self->losses.items[i];
    bool behind = range_len(loss.range) == 0; // the name is there, and only the backslash is not
    Slice name = behind ? (other && loss.ambiguous ? SLICE("b") : (Slice){0}) : loss.name;
    edits[i] = (EntryEdit){ENTRY_SELF, range_shift(loss.range, place.start),
                           arena_format(context->arena, "\\%.*s", SLICE_FMT(name))};
  }
  Slice title = count > 1 ? SLICE("Put the backslashes back") : SLICE("Put the backslash back");
  if (other) title = arena_format(context->arena, "%.*s, with \\beta", SLICE_FMT(title));
  EntryFix *fix = add_fix(context, finding, certain, title, edits[0].range, edits[0].text);
  fix->edits = edits;
  fix->edit_count = (uint32_t)count;
}

static void report_formula(RuleContext *context, const Formula *self, Range range) {
  bool ambiguous = false;
  for (size_t i = 0; i < self->losses.len; i++)
    ambiguous = ambiguous || (self->truncated && self->losses.items[i].ambiguous);
  EntryFinding *finding =
      report(context, &rule_lossy_math, range, "This formula has lost the backslash%s of %.*s",
             self->losses.len > 1 ? "es" : "", SLICE_FMT(names_of(self, context->arena)));
  offer(context, self, finding, !ambiguous, false);
  if (ambiguous) offer(context, self, finding, false, true);
}

// `content` is what stands between the marks, `range` with them.
static void check_formula(RuleContext *context, Range range, Range content) {
  Formula formula = formula_read(slice_range(context->bytes, content));
  if (formula.losses.len) report_formula(context, &formula, range);
  formula_free(&formula);
}

// --- finding formulas ---

// Prices and variables of a shell stand next to words.
static bool is_formula(const RuleContext *context, SyntaxNode node) {
  if (node.kind != SYNTAX_MATH && node.kind != SYNTAX_DISPLAY_MATH) return false;
  Slice bytes = context->bytes;
  bool behind_word = node.range.start && byte_is_word(bytes.ptr[node.range.start - 1]);
  bool before_word = node.range.end < bytes.len && byte_is_word(bytes.ptr[node.range.end]);
  return !behind_word && !before_word;
}

enum { SHORT_FORMULA_MAX = 200 };

// `$ heta$`: no formula any more, since a blank follows the sign; the lost command tells that it
// was one. Empty: it was none.
static Range formula_behind_blank(Slice bytes, uint32_t dollar) {
  uint32_t start = dollar + 2, end = start;
  if (start >= bytes.len || !byte_is_blank(bytes.ptr[dollar + 1])) return (Range){0};
  while (end < bytes.len && byte_is_letter(bytes.ptr[end])) end++;
  Slice word = slice_range(bytes, (Range){start, end});
  char control = bytes.ptr[dollar + 1];
  if (!tex_rest(word, control) && !tex_rest(word, 0)) return (Range){0};
  uint32_t most =
      bytes.len - end < SHORT_FORMULA_MAX ? (uint32_t)bytes.len : end + SHORT_FORMULA_MAX;
  while (end < most && bytes.ptr[end] != '$' && !byte_is_line_end(bytes.ptr[end])) end++;
  bool closed = end < most && bytes.ptr[end] == '$' && !byte_is_blank(bytes.ptr[end - 1]) &&
                !(end + 1 < bytes.len && byte_is_word(bytes.ptr[end + 1]));
  return closed ? (Range){dollar + 1, end} : (Range){0};
}

static bool is_opaque(SyntaxKind kind) {
  return kind == SYNTAX_MATH || kind == SYNTAX_DISPLAY_MATH || kind == SYNTAX_CODE_SPAN ||
         kind == SYNTAX_CODE_BLOCK;
}

// The dollar signs between `from` and `to`, where nothing is a formula or code.
static void check_dollars(RuleContext *context, uint32_t from, uint32_t to) {
  Slice bytes = context->bytes;
  while (from < to) {
    const char *found = memchr(bytes.ptr + from, '$', to - from);
    if (!found) return;
    from = (uint32_t)(found - bytes.ptr) + 1;
    Range content = formula_behind_blank(bytes, from - 1);
    if (range_len(content) == 0 || content.end >= to) continue;
    check_formula(context, (Range){from - 1, content.end + 1}, content);
    from = content.end + 1;
  }
}

static void check_entry(RuleContext *context) {
  Slice bytes = context->bytes;
  if (!bytes.len || !memchr(bytes.ptr, '$', bytes.len)) return;
  uint32_t done = 0;
  for (size_t i = 0; i < context->syntax.count; i++) {
    SyntaxNode node = context->syntax.nodes[i];
    if (!is_opaque(node.kind) || node.range.start < done) continue;
    check_dollars(context, done, node.range.start);
    if (is_formula(context, node)) check_formula(context, node.range, node.content);
    done = node.range.end;
  }
  if (context->syntax.complete) check_dollars(context, done, (uint32_t)bytes.len);
}

const Rule rule_lossy_math = {
    .info = {.id = "lossy-math",
             .severity = SEVERITY_WARNING,
             .summary = "A formula whose commands have lost their backslashes",
             .why = "Programs through which a text passes may take the backslash for their own: "
                    "`\\infty` becomes `infty`, which is shown as a product of five letters, and "
                    "`\\theta` becomes a tab and `heta`. Put the backslashes back; and look for "
                    "the program that takes them, or they are lost again.",
             .file = "GLOSSARY.md",
             .bad = "## Draft limit\n"
                    "\n"
                    "The depth $d leq epsilon cdot L_infty$ at which a keel clears the ground.\n",
             .good = "## Draft limit\n"
                     "\n"
                     "The depth $d \\leq \\epsilon \\cdot L_\\infty$ at which a keel clears the "
                     "ground, on a ship for $25M to $100M.\n",
             .fixable = true},
    .check_entry = check_entry,
};
