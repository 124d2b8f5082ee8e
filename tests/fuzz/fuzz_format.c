// Any bytes laid out in any style: edits of whole lines, the same entries before and after, and
// nothing to do the second time.
#include "fuzz.h"

#include <glossary/format/format.h>

static GlossaryFile *file_of(Slice text) {
  return glossary_file_new(SLICE("a.gloss.md"), SLICE(""), text);
}

static void must_be_valid(const Formatting *found, const GlossaryFile *file) {
  uint32_t end = 0;
  for (size_t i = 0; i < found->edits.count; i++) {
    Range range = found->edits.items[i].range;
    MUST(end <= range.start && range.start <= range.end);
    MUST(range.end <= text_len(file->text));
    end = range.end;
  }
  for (uint32_t i = 0; i < found->refused_count; i++) {
    MUST(found->refused[i] < file->entries.len);
    MUST(!i || found->refused[i - 1] < found->refused[i]);
  }
}

static Slice formatted(Slice text, const FormatStyle *style, Range within, Arena *arena) {
  GlossaryFile *file = file_of(text);
  Formatting found = format_file(file, style, within, arena);
  must_be_valid(&found, file);
  glossary_file_delete(file);
  return edits_apply(found.edits.items, found.edits.count, text, arena);
}

// Whatever their order: a sum of what makes each.
static uint64_t sum_of(const GlossaryFile *file) {
  uint64_t sum = file->entries.len;
  for (size_t i = 0; i < file->entries.len; i++) {
    const Entry *entry = file->entries.items[i];
    uint64_t said = entry->form_count * 3 + entry->tag_count * 5 + entry->field_count * 7 +
                    entry->status * 11 + entry->match * 13;
    for (size_t k = 0; k < entry->name.len; k++) said = said * 31 + (uint8_t)entry->name.ptr[k];
    sum += said * said;
  }
  return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  FormatStyle style = {.wrap = (Wrap)take_below(&input, 3), .width = take_below(&input, 120)};
  style.sort = take_below(&input, 2);
  Arena *arena = arena_new();
  Range all = {0, (uint32_t)input.len};
  Slice found = formatted(input, &style, all, arena);
  GlossaryFile *before = file_of(input), *after = file_of(found);
  MUST(sum_of(before) == sum_of(after));
  glossary_file_delete(before);
  glossary_file_delete(after);
  all.end = (uint32_t)found.len;
  MUST(slice_eq(formatted(found, &style, all, arena), found));
  Slice rest = input;
  formatted(input, &style, take_range(&rest, input.len), arena);
  arena_delete(arena);
  return 0;
}
