#include "telling.h"
#include "disk/files.h"
#include "entry_view.h"
#include "markdown/markdown.h"
#include "uri.h"

// As many names are read at a glance, and no name is longer than some lines.
enum { ALIASES_MAX = 16, NAME_MAX_SHOWN = 400 };

void tell(Telling *self, Slice text) {
  array_append(&self->out, text.ptr, text.len);
}

void tell_string(Telling *self, const char *text) {
  tell(self, slice_of(text));
}

void tell_body(Telling *self, Slice text) {
  tell(self, self->markdown ? markdown_safe(text, self->arena) : markdown_plain(text, self->arena));
}

void tell_paragraph(Telling *self, Slice text) {
  tell(self, self->markdown ? markdown_safe_paragraph(text, self->arena)
                            : markdown_plain(text, self->arena));
}

void tell_plain(Telling *self, Slice text) {
  bool cut;
  text = text_beginning(text, NAME_MAX_SHOWN, &cut);
  tell(self, self->markdown ? markdown_escape(text, self->arena) : text);
  if (cut) tell_string(self, "\xE2\x80\xA6");
}

void tell_name(Telling *self, const Entry *entry) {
  const char *mark = self->markdown ? "**" : "";
  tell_string(self, mark);
  tell_plain(self, entry->name);
  tell_string(self, mark);
}

void tell_rule(Telling *self) {
  tell_string(self, "\n\n---\n\n");
}

Slice telling_end(Telling *self) {
  Slice text = arena_copy(self->arena, slice_new(self->out.items, self->out.len));
  array_free(&self->out);
  return text;
}

// --- places: only a path from the root has a URI, and the builtin glossary has none ---

static bool has_place(const Entry *entry) {
  return slice_starts_with(entry->file->path, SLICE("/"));
}

// `before` and the place, all of it a link where there are links.
static void tell_link(Telling *self, const char *before, const Entry *entry) {
  Slice path = entry->file->path;
  if (self->markdown) tell_string(self, "[");
  tell_string(self, before);
  tell_plain(self, path_name(path));
  tell(self, arena_format(self->arena, ":%u", entry_line(entry)));
  if (!self->markdown) return;
  tell_string(self, "](");
  tell(self, uri_from_path(path, self->arena));
  tell(self, arena_format(self->arena, "#L%u)", entry_line(entry)));
}

static void tell_place(Telling *self, const Entry *entry) {
  if (has_place(entry))
    tell_link(self, "", entry);
  else
    tell_plain(self, entry->file->path);
}

void tell_more(Telling *self, const Entry *entry) {
  if (!has_place(entry))
    tell_string(self, "\xE2\x80\xA6");
  else
    tell_link(self,
              self->markdown ? "\xE2\x80\xA6 the rest in " : "\xE2\x80\xA6 the rest: ", entry);
}

// --- facts ---

static void tell_label(Telling *self, const char *label) {
  tell_string(self, self->markdown ? "*" : "");
  tell_string(self, label);
  tell_string(self, self->markdown ? ":* " : ": ");
}

static void end_fact(Telling *self) {
  tell_string(self, self->markdown ? "  \n" : "\n");
}

typedef struct {
  Slice items[ALIASES_MAX];
  uint32_t count;
} Aliases;

// Whether it is `name`, or one of those before, but for capitals.
static bool is_known(const Aliases *self, Slice name, Slice text) {
  bool known = slice_eq_ascii_case(text, name);
  for (uint32_t i = 0; i < self->count && !known; i++)
    known = slice_eq_ascii_case(text, self->items[i]);
  return known;
}

static Aliases aliases_of(const Entry *entry) {
  Aliases aliases = {.count = 0};
  for (uint32_t i = 0; i < entry->form_count && aliases.count < ALIASES_MAX; i++) {
    const Form *form = &entry->forms[i];
    if (form_is_shown(form) && !is_known(&aliases, entry->headword, form->text))
      aliases.items[aliases.count++] = form->text;
  }
  return aliases;
}

static void tell_aliases(Telling *self, const Entry *entry) {
  Aliases aliases = aliases_of(entry);
  if (!aliases.count) return;
  tell_label(self, "Also");
  for (uint32_t i = 0; i < aliases.count; i++) {
    if (i) tell_string(self, ", ");
    tell_plain(self, aliases.items[i]);
  }
  if (aliases.count == ALIASES_MAX) tell_string(self, ", \xE2\x80\xA6");
  end_fact(self);
}

static void tell_category(Telling *self, const Entry *entry) {
  tell_label(self, "Category");
  tell_plain(self, entry->category);
}

void tell_facts(Telling *self, const Entry *entry) {
  tell_string(self, "\n\n");
  tell_aliases(self, entry);
  if (entry->category.len) {
    tell_category(self, entry);
    end_fact(self);
  }
  tell_label(self, "Defined in");
  tell_place(self, entry);
}

void tell_sense_facts(Telling *self, const Entry *entry, bool has_more) {
  tell_string(self, "\n\n");
  if (entry->category.len) {
    tell_category(self, entry);
    tell_string(self, " \xC2\xB7 ");
  }
  if (has_more) {
    tell_more(self, entry);
    return;
  }
  tell_label(self, "Defined in");
  tell_place(self, entry);
}
