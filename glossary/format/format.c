#include "entry/compose.h"
#include "entry/rewriting.h"
#include "entry/sort.h"

typedef Array(uint32_t) Indexes;

static void note_refused(const Piece *piece, const Composed *composed, Indexes *refused) {
  if (piece->entry && composed->is_refused) *array_push(refused) = piece->entry->index;
}

static void rewrite_each(Composer *composer, const Pieces *pieces, const Composed *composed,
                         Rewriting *out) {
  Layout *layout = &composer->layout;
  for (size_t i = 0; i < pieces->len; i++) {
    const Piece *piece = &pieces->items[i];
    composed_add(&composed[i], piece->is_last, composer->line_end, layout);
    rewrite(out, piece->range, slice_new(layout->items, layout->len));
    layout->len = 0;
  }
}

static Formatting finish(Rewriting *rewriting, Indexes *refused, Arena *arena) {
  Formatting formatting = {.edits = rewriting_finish(rewriting),
                           .refused = arena_array(arena, uint32_t, refused->len),
                           .refused_count = (uint32_t)refused->len};
  if (refused->len)
    memcpy(formatting.refused, refused->items, refused->len * sizeof *refused->items);
  array_free(refused);
  return formatting;
}

Formatting format_file(const GlossaryFile *file, const FormatStyle *style, Range within,
                       Arena *arena) {
  if (file->outline.dialect == DIALECT_PAGE) return (Formatting){0};
  bool is_whole = within.start == 0 && within.end >= text_len(file->text);
  if (is_whole) text_bytes(file->text); // one move of the gap instead of one a piece
  Pieces pieces = pieces_cut(file, within);
  Composer composer = composer_new(file, style, arena);
  Composed *composed = mem_zero(pieces.len + 1, sizeof *composed);
  Rewriting rewriting = {.text = file->text, .arena = arena};
  Indexes refused = {0};
  for (size_t i = 0; i < pieces.len; i++) {
    composed[i] = compose(&composer, &pieces.items[i]);
    note_refused(&pieces.items[i], &composed[i], &refused);
  }
  if (!is_whole || !style->sort || !rewrite_sorted(&composer, &pieces, composed, &rewriting))
    rewrite_each(&composer, &pieces, composed, &rewriting);
  mem_free(composed);
  composer_free(&composer);
  array_free(&pieces);
  return finish(&rewriting, &refused, arena);
}
