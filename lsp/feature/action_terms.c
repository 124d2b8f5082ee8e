// Actions that write into a glossary: an entry for a name that has none, an alias for one that has.
#include "feature/action.h"

#include "json.h"
#include "protocol/workspace_edit.h"
#include "uri.h"

#include <glossary/line.h>
#include <glossary/lint/new_entry.h>

// What is selected is a name when it is not longer than this, in bytes, and of one line; so many
// terms are offered that it may be an alias of.
enum { NAME_MAX_LEN = 80, NEAREST_OFFERED = 3 };

// ---- where to

// The glossary that serves the document and lies nearest to it, of several the first by path; NULL:
// there is none that can be written to.
static GlossaryFile *nearest_glossary(const Actions *self) {
  const Store *store = self->snapshot->glossary->store;
  Scope scope = {self->document->path};
  GlossaryFile *nearest = NULL;
  for (size_t i = 0; i < store_file_count(store); i++) {
    GlossaryFile *file = store_file(store, i);
    bool is_builtin = slice_eq(file->path, slice_of(GLOSSARY_BUILTIN_PATH));
    if (is_builtin || !scope_admits(scope, file)) continue;
    if (!nearest || scope_distance(scope, file) < scope_distance(scope, nearest)) nearest = file;
  }
  return nearest;
}

static json_t *edit_in(const Actions *self, const GlossaryFile *file, Edit edit) {
  const Document *open = documents_with_key(self->snapshot->documents, file->path);
  Slice uri = open ? open->uri : uri_from_path(file->path, self->arena);
  return workspace_edit(self->snapshot->abilities, uri, open ? open->version : (Version){0},
                        file->text, &edit, 1);
}

// ---- new entries

static json_t *new_glossary(const Actions *self, Slice name) {
  Slice folder = workspace_root(self->snapshot->checker->workspace, self->document->path);
  if (!folder.len || !self->snapshot->abilities->creates_files) return NULL;
  Slice path = path_join(folder, SLICE("GLOSSARY.md"), self->arena);
  if (path_exists(path.ptr)) return NULL;
  Slice text = arena_format(self->arena, "# Glossary\n\n## %.*s\n\n%.*s\n", SLICE_FMT(name),
                            SLICE_FMT(new_definition(name, self->arena)));
  return workspace_edit_create(uri_from_path(path, self->arena), text);
}

// An entry of that name in the glossary of the document, or in a new one; NULL: in none.
static json_t *new_entry(const Actions *self, Slice name) {
  GlossaryFile *file = self->document->is_glossary
                           ? document_file(self->snapshot->documents, self->document)
                           : nearest_glossary(self);
  if (!file) return new_glossary(self, name);
  return edit_in(self, file, new_entry_edit(file, name, (Slice){0}, self->arena));
}

static void offer_entry(Actions *self, const char *format_before, Slice name, const char *after,
                        const char *kind, const Finding *finding) {
  json_t *edit = new_entry(self, name);
  if (!edit) return;
  Slice title = arena_format(self->arena, "%s\xE2\x80\x9C%.*s\xE2\x80\x9D%s", format_before,
                             SLICE_FMT(name), after);
  actions_add(self, (Action){.title = title, .kind = kind, .finding = finding, .edit = edit});
}

// Rules whose findings are names that no entry answers to.
static bool wants_entry(const RuleInfo *rule) {
  return !strcmp(rule->id, "dangling-reference") || !strcmp(rule->id, "undefined-acronym");
}

static void add_missing_entries(Actions *self) {
  enum { ENTRIES_OFFERED = 20 };
  for (uint32_t i = 0, offered = 0; i < self->findings->count && offered < ENTRIES_OFFERED; i++) {
    const Finding *finding = &self->findings->items[i];
    if (!wants_entry(finding->rule) || !actions_concern(self, finding)) continue;
    Slice name = arena_copy(self->arena, slice_trim(text_slice(self->text, finding->range)));
    offer_entry(self, "Create entry ", name, "", "quickfix", finding);
    offered++;
  }
}

// ---- aliases

// Behind what the field of its aliases has.
static Edit longer_aliases(const Entry *entry, const Field *aliases, Slice name, Arena *arena) {
  uint32_t start = entry_range(entry).start, end = start + aliases->value.end;
  Slice value = text_slice(entry->file->text, range_shift(aliases->value, start));
  bool many = memchr(value.ptr, ';', value.len) != NULL;
  const char *between = !value.len ? " " : many ? "; " : ", ";
  return (Edit){{end, end}, arena_format(arena, "%s%.*s", between, SLICE_FMT(name))};
}

// A field of its own, where the layout has it: before the others, empty lines around all of them.
static Edit first_aliases(const Entry *entry, Slice name, Arena *arena) {
  Text *text = entry->file->text;
  Slice line_end = line_end_of(text_bytes(text));
  Slice field = arena_format(arena, "- aliases: %.*s", SLICE_FMT(name));
  uint32_t start = entry_range(entry).start, at = start + entry->heading.end;
  if (entry->field_count) {
    at = start + entry->fields[0].line.start;
    return (Edit){{at, at}, arena_format(arena, "%.*s%.*s", SLICE_FMT(field), SLICE_FMT(line_end))};
  }
  uint32_t next = text_line_at(text, at) + 1;
  bool text_follows =
      next < text_line_count(text) && !line_is_blank(text_slice(text, text_line(text, next)));
  Slice after = text_follows ? line_end : (Slice){0};
  return (Edit){{at, at},
                arena_format(arena, "%.*s%.*s%.*s%.*s", SLICE_FMT(line_end), SLICE_FMT(line_end),
                             SLICE_FMT(field), SLICE_FMT(after))};
}

static Edit alias_edit(const Entry *entry, Slice name, Arena *arena) {
  for (uint32_t i = 0; i < entry->field_count; i++)
    if (entry->fields[i].kind == FIELD_ALIASES)
      return longer_aliases(entry, &entry->fields[i], name, arena);
  return first_aliases(entry, name, arena);
}

static bool takes_aliases(const Entry *entry) {
  return entry->dialect == DIALECT_MARKDOWN && range_len(entry->heading) &&
         !slice_eq(entry->file->path, slice_of(GLOSSARY_BUILTIN_PATH));
}

static void offer_alias(Actions *self, Slice name, const Entry *entry) {
  Slice title = arena_format(
      self->arena, "Add \xE2\x80\x9C%.*s\xE2\x80\x9D as an alias of \xE2\x80\x9C%.*s\xE2\x80\x9D",
      SLICE_FMT(name), SLICE_FMT(entry->name));
  json_t *edit = edit_in(self, entry->file, alias_edit(entry, name, self->arena));
  actions_add(self, (Action){.title = title, .kind = "refactor", .edit = edit});
}

// The terms that somebody who types the name would be offered, the most alike first.
static void add_aliases(Actions *self, Slice name) {
  Terms *terms = glossary_terms(self->snapshot->glossary);
  Completions found = query_completions(terms, (Scope){self->document->path}, NULL, name,
                                        (uint32_t)name.len, self->arena);
  const Entry *offered[NEAREST_OFFERED];
  size_t count = 0;
  for (uint32_t i = 0; i < found.count && count < NEAREST_OFFERED; i++) {
    const Entry *entry = found.items[i].entry;
    bool known = !takes_aliases(entry);
    for (size_t j = 0; j < count; j++) known |= offered[j] == entry;
    if (known) continue;
    offered[count++] = entry;
    offer_alias(self, name, entry);
  }
}

// ---- what is selected

// A few words of one line, and no sentence.
static bool is_name(Slice text) {
  for (size_t i = 0; i < text.len; i++)
    if (byte_is_one_of(text.ptr[i], "\r\n,;:#|`*[]")) return false;
  return text.len && !byte_is_one_of(text.ptr[text.len - 1], ".!?");
}

// Whether something is wrong with just these words: a term to avoid is none to add.
static bool is_found_fault_with(const Actions *self, Range range) {
  for (uint32_t i = 0; i < self->findings->count; i++) {
    Range found = self->findings->items[i].range;
    if (found.start == range.start && found.end == range.end) return true;
  }
  return false;
}

// Empty when it is no name, or one that is taken.
static Slice selected_name(const Actions *self) {
  if (range_len(self->range) > NAME_MAX_LEN) return (Slice){0};
  Slice selected = text_slice(self->text, self->range), name = slice_trim(selected);
  Range range = range_shift(range_of(selected, name), self->range.start);
  if (!is_name(name) || is_found_fault_with(self, range)) return (Slice){0};
  Terms *terms = glossary_terms(self->snapshot->glossary);
  Scope scope = {self->document->path};
  bool taken = query_named(terms, scope, name, self->arena).entry_count;
  return taken ? (Slice){0} : arena_copy(self->arena, name);
}

void actions_add_terms(Actions *self) {
  if (actions_want(self, "quickfix")) add_missing_entries(self);
  Slice name = actions_want(self, "refactor") ? selected_name(self) : (Slice){0};
  if (!name.len) return;
  offer_entry(self, "Add ", name, " to the glossary", "refactor", NULL);
  add_aliases(self, name);
}
