#include "import.h"

#include "markdown.h"
#include "senses.h"
#include "shelf.h"
#include "title.h"

#include <stdlib.h>

typedef struct {
  GlossaryFile *const *pages;
  size_t page_count;
  const ImportStyle *style;
  Slice title;
  Drafts drafts;
  Notices notices;
  Array(ImportedFile) files;
  Arena *arena;
} Import;

static Slice title_of(const Import *self) {
  for (size_t i = 0; i < self->page_count; i++) {
    Slice title = title_of_page(self->pages[i]);
    if (title.len) return title;
  }
  Slice name = self->page_count ? title_of_path(self->pages[0]->path) : (Slice){0};
  return name.len ? name : SLICE("Glossary");
}

static void draft_entries(Import *self) {
  for (uint32_t page = 0; page < self->page_count; page++) {
    const GlossaryFile *file = self->pages[page];
    for (size_t i = 0; i < file->entries.len; i++) {
      Draft draft = draft_new(file->entries.items[i], page, &self->notices);
      draft.number = (uint32_t)self->drafts.len;
      *array_push(&self->drafts) = draft;
    }
  }
}

// --- one file ---

static bool share_category(const Draft *drafts, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (!drafts[i].category.len || !slice_eq(drafts[i].category, drafts[0].category)) return false;
  return true;
}

static Slice preamble_of(const Import *self, const Draft *first, bool shared) {
  Written out = {0};
  Slice label = shelf_label(first, self->style->split, self->arena), title = self->title;
  if (label.len) title = joined(self->arena, title, SLICE(": "), label);
  write_preamble(&out, title, shared ? first->category : (Slice){0});
  return written_end(&out, self->arena);
}

// Entries that each read back alone do so together, or else it is told.
static void look_again(Import *self, Slice text, const Draft *drafts, size_t count) {
  GlossaryFile *file = glossary_file_new((Slice){0}, (Slice){0}, text);
  Arena *arena = arena_new();
  for (size_t i = 0; i < count; i++) {
    bool same = file->entries.len == count && draft_is(&drafts[i], file->entries.items[i], arena);
    if (!same)
      notice_add(&self->notices, draft_notice(&drafts[i], NOTICE_NOT_EXACT),
                 "\xE2\x80\x9C%.*s\xE2\x80\x9D does not come back as it is: compare it with the "
                 "page",
                 SLICE_FMT(drafts[i].name));
    arena_reset(arena);
  }
  arena_delete(arena);
  glossary_file_delete(file);
}

static void write_file(Import *self, const Draft *drafts, size_t count) {
  Written out = {0};
  bool shared = self->style->split == SPLIT_CATEGORY && share_category(drafts, count);
  Surroundings around = {preamble_of(self, drafts, shared), shared, &self->style->format};
  written_add(&out, around.preamble);
  for (size_t i = 0; i < count; i++) {
    if (i) written_add(&out, SLICE("\n"));
    write_entry(&out, &drafts[i], &around, &self->notices);
  }
  Slice text = written_end(&out, self->arena);
  look_again(self, text, drafts, count);
  *array_push(&self->files) = (ImportedFile){drafts[0].file, text, (uint32_t)count};
}

static void write_files(Import *self) {
  const Drafts *drafts = &self->drafts;
  for (size_t from = 0, to; from < drafts->len; from = to) {
    for (to = from + 1; to < drafts->len; to++)
      if (!slice_eq(drafts->items[from].file, drafts->items[to].file)) break;
    write_file(self, &drafts->items[from], to - from);
  }
}

// --- all of them ---

static int by_place(const void *a, const void *b) {
  const Notice *left = a, *right = b;
  if (left->file != right->file) return left->file < right->file ? -1 : 1;
  if (left->range.start != right->range.start)
    return left->range.start < right->range.start ? -1 : 1;
  return (int)left->kind - (int)right->kind;
}

// In the arena.
static Imported result_of(const Import *self) {
  Imported result = {.entry_count = (uint32_t)self->drafts.len,
                     .file_count = (uint32_t)self->files.len,
                     .notice_count = (uint32_t)self->notices.items.len};
  result.files = arena_array(self->arena, ImportedFile, result.file_count);
  result.notices = arena_array(self->arena, Notice, result.notice_count);
  for (uint32_t i = 0; i < result.file_count; i++) result.files[i] = self->files.items[i];
  for (uint32_t i = 0; i < result.notice_count; i++)
    result.notices[i] = self->notices.items.items[i];
  if (result.notice_count)
    qsort(result.notices, result.notice_count, sizeof *result.notices, by_place);
  return result;
}

Imported import_pages(GlossaryFile *const *pages, size_t count, const ImportStyle *style,
                      Arena *arena) {
  Import self = {.pages = pages,
                 .page_count = count,
                 .style = style,
                 .notices = {.arena = arena},
                 .arena = arena};
  self.title = title_of(&self);
  draft_entries(&self);
  senses_number(&self.drafts, pages, &self.notices);
  shelf_sort(&self.drafts, style->split, self.title, arena);
  write_files(&self);
  Imported result = self.files.len ? result_of(&self) : (Imported){0};
  array_free(&self.drafts);
  array_free(&self.notices.items);
  array_free(&self.files);
  return result;
}
