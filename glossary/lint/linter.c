// For each file that was ever asked for, an array beside its entries: the findings of each entry,
// those of its own bytes and those that hang on others, and whom it asked. An edit cuts the array
// where it cut the entries; an answer that changed makes those findings unknown that hung on it.
#include "linter.h"
#include "findings.h"
#include "suppress/directives.h"

#include "../prose/seek.h"

#include <stdlib.h>

// What rules found, or a directive said, in one pass over one entry.
typedef struct {
  Arena *arena; // holds this and all below
  EntryFinding *items;
  size_t count;
  Directives directives;
} Kept;

typedef struct {
  const Kept *own, *relations; // NULL: not known; &NOTHING: known to be nothing
  References references;
  NameIds asked; // names at which it is on record as a referrer
  uint32_t referrer;
} EntryRecord;

typedef struct {
  GlossaryFile *file;
  Array(EntryRecord) entries;
  Array(bool) silent; // beside them: nothing is to be said of the entry. Small, to be read quickly
  size_t known;       // the findings of all entries before this one are known
} FileRecord;

struct Linter {
  const Store *store;
  Names *names;
  Facts *facts;
  SyntaxParser *parser;
  Array(FileRecord *) files;
  NameIds touched_names;
  EntryIds touched;
};

static const Kept NOTHING;

Linter *linter_new(const Store *store) {
  Linter *self = mem_zero(1, sizeof *self);
  self->store = store;
  self->names = names_new(store);
  self->facts = facts_new(store, self->names);
  self->parser = syntax_parser_new();
  return self;
}

// --- forgetting ---

static void forget_kept(const Kept **kept) {
  if (*kept && *kept != &NOTHING) {
    Directives directives = (*kept)->directives;
    array_free(&directives);
    arena_delete((*kept)->arena);
  }
  *kept = NULL;
}

static void forget_asked(Linter *self, EntryRecord *entry) {
  for (size_t i = entry->asked.len; i-- > 0;)
    names_remove_referrer(self->names, entry->asked.items[i], entry->referrer);
  array_free(&entry->asked);
}

static void forget_relations(Linter *self, FileRecord *record, size_t index) {
  if (index < record->known) record->known = index;
  forget_kept(&record->entries.items[index].relations);
  forget_asked(self, &record->entries.items[index]);
}

static void forget_entries(Linter *self, FileRecord *record, size_t first, size_t count) {
  for (size_t i = first + count; i-- > first;) {
    forget_relations(self, record, i);
    forget_kept(&record->entries.items[i].own);
    array_free(&record->entries.items[i].references);
  }
}

static void delete_record(Linter *self, FileRecord *record) {
  forget_entries(self, record, 0, record->entries.len);
  array_free(&record->entries);
  array_free(&record->silent);
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

// `count` entries that nothing is known of take the place of `removed` ones. Typing mostly replaces
// one by one, and then nothing is moved.
static void replace_by_unknown(FileRecord *record, size_t at, size_t removed, size_t count) {
  EntryRecord *entries = mem_zero(count, sizeof *entries);
  bool *silent = mem_zero(count, sizeof *silent);
  array_splice(&record->entries, at, removed, entries, count);
  array_splice(&record->silent, at, removed, silent, count);
  mem_free(entries);
  mem_free(silent);
}

static FileRecord *record_for(Linter *self, GlossaryFile *file) {
  FileRecord *record = find_record(self, file);
  if (record) return record;
  record = mem_zero(1, sizeof *record);
  record->file = file;
  replace_by_unknown(record, 0, 0, file->entries.len);
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
  replace_by_unknown(record, change->first, change->removed, change->added);
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

static Kept *keep(RuleContext *context) {
  Kept *kept = arena_alloc(context->arena, sizeof *kept);
  *kept = (Kept){.arena = context->arena, .count = context->findings.len};
  kept->items = arena_array(context->arena, EntryFinding, kept->count);
  if (kept->count) memcpy(kept->items, context->findings.items, kept->count * sizeof *kept->items);
  return kept;
}

// What was found, or &NOTHING. Ends the context but for its references and its names.
static const Kept *finish(RuleContext *context, Directives directives) {
  Kept *kept = NULL;
  if (context->findings.len || directives.len) {
    kept = keep(context);
    kept->directives = directives;
  } else {
    arena_delete(context->arena);
  }
  array_free(&context->findings);
  return kept ? kept : &NOTHING;
}

static void ask(Linter *self, EntryRecord *record, NameId name) {
  *array_push(&record->asked) = name;
  names_add_referrer(self->names, name, record->referrer);
}

static void keep_asked(Linter *self, EntryRecord *record, const RuleContext *context) {
  record->referrer = context->entry->id;
  for (size_t i = 0; i < record->references.len; i++) {
    ask(self, record, record->references.items[i].name);
    ask(self, record, record->references.items[i].stem);
  }
  for (size_t i = 0; i < context->asked.len; i++) ask(self, record, context->asked.items[i]);
}

// Bytes from the start of entry `index` to the start of the next.
static Range region_of(const GlossaryFile *file, uint32_t index) {
  uint32_t start = outline_range(&file->outline, index).start;
  bool last = index + 1 == file->entries.len;
  return (Range){start,
                 last ? text_len(file->text) : outline_range(&file->outline, index + 1).start};
}

static RuleContext context_of(Linter *self, GlossaryFile *file, uint32_t index, Arena *scratch) {
  const Entry *entry = file->entries.items[index];
  RuleContext context = {.store = self->store,
                         .names = self->names,
                         .facts = self->facts,
                         .file = file,
                         .entry = entry,
                         .fields = entry->fields,
                         .field_count = entry->field_count,
                         .scratch = scratch};
  context.region = text_slice(file->text, region_of(file, index));
  context.bytes = slice_to(context.region, range_len(entry_range(entry)));
  context.arena = arena_new();
  return context;
}

// Comments to Gloss are rare, and the search for the word they hold is as fast as memory.
static Directives directives_of(const RuleContext *context) {
  Directives result = {0};
  uint32_t end = (uint32_t)context->region.len;
  if (seek(context->region, 0, end, SLICE("gloss-")) == end) return result;
  Prose prose = prose_read(prose_language(SLICE("gloss"), (Slice){0}), context->region);
  directives_read(context->region, prose.remarks.items, prose.remarks.len, &result, context->arena);
  prose_free(&prose);
  return result;
}

static void check_own(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  EntryRecord *kept = &record->entries.items[index];
  RuleContext context = context_of(self, record->file, index, scratch);
  context.syntax = syntax_read(self->parser, context.bytes, scratch);
  rules_collect_references(&context);
  rules_check_entry(&context);
  kept->own = finish(&context, directives_of(&context));
  kept->references = context.references;
  array_free(&context.asked);
}

static void check_relations(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  EntryRecord *kept = &record->entries.items[index];
  RuleContext context = context_of(self, record->file, index, scratch);
  context.references = kept->references;
  rules_check_relations(&context);
  keep_asked(self, kept, &context);
  kept->relations = finish(&context, (Directives){0});
  array_free(&context.asked);
}

// False when all was known.
static bool check_entry(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  const EntryRecord *entry = &record->entries.items[index];
  bool known = entry->own && entry->relations;
  if (!entry->own) check_own(self, record, index, scratch);
  if (!entry->relations) check_relations(self, record, index, scratch);
  record->silent.items[index] = entry->own == &NOTHING && entry->relations == &NOTHING;
  if (!known) arena_reset(scratch);
  return !known;
}

// --- asking ---

// The preamble is short, so nothing of it is kept.
static void check_preamble(Linter *self, GlossaryFile *file, FindingList *list) {
  RuleContext context = {.store = self->store,
                         .names = self->names,
                         .facts = self->facts,
                         .file = file,
                         .arena = list->arena,
                         .scratch = list->arena,
                         .fields = file->facts.fields,
                         .field_count = file->facts.field_count};
  context.bytes = context.region =
      text_slice(file->text, outline_preamble(&file->outline, file->text));
  rules_check_preamble(&context);
  findings_add(list, context.findings.items, context.findings.len, 0, NULL);
  Directives directives = directives_of(&context);
  directives_append(&list->directives, &directives, 0);
  array_free(&directives);
  array_free(&context.findings);
  array_free(&context.asked);
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
  check_preamble(self, file, &list);
  for (uint32_t i = 0; i < record->entries.len; i++) {
    if (record->silent.items[i]) continue;
    const EntryRecord *entry = &record->entries.items[i];
    uint32_t start = outline_range(&file->outline, i).start;
    findings_add(&list, entry->own->items, entry->own->count, start, file->entries.items[i]);
    findings_add(&list, entry->relations->items, entry->relations->count, start,
                 file->entries.items[i]);
    directives_append(&list.directives, &entry->own->directives, start);
  }
  return findings_finish(&list, settings);
}
