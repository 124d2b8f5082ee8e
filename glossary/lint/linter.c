// For each file that was ever asked for, a record beside its entries (records.h): the findings of
// each entry, those of its own bytes and those that hang on others, and whom it asked. An edit cuts
// the record where it cut the entries; an answer that changed makes those findings unknown that
// hung on it.
#include "linter.h"

#include "examine.h"

#include <stdlib.h>

struct Linter {
  const Store *store;
  Names *names;
  Facts *facts;
  SyntaxParser *parser;
  Array(FileRecord *) files;
  NameIds touched_names;
  EntryIds touched;
};

Linter *linter_new(const Store *store) {
  Linter *self = mem_zero(1, sizeof *self);
  self->store = store;
  self->names = names_new(store);
  self->facts = facts_new(store, self->names);
  self->parser = syntax_parser_new();
  return self;
}

// --- forgetting ---

static void forget_asked(Linter *self, EntryRecord *entry) {
  for (size_t i = entry->asked.len; i-- > 0;)
    names_remove_referrer(self->names, entry->asked.items[i], entry->referrer);
  array_free(&entry->asked);
}

static void forget_relations(Linter *self, FileRecord *record, size_t index) {
  record_forget_relations(record, index);
  forget_asked(self, &record->entries.items[index]);
}

static void forget_entries(Linter *self, FileRecord *record, size_t first, size_t count) {
  for (size_t i = first + count; i-- > first;) {
    forget_relations(self, record, i);
    record_forget_own(record, i);
  }
}

static void delete_record(Linter *self, FileRecord *record) {
  forget_entries(self, record, 0, record->entries.len);
  array_free(&record->entries);
  array_free(&record->says);
  mem_free(record);
}

void linter_delete(Linter *self) {
  if (!self) return;
  for (size_t i = 0; i < self->files.len; i++) delete_record(self, self->files.items[i]);
  array_free(&self->files);
  array_free(&self->touched_names);
  array_free(&self->touched);
  facts_delete(self->facts);
  names_delete(self->names);
  syntax_parser_delete(self->parser);
  mem_free(self);
}

// --- files ---

static FileRecord *find_record(const Linter *self, const GlossaryFile *file) {
  for (size_t i = 0; i < self->files.len; i++)
    if (self->files.items[i]->file == file) return self->files.items[i];
  return NULL;
}

static FileRecord *record_for(Linter *self, GlossaryFile *file) {
  FileRecord *record = find_record(self, file);
  if (record) return record;
  record = mem_zero(1, sizeof *record);
  record->file = file;
  record_replace(record, 0, 0, file->entries.len);
  *array_push(&self->files) = record;
  return record;
}

static void drop_record(Linter *self, FileRecord *record) {
  for (size_t i = 0; i < self->files.len; i++)
    if (self->files.items[i] == record) array_remove(&self->files, i, 1);
  delete_record(self, record);
}

// --- following the store ---

// What is said of an entry may hang on the two before it and the two after it.
enum { NEIGHBOURS = 2 };

static void forget_neighbours(Linter *self, FileRecord *record, size_t first, size_t count) {
  size_t from = first > NEIGHBOURS ? first - NEIGHBOURS : 0;
  size_t to = first + count + NEIGHBOURS;
  for (size_t i = from; i < to && i < record->entries.len; i++) forget_relations(self, record, i);
}

static void follow_cut(Linter *self, const StoreChange *change) {
  FileRecord *record = find_record(self, change->file);
  if (!record) return;
  forget_entries(self, record, change->first, change->removed);
  record_replace(record, change->first, change->removed, change->added);
  if (change->first < record->known) record->known = change->first;
  forget_neighbours(self, record, change->first, change->added);
  if (change->file_removed) drop_record(self, record);
}

static void look_again(Linter *self, const uint32_t *ids, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const Entry *entry = store_entry(self->store, ids[i]);
    FileRecord *record = entry ? find_record(self, entry->file) : NULL;
    if (record) forget_relations(self, record, entry->index);
  }
}

static int compare_ids(const void *a, const void *b) {
  NameId x = *(const NameId *)a, y = *(const NameId *)b;
  return (x > y) - (x < y);
}

// Many entries of one name touch it many times, and each time costs as many entries.
static void once_each(NameIds *names) {
  size_t kept = 0;
  if (names->len) qsort(names->items, names->len, sizeof *names->items, compare_ids);
  for (size_t i = 0; i < names->len; i++)
    if (!kept || names->items[kept - 1] != names->items[i]) names->items[kept++] = names->items[i];
  names->len = kept;
}

// The ids are copied: forgetting takes referrers off the list they come from.
static void touch(Linter *self, const uint32_t *ids, size_t count) {
  array_append(&self->touched, ids, count);
}

static void touch_name(Linter *self, NameId name) {
  size_t count;
  const uint32_t *ids = names_taken_by(self->names, name, &count);
  touch(self, ids, count);
  ids = names_answered_by(self->names, name, &count);
  touch(self, ids, count);
  ids = names_avoided_by(self->names, name, &count);
  touch(self, ids, count);
  ids = names_referrers(self->names, name, &count);
  touch(self, ids, count);
}

// Entries of one name may be told to become one: that hangs on their bytes.
static void touch_namesakes(Linter *self, const StoreChange *change) {
  if (change->file_removed) return;
  for (uint32_t i = change->first; i < change->first + change->added; i++) {
    Slice name = change->file->entries.items[i]->name;
    size_t count;
    const uint32_t *ids = names_taken_by(self->names, names_id(self->names, name), &count);
    if (count > 1 && count <= NAMESAKES_MAX) touch(self, ids, count);
  }
}

static void look_again_at_touched(Linter *self) {
  look_again(self, self->touched.items, self->touched.len);
  self->touched.len = 0;
}

void linter_apply(Linter *self, const StoreChange *change) {
  follow_cut(self, change);
  self->touched_names.len = 0;
  names_apply(self->names, change, &self->touched_names);
  once_each(&self->touched_names);
  for (size_t i = 0; i < self->touched_names.len; i++)
    touch_name(self, self->touched_names.items[i]);
  touch_namesakes(self, change);
  facts_apply(self->facts, change, &self->touched);
  look_again_at_touched(self);
}

// --- one entry ---

static void ask(Linter *self, EntryRecord *record, NameId name) {
  *array_push(&record->asked) = name;
  names_add_referrer(self->names, name, record->referrer);
}

static void ask_references(Linter *self, EntryRecord *record) {
  for (size_t i = 0; i < record->references.len; i++) {
    ask(self, record, record->references.items[i].name);
    ask(self, record, record->references.items[i].stem);
  }
}

static Examiner examiner(const Linter *self) {
  return (Examiner){self->store, self->names, self->facts, self->parser};
}

static void check_own(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  Examiner by = examiner(self);
  References references;
  record_keep(record, index, examine_own(&by, record->file, index, &references, scratch), NULL);
  record->entries.items[index].references = references;
}

static void check_relations(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  Examiner by = examiner(self);
  EntryRecord *entry = &record->entries.items[index];
  NameIds asked;
  const Kept *found =
      examine_relations(&by, record->file, index, &entry->references, &asked, scratch);
  entry->referrer = record->file->entries.items[index]->id;
  ask_references(self, entry);
  for (size_t i = 0; i < asked.len; i++) ask(self, entry, asked.items[i]);
  array_free(&asked);
  record_keep(record, index, NULL, found);
}

// False when all was known.
static bool check_entry(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  const EntryRecord *entry = &record->entries.items[index];
  bool known = entry->own && entry->relations;
  if (!entry->own) check_own(self, record, index, scratch);
  if (!entry->relations) check_relations(self, record, index, scratch);
  if (!known) arena_reset(scratch);
  return !known;
}

// --- asking ---

static void add_entry(const FileRecord *record, uint32_t index, FindingList *list) {
  const Kept *own = record->entries.items[index].own;
  const Kept *relations = record->entries.items[index].relations;
  const Entry *entry = record->file->entries.items[index];
  uint32_t start = outline_range(&record->file->outline, index).start;
  findings_add(list, own->items, own->count, start, entry);
  findings_add(list, relations->items, relations->count, start, entry);
  directives_append(&list->directives, &own->directives, start);
}

// Reading the facts of an entry takes so much less than checking it.
enum { SURVEYED_WHILE_CHECKING_ONE = 20 };

bool linter_work(Linter *self, GlossaryFile *file, size_t most) {
  FileRecord *record = record_for(self, file);
  size_t surveys =
      most < SIZE_MAX / SURVEYED_WHILE_CHECKING_ONE ? most * SURVEYED_WHILE_CHECKING_ONE : SIZE_MAX;
  bool surveyed = facts_survey(self->facts, surveys, &self->touched);
  look_again_at_touched(self);
  if (!surveyed) return false;
  Arena *scratch = arena_new();
  for (; record->known < record->entries.len && most; record->known++)
    most -= check_entry(self, record, (uint32_t)record->known, scratch);
  arena_delete(scratch);
  return record->known == record->entries.len;
}

Findings linter_check(Linter *self, GlossaryFile *file, const RuleSettings *settings,
                      Arena *arena) {
  linter_work(self, file, SIZE_MAX);
  const FileRecord *record = record_for(self, file);
  FindingList list = findings_list(self->store, self->names, file, arena);
  Says least = record_too_many(record, list.too_many) ? SAYS_IF_FEW : SAYS_MORE;
  Examiner by = examiner(self);
  examine_preamble(&by, file, &list);
  for (uint32_t i = 0; i < record->entries.len; i++)
    if (record->says.items[i] >= least) add_entry(record, i, &list);
  return findings_finish(&list, settings);
}
