#include "file.h"

struct Store {
  Array(GlossaryFile *) files; // ascending by path
  Array(Entry *) slots;        // by id; NULL: gone
  size_t entry_count;
  uint64_t revision;
};

Store *store_new(void) {
  return mem_zero(1, sizeof(Store));
}

void store_delete(Store *self) {
  if (!self) return;
  for (size_t i = 0; i < self->files.len; i++) glossary_file_delete(self->files.items[i]);
  array_free(&self->files);
  array_free(&self->slots);
  mem_free(self);
}

void store_change_free(StoreChange *self) {
  array_free(&self->removed_ids);
  array_free(&self->added_ids);
  if (self->file_removed) glossary_file_delete(self->file);
}

// Where the file with `path` is, or belongs.
static size_t file_place(const Store *self, Slice path) {
  size_t low = 0, high = self->files.len;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (slice_cmp(self->files.items[middle]->path, path) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

GlossaryFile *store_find(const Store *self, Slice path) {
  size_t place = file_place(self, path);
  bool found = place < self->files.len && slice_eq(self->files.items[place]->path, path);
  return found ? self->files.items[place] : NULL;
}

size_t store_file_count(const Store *self) {
  return self->files.len;
}

GlossaryFile *store_file(const Store *self, size_t index) {
  return self->files.items[index];
}

Entry *store_entry(const Store *self, uint32_t id) {
  return id < self->slots.len ? self->slots.items[id] : NULL;
}

uint32_t store_next_id(const Store *self) {
  return (uint32_t)self->slots.len;
}

size_t store_entry_count(const Store *self) {
  return self->entry_count;
}

uint64_t store_revision(const Store *self) {
  return self->revision;
}

static void give_new_id(Store *self, Entry *entry, StoreChange *change) {
  entry->id = (uint32_t)self->slots.len;
  *array_push(&self->slots) = entry;
  *array_push(&change->added_ids) = entry->id;
  self->entry_count++;
}

static void drop_id(Store *self, const Entry *entry, StoreChange *change) {
  self->slots.items[entry->id] = NULL;
  *array_push(&change->removed_ids) = entry->id;
  self->entry_count--;
}

static void keep_id(Store *self, const Entry *old, Entry *new) {
  new->id = old->id;
  self->slots.items[new->id] = new;
}

// Gives `added` entries their ids: where the same terms stand at the front or the back of the
// `removed` ones, those keep theirs, unless what their file says of them all has changed.
static void give_ids(Store *self, Entry *const *removed, size_t removed_count, Entry *const *added,
                     size_t added_count, bool same_facts, StoreChange *change) {
  size_t least = removed_count < added_count ? removed_count : added_count;
  if (!same_facts) least = 0;
  size_t front = 0, back = 0;
  while (front < least && entry_same_term(removed[front], added[front])) {
    keep_id(self, removed[front], added[front]);
    front++;
  }
  while (front + back < least &&
         entry_same_term(removed[removed_count - 1 - back], added[added_count - 1 - back])) {
    keep_id(self, removed[removed_count - 1 - back], added[added_count - 1 - back]);
    back++;
  }
  for (size_t i = front; i < removed_count - back; i++) drop_id(self, removed[i], change);
  for (size_t i = front; i < added_count - back; i++) give_new_id(self, added[i], change);
}

static StoreChange change_of_all(GlossaryFile *file, size_t removed, size_t added) {
  return (StoreChange){.file = file, .removed = (uint32_t)removed, .added = (uint32_t)added};
}

static StoreChange insert_file(Store *self, GlossaryFile *file) {
  StoreChange change = change_of_all(file, 0, file->entries.len);
  array_splice(&self->files, file_place(self, file->path), 0, &file, 1);
  give_ids(self, NULL, 0, file->entries.items, file->entries.len, true, &change);
  return change;
}

static StoreChange replace_file(Store *self, GlossaryFile *file, GlossaryFile *new) {
  GlossaryFile old = *file;
  *file = *new;
  *new = old; // the shell of the new file now carries the old contents to their end
  for (size_t i = 0; i < file->entries.len; i++) file->entries.items[i]->file = file;
  StoreChange change = change_of_all(file, old.entries.len, file->entries.len);
  bool same_facts = slice_eq(old.root, file->root) && file_facts_eq(&old.facts, &file->facts);
  give_ids(self, old.entries.items, old.entries.len, file->entries.items, file->entries.len,
           same_facts, &change);
  glossary_file_delete(new);
  return change;
}

StoreChange store_put(Store *self, GlossaryFile *file) {
  self->revision++;
  GlossaryFile *present = store_find(self, file->path);
  return present ? replace_file(self, present, file) : insert_file(self, file);
}

StoreChange store_remove(Store *self, GlossaryFile *file) {
  self->revision++;
  StoreChange change = change_of_all(file, file->entries.len, 0);
  change.file_removed = true;
  for (size_t i = 0; i < file->entries.len; i++) {
    drop_id(self, file->entries.items[i], &change);
    file_free_entry(file->entries.items[i]);
  }
  file->entries.len = 0;
  array_splice(&self->files, file_place(self, file->path), 1, &file, 0);
  return change;
}

// Reads the facts again; true when they came out different, so that all entries must be read again.
static bool facts_changed(GlossaryFile *file) {
  FileFacts before = file->facts;
  Arena *replaced;
  file_read_facts(file, &replaced);
  bool changed = !file_facts_eq(&before, &file->facts);
  arena_delete(replaced);
  return changed;
}

static uint32_t preamble_end(const GlossaryFile *file) {
  return outline_preamble(&file->outline, file->text).end;
}

// Puts the entries of the cut in the place of those that stood there.
static StoreChange read_again(Store *self, GlossaryFile *file, OutlineChange cut, bool same_facts) {
  StoreChange change = {
      .file = file, .first = cut.first, .removed = cut.removed, .added = cut.added};
  Array(Entry *) added = {0};
  for (uint32_t i = 0; i < cut.added; i++)
    *array_push(&added) = file_read_entry(file, cut.first + i);
  Entry **removed = file->entries.items + cut.first;
  give_ids(self, removed, cut.removed, added.items, added.len, same_facts, &change);
  for (uint32_t i = 0; i < cut.removed; i++) file_free_entry(removed[i]);
  array_splice(&file->entries, cut.first, cut.removed, added.items, added.len);
  array_free(&added);
  if (cut.removed != cut.added)
    for (size_t i = cut.first; i < file->entries.len; i++)
      file->entries.items[i]->index = (uint32_t)i;
  return change;
}

StoreChange store_edit(Store *self, GlossaryFile *file, Range range, Slice replacement) {
  self->revision++;
  uint32_t preamble_before = preamble_end(file);
  text_replace(file->text, range, replacement);
  OutlineChange cut = outline_edit(&file->outline, file->text, range, (uint32_t)replacement.len);
  // The edit may itself have made the preamble shorter (a title that becomes an entry) or longer.
  bool in_preamble = range.start <= preamble_before || range.start <= preamble_end(file);
  bool changed = (cut.whole || in_preamble) && facts_changed(file);
  if (cut.whole || changed)
    cut = (OutlineChange){0, (uint32_t)file->entries.len, (uint32_t)file->outline.spans.len, true};
  return read_again(self, file, cut, !changed);
}
