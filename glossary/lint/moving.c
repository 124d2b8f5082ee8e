#include "moving.h"

#include "order.h"

// An entry without the blank space behind it, and that space: up to the next entry, or the end.
typedef struct {
  Range content, gap;
  bool alone; // nothing but entries in its space: no title, no furniture
} Piece;

static Piece piece_of(const GlossaryFile *file, uint32_t index) {
  Range span = outline_range(&file->outline, index);
  bool last = index + 1 == file->entries.len;
  uint32_t next = last ? text_len(file->text) : outline_range(&file->outline, index + 1).start;
  Slice bytes = text_slice(file->text, span);
  uint32_t len = (uint32_t)bytes.len;
  while (len && byte_is_blank(bytes.ptr[len - 1])) len--;
  uint32_t end = span.start + len;
  return (Piece){{span.start, end}, {end, next}, span.end == next};
}

static Slice copy(const GlossaryFile *file, Range range, Arena *arena) {
  return arena_copy(arena, text_slice(file->text, range));
}

static Range nothing_at(uint32_t place) {
  return (Range){place, place};
}

// What stood between the entry and the next one goes with it; of the last entry, what stood before
// it, so that the end of the file stays as it is.
static bool make_edits(const GlossaryFile *file, uint32_t index, uint32_t place, Edit edits[2],
                       Arena *arena) {
  uint32_t count = (uint32_t)file->entries.len;
  Piece piece = piece_of(file, index);
  Slice content = copy(file, piece.content, arena);
  if (!piece.alone) return false;
  if (index + 1 == count) {
    Piece before = piece_of(file, index - 1);
    if (!before.alone) return false;
    Slice gap = copy(file, before.gap, arena);
    edits[0].range = nothing_at(outline_range(&file->outline, place).start);
    edits[0].text = arena_format(arena, "%.*s%.*s", SLICE_FMT(content), SLICE_FMT(gap));
    edits[1] = (Edit){{before.content.end, piece.content.end}, {0}};
    return true;
  }
  Slice gap = copy(file, piece.gap, arena);
  Edit removal = {{piece.content.start, piece.gap.end}, {0}};
  bool to_end = place == count;
  Range there = nothing_at(to_end ? piece_of(file, count - 1).content.end
                                  : outline_range(&file->outline, place).start);
  Slice first = to_end ? gap : content, second = to_end ? content : gap;
  Edit insertion = {there, arena_format(arena, "%.*s%.*s", SLICE_FMT(first), SLICE_FMT(second))};
  bool forward = place > index;
  edits[forward] = insertion;
  edits[!forward] = removal;
  return true;
}

static Slice title_of(const GlossaryFile *file, uint32_t place, Arena *arena) {
  if (place == file->entries.len) return SLICE("Move to the end");
  return arena_format(arena, "Move before \xE2\x80\x9C%.*s\xE2\x80\x9D",
                      SLICE_FMT(file->entries.items[place]->name));
}

// Whether nothing but entries stands between the entry, its place and their neighbours.
static bool stays_in_part(const GlossaryFile *file, uint32_t index, uint32_t place) {
  uint32_t first = place < index ? place : index, last = place < index ? index : place;
  return order_is_one_part(file, first - (first > 0), last - (last == file->entries.len));
}

bool moving_fix(const GlossaryFile *file, uint32_t index, Fix *fix, Arena *arena) {
  uint32_t place;
  bool found = order_place(file, file->entries.items[index]->name, index, &place, arena);
  if (!found || place == index || place == index + 1) return false;
  if (!stays_in_part(file, index, place)) return false;
  *fix = (Fix){.edits = arena_array(arena, Edit, 2), .edit_count = 2};
  if (!make_edits(file, index, place, fix->edits, arena)) return false;
  fix->title = title_of(file, place, arena);
  fix->certain = order_is_kept(file, arena);
  return true;
}
