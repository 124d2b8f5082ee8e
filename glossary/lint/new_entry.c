#include "new_entry.h"

#include "../line.h"
#include "order.h"

Slice new_definition(Slice name, Arena *arena) {
  return arena_format(arena, "%.*s is \xE2\x80\xA6", SLICE_FMT(name));
}

// A page tells its headwords by their comma.
static Slice heading_of(const GlossaryFile *file, Slice name, Arena *arena) {
  if (file->outline.dialect == DIALECT_MARKDOWN || !file->entries.len)
    return arena_format(arena, "## %.*s", SLICE_FMT(name));
  Slice category = file->entries.items[file->entries.len - 1]->category;
  if (!category.len) category = SLICE("terms");
  return arena_format(arena, "%.*s, %.*s", SLICE_FMT(name), SLICE_FMT(category));
}

enum { ORDERED_MIN = 5 }; // fewer entries may stand in order by chance

static bool find_place(const GlossaryFile *file, Slice name, uint32_t *index, Arena *arena) {
  return file->entries.len >= ORDERED_MIN && order_is_kept(file, arena) &&
         order_place(file, name, ORDER_NONE_LEFT_OUT, index, arena) && *index < file->entries.len;
}

enum { LOOKED_AT = 4096 }; // bytes at either end of the file

static Slice first_bytes(const GlossaryFile *file) {
  uint32_t len = text_len(file->text);
  return text_slice(file->text, (Range){0, len < LOOKED_AT ? len : LOOKED_AT});
}

static Slice last_bytes(const GlossaryFile *file) {
  uint32_t len = text_len(file->text);
  return text_slice(file->text, (Range){len < LOOKED_AT ? 0 : len - LOOKED_AT, len});
}

// How many line ends the text ends with, two at most; two as well when it is empty.
static int line_ends_at_end(Slice text) {
  int count = 0;
  while (count < 2 && text.len && byte_is_line_end(text.ptr[text.len - 1])) {
    bool crlf = slice_ends_with(text, SLICE("\r\n"));
    text = slice_to(text, text.len - 1 - crlf);
    count++;
  }
  return text.len ? count : 2;
}

static Edit at_end(const GlossaryFile *file, Slice entry, Slice line_end, Arena *arena) {
  Slice before = {0};
  for (int i = line_ends_at_end(last_bytes(file)); i < 2; i++)
    before = arena_format(arena, "%.*s%.*s", SLICE_FMT(before), SLICE_FMT(line_end));
  Range end = {text_len(file->text), text_len(file->text)};
  return (Edit){end, arena_format(arena, "%.*s%.*s", SLICE_FMT(before), SLICE_FMT(entry))};
}

Edit new_entry_edit(const GlossaryFile *file, Slice name, Slice definition, Arena *arena) {
  Slice line_end = arena_copy(arena, line_end_of(first_bytes(file)));
  Slice body = definition.len ? definition : new_definition(name, arena);
  Slice entry =
      arena_format(arena, "%.*s%.*s%.*s%.*s%.*s", SLICE_FMT(heading_of(file, name, arena)),
                   SLICE_FMT(line_end), SLICE_FMT(line_end), SLICE_FMT(body), SLICE_FMT(line_end));
  uint32_t index;
  if (!find_place(file, name, &index, arena)) return at_end(file, entry, line_end, arena);
  uint32_t start = outline_range(&file->outline, index).start;
  return (Edit){{start, start},
                arena_format(arena, "%.*s%.*s", SLICE_FMT(entry), SLICE_FMT(line_end))};
}
