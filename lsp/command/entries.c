#include "entries.h"
#include "entry_view.h"
#include "markdown/markdown.h"
#include "markdown/readable.h"

#include <glossary/lint/names.h>
#include <glossary/words/name.h>

// A string, or null when there is none.
static json_t *json_text_or_null(Slice text) {
  return text.len ? json_text(text) : json_null();
}

static json_t *aliases_json(const Entry *entry) {
  json_t *aliases = json_array();
  for (uint32_t i = 0; i < entry->form_count; i++)
    if (form_is_shown(&entry->forms[i]))
      json_array_append_new(aliases, json_text(entry->forms[i].text));
  return aliases;
}

static json_t *tags_json(const Entry *entry) {
  json_t *tags = json_array();
  for (uint32_t i = 0; i < entry->tag_count; i++)
    json_array_append_new(tags, json_text(entry->tags[i]));
  return tags;
}

json_t *entry_json(const Session *session, const Entry *entry) {
  json_t *row = json_object();
  json_object_set_new(row, "term", json_text(entry->name));
  json_object_set_new(row, "category", json_text_or_null(entry->category));
  json_object_set_new(row, "aliases", aliases_json(entry));
  json_object_set_new(row, "tags", tags_json(entry));
  json_object_set_new(row, "definition", json_text(entry_definition(entry)));
  json_object_set_new(row, "body", json_text(entry_body(entry)));
  json_object_set_new(row, "file", json_text(session_shown(session, entry->file->path)));
  json_object_set_new(row, "line", json_integer(entry_line(entry)));
  return row;
}

static void print_aliases(const Session *session, const Entry *entry) {
  const char *before = "Also: ";
  for (uint32_t i = 0; i < entry->form_count; i++) {
    if (!form_is_shown(&entry->forms[i])) continue;
    fputs(before, stdout);
    output_piece(&session->output, PAINT_PLAIN, entry->forms[i].text);
    before = ", ";
  }
  if (*before == ',') putchar('\n');
}

static void print_labelled(const Session *session, const char *label, Slice text) {
  if (!text.len) return;
  fputs(label, stdout);
  output_piece(&session->output, PAINT_PLAIN, text);
  putchar('\n');
}

static void print_place(const Session *session, const Entry *entry) {
  Slice file = session_shown(session, entry->file->path);
  fputs("Defined in: ", stdout);
  output_piece(&session->output, PAINT_PLACE,
               arena_format(session->arena, "%.*s:%u", SLICE_FMT(file), entry_line(entry)));
  putchar('\n');
}

void entry_print(const Session *session, const Entry *entry, uint32_t number, uint32_t count) {
  output_piece(&session->output, PAINT_TERM, entry->name);
  if (count > 1) printf(" (%u of %u)", number, count);
  putchar('\n');
  print_aliases(session, entry);
  print_labelled(session, "Category: ", entry->category);
  print_place(session, entry);
  Slice body = markdown_plain(readable_body(entry, session->arena), session->arena);
  if (body.len) putchar('\n');
  output_paragraphs(&session->output, 2, body);
}

Slice definition_line(const Session *session, const Entry *entry, size_t limit) {
  bool cut;
  Slice definition = text_beginning(entry_definition(entry), limit, &cut);
  Slice plain = markdown_plain(definition, session->arena);
  Slice line = arena_format(session->arena, "%.*s%s", SLICE_FMT(plain), cut ? " …" : "");
  char *bytes = (char *)line.ptr; // a copy made here
  for (size_t i = 0; i < line.len; i++)
    if (byte_is_blank(bytes[i])) bytes[i] = ' ';
  return line;
}

void complain_unknown_term(const Session *session, Slice term) {
  const Store *store = session->glossary->store;
  Names *names = names_new(store);
  Slice key = name_key(term, session->arena);
  Slice nearest = names_nearest(names, names_id(names, key));
  Slice message = arena_format(session->arena, "no such term in %zu entries%s%.*s%s",
                               store_entry_count(store), nearest.len ? "; did you mean \"" : "",
                               SLICE_FMT(nearest), nearest.len ? "\"?" : "");
  complain(term, message);
  names_delete(names);
}
