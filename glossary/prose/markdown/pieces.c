// Pieces of Markdown begin at the left edge below an empty line, where md4c sees text of a block
// that goes on over no empty line: there it has forgotten all but the labels.
#include "../pieces.h"

#include "../seek.h"
#include "markdown.h"

#include <md4c.h>

typedef Array(char) Bytes;

// One going of md4c over a text.
typedef struct {
  Slice text;
  uint32_t depth;      // how many blocks are open, the document among them
  uint32_t blocks;     // how many of the outermost there were
  MD_BLOCKTYPE type;   // of the last one
  uint32_t start;      // behind the document's settings
  uint32_t line_end;   // of the line that was looked at last
  Offsets *cuts;       // NULL: not asked for
  bool *shown;         // by outermost block: whether it holds an image
  uint32_t shown_room; // of how many blocks that is asked
} Walk;

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)detail;
  Walk *self = context;
  if (self->depth++ != 1) return 0;
  self->type = type;
  self->blocks++;
  return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context) {
  (void)type, (void)detail;
  ((Walk *)context)->depth--;
  return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)detail;
  Walk *self = context;
  if (type == MD_SPAN_IMG && self->blocks <= self->shown_room) self->shown[self->blocks - 1] = true;
  return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context) {
  (void)type, (void)detail, (void)context;
  return 0;
}

// --- cuts ---

// At the top of a document the first ones would be its settings. md4c takes a fence for text where
// the list above ends with an open one.
static bool may_begin(Slice text, uint32_t at) {
  static const char *const OTHERS[] = {"---", "+++", ";;;", "\xEF\xBB\xBF", "```", "~~~"};
  for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
    if (slice_starts_with(slice_from(text, at), slice_of(OTHERS[i]))) return false;
  return piece_may_begin(text, at);
}

static bool may_be_settings(Slice text) {
  return text.len && byte_is_one_of(text.ptr[0], "-+;\xEF") && !may_begin(text, 0);
}

static void see_line(Walk *self, uint32_t at) {
  uint32_t start = at, len = (uint32_t)self->text.len;
  while (start > self->line_end && self->text.ptr[start - 1] != '\n') start--;
  self->line_end = line_end(self->text, at, len);
  bool goes_on = self->type == MD_BLOCK_CODE || self->type == MD_BLOCK_HTML;
  bool begins = start > self->start && may_begin(self->text, start);
  if (!goes_on && begins && piece_is_parted(self->text, start)) *array_push(self->cuts) = start;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *ptr, MD_SIZE len, void *context) {
  (void)type;
  Walk *self = context;
  uintptr_t first = (uintptr_t)self->text.ptr, at = (uintptr_t)ptr;
  bool inside = len && at >= first + self->line_end && at + len <= first + self->text.len;
  if (self->cuts && inside) see_line(self, (uint32_t)(at - first));
  return 0;
}

static void walk(Walk *self, uint32_t start) {
  static const MD_PARSER PARSER = {.flags = MARKDOWN_FLAGS,
                                   .enter_block = enter_block,
                                   .leave_block = leave_block,
                                   .enter_span = enter_span,
                                   .leave_span = leave_span,
                                   .text = on_text};
  Draft draft = {.text = self->text};
  draft_lines(&draft, start);
  draft_reasons(&draft, start);
  Slice body = draft_body(&draft, start);
  self->text = draft_text(&draft);
  self->start = self->line_end = start;
  md_parse(body.ptr, (MD_SIZE)body.len, &PARSER, self);
  draft_free(&draft);
}

// Whether the text is cut at its end shows when one more paragraph stands there.
static void cut(Slice text, Offsets *cuts) {
  Bytes bytes = {0};
  array_append(&bytes, text.ptr, text.len);
  array_append(&bytes, "x\n", 2);
  Slice whole = slice_new(bytes.items, bytes.len);
  uint32_t start = front_matter_len(text);
  Walk self = {.text = whole, .cuts = cuts};
  bool open = !start && may_be_settings(text); // their end may still come
  if (!open) walk(&self, start);
  array_free(&bytes);
}

// --- labels ---

// The next label: what stands between two brackets that none stands between.
static bool next_label(Slice text, uint32_t *at, Range *label) {
  label->start = 0;
  for (; *at < text.len; ++*at) {
    char c = text.ptr[*at];
    if (c == '\\') ++*at;
    if (c == '[') label->start = *at + 1;
    if (c != ']' || !label->start) continue;
    label->end = (*at)++;
    return true;
  }
  return false;
}

// On one line, without what stands before its other lines in a list or a quote.
static Slice label_name(Slice label, Arena *arena) {
  char *name = arena_alloc(arena, label.len + 1);
  size_t len = 0;
  bool edge = false;
  for (size_t i = 0; i < label.len; i++) {
    char c = label.ptr[i];
    bool dropped = edge && (byte_is_blank(c) || c == '>');
    if (byte_is_line_end(c))
      c = ' ', edge = true;
    else if (!dropped)
      edge = false;
    if (!dropped) name[len++] = c;
  }
  return slice_trim(slice_new(name, len));
}

static void use(Slice text, LabelNames *names, Arena *arena) {
  const char *first = text.len ? memchr(text.ptr, '[', text.len) : NULL;
  uint32_t at = first ? (uint32_t)(first - text.ptr) : (uint32_t)text.len;
  for (Range label; next_label(text, &at, &label);) {
    Slice name = label_name(slice_range(text, label), arena);
    if (name.len) *array_push(names) = name;
  }
}

// What looks like a definition somewhere in the text.
static void may_define(Slice text, LabelNames *names, Arena *arena) {
  uint32_t at = 0, len = (uint32_t)text.len;
  if (seek(text, 0, len, SLICE("]:")) == len) return;
  for (Range label; next_label(text, &at, &label);) {
    if (at >= text.len || text.ptr[at] != ':') continue;
    Slice name = label_name(slice_range(text, label), arena);
    if (name.len) *array_push(names) = name;
  }
}

static void append(Bytes *bytes, const char *before, Slice name, const char *after) {
  array_append(bytes, before, strlen(before));
  array_append(bytes, name.ptr, name.len);
  array_append(bytes, after, strlen(after));
}

// Whether it is one shows when an image asks for it above the text.
static void define(Slice piece, LabelNames *names, Arena *arena) {
  size_t first = names->len, kept = first;
  may_define(piece, names, arena);
  if (names->len == first) return;
  Bytes bytes = {0};
  for (size_t i = first; i < names->len; i++) append(&bytes, "![", names->items[i], "]\n\n");
  Slice body = slice_from(piece, front_matter_len(piece));
  array_append(&bytes, body.ptr, body.len);
  uint32_t count = (uint32_t)(names->len - first);
  Walk self = {.text = slice_new(bytes.items, bytes.len),
               .shown = arena_array(arena, bool, count),
               .shown_room = count};
  walk(&self, 0);
  for (size_t i = first; i < names->len; i++)
    if (self.shown[i - first]) names->items[kept++] = names->items[i];
  names->len = kept;
  array_free(&bytes);
}

// --- reading ---

// Definitions stand before the text, and give no parts themselves. They are quoted, since what
// looks like a footnote would be one elsewhere.
static void move_back(Prose *prose, uint32_t by) {
  for (size_t i = 0; i < prose->parts.len; i++)
    prose->parts.items[i].range = range_shift(prose->parts.items[i].range, -by);
  for (size_t i = 0; i < prose->formulas.len; i++)
    prose->formulas.items[i] = range_shift(prose->formulas.items[i], -by);
  for (size_t i = 0; i < prose->remarks.len; i++) {
    Remark *remark = &prose->remarks.items[i];
    *remark = (Remark){range_shift(remark->range, -by), range_shift(remark->content, -by)};
  }
}

static Prose read(const ProseLanguage *language, Slice piece, const LabelNames *labels) {
  if (!labels->len) return prose_read(language, piece);
  Bytes bytes = {0};
  uint32_t start = front_matter_len(piece);
  for (size_t i = 0; i < labels->len; i++) append(&bytes, "> [", labels->items[i], "]: x\n\n");
  uint32_t head = (uint32_t)bytes.len;
  Slice body = slice_from(piece, start);
  array_append(&bytes, body.ptr, body.len);
  Prose prose = prose_read(language, slice_new(bytes.items, bytes.len));
  move_back(&prose, head - start);
  array_free(&bytes);
  return prose;
}

const ProsePieces PIECES_MARKDOWN = {.cut = cut, .define = define, .use = use, .read = read};
