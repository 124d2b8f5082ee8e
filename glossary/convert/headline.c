#include "headline.h"

#include "../base/utf.h"
#include "../line.h"
#include "spaces.h"
#include "written.h"

// --- the text ---

// One line would be taken for a headword line: it is cut at the last blank, or behind the first
// comma, or before it where nothing follows.
static Slice in_two_lines(Slice body, Arena *arena) {
  size_t at = body.len;
  while (at && !byte_is_blank(body.ptr[at - 1])) at--;
  if (!at) at = (size_t)((const char *)memchr(body.ptr, ',', body.len) - body.ptr) + 1;
  if (at == body.len) at--;
  Slice first = at ? slice_trim(slice_to(body, at)) : NO_BREAK_SPACE;
  return joined(arena, first, SLICE("\n"), slice_from(body, at));
}

// Furniture would be passed over, and a heading at the start of a line would make the page no page.
static Slice hidden(Slice text, Arena *arena) {
  bool furniture = line_is_furniture(text, (Slice){0});
  bool heading = line_is_entry_heading(text) || line_is_title(text);
  if (!furniture && !heading) return text;
  return joined(arena, furniture ? NO_BREAK_SPACE : SLICE(" "), text, (Slice){0});
}

Slice headline_body(Slice body, Arena *arena) {
  body = hidden(body, arena);
  if (!line_is_headword(body)) return body;
  body = in_two_lines(body, arena);
  Slice rest = body, first = line_next(&rest);
  return joined(arena, hidden(first, arena), SLICE("\n"), hidden(rest, arena));
}

// --- the line ---

// What would end the field, a comma outside of a parenthesis, gives way to a blank.
static void add_field(Written *line, Slice field) {
  uint32_t depth = 0;
  for (size_t i = 0; i < field.len; i++) {
    char c = field.ptr[i];
    depth += c == '(';
    depth -= c == ')' && depth;
    bool comma = c == ',' && !depth, blank = i + 1 < field.len && field.ptr[i + 1] == ' ';
    if (comma && blank) continue;
    *array_push(line) = comma || byte_is_line_end(c) ? ' ' : c;
  }
}

// The comma at the end of a line without category keeps its last field from being one.
typedef enum { END_PLAIN, END_COMMA } Ending;

static Slice line_with(const Headline *self, Ending ending, Arena *arena) {
  Written line = {0};
  Slice comma = self->category.len ? SLICE(", ") : SLICE(",");
  add_field(&line, self->name);
  const Names *lists[] = {&self->aliases, &self->tags};
  for (int list = 0; list < 2; list++)
    for (uint32_t i = 0; i < lists[list]->count; i++) {
      written_add(&line, comma);
      add_field(&line, lists[list]->items[i]);
    }
  if (self->category.len) written_add(&line, comma);
  add_field(&line, self->category);
  if (ending == END_COMMA) *array_push(&line) = ',';
  return written_end(&line, arena);
}

static bool stands(Slice line) {
  return line_is_headword(line) && !line_is_furniture(line, (Slice){0});
}

// A no-break space hides a mark at either end of the line; the importer takes it off.
static Slice shielded(Slice line, Arena *arena) {
  const Slice none = {0};
  if (stands(line)) return line;
  Slice before = joined(arena, NO_BREAK_SPACE, line, none);
  if (stands(before)) return before;
  Slice behind = joined(arena, line, NO_BREAK_SPACE, none);
  return stands(behind) ? behind : joined(arena, before, NO_BREAK_SPACE, none);
}

// --- what is read of it ---

static bool names_have(const Names *names, Slice name) {
  for (uint32_t i = 0; i < names->count; i++)
    if (slice_eq(names->items[i], name)) return true;
  return false;
}

static bool is_form(const Entry *entry, Slice text) {
  for (uint32_t i = 0; i < entry->form_count; i++)
    if (slice_eq_ascii_case(trim_spaces(entry->forms[i].text), text)) return true;
  return false;
}

static Misread misread_of(const Headline *self, Slice line, Slice body, Arena *arena) {
  Slice bytes = joined(arena, line, SLICE("\n\n"), body);
  Entry entry = entry_read(bytes, DIALECT_PAGE, NULL, arena);
  Names tags = {arena_array(arena, Slice, entry.tag_count), 0};
  for (uint32_t i = 0; i < entry.tag_count; i++)
    tags.items[tags.count++] = trim_spaces(entry.tags[i]);
  Misread misread = {.name = !slice_eq(trim_spaces(entry.name), self->name),
                     .category = !slice_eq(trim_spaces(entry.category), self->category)};
  for (uint32_t i = 0; i < self->aliases.count; i++)
    misread.aliases += !is_form(&entry, self->aliases.items[i]);
  for (uint32_t i = 0; i < self->tags.count; i++)
    misread.tags += !names_have(&tags, self->tags.items[i]);
  return misread;
}

static uint32_t misread_count(const Misread *misread) {
  return misread->name + misread->category + misread->aliases + misread->tags;
}

// No more than could ever stand on the line: there may be a million.
static void drop_what_cannot_fit(Headline *self) {
  size_t room = 4 * HEADWORD_MAX; // bytes
  Names *lists[] = {&self->aliases, &self->tags};
  for (int list = 0; list < 2; list++)
    for (uint32_t i = 0; i < lists[list]->count; i++) {
      size_t len = lists[list]->items[i].len + 1;
      if (len > room) lists[list]->count = i;
      room -= len < room ? len : room;
    }
}

// A line that is too long says less: first the last tags give way, then the last aliases.
static bool shorten(Headline *self) {
  if (self->tags.count)
    self->tags.count--;
  else if (self->aliases.count)
    self->aliases.count--;
  else if (self->category.len)
    self->category.len = 0;
  else
    return false;
  return true;
}

static Slice cut_name(Slice name) {
  Slice rest = name;
  for (int i = 0; i < HEADWORD_MAX / 2 && rest.len; i++)
    rest = slice_from(rest, utf_decode(rest).len);
  return slice_to(name, name.len - rest.len);
}

Slice headline_write(const Headline *self, Slice body, Misread *misread, Arena *arena) {
  Headline said = *self;
  drop_what_cannot_fit(&said);
  Slice line = shielded(line_with(&said, END_COMMA, arena), arena);
  while (!stands(line) && shorten(&said))
    line = shielded(line_with(&said, END_COMMA, arena), arena);
  if (!stands(line)) said.name = cut_name(self->name);
  *misread = (Misread){.name = true, .aliases = UINT16_MAX};
  for (Ending ending = END_PLAIN; ending <= END_COMMA; ending++) {
    Slice tried = shielded(line_with(&said, ending, arena), arena);
    if (!stands(tried)) continue;
    Misread found = misread_of(self, tried, body, arena);
    if (misread_count(&found) >= misread_count(misread)) continue;
    *misread = found;
    line = tried;
  }
  return line;
}
