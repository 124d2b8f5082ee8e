// A page of any bytes: nothing of it but furniture is lost by import, and its texts come back by
// export.
#include "fuzz.h"

#include <glossary/convert/export.h>
#include <glossary/convert/import.h>
#include <glossary/convert/spaces.h>

// How often each byte stands in a text, white space aside and capitals made small.
typedef struct {
  size_t counts[256];
} Census;

static void count(Census *self, Slice text) {
  while (text.len) {
    size_t space = space_len(text);
    if (!space) self->counts[(unsigned char)byte_lower(text.ptr[0])]++;
    text = slice_from(text, space ? space : 1);
  }
}

static void check_survival(const GlossaryFile *page, const Imported *imported) {
  Census before = {0}, after = {0};
  for (uint32_t i = 0; i < imported->file_count; i++) count(&after, imported->files[i].text);
  for (size_t i = 0; i < page->entries.len; i++) count(&before, entry_body(page->entries.items[i]));
  for (int byte = 0; byte < 256; byte++) // marks may change, and `•` becomes `*`
    if (byte_is_alnum((char)byte)) MUST(after.counts[byte] >= before.counts[byte]);
}

// The sum of the digests of all texts, whatever their order.
static uint64_t texts_of(const GlossaryFile *page) {
  uint64_t sum = 0;
  for (size_t i = 0; i < page->entries.len; i++)
    sum += hash_but_spaces(entry_body(page->entries.items[i]));
  return sum;
}

static bool is_exact(const Imported *imported) {
  for (uint32_t i = 0; i < imported->notice_count; i++)
    if (imported->notices[i].kind == NOTICE_NOT_EXACT) return false;
  return true;
}

static void check_way_back(const GlossaryFile *page, const Imported *imported, Arena *arena) {
  GlossaryFile **files = arena_array(arena, GlossaryFile *, imported->file_count);
  for (uint32_t i = 0; i < imported->file_count; i++)
    files[i] = glossary_file_new(imported->files[i].name, (Slice){0}, imported->files[i].text);
  Exported exported = export_page(files, imported->file_count, arena);
  GlossaryFile *back = glossary_file_new((Slice){0}, (Slice){0}, exported.text);
  MUST(!is_exact(imported) || back->entries.len == page->entries.len);
  MUST(!is_exact(imported) || texts_of(back) == texts_of(page));
  for (uint32_t i = 0; i < imported->file_count; i++) glossary_file_delete(files[i]);
  glossary_file_delete(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice input = input_of(data, size);
  Split split = (Split)take_below(&input, 3);
  GlossaryFile *page = glossary_file_new(SLICE("page.txt"), (Slice){0}, input);
  Arena *arena = arena_new();
  if (page->outline.dialect == DIALECT_PAGE) {
    Imported imported = import_pages(&page, 1, &(ImportStyle){.split = split}, arena);
    MUST(imported.entry_count == page->entries.len);
    check_survival(page, &imported);
    check_way_back(page, &imported, arena);
  } else {
    export_page(&page, 1, arena);
  }
  arena_delete(arena);
  glossary_file_delete(page);
  return 0;
}
