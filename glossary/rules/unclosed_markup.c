// The grammar tells which marks are never closed. What programs write is no mark, wherever it
// stands: addresses, HTML that stands by itself, and two backticks with nothing between them.
#include "../line.h"
#include "all.h"

// The mark as a writer may have meant it: `\*\*`.
static Slice escaped(Slice mark, Arena *arena) {
  char *out = arena_array(arena, char, mark.len * 2);
  for (size_t i = 0; i < mark.len; i++) {
    out[2 * i] = '\\';
    out[2 * i + 1] = mark.ptr[i];
  }
  return slice_new(out, mark.len * 2);
}

// --- what is no mark ---

enum { ADDRESS_MAX = 200 };

// `https://x/**`
static bool is_in_address(Slice text, uint32_t at) {
  for (uint32_t seen = 0; at && seen < ADDRESS_MAX && !byte_is_blank(text.ptr[at - 1]);
       seen++, at--)
    if (slice_starts_with(slice_from(text, at), SLICE("://"))) return true;
  return false;
}

static bool is_inline_tag(Slice name) {
  static const char *const NAMES[] = {"a",   "b",    "i",    "u",    "s",      "em",    "br",
                                      "img", "kbd",  "sub",  "sup",  "del",    "ins",   "code",
                                      "q",   "abbr", "span", "mark", "strong", "small", "cite"};
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
    if (slice_eq_ascii_case(name, slice_of(NAMES[i]))) return true;
  return false;
}

// `<div class="x">`, `</td>`: what stands from here to the next empty line is HTML.
static bool begins_html(Slice line) {
  line = slice_trim(line);
  if (line.len < 2 || line.ptr[0] != '<') return false;
  Slice rest = slice_from(line, line.ptr[1] == '/' ? 2 : 1);
  size_t end = 0;
  while (end < rest.len && byte_is_alnum(rest.ptr[end])) end++;
  bool closed = end == rest.len || byte_is_one_of(rest.ptr[end], " \t>/");
  return end && closed && !is_inline_tag(slice_to(rest, end));
}

// Marks come in ascending order, and the text is read once for all of them.
typedef struct {
  Slice rest;    // lines that were not read yet
  uint32_t read; // up to where they were
  bool html;     // the last one read is inside HTML
} Lines;

static bool is_in_html(Lines *self, Slice text, uint32_t at) {
  while (self->rest.len && self->read <= at) {
    Slice line = line_next(&self->rest);
    self->html = !line_is_blank(line) && (self->html || begins_html(line));
    self->read = (uint32_t)(text.len - self->rest.len);
  }
  return self->html;
}

static bool is_empty_code(Slice text, Range mark) {
  bool ticks = range_len(mark) == 2 && text.ptr[mark.start] == '`';
  return ticks && (mark.end == text.len || byte_is_blank(text.ptr[mark.end]));
}

// --- where to close it ---

typedef enum { CLOSE_WORD, CLOSE_LINE, CLOSE_ENTRY } Closing;

static Closing closing_of(Slice mark) {
  if (mark.len > 2) return CLOSE_ENTRY;
  bool word = mark.ptr[0] == '`' || mark.ptr[0] == '[' || slice_eq(mark, SLICE("$"));
  return word ? CLOSE_WORD : CLOSE_LINE;
}

static uint32_t before_punctuation(Slice text, uint32_t start, uint32_t end) {
  while (end > start && byte_is_one_of(text.ptr[end - 1], ".,;:!? \t")) end--;
  return end;
}

// Nobody closes a mark further away, and looking for the line's end must not cost its square.
enum { LINE_LOOKED_AT = 2000 };

static bool is_in_row(Slice text, uint32_t at) {
  uint32_t least = at > LINE_LOOKED_AT ? at - LINE_LOOKED_AT : 0;
  while (at > least && !byte_is_line_end(text.ptr[at - 1])) at--;
  return slice_starts_with(slice_from(text, at), SLICE("|"));
}

// The end of the word behind the mark, or of its line; in a table, of its cell.
static uint32_t closing_place(Slice text, Range mark, Closing closing) {
  bool row = is_in_row(text, mark.start), word = closing == CLOSE_WORD;
  uint32_t end = mark.end;
  while (end < text.len && end - mark.end < LINE_LOOKED_AT) {
    char c = text.ptr[end];
    if (byte_is_line_end(c) || (row && c == '|') || (word && byte_is_blank(c))) break;
    end++;
  }
  return before_punctuation(text, mark.end, end);
}

static void offer_fence(RuleContext *context, EntryFinding *finding, Slice mark) {
  Slice text = context->bytes;
  uint32_t end = range_of(text, slice_trim(text)).end;
  add_fix(context, finding, false, SLICE("Close it at the end of the entry"), (Range){end, end},
          arena_format(context->arena, "\n%.*s", SLICE_FMT(mark)));
}

static void offer_closing(RuleContext *context, EntryFinding *finding, Slice mark,
                          Closing closing) {
  uint32_t at = closing_place(context->bytes, finding->range, closing);
  if (at == finding->range.end) return;
  Slice title = closing == CLOSE_WORD ? SLICE("Close it behind the next word")
                                      : SLICE("Close it at the end of the line");
  Slice close = mark.ptr[0] == '[' ? SLICE("]]") : arena_copy(context->arena, mark);
  add_fix(context, finding, false, title, (Range){at, at}, close);
}

static void offer_escape(RuleContext *context, EntryFinding *finding, Slice itself) {
  Slice title = arena_format(context->arena, "Write %.*s", SLICE_FMT(itself));
  add_fix(context, finding, false, title, finding->range, itself);
}

// Fixes of more are not kept (see run.c).
enum { MENDED_MAX = 100 };

static void report_mark(RuleContext *context, Range range, uint32_t number) {
  Slice mark = slice_range(context->bytes, range);
  Closing closing = closing_of(mark);
  bool fence = closing == CLOSE_ENTRY; // no backslash takes a line of code for text
  Slice itself = fence ? (Slice){0} : escaped(mark, context->arena);
  EntryFinding *finding = report(context, &rule_unclosed_markup, range,
                                 "%.*s is opened here and never closed: close it%s%.*s",
                                 SLICE_FMT(mark), fence ? "" : ", or write ", SLICE_FMT(itself));
  if (number > MENDED_MAX) return;
  if (fence) {
    offer_fence(context, finding, mark);
  } else {
    offer_closing(context, finding, mark, closing);
    offer_escape(context, finding, itself);
  }
}

static void check_entry(RuleContext *context) {
  Slice text = context->bytes;
  Lines lines = {.rest = text};
  uint32_t number = 0;
  for (size_t i = 0; i < context->syntax.count; i++) {
    SyntaxNode node = context->syntax.nodes[i];
    uint32_t at = node.range.start;
    if (node.kind != SYNTAX_UNCLOSED || is_empty_code(text, node.range)) continue;
    if (is_in_address(text, at) || is_in_html(&lines, text, at)) continue;
    report_mark(context, node.range, number++);
  }
}

const Rule rule_unclosed_markup = {
    .info = {.id = "unclosed-markup",
             .severity = SEVERITY_ERROR,
             .summary = "A mark that opens something and never closes it",
             .why = "From an opened mark to the end of the paragraph everything is shown in "
                    "bold, as code or as a formula, or the mark itself is shown. Close it, or "
                    "put a backslash before it if it is meant as a character. Marks in "
                    "addresses and in HTML that stands by itself are left alone.",
             .file = "GLOSSARY.md",
             .bad = "## Mast\n"
                    "\n"
                    "A mast is a **pole that carries sails.\n",
             .good = "## Mast\n"
                     "\n"
                     "A mast is a **pole** that carries sails.\n"},
    .check_entry = check_entry,
};
