// Pieces of plain text are paragraphs: nothing reaches over an empty line.
#include "pieces.h"

const ProsePieces *prose_pieces(const ProseLanguage *language) {
  return language ? language->pieces : &PIECES_PLAIN;
}

bool piece_is_parted(Slice text, size_t at) {
  Slice before = slice_to(text, at);
  return slice_ends_with(before, SLICE("\n\n")) || slice_ends_with(before, SLICE("\n\r\n"));
}

bool piece_may_begin(Slice text, size_t at) {
  return at < text.len && (uint8_t)text.ptr[at] > ' ';
}

static void cut_plain(Slice text, Offsets *cuts) {
  const char *from = text.ptr, *end = text.ptr + text.len;
  while (from < end && (from = memchr(from, '\n', (size_t)(end - from)))) {
    size_t at = (size_t)(++from - text.ptr);
    bool begins = at == text.len || piece_may_begin(text, at);
    if (begins && piece_is_parted(text, at)) *array_push(cuts) = (uint32_t)at;
  }
}

static Prose read_plain(const ProseLanguage *language, Slice piece, const LabelNames *labels) {
  (void)labels;
  if (language) return prose_read(language, piece);
  Prose prose = {0};
  if (piece.len) *array_push(&prose.parts) = (Part){{0, (uint32_t)piece.len}, PART_APART};
  return prose;
}

const ProsePieces PIECES_PLAIN = {.cut = cut_plain, .read = read_plain};
