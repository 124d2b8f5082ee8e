#include "hover.h"
#include "markdown/markdown.h"
#include "markdown/readable.h"
#include "telling.h"

// A hover is read at a glance: one entry may take a page of an editor, several share it. What is
// left out is said.
enum { SHARED_MAX = 2400, SENSE_LEAST = 280, SENSES_MAX = 12, COMPONENT_MAX = 240 };

static const MarkdownRoom room = {1600, 28}, room_of_all = {2000, 32};

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
static void put_definition(Telling *self, const Entry *entry, Slice definition,
                           const char *after_name) {
  if (!has_lead(definition)) tell_name(self, entry);
  if (!definition.len) return;
  if (!has_lead(definition)) tell_string(self, after_name);
  tell_paragraph(self, definition);
}

// Where little would be left out, nothing is.
static Slice beginning_of(Slice rest, Arena *arena, bool *cut) {
  Slice all = markdown_beginning(rest, room_of_all, arena, cut);
  return *cut ? markdown_beginning(rest, room, arena, cut) : all;
}

static void put_rest(Telling *self, const Entry *entry, const Readable *body) {
  bool cut;
  Slice shown = beginning_of(body->rest, self->arena, &cut);
  if (shown.len) tell_string(self, "\n\n");
  tell_body(self, shown);
  if (!cut && !body->cut) return;
  tell_string(self, "\n\n");
  tell_more(self, entry);
}

static void put_entry(Telling *self, const Entry *entry) {
  Readable body = readable_beginning(entry, self->arena);
  bool apart = begins_with_term(entry, body.definition);
  put_definition(self, entry, body.definition, apart ? "\n\n" : ": ");
  tell_facts(self, entry);
  put_rest(self, entry, &body);
}

// One of several: the definition, and what tells it from the others.
static void put_sense(Telling *self, const Entry *entry, size_t share) {
  Readable body = readable_beginning(entry, self->arena);
  Slice definition = markdown_shortened(body.definition, share, self->arena);
  bool whole = body.definition.len + body.rest.len <= share && !body.cut;
  put_definition(self, entry, definition, ": ");
  tell_sense_facts(self, entry, !whole);
  if (!whole || !body.rest.len) return;
  tell_string(self, "\n\n");
  tell_body(self, body.rest);
}

static void put_numbered(Telling *self, const Occurrence *found) {
  uint32_t count = found->entry_count, shown = count < SENSES_MAX ? count : SENSES_MAX;
  size_t share = SHARED_MAX / count;
  for (uint32_t i = 0; i < shown; i++) {
    if (i) tell_rule(self);
    tell(self, arena_format(self->arena, "(%u of %u) ", i + 1, count));
    put_sense(self, found->entries[i], share > SENSE_LEAST ? share : SENSE_LEAST);
  }
  if (shown == count) return;
  tell_rule(self);
  tell(self, arena_format(self->arena, "\xE2\x80\xA6 and %u more", count - shown));
}

static void put_senses(Telling *self, const Occurrence *found) {
  if (found->entry_count > 1)
    put_numbered(self, found);
  else
    put_entry(self, found->entries[0]);
}

static void put_component(Telling *self, const Occurrence *found) {
  for (uint32_t i = 0; i < found->entry_count && i < SENSES_MAX; i++) {
    const Entry *entry = found->entries[i];
    if (i && slice_eq(entry->name, found->entries[0]->name)) continue;
    Slice definition = readable_beginning(entry, self->arena).definition;
    tell_string(self, self->markdown ? "\n- " : "\n\xE2\x80\xA2 ");
    put_definition(self, entry, markdown_shortened(definition, COMPONENT_MAX, self->arena), ": ");
  }
}

// The terms inside the longer one, each name on a line of its own.
static void put_components(Telling *self, const Occurrences *found) {
  if (found->count < 2) return;
  tell_rule(self);
  tell_string(self, "Also here:\n");
  for (uint32_t i = 1; i < found->count; i++) put_component(self, &found->items[i]);
}

bool hover_at(Glossary *glossary, Scope scope, const ProseLanguage *language, Slice text,
              uint32_t offset, bool markdown, Arena *arena, Hover *hover) {
  Occurrences found = query_at(glossary_terms(glossary), scope, language, text, offset, arena);
  if (!found.count) return false;
  Telling telling = {.markdown = markdown, .arena = arena};
  put_senses(&telling, &found.items[0]);
  put_components(&telling, &found);
  *hover = (Hover){found.items[0].range, telling_end(&telling), found};
  return true;
}

Slice describe_entry(const Entry *entry, bool markdown, Arena *arena) {
  Telling telling = {.markdown = markdown, .arena = arena};
  put_entry(&telling, entry);
  return telling_end(&telling);
}
