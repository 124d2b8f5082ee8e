// For each file that was ever asked for, two arrays beside its entries: the findings of each entry
// (NULL: not known, &NONE: known to be none) and the names it refers to. An edit cuts both arrays
// where it cut the entries; a name that changed its answer makes the findings of those unknown that
// refer to it or bear it.
#include "findings.h"

#include <stdlib.h>

typedef struct {
  Arena *arena; // holds this and all below
  EntryFinding *items;
  size_t count;
} Kept;

typedef struct {
  uint32_t entry; // id that is on record as the referrer
  NameIds names;
} Refs;

typedef struct {
  GlossaryFile *file;
  Array(const Kept *) findings;
  Array(Refs) refs;
  size_t known; // the findings of all entries before this one are known
} FileRecord;

struct Linter {
  const Store *store;
  Names *names;
  SyntaxParser *parser;
  Array(FileRecord *) files;
  NameIds touched;
};

static const Kept NONE;

Linter *linter_new(const Store *store) {
  Linter *self = mem_zero(1, sizeof *self);
  self->store = store;
  self->names = names_new(store);
  self->parser = syntax_parser_new();
  return self;
}

static void forget_findings(FileRecord *record, size_t index) {
  if (index < record->known) record->known = index;
  const Kept *kept = record->findings.items[index];
  if (kept && kept != &NONE) arena_delete(kept->arena);
  record->findings.items[index] = NULL;
}

static void forget_refs(Linter *self, FileRecord *record, size_t index) {
  Refs *refs = &record->refs.items[index];
  for (size_t i = refs->names.len; i-- > 0;)
    names_remove_referrer(self->names, refs->names.items[i], refs->entry);
  array_free(&refs->names);
}

static void forget_entries(Linter *self, FileRecord *record, size_t first, size_t count) {
  for (size_t i = first + count; i-- > first;) {
    forget_findings(record, i);
    forget_refs(self, record, i);
  }
}

static void delete_record(Linter *self, FileRecord *record) {
  forget_entries(self, record, 0, record->findings.len);
  array_free(&record->findings);
  array_free(&record->refs);
  mem_free(record);
}

void linter_delete(Linter *self) {
  if (!self) return;
  for (size_t i = 0; i < self->files.len; i++) delete_record(self, self->files.items[i]);
  array_free(&self->files);
  array_free(&self->touched);
  names_delete(self->names);
  syntax_parser_delete(self->parser);
  mem_free(self);
}

static FileRecord *find_record(const Linter *self, const GlossaryFile *file) {
  for (size_t i = 0; i < self->files.len; i++)
    if (self->files.items[i]->file == file) return self->files.items[i];
  return NULL;
}

static void add_unknown(FileRecord *record, size_t at, size_t count) {
  Kept **findings = mem_zero(count, sizeof *findings);
  Refs *refs = mem_zero(count, sizeof *refs);
  array_splice(&record->findings, at, 0, findings, count);
  array_splice(&record->refs, at, 0, refs, count);
  mem_free(findings);
  mem_free(refs);
}

static FileRecord *record_for(Linter *self, GlossaryFile *file) {
  FileRecord *record = find_record(self, file);
  if (record) return record;
  record = mem_zero(1, sizeof *record);
  record->file = file;
  add_unknown(record, 0, file->entries.len);
  *array_push(&self->files) = record;
  return record;
}

static void drop_record(Linter *self, FileRecord *record) {
  for (size_t i = 0; i < self->files.len; i++)
    if (self->files.items[i] == record) array_remove(&self->files, i, 1);
  delete_record(self, record);
}

static void follow_cut(Linter *self, const StoreChange *change) {
  FileRecord *record = find_record(self, change->file);
  if (!record) return;
  forget_entries(self, record, change->first, change->removed);
  array_remove(&record->findings, change->first, change->removed);
  array_remove(&record->refs, change->first, change->removed);
  add_unknown(record, change->first, change->added);
  if (change->first < record->known) record->known = change->first;
  if (change->file_removed) drop_record(self, record);
}

static void look_again(Linter *self, const uint32_t *ids, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const Entry *entry = store_entry(self->store, ids[i]);
    FileRecord *record = entry ? find_record(self, entry->file) : NULL;
    if (record) forget_findings(record, entry->index);
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

void linter_apply(Linter *self, const StoreChange *change) {
  follow_cut(self, change);
  self->touched.len = 0;
  names_apply(self->names, change, &self->touched);
  once_each(&self->touched);
  for (size_t i = 0; i < self->touched.len; i++) {
    size_t count;
    const uint32_t *ids = names_taken_by(self->names, self->touched.items[i], &count);
    look_again(self, ids, count);
    ids = names_referrers(self->names, self->touched.items[i], &count);
    look_again(self, ids, count);
  }
}

static Kept *keep(RuleContext *context) {
  Kept *kept = arena_alloc(context->arena, sizeof *kept);
  kept->arena = context->arena;
  kept->count = context->findings.len;
  kept->items = arena_array(context->arena, EntryFinding, kept->count);
  memcpy(kept->items, context->findings.items, kept->count * sizeof *kept->items);
  return kept;
}

static void refer(Linter *self, Refs *refs, NameId name) {
  *array_push(&refs->names) = name;
  names_add_referrer(self->names, name, refs->entry);
}

static void keep_references(Linter *self, FileRecord *record, size_t index,
                            const RuleContext *context) {
  forget_refs(self, record, index);
  Refs *refs = &record->refs.items[index];
  refs->entry = context->entry->id;
  for (size_t i = 0; i < context->references.len; i++) {
    refer(self, refs, context->references.items[i].name);
    refer(self, refs, context->references.items[i].stem);
  }
}

// Bytes from the start of entry `index` to the start of the next.
static Range region_of(const GlossaryFile *file, uint32_t index) {
  uint32_t start = outline_range(&file->outline, index).start;
  bool last = index + 1 == file->entries.len;
  return (Range){start,
                 last ? text_len(file->text) : outline_range(&file->outline, index + 1).start};
}

static void check_entry(Linter *self, FileRecord *record, uint32_t index, Arena *scratch) {
  GlossaryFile *file = record->file;
  const Entry *entry = file->entries.items[index];
  RuleContext context = {.store = self->store,
                         .names = self->names,
                         .file = file,
                         .entry = entry,
                         .fields = entry->fields,
                         .field_count = entry->field_count};
  context.region = text_slice(file->text, region_of(file, index));
  context.bytes = slice_to(context.region, range_len(entry_range(entry)));
  context.syntax = syntax_read(self->parser, context.bytes, scratch);
  context.arena = arena_new();
  rules_run(&context);
  keep_references(self, record, index, &context);
  record->findings.items[index] = context.findings.len ? keep(&context) : &NONE;
  if (!context.findings.len) arena_delete(context.arena);
  array_free(&context.findings);
  array_free(&context.references);
}

// The preamble is short, so nothing of it is kept.
static void check_preamble(Linter *self, GlossaryFile *file, FindingList *list) {
  RuleContext context = {.store = self->store,
                         .names = self->names,
                         .file = file,
                         .arena = list->arena,
                         .fields = file->facts.fields,
                         .field_count = file->facts.field_count};
  context.bytes = context.region =
      text_slice(file->text, outline_preamble(&file->outline, file->text));
  rules_run(&context);
  findings_add(list, context.findings.items, context.findings.len, 0);
  array_free(&context.findings);
}

bool linter_work(Linter *self, GlossaryFile *file, size_t most) {
  FileRecord *record = record_for(self, file);
  Arena *scratch = arena_new();
  for (; record->known < record->findings.len; record->known++) {
    if (record->findings.items[record->known]) continue;
    if (most-- == 0) break;
    check_entry(self, record, (uint32_t)record->known, scratch);
    arena_reset(scratch);
  }
  arena_delete(scratch);
  return record->known == record->findings.len;
}

Findings linter_check(Linter *self, GlossaryFile *file, Arena *arena) {
  linter_work(self, file, SIZE_MAX);
  const FileRecord *record = record_for(self, file);
  FindingList list = {.store = self->store, .names = self->names, .arena = arena};
  check_preamble(self, file, &list);
  for (uint32_t i = 0; i < record->findings.len; i++) {
    const Kept *kept = record->findings.items[i];
    if (kept == &NONE) continue;
    findings_add(&list, kept->items, kept->count, outline_range(&file->outline, i).start);
  }
  return findings_finish(&list);
}
