#include "hover.h"
#include "disk/files.h"
#include "entry_view.h"
#include "markdown/markdown.h"
#include "uri.h"

#include <glossary/base/array.h>

// A hover is read at a glance: this much of an entry's definition and of the rest of its body is
// shown, and senses until so much is written. What is left out is said.
enum { DEFINITION_MAX = 2400, BODY_MAX = 1200, COMPONENT_MAX = 240, CONTENTS_MAX = 64 * 1024 };

typedef struct {
  bool markdown;
  Arena *arena;
  Array(char) out;
} Writer;

static void put(Writer *self, Slice text) {
  array_append(&self->out, text.ptr, text.len);
}

static void put_string(Writer *self, const char *text) {
  put(self, slice_of(text));
}

// Markdown of the glossary, shown in the way of the client.
static void put_body(Writer *self, Slice text) {
  put(self, self->markdown ? markdown_safe(text, self->arena) : markdown_plain(text, self->arena));
}

// Plain text of the glossary: names and categories.
static void put_plain(Writer *self, Slice text) {
  put(self, self->markdown ? markdown_escape(text, self->arena) : text);
}

static void put_beginning(Writer *self, Slice text, size_t limit) {
  bool cut;
  put_body(self, text_beginning(text, limit, &cut));
  if (cut) put_string(self, " …");
}

static void put_name(Writer *self, const Entry *entry) {
  const char *mark = self->markdown ? "**" : "";
  put_string(self, mark);
  put_plain(self, entry->name);
  put_string(self, mark);
}

// Whether the definition says itself, in bold, what it defines.
static bool has_lead(Slice definition) {
  return slice_starts_with(definition, SLICE("**"));
}

// Whether the definition begins with the term, which on one line with the name would be read twice.
static bool begins_with_term(const Entry *entry, Slice definition) {
  static const Slice articles[] = {{"A ", 2}, {"An ", 3}, {"The ", 4}};
  for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
    if (slice_starts_with(definition, articles[i]))
      definition = slice_from(definition, articles[i].len);
  return slice_eq_ascii_case(slice_to(definition, entry->headword.len), entry->headword);
}

// `after_name` stands between the name and the definition.
static void put_definition(Writer *self, const Entry *entry, const char *after_name, size_t limit) {
  Slice definition = entry_definition(entry);
  if (!has_lead(definition)) put_name(self, entry);
  if (!definition.len) return;
  if (!has_lead(definition)) put_string(self, after_name);
  put_beginning(self, definition, limit);
}

static void put_label(Writer *self, bool *first, const char *label) {
  put_string(self, *first ? "\n\n" : self->markdown ? "  \n" : "\n");
  put_string(self, self->markdown ? "*" : "");
  put_string(self, label);
  put_string(self, self->markdown ? ":* " : ": ");
  *first = false;
}

static void put_aliases(Writer *self, const Entry *entry, bool *first) {
  bool any = false;
  for (uint32_t i = 0; i < entry->form_count; i++) {
    if (!form_is_shown(&entry->forms[i])) continue;
    if (any)
      put_string(self, ", ");
    else
      put_label(self, first, "Also");
    put_plain(self, entry->forms[i].text);
    any = true;
  }
}

// Only a path from the root has a URI; the builtin glossary has none.
static void put_place(Writer *self, const Entry *entry) {
  uint32_t line = entry_line(entry);
  Slice path = entry->file->path, name = path_name(path);
  if (!slice_starts_with(path, SLICE("/"))) {
    put_plain(self, path);
    return;
  }
  put_string(self, self->markdown ? "[" : "");
  put_plain(self, name);
  put(self, arena_format(self->arena, ":%u", line));
  if (!self->markdown) return;
  Slice uri = uri_from_path(path, self->arena);
  put(self, arena_format(self->arena, "](%.*s#L%u)", SLICE_FMT(uri), line));
}

static void put_facts(Writer *self, const Entry *entry) {
  bool first = true;
  put_aliases(self, entry, &first);
  if (entry->category.len) {
    put_label(self, &first, "Category");
    put_plain(self, entry->category);
  }
  put_label(self, &first, "Defined in");
  put_place(self, entry);
}

// What follows the definition in the body.
static Slice rest_of_body(const Entry *entry) {
  Slice body = entry_body(entry), definition = entry_definition(entry);
  bool at_start =
      definition.ptr >= body.ptr && definition.ptr + definition.len <= body.ptr + body.len;
  return at_start
             ? slice_trim(slice_from(body, (size_t)(definition.ptr - body.ptr) + definition.len))
             : body;
}

static void put_entry(Writer *self, const Entry *entry) {
  bool apart = begins_with_term(entry, entry_definition(entry));
  put_definition(self, entry, apart ? "\n\n" : ": ", DEFINITION_MAX);
  put_facts(self, entry);
  Slice rest = rest_of_body(entry);
  if (!rest.len) return;
  put_string(self, "\n\n");
  put_beginning(self, rest, BODY_MAX);
}

static void put_rule(Writer *self) {
  put_string(self, "\n\n---\n\n");
}

// All senses of one occurrence; they are numbered when there are several.
static void put_senses(Writer *self, const Occurrence *found) {
  for (uint32_t i = 0; i < found->entry_count; i++) {
    if (i) put_rule(self);
    if (self->out.len > CONTENTS_MAX) {
      put(self, arena_format(self->arena, "… and %u more", found->entry_count - i));
      return;
    }
    if (found->entry_count > 1)
      put(self, arena_format(self->arena, "(%u of %u) ", i + 1, found->entry_count));
    put_entry(self, found->entries[i]);
  }
}

static void put_component(Writer *self, const Occurrence *found) {
  for (uint32_t i = 0; i < found->entry_count && self->out.len <= CONTENTS_MAX; i++) {
    if (i && slice_eq(found->entries[i]->name, found->entries[0]->name)) continue;
    put_string(self, "\n- ");
    put_definition(self, found->entries[i], ": ", COMPONENT_MAX);
  }
}

// The terms inside the longer one, each name on a line of its own.
static void put_components(Writer *self, const Occurrences *found) {
  if (found->count < 2) return;
  put_rule(self);
  put_string(self, "Also here:\n");
  for (uint32_t i = 1; i < found->count; i++) put_component(self, &found->items[i]);
}

static Slice written(Writer *self) {
  Slice text = arena_copy(self->arena, slice_new(self->out.items, self->out.len));
  array_free(&self->out);
  return text;
}

bool hover_at(Glossary *glossary, Scope scope, const ProseLanguage *language, Slice text,
              uint32_t offset, bool markdown, Arena *arena, Hover *hover) {
  Occurrences found = query_at(glossary_terms(glossary), scope, language, text, offset, arena);
  if (!found.count) return false;
  Writer writer = {.markdown = markdown, .arena = arena};
  put_senses(&writer, &found.items[0]);
  put_components(&writer, &found);
  *hover = (Hover){found.items[0].range, written(&writer), found};
  return true;
}

Slice describe_entry(const Entry *entry, bool markdown, Arena *arena) {
  Writer writer = {.markdown = markdown, .arena = arena};
  put_entry(&writer, entry);
  return written(&writer);
}
