// The form of a page: furniture that tells the site's title, then each entry as a headword line and
// its text on one line, in alphabetical order.
#include "../line.h"
#include "../reflow/flatten.h"
#include "export.h"
#include "headline.h"
#include "senses.h"
#include "spaces.h"
#include "title.h"
#include "written.h"

#include <stdlib.h>

typedef struct {
  const Entry *entry;
  uint32_t file; // which of all
} PageEntry;

typedef struct {
  GlossaryFile *const *files;
  size_t file_count;
  Array(PageEntry) entries;
  Senses senses; // one an entry, in the order of the page
  Array(Loss) losses;
  Notices notices;
  Written out;
  Arena *arena;
} Page;

// --- what a page has no place for ---

static void lose(Page *self, const char *what, uint32_t count) {
  if (!count) return;
  for (size_t i = 0; i < self->losses.len; i++) {
    if (strcmp(self->losses.items[i].what, what) != 0) continue;
    self->losses.items[i].count += count;
    return;
  }
  *array_push(&self->losses) = (Loss){what, count};
}

#define NO_PLACE "a page has no place for "

// NULL: a page says it.
static const char *unsaid(FieldKind kind) {
  static const char *const NAMES[] = {
      [FIELD_UNKNOWN] = NO_PLACE "fields that are unknown",
      [FIELD_AVOID] = NO_PLACE "avoid",
      [FIELD_STATUS] = NO_PLACE "status",
      [FIELD_SEE] = NO_PLACE "see",
      [FIELD_BROADER] = NO_PLACE "broader",
      [FIELD_SOURCE] = NO_PLACE "source",
      [FIELD_MATCH] = NO_PLACE "match",
      [FIELD_PLURAL] = NO_PLACE "plural",
      [FIELD_EXAMPLE] = NO_PLACE "example",
      [FIELD_IMAGE] = NO_PLACE "image",
      [FIELD_NOTE] = NO_PLACE "note",
      [FIELD_LANG] = NO_PLACE "lang",
      [FIELD_PATHS] = NO_PLACE "paths",
      [FIELD_TRANSLATION] = NO_PLACE "translations",
  };
  return NAMES[kind];
}

static void lose_fields(Page *self, const Field *fields, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    const char *what = unsaid(fields[i].kind);
    if (what) lose(self, what, 1);
  }
}

static bool says_something(const GlossaryFile *file, Range range) {
  Slice rest = text_slice(file->text, range);
  uint32_t start = range.start;
  for (uint32_t i = 0; i < file->facts.field_count; i++) // they stand in the preamble
    if (start == 0) range.start = file->facts.fields[i].line.end;
  rest = slice_from(rest, range.start - start);
  while (rest.len) {
    Slice line = line_next(&rest);
    if (slice_starts_with(line, BYTE_ORDER_MARK)) line = slice_from(line, BYTE_ORDER_MARK.len);
    if (!line_is_blank(line) && !line_is_title(line)) return true;
  }
  return false;
}

// Text before the first entry, and behind titles between entries.
static void lose_text_between(Page *self, const GlossaryFile *file) {
  if (file->outline.dialect == DIALECT_PAGE) return;
  uint32_t end = 0, count = 0;
  for (uint32_t i = 0; i <= file->entries.len; i++) {
    bool last = i == file->entries.len;
    Range span = last ? (Range){text_len(file->text), 0} : outline_range(&file->outline, i);
    if (span.start > end) count += says_something(file, (Range){end, span.start});
    end = span.end;
  }
  lose(self, NO_PLACE "text outside of entries", count);
}

// --- which entries, in which order ---

static int by_name(const void *a, const void *b) {
  const Sense *left = a, *right = b;
  int order = slice_cmp(left->key, right->key);
  if (!order) order = (left->number > right->number) - (left->number < right->number);
  return order ? order : (left->index > right->index) - (left->index < right->index);
}

static void gather(Page *self) {
  for (uint32_t file = 0; file < self->file_count; file++)
    for (size_t i = 0; i < self->files[file]->entries.len; i++) {
      const Entry *entry = self->files[file]->entries.items[i];
      senses_add(&self->senses, entry->name, entry->category, (uint32_t)self->entries.len,
                 self->arena);
      *array_push(&self->entries) = (PageEntry){entry, file};
    }
  senses_sort(&self->senses, self->arena);
  if (self->senses.len)
    qsort(self->senses.items, self->senses.len, sizeof *self->senses.items, by_name);
}

// --- one entry ---

static Slice one_line(Slice body, Arena *arena) {
  Slice copy = arena_copy(arena, body);
  for (size_t i = 0; i < copy.len; i++)
    if (byte_is_line_end(copy.ptr[i])) ((char *)copy.ptr)[i] = ' ';
  return copy;
}

static Slice body_of(const Entry *entry, Arena *arena) {
  Slice body = entry_body(entry);
  body = entry->dialect == DIALECT_PAGE ? one_line(body, arena) : flatten(body, arena);
  return headline_body(trim_spaces(body), arena);
}

static bool is_listed(FormRole role) {
  return role == FORM_ALIAS || role == FORM_ABBREVIATION || role == FORM_EXPANSION;
}

// What stands behind the heading; what stands in it comes back with the name.
static Headline headline_of(const Entry *entry, Slice name, Arena *arena) {
  Headline line = {.name = name.len ? name : SLICE("Untitled"), .category = entry->category};
  line.aliases.items = arena_array(arena, Slice, entry->form_count);
  bool page = entry->dialect == DIALECT_PAGE;
  for (uint32_t i = 0; i < entry->form_count; i++) {
    Form form = entry->forms[i];
    bool behind = page ? form.role == FORM_ALIAS : form.range.start >= entry->heading.end;
    if (behind && is_listed(form.role)) line.aliases.items[line.aliases.count++] = form.text;
  }
  line.tags = (Names){entry->tags, entry->tag_count};
  return line;
}

static void tell_name(Page *self, const PageEntry *entry, Slice name) {
  Range place = range_shift(entry->entry->heading, entry_range(entry->entry).start);
  notice_add(&self->notices, (Notice){NOTICE_NAME, entry->file, place, name, (Slice){0}},
             "A page reads another name than \xE2\x80\x9C%.*s\xE2\x80\x9D: it is as its text "
             "spells it, and has no comma outside of parentheses",
             SLICE_FMT(name));
}

static void write_entry(Page *self, const PageEntry *entry, Slice name) {
  Arena *scratch = arena_new();
  Misread misread;
  Slice body = body_of(entry->entry, scratch);
  Headline headline = headline_of(entry->entry, name, scratch);
  written_add(&self->out, headline_write(&headline, body, &misread, scratch));
  written_add(&self->out, SLICE("\n\n"));
  written_add(&self->out, body);
  written_add(&self->out, body.len ? SLICE("\n\n") : SLICE(""));
  if (misread.name) tell_name(self, entry, headline.name);
  lose(self, "categories that a page does not read as such", misread.category);
  lose(self, "aliases that a page takes for tags", misread.aliases);
  lose(self, "tags that a page takes for aliases", misread.tags);
  lose_fields(self, entry->entry->fields, entry->entry->field_count);
  arena_delete(scratch);
}

// --- the whole ---

// Whether the line below the way back is read as the title, and as nothing else.
static bool is_read_as_title(Slice title) {
  const Slice back = SLICE("\xE2\x86\x90");
  bool heading = line_is_title(title) || line_is_entry_heading(title);
  return !heading && line_is_furniture(title, back) && !line_is_furniture(title, (Slice){0});
}

// The way back is there because the title can only be known by it.
static void write_furniture(Page *self) {
  Slice title = title_of_all(self->files, self->file_count, self->arena);
  if (is_read_as_title(title)) {
    written_add(&self->out, SLICE("\xE2\x86\x90 Back\n\n"));
    written_add(&self->out, title);
    written_add(&self->out, SLICE("\n\n"));
  } else if (title.len) {
    lose(self, "a page cannot have this title: it holds a comma, or reads as something else", 1);
  }
  written_add(&self->out, arena_format(self->arena, "%zu technical terms and definitions\n\n",
                                       self->entries.len));
}

static Exported result_of(Page *self) {
  Slice text = written_end(&self->out, self->arena);
  Exported result = {.text = slice_to(text, text.len - 1), // one line end less
                     .loss_count = (uint32_t)self->losses.len,
                     .notice_count = (uint32_t)self->notices.items.len,
                     .entry_count = (uint32_t)self->entries.len};
  result.losses = arena_array(self->arena, Loss, result.loss_count);
  result.notices = arena_array(self->arena, Notice, result.notice_count);
  for (uint32_t i = 0; i < result.loss_count; i++) result.losses[i] = self->losses.items[i];
  for (uint32_t i = 0; i < result.notice_count; i++)
    result.notices[i] = self->notices.items.items[i];
  array_free(&self->losses);
  array_free(&self->notices.items);
  array_free(&self->entries);
  array_free(&self->senses);
  return result;
}

Exported export_page(GlossaryFile *const *files, size_t count, Arena *arena) {
  Page self = {.files = files, .file_count = count, .notices = {.arena = arena}, .arena = arena};
  gather(&self);
  write_furniture(&self);
  for (size_t i = 0; i < self.senses.len; i++) {
    const Sense *sense = &self.senses.items[i];
    write_entry(&self, &self.entries.items[sense->index], sense->name);
  }
  for (size_t i = 0; i < count; i++) {
    lose_fields(&self, files[i]->facts.fields, files[i]->facts.field_count);
    lose_text_between(&self, files[i]);
  }
  return result_of(&self);
}
