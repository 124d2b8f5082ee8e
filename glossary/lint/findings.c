#include "findings.h"

#include "moving.h"
#include "new_entry.h"

#include <stdlib.h>

FindingList findings_list(const Store *store, Names *names, GlossaryFile *file, Arena *arena) {
  return (FindingList){.store = store, .names = names, .file = file, .arena = arena};
}

// --- other places ---

static int compare_related(const void *a, const void *b) {
  const Related *x = a, *y = b;
  int order = slice_cmp(x->file->path, y->file->path);
  return order ? order : (x->range.start > y->range.start) - (x->range.start < y->range.start);
}

// The related entries that still stand, ascending by place.
static Related *resolve_related(const FindingList *self, const EntryFinding *kept,
                                uint32_t *count) {
  Related *related = arena_array(self->arena, Related, kept->related_count);
  *count = 0;
  for (uint32_t i = 0; i < kept->related_count; i++) {
    const Entry *entry = store_entry(self->store, kept->related[i].entry);
    if (!entry) continue;
    Range range = range_shift(entry->heading, entry_range(entry).start);
    related[(*count)++] =
        (Related){entry->file, range, arena_copy(self->arena, kept->related[i].message)};
  }
  if (*count) qsort(related, *count, sizeof *related, compare_related);
  return related;
}

// --- fixes ---

static bool stands_before(Range a, Range b) {
  return a.start != b.start ? a.start < b.start : a.end < b.end;
}

// There are few; and those at one place must keep their order.
static void sort_edits(Edit *edits, uint32_t count) {
  for (uint32_t i = 1; i < count; i++)
    for (uint32_t j = i; j && stands_before(edits[j].range, edits[j - 1].range); j--) {
      Edit edit = edits[j];
      edits[j] = edits[j - 1];
      edits[j - 1] = edit;
    }
}

// False when its entry is gone, or stands in another file.
static bool resolve_edit(const FindingList *self, const EntryEdit *kept, uint32_t start,
                         Edit *edit) {
  if (kept->entry != ENTRY_SELF) {
    const Entry *entry = store_entry(self->store, kept->entry);
    if (!entry || entry->file != self->file) return false;
    start = entry_range(entry).start;
  }
  *edit = (Edit){range_shift(kept->range, start), arena_copy(self->arena, kept->text)};
  return true;
}

static bool resolve_fix(const FindingList *self, const EntryFix *kept, uint32_t start, Fix *fix) {
  *fix = (Fix){.title = arena_copy(self->arena, kept->title), .certain = kept->certain};
  fix->edits = arena_array(self->arena, Edit, kept->edit_count);
  for (; fix->edit_count < kept->edit_count; fix->edit_count++)
    if (!resolve_edit(self, &kept->edits[fix->edit_count], start, &fix->edits[fix->edit_count]))
      return false;
  sort_edits(fix->edits, fix->edit_count);
  return true;
}

static void resolve_fixes(const FindingList *self, const EntryFinding *kept, uint32_t start,
                          Finding *finding) {
  // And what is only known now: the nearest name and a new entry, or the entry's place.
  finding->fixes = arena_array(self->arena, Fix, FIXES_MAX + 2);
  for (uint32_t i = 0; i < kept->fix_count; i++)
    finding->fix_count +=
        resolve_fix(self, &kept->fixes[i], start, &finding->fixes[finding->fix_count]);
}

// --- the nearest name ---

// Each suggestion may cost a look at all names. Who has more wrong references than this in one file
// has another problem than a slip of the pen.
enum { SUGGESTIONS_MAX = 500 };

static Fix *first_fix(Finding *finding) {
  memmove(finding->fixes + 1, finding->fixes, finding->fix_count * sizeof *finding->fixes);
  finding->fix_count++;
  return &finding->fixes[0];
}

static void suggest_nearest(FindingList *self, const EntryFinding *kept, Finding *finding) {
  Slice nearest = names_nearest(self->names, kept->suggestion.name);
  if (!nearest.len) return;
  nearest = arena_copy(self->arena, nearest);
  finding->message = arena_format(self->arena, "%.*s; did you mean \xE2\x80\x9C%.*s\xE2\x80\x9D?",
                                  SLICE_FMT(finding->message), SLICE_FMT(nearest));
  Fix *fix = first_fix(finding);
  *fix = (Fix){.edits = arena_array(self->arena, Edit, 1), .edit_count = 1};
  fix->title =
      arena_format(self->arena, "Replace with \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(nearest));
  fix->edits[0] = (Edit){finding->range, nearest};
}

// A comma ends the headword of a page, a line end any.
static bool can_be_headword(const FindingList *self, Slice name) {
  const char *ends = self->file->outline.dialect == DIALECT_PAGE ? ",\r\n" : "\r\n";
  for (size_t i = 0; i < name.len; i++)
    if (byte_is_one_of(name.ptr[i], ends)) return false;
  return true;
}

static void suggest_entry(const FindingList *self, Finding *finding) {
  Slice name = arena_copy(self->arena, text_slice(self->file->text, finding->range));
  if (!can_be_headword(self, name)) return;
  Fix *fix = &finding->fixes[finding->fix_count++];
  *fix = (Fix){.edits = arena_array(self->arena, Edit, 1), .edit_count = 1};
  fix->title =
      arena_format(self->arena, "Create the entry \xE2\x80\x9C%.*s\xE2\x80\x9D", SLICE_FMT(name));
  fix->edits[0] = new_entry_edit(self->file, name, (Slice){0}, self->arena);
}

static void suggest(FindingList *self, const EntryFinding *kept, Finding *finding) {
  if (!kept->suggestion.wanted || self->suggestions++ >= SUGGESTIONS_MAX) return;
  suggest_nearest(self, kept, finding);
  suggest_entry(self, finding);
}

// --- its place in the file ---

enum { MOVES_MAX = 100 }; // the others are for when these have been moved

static void suggest_place(FindingList *self, const EntryFinding *kept, const Entry *entry,
                          Finding *finding) {
  if (!kept->moves || !entry || self->moves++ >= MOVES_MAX) return;
  Fix *fix = &finding->fixes[finding->fix_count];
  finding->fix_count += moving_fix(self->file, entry->index, fix, self->arena);
}

// --- the list ---

void findings_add(FindingList *self, const EntryFinding *kept, size_t count, uint32_t start,
                  const Entry *entry) {
  Slice name = entry ? entry->name : (Slice){0};
  for (size_t i = 0; i < count; i++) {
    if (self->too_many[rule_number(kept[i].rule)]) continue;
    Slice subject = kept[i].subject.len ? kept[i].subject : name;
    Finding finding = {.rule = kept[i].rule,
                       .severity = kept[i].severity,
                       .range = range_shift(kept[i].range, start),
                       .message = arena_copy(self->arena, kept[i].message),
                       .subject = arena_copy(self->arena, subject),
                       .tags = kept[i].tags};
    resolve_fixes(self, &kept[i], start, &finding);
    suggest(self, &kept[i], &finding);
    suggest_place(self, &kept[i], entry, &finding);
    finding.related = resolve_related(self, &kept[i], &finding.related_count);
    *array_push(&self->found) = finding;
  }
}

// Rules for documents are not looked for in entries, so nothing that suppresses them is unused.
static RuleSettings settings_of_entries(const RuleSettings *settings) {
  RuleSettings result = *settings;
  for (size_t i = 0; i < RULE_COUNT; i++)
    if (RULES[i]->document) rule_settings_set(&result, &RULES[i]->info, SEVERITY_OFF);
  return result;
}

Findings findings_finish(FindingList *self, const RuleSettings *settings) {
  RuleSettings none = rule_settings_none();
  Findings result = findings_sorted(self->found.items, self->found.len, self->arena);
  if (!settings) settings = &none;
  RuleSettings looked_for = settings_of_entries(settings);
  if (self->directives.len)
    directives_apply(&self->directives, self->file->text, &looked_for, &result, self->arena);
  rule_settings_apply(settings, &result);
  array_free(&self->found);
  array_free(&self->directives);
  return result;
}
