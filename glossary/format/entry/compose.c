#include "compose.h"

#include "../../line.h"
#include "../../prose/seek.h"
#include "../../scanner.h"
#include "meaning.h"

static Slice line_end_at(Text *text, uint32_t line) {
  return text_slice(text, (Range){text_line(text, line).end, text_line_start(text, line + 1)});
}

// That of the first heading: blank lines come and go, headings stay. A lone CR there is a slip,
// unless all of them end in one.
static Slice line_end_in(Text *text) {
  Scanner scanner = scanner_at(text, 0);
  LineRole role;
  Slice end = line_end_at(text, 0);
  for (uint32_t at; (at = scanner_next_heading(&scanner, &role)) < text_len(text);) {
    Slice here = line_end_at(text, text_line_at(text, at));
    if (here.len) end = here;
    if (!slice_eq(here, SLICE("\r"))) break;
  }
  return end.len ? end : SLICE("\n");
}

Composer composer_new(const GlossaryFile *file, const FormatStyle *style, Arena *arena) {
  return (Composer){.file = file,
                    .style = style,
                    .line_end = line_end_in(file->text),
                    .arena = arena,
                    .scratch = arena_new()};
}

void composer_free(Composer *self) {
  array_free(&self->layout);
  arena_delete(self->scratch);
}

// --- layout ---

static void add_heading(Slice line, Layout *out) {
  Slice marks = line_is_title(line) ? SLICE("#") : SLICE("##"), text = line_heading_text(line);
  size_t start = out->len;
  layout_add(out, marks);
  if (text.len) layout_add(out, SLICE(" "));
  layout_add(out, text);
  Slice written = slice_new(out->items + start, out->len - start);
  if (!slice_eq(line_heading_text(written), text)) { // `## Key # ##`
    layout_add(out, SLICE(" "));
    layout_add(out, marks);
  }
  layout_add(out, SLICE("\n"));
}

static bool has_comment(Slice text) {
  uint32_t end = (uint32_t)text.len;
  return seek(text, 0, end, SLICE("<!--")) < end;
}

// Comments are about the line they stand on, or the next.
static void add_fields(const Parts *parts, const FormatStyle *style, Layout *out) {
  if (has_comment(parts->heading) || has_comment(parts->list))
    layout_as_written(parts->list, out);
  else
    layout_fields(parts->whole, parts->fields.items, (uint32_t)parts->fields.len, style, out);
}

static void add_blank_line(Layout *out) {
  if (out->len) layout_add(out, SLICE("\n"));
}

// Whether the list at the start of a body would go on with the field list above it, or be one.
static bool reads_as_fields(Slice body, bool has_fields) {
  Slice rest = body;
  if (!line_bullet(line_next(&rest)).ptr) return false;
  if (has_fields) return true;
  Fields fields = {0};
  fields_read(body, 0, &fields);
  bool is_list = fields.len > 0;
  array_free(&fields);
  return is_list;
}

// Whether a break would become what other programs read at the start of a file.
static bool reads_as_front(Slice written, Slice body) {
  Slice mark = SLICE("---");
  return slice_eq(line_next(&written), mark) && !slice_eq(slice_trim(line_next(&body)), mark);
}

// An indented list is none of fields: where its place decides that, the body stays as it is.
static void add_body(const Parts *parts, const FormatStyle *style, Layout *out) {
  size_t start = out->len;
  layout_body(parts->body, style, out);
  Slice written = slice_new(out->items + start, out->len - start);
  bool is_front = !parts->has_heading && reads_as_front(written, parts->body);
  if (!is_front && !reads_as_fields(written, parts->fields.len > 0)) return;
  out->len = start;
  layout_as_written(parts->body, out);
}

static void add_core(const Parts *parts, const FormatStyle *style, Layout *out) {
  layout_as_written(parts->front, out);
  if (parts->has_heading) add_heading(parts->heading, out);
  if (parts->fields.len) {
    add_blank_line(out);
    add_fields(parts, style, out);
  }
  if (!parts->body.len) return;
  add_blank_line(out);
  add_body(parts, style, out);
  if (out->items[out->len - 1] != '\n') layout_add(out, SLICE("\n"));
}

// --- line ends ---

static Slice take(Composer *self) {
  bool is_lf = slice_eq(self->line_end, SLICE("\n"));
  Layout ended = {0};
  for (size_t i = 0; !is_lf && i < self->layout.len; i++) {
    char c = self->layout.items[i];
    layout_add(&ended, c == '\n' ? self->line_end : slice_new(&c, 1));
  }
  const Layout *from = is_lf ? &self->layout : &ended;
  Slice text = arena_copy(self->arena, slice_new(from->items, from->len));
  array_free(&ended);
  self->layout.len = 0;
  return text;
}

// --- making sure ---

static Composed as_it_was(Slice bytes, bool is_last) {
  uint32_t tail = is_last ? (uint32_t)bytes.len : tail_start(bytes);
  return (Composed){slice_to(bytes, tail), slice_from(bytes, tail), true};
}

static Slice text_of(const Composed *self, bool is_last, Slice line_end, Arena *arena) {
  Layout text = {0};
  composed_add(self, is_last, line_end, &text);
  Slice copy = arena_copy(arena, slice_new(text.items, text.len));
  array_free(&text);
  return copy;
}

static bool says_the_same(Composer *self, const Piece *piece, const Parts *old, Slice text) {
  if (piece->is_fixed || !is_one_piece(text)) return false;
  Parts new = parts_read(text, piece->is_last);
  bool same = same_meaning(piece->entry, old, &new, &self->file->facts, self->scratch);
  parts_free(&new);
  return same;
}

Composed compose(Composer *self, const Piece *piece) {
  Slice bytes = text_slice(self->file->text, piece->range);
  Parts parts = parts_read(bytes, piece->is_last);
  Composed composed = {0};
  add_core(&parts, self->style, &self->layout);
  composed.core = take(self);
  layout_lines(parts.tail, &self->layout);
  composed.tail = take(self);
  Slice text = text_of(&composed, piece->is_last, self->line_end, self->scratch);
  if (!slice_eq(text, bytes) && !says_the_same(self, piece, &parts, text))
    composed = as_it_was(bytes, piece->is_last);
  parts_free(&parts);
  arena_reset(self->scratch);
  return composed;
}

void composed_add(const Composed *self, bool is_last, Slice line_end, Layout *out) {
  layout_add(out, self->core);
  if (self->core.len && !is_last && !self->is_refused) layout_add(out, line_end);
  layout_add(out, self->tail);
}
