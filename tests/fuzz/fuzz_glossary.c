// Two glossary files, edited and replaced: after each change all that is known of them (entries and
// findings) equals what a new glossary of the same bytes knows.
//
// Input: a text, a separator, a text, a separator, then the edits.
#include "fuzz.h"

#include <glossary/glossary.h>

enum { FILE_COUNT = 2, EDIT_MAX = 16 };

static const char *const paths[FILE_COUNT] = {"/w/a.gloss", "/w/deep/b.gloss.md"};

static GlossaryFile *put(Glossary *glossary, int index, Slice bytes) {
  return glossary_put(glossary, glossary_file_new(slice_of(paths[index]), SLICE("/w"), bytes));
}

static bool same_range(Range a, Range b) {
  return a.start == b.start && a.end == b.end;
}

static void compare_entries(const Entry *a, const Entry *b) {
  MUST(entry_same_term(a, b));
  MUST(same_range(entry_range(a), entry_range(b)));
  MUST(same_range(a->heading, b->heading) && same_range(a->body, b->body));
  MUST(a->field_count == b->field_count && a->tag_count == b->tag_count);
  for (uint32_t i = 0; i < a->form_count; i++)
    MUST(same_range(a->forms[i].range, b->forms[i].range));
  MUST(slice_eq(entry_definition(a), entry_definition(b)));
}

static void compare_findings(const Finding *a, const Finding *b) {
  MUST(a->rule == b->rule && a->severity == b->severity && same_range(a->range, b->range));
  MUST(slice_eq(a->message, b->message) && a->related_count == b->related_count);
  for (uint32_t i = 0; i < a->related_count; i++)
    MUST(same_range(a->related[i].range, b->related[i].range));
}

static void compare_files(Glossary *edited, GlossaryFile *a, Glossary *rebuilt, GlossaryFile *b) {
  Arena *arena = arena_new();
  MUST(a->entries.len == b->entries.len);
  for (size_t i = 0; i < a->entries.len; i++)
    compare_entries(a->entries.items[i], b->entries.items[i]);
  Findings left = linter_check(glossary_linter(edited), a, NULL, arena);
  Findings right = linter_check(glossary_linter(rebuilt), b, NULL, arena);
  MUST(left.count == right.count);
  for (uint32_t i = 0; i < left.count; i++) compare_findings(&left.items[i], &right.items[i]);
  arena_delete(arena);
}

static void compare(Glossary *edited, GlossaryFile *const files[FILE_COUNT]) {
  Glossary *rebuilt = glossary_new();
  GlossaryFile *fresh[FILE_COUNT];
  for (int i = 0; i < FILE_COUNT; i++) fresh[i] = put(rebuilt, i, text_bytes(files[i]->text));
  for (int i = 0; i < FILE_COUNT; i++) compare_files(edited, files[i], rebuilt, fresh[i]);
  glossary_delete(rebuilt);
}

// A piece of the text itself goes somewhere else, so that what is put in has the shape of entries.
static void edit(Glossary *glossary, GlossaryFile *file, Slice source, Slice *input) {
  Range range = take_range(input, text_len(file->text));
  glossary_edit(glossary, file, range, slice_range(source, take_range(input, source.len)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  Glossary *glossary = glossary_new();
  Slice texts[FILE_COUNT];
  GlossaryFile *files[FILE_COUNT];
  for (int i = 0; i < FILE_COUNT; i++) texts[i] = take_part(&input);
  for (int i = 0; i < FILE_COUNT; i++) files[i] = put(glossary, i, texts[i]);
  compare(glossary, files);
  for (int i = 0; i < EDIT_MAX && input.len; i++) {
    uint32_t choice = take_below(&input, 8);
    edit(glossary, files[choice % 2], texts[choice / 2 % 2], &input);
    compare(glossary, files);
  }
  glossary_delete(glossary);
  return 0;
}
