#include "draft.h"

#include "../field.h"
#include "../heading.h"
#include "../line.h"
#include "../prose/seek.h"
#include "../reflow/flatten.h"
#include "../words/name.h"
#include "spaces.h"
#include "written.h"

Notice draft_notice(const Draft *self, NoticeKind kind) {
  const Entry *entry = self->entry;
  Range place = range_len(entry->heading) ? entry->heading : entry->body;
  return (Notice){kind, self->page, range_shift(place, entry_range(entry).start), self->name,
                  (Slice){0}};
}

Notice draft_notice_at(const Draft *self, NoticeKind kind, Range in_body) {
  Notice notice = draft_notice(self, kind);
  notice.range = range_shift(in_body, entry_range(self->entry).start + self->entry->body.start);
  return notice;
}

// --- the text ---

// Line ends become LF, and each byte keeps its place.
static Slice with_line_feeds(Slice body, Arena *arena) {
  Slice copy = arena_copy(arena, body);
  char *bytes = (char *)copy.ptr;
  for (size_t i = 0; i < copy.len; i++)
    if (bytes[i] == '\r') bytes[i] = i + 1 < copy.len && bytes[i + 1] == '\n' ? ' ' : '\n';
  return copy;
}

// --- the name ---

enum { NAME_WORDS = 6, NAME_LONGEST = 80 };

// The first words of a text, up to the first mark, or to the verb that defines.
static Slice first_words(Slice body) {
  while (body.len && !byte_is_word(body.ptr[0])) body = slice_from(body, 1);
  size_t end = 0, words = 0;
  while (end < body.len && end < NAME_LONGEST && words < NAME_WORDS) {
    Slice rest = slice_from(body, end);
    if (byte_is_one_of(body.ptr[end], ".,:;!?()[]*#`|\"\n")) break;
    if (slice_starts_with(rest, SLICE(" is ")) || slice_starts_with(rest, SLICE(" are "))) break;
    words += body.ptr[end] == ' ';
    end++;
  }
  while (end < body.len && end && ((unsigned char)body.ptr[end] & 0xC0) == 0x80) end--;
  return trim_spaces(slice_to(body, end));
}

static Slice made_up_name(Slice body) {
  Slice name = unwrap_marks(first_words(body));
  return name.len ? name : SLICE("Untitled");
}

// What a heading would take for marks of its own is taken off: it would not be read back.
static void name_draft(Draft *self, Notices *notices) {
  Slice given = trim_spaces(self->entry->name);
  self->base = self->name = given.len ? unwrap_marks(given) : made_up_name(self->body);
  if (!given.len)
    notice_add(notices, draft_notice(self, NOTICE_MISSING_HEADWORD),
               "No headword line stands above this text: it is kept as "
               "\xE2\x80\x9C%.*s\xE2\x80\x9D, give it its name",
               SLICE_FMT(self->base));
  else if (!slice_eq(given, self->base))
    notice_add(notices, draft_notice(self, NOTICE_NAME),
               "\xE2\x80\x9C%.*s\xE2\x80\x9D cannot be a heading: it becomes "
               "\xE2\x80\x9C%.*s\xE2\x80\x9D",
               SLICE_FMT(given), SLICE_FMT(self->base));
}

static bool has_capital(Slice name) {
  for (size_t i = 0; i < name.len; i++)
    if (byte_is_upper(name.ptr[i])) return true;
  return false;
}

static bool begins_with_name(Slice body, Slice name) {
  while (body.len && body.ptr[0] == '*') body = slice_from(body, 1);
  return slice_eq_ascii_case(slice_to(body, name.len), name);
}

// Whether the first words have the name in small letters too: `A keel is …`.
static bool has_name_near(Slice body, Slice name) {
  enum { NEAR = 120 };
  Slice start = slice_to(body, NEAR + name.len);
  return seek(start, 0, (uint32_t)start.len, name) < start.len;
}

static void doubt_spelling(const Draft *self, Notices *notices) {
  Slice name = heading_read(self->base).headword;
  if (!self->entry->name.len || has_capital(name)) return;
  if (begins_with_name(self->body, name) || has_name_near(self->body, name)) return;
  notice_add(notices, draft_notice(self, NOTICE_SPELLING),
             "The text does not begin with \xE2\x80\x9C%.*s\xE2\x80\x9D: look whether it takes "
             "capitals",
             SLICE_FMT(name));
}

// --- what the headword line says besides ---

static void doubt_tags(const Draft *self, Notices *notices) {
  Written list = {0};
  for (uint32_t i = 0; i < self->tags.count; i++) {
    written_add(&list, i ? SLICE(", ") : SLICE(""));
    written_add(&list, self->tags.items[i]);
  }
  if (list.len)
    notice_add(notices, draft_notice(self, NOTICE_TAGS),
               "Tags of \xE2\x80\x9C%.*s\xE2\x80\x9D, unless they are other names of it: %.*s",
               SLICE_FMT(self->base), SLICE_FMT(written_slice(&list)));
  array_free(&list);
}

static bool is_same_name(Slice a, Slice b, Arena *arena) {
  return slice_eq_ascii_case(a, b) || slice_eq(name_key(a, arena), name_key(b, arena));
}

// Whether the heading says it already.
static bool is_in_heading(Slice alias, Slice name, Arena *arena) {
  Heading heading = heading_read(name);
  if (is_same_name(alias, heading.headword, arena)) return true;
  return heading.paren.len && heading.role != PAREN_DISAMBIGUATOR &&
         is_same_name(alias, heading.paren, arena);
}

// Once each: a headword line has few fields.
static void add_name(Names *names, Slice name) {
  for (uint32_t i = 0; i < names->count; i++)
    if (slice_eq(names->items[i], name)) return;
  if (name.len) names->items[names->count++] = name;
}

// What is written around a field as if around a word of a text cannot stand in a list of names.
static Slice without_marks(const Draft *self, Slice field, Notices *notices) {
  Slice given = trim_spaces(field), plain = unwrap_marks(given);
  if (!slice_eq(given, plain))
    notice_add(notices, draft_notice(self, NOTICE_NAME),
               "\xE2\x80\x9C%.*s\xE2\x80\x9D becomes \xE2\x80\x9C%.*s\xE2\x80\x9D: a name "
               "has no marks around it",
               SLICE_FMT(given), SLICE_FMT(plain));
  return plain;
}

static void take_aliases(Draft *self, Notices *notices) {
  const Entry *entry = self->entry;
  Arena *arena = notices->arena;
  self->aliases.items = arena_array(arena, Slice, entry->form_count);
  for (uint32_t i = 0; i < entry->form_count; i++) {
    if (entry->forms[i].role != FORM_ALIAS) continue;
    Slice alias = without_marks(self, entry->forms[i].text, notices);
    if (!is_in_heading(alias, self->base, arena)) add_name(&self->aliases, alias);
  }
}

static void take_tags(Draft *self, Notices *notices) {
  const Entry *entry = self->entry;
  self->tags.items = arena_array(notices->arena, Slice, entry->tag_count);
  for (uint32_t i = 0; i < entry->tag_count; i++)
    add_name(&self->tags, without_marks(self, entry->tags[i], notices));
}

Draft draft_new(const Entry *entry, uint32_t page, Notices *notices) {
  Draft self = {.entry = entry, .page = page};
  self.body = trim_spaces(with_line_feeds(entry_body(entry), notices->arena));
  name_draft(&self, notices);
  self.category = without_marks(&self, entry->category, notices);
  take_aliases(&self, notices);
  take_tags(&self, notices);
  doubt_spelling(&self, notices);
  doubt_tags(&self, notices);
  return self;
}

// `Kolmogorov-Arnold network (KAN) (2)` is found by neither of its names: what the parenthesis of
// the page said has to be listed then.
void draft_call(Draft *self, Slice name, Arena *arena) {
  Heading heading = heading_read(self->base);
  self->name = name;
  if (slice_eq(name, self->base) || !heading.paren.len) return;
  Names listed = {arena_array(arena, Slice, self->aliases.count + 2), 0};
  add_name(&listed, heading.headword);
  if (heading.role != PAREN_DISAMBIGUATOR) add_name(&listed, heading.paren);
  for (uint32_t i = 0; i < self->aliases.count; i++) add_name(&listed, self->aliases.items[i]);
  self->aliases = listed;
}

// --- whether it was read back ---

static bool has_aliases(const Entry *entry, const Names *aliases) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < entry->form_count; i++) {
    if (entry->forms[i].role != FORM_ALIAS) continue;
    if (count == aliases->count || !slice_eq(entry->forms[i].text, aliases->items[count]))
      return false;
    count++;
  }
  return count == aliases->count;
}

static bool has_tags(const Entry *entry, const Names *tags) {
  if (entry->tag_count != tags->count) return false;
  for (uint32_t i = 0; i < tags->count; i++)
    if (!slice_eq(entry->tags[i], tags->items[i])) return false;
  return true;
}

bool draft_is(const Draft *self, const Entry *entry, Arena *arena) {
  return slice_eq(entry->name, self->name) && slice_eq(entry->category, self->category) &&
         has_aliases(entry, &self->aliases) && has_tags(entry, &self->tags) &&
         same_but_spaces(flatten(entry_body(entry), arena), self->body);
}
