// One glossary file: its text, outline, facts and entries.
#include "file.h"

typedef struct {
  Entry entry; // first, so that a pointer to it is a pointer to the whole
  Arena *own;  // what an entry read after an edit holds; NULL: it lives in the file's arena
} Stored;

static Entry *read_into(GlossaryFile *self, uint32_t index, Arena *arena, Arena *own) {
  Slice bytes = text_slice(self->text, outline_range(&self->outline, index));
  Stored *stored = arena_alloc(arena, sizeof *stored);
  stored->entry = entry_read(bytes, self->outline.dialect, &self->facts, arena);
  stored->entry.file = self;
  stored->entry.index = index;
  stored->entry.id = ENTRY_ID_NONE;
  stored->own = own;
  return &stored->entry;
}

Entry *file_read_entry(GlossaryFile *self, uint32_t index) {
  Arena *own = arena_new();
  return read_into(self, index, own, own);
}

void file_free_entry(Entry *entry) {
  Stored *stored = (Stored *)entry;
  if (stored->own) arena_delete(stored->own);
}

void file_read_facts(GlossaryFile *self, Arena **replaced) {
  *replaced = self->facts_arena;
  self->facts_arena = arena_new();
  self->facts = file_facts_read(self->text, &self->outline, self->facts_arena);
}

GlossaryFile *glossary_file_from(Slice path, Slice root, Text *text) {
  GlossaryFile *self = mem_zero(1, sizeof *self);
  self->entries_arena = arena_new();
  self->path = arena_copy(self->entries_arena, path);
  self->root = arena_copy(self->entries_arena, root);
  self->text = text;
  self->outline = outline_scan(self->text);
  Arena *none;
  file_read_facts(self, &none);
  array_reserve(&self->entries, self->outline.spans.len);
  for (uint32_t i = 0; i < self->outline.spans.len; i++)
    *array_push(&self->entries) = read_into(self, i, self->entries_arena, NULL);
  return self;
}

GlossaryFile *glossary_file_new(Slice path, Slice root, Slice bytes) {
  return glossary_file_from(path, root, text_new(bytes));
}

void glossary_file_delete(GlossaryFile *self) {
  if (!self) return;
  for (size_t i = 0; i < self->entries.len; i++) file_free_entry(self->entries.items[i]);
  array_free(&self->entries);
  outline_free(&self->outline);
  text_delete(self->text);
  arena_delete(self->facts_arena);
  arena_delete(self->entries_arena);
  mem_free(self);
}

bool glossary_file_has_headword(const GlossaryFile *self) {
  for (size_t i = 0; i < self->entries.len; i++)
    if (range_len(self->entries.items[i]->heading)) return true;
  return false;
}

Range entry_range(const Entry *entry) {
  return outline_range(&entry->file->outline, entry->index);
}

Slice entry_body(const Entry *entry) {
  return slice_range(text_slice(entry->file->text, entry_range(entry)), entry->body);
}
