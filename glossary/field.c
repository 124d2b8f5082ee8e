#include "field.h"
#include "base/nearest.h"
#include "line.h"

typedef struct {
  const char *spelling;
  FieldKind kind;
} KeySpelling;

// The first spelling of each kind is the one in which it is laid out.
static const KeySpelling KEYS[] = {
    {"aliases", FIELD_ALIASES},     {"alias", FIELD_ALIASES},      {"abbr", FIELD_ABBR},
    {"abbreviation", FIELD_ABBR},   {"abbreviations", FIELD_ABBR}, {"plural", FIELD_PLURAL},
    {"plurals", FIELD_PLURAL},      {"avoid", FIELD_AVOID},        {"category", FIELD_CATEGORY},
    {"categories", FIELD_CATEGORY}, {"tags", FIELD_TAGS},          {"tag", FIELD_TAGS},
    {"status", FIELD_STATUS},       {"match", FIELD_MATCH},        {"see", FIELD_SEE},
    {"broader", FIELD_BROADER},     {"lang", FIELD_LANG},          {"paths", FIELD_PATHS},
    {"path", FIELD_PATHS},          {"source", FIELD_SOURCE},      {"sources", FIELD_SOURCE},
    {"example", FIELD_EXAMPLE},     {"examples", FIELD_EXAMPLE},   {"image", FIELD_IMAGE},
    {"images", FIELD_IMAGE},        {"note", FIELD_NOTE},          {"notes", FIELD_NOTE},
};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

// `de`, `pt-BR`, `zh-Hant`, `ca-valencia`: two letters, and at most one subtag.
static bool is_language_tag(Slice key) {
  if (key.len < 2 || !byte_is_letter(key.ptr[0]) || !byte_is_letter(key.ptr[1])) return false;
  if (key.len == 2) return true;
  if (key.ptr[2] != '-' || key.len < 5 || key.len > 11) return false;
  for (size_t i = 3; i < key.len; i++)
    if (!byte_is_letter(key.ptr[i]) && !byte_is_digit(key.ptr[i])) return false;
  return true;
}

FieldKind field_kind(Slice key) {
  for (size_t i = 0; i < KEY_COUNT; i++)
    if (slice_eq_ascii_case(key, slice_of(KEYS[i].spelling))) return KEYS[i].kind;
  return is_language_tag(key) ? FIELD_TRANSLATION : FIELD_UNKNOWN;
}

Slice field_key(FieldKind kind) {
  for (size_t i = 0; i < KEY_COUNT; i++)
    if (KEYS[i].kind == kind) return slice_of(KEYS[i].spelling);
  return (Slice){0};
}

Slice field_nearest(Slice key) {
  Nearest nearest = nearest_to(key);
  for (size_t i = 0; i < KEY_COUNT; i++) nearest_offer(&nearest, slice_of(KEYS[i].spelling));
  return nearest.best;
}

const char *const *field_words(FieldKind kind, size_t *count) {
  static const char *const STATUSES[] = {"preferred", "admitted", "draft", "deprecated",
                                         "forbidden"};
  static const char *const MATCHES[] = {"smart", "exact", "case", "off"};
  *count = kind == FIELD_STATUS ? 5 : kind == FIELD_MATCH ? 4 : 0;
  return kind == FIELD_STATUS ? STATUSES : kind == FIELD_MATCH ? MATCHES : NULL;
}

bool field_is_single(FieldKind kind) {
  return kind == FIELD_CATEGORY || kind == FIELD_STATUS || kind == FIELD_MATCH ||
         kind == FIELD_LANG;
}

bool field_has_items(FieldKind kind) {
  static const FieldKind LISTS[] = {FIELD_ALIASES, FIELD_ABBR, FIELD_PLURAL,  FIELD_AVOID,
                                    FIELD_TAGS,    FIELD_SEE,  FIELD_BROADER, FIELD_PATHS};
  for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
    if (kind == LISTS[i]) return true;
  return false;
}

static Range trimmed(Slice bytes, Range range) {
  return range_of(bytes, slice_trim(slice_range(bytes, range)));
}

static Field field_from(Slice bytes, Range line) {
  Slice text = slice_trim(slice_from(slice_range(bytes, line), 1)); // behind the bullet
  const char *colon = text.len ? memchr(text.ptr, ':', text.len) : NULL;
  Range whole = range_of(bytes, text);
  if (!colon) return (Field){FIELD_UNKNOWN, line, {whole.start, whole.start}, whole};
  uint32_t at = (uint32_t)(colon - bytes.ptr);
  Field field = {.line = line, .value = trimmed(bytes, (Range){at + 1, whole.end})};
  field.key = trimmed(bytes, (Range){whole.start, at});
  field.kind = field_kind(slice_range(bytes, field.key));
  return field;
}

// The line that begins at `start`, without its line end; `next` is where the one after it begins.
static Slice line_from(Slice bytes, uint32_t start, uint32_t *next) {
  Slice rest = slice_from(bytes, start);
  Slice line = line_next(&rest);
  *next = (uint32_t)(bytes.len - rest.len);
  return line;
}

static bool continues_item(Slice line) {
  return line.len > 2 && line.ptr[0] == ' ' && line.ptr[1] == ' ' && !line_is_blank(line);
}

static uint32_t skip_blank_lines(Slice bytes, uint32_t start) {
  uint32_t next = start;
  while (start < bytes.len && line_is_blank(line_from(bytes, start, &next))) start = next;
  return start;
}

// The whole item whose bullet stands at `start`; false when there is none. `next`: where it ends.
static bool read_item(Slice bytes, uint32_t start, Range *item, uint32_t *next) {
  Slice line = line_from(bytes, start, next);
  if (!line_bullet(line).ptr || line_fence(line_bullet(line)).mark) return false;
  *item = (Range){start, start + (uint32_t)line.len};
  uint32_t after;
  while (*next < bytes.len && continues_item(line = line_from(bytes, *next, &after))) {
    item->end = *next + (uint32_t)line.len;
    *next = after;
  }
  return true;
}

// A list is a field list when one of its keys is known. Language tags are short words too: they
// alone make one only when every item is `tag: value`.
static bool is_field_list(const Fields *fields, size_t from) {
  bool all_translations = fields->len > from;
  for (size_t i = from; i < fields->len; i++) {
    Field field = fields->items[i];
    if (field.kind != FIELD_UNKNOWN && field.kind != FIELD_TRANSLATION) return true;
    if (field.kind == FIELD_UNKNOWN || range_len(field.value) == 0) all_translations = false;
  }
  return all_translations;
}

uint32_t fields_read(Slice bytes, uint32_t start, Fields *fields) {
  size_t from = fields->len;
  uint32_t end = start, next;
  Range item;
  for (uint32_t at = skip_blank_lines(bytes, start);
       at < bytes.len && read_item(bytes, at, &item, &next); at = skip_blank_lines(bytes, end)) {
    *array_push(fields) = field_from(bytes, item);
    end = next;
  }
  if (is_field_list(fields, from)) return end;
  fields->len = from;
  return start;
}

static bool wrapped(Slice s, Slice open, Slice close, Slice *inner) {
  if (s.len <= open.len + close.len || !slice_starts_with(s, open) || !slice_ends_with(s, close))
    return false;
  *inner = slice_trim(slice_new(s.ptr + open.len, s.len - open.len - close.len));
  return true;
}

// Takes off one pair of marks; `bar` is the first `|` of the whole, NULL when there is none.
static bool unwrap_once(Slice *s, const char *bar) {
  static const char *const MARKS[][2] = {{"[[", "]]"}, {"**", "**"}, {"__", "__"},
                                         {"`", "`"},   {"*", "*"},   {"_", "_"}};
  for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
    if (!wrapped(*s, slice_of(MARKS[i][0]), slice_of(MARKS[i][1]), s)) continue;
    bool reference = i == 0, labelled = bar && bar < s->ptr + s->len;
    if (reference && labelled) *s = slice_trim(slice_to(*s, (size_t)(bar - s->ptr)));
    return true;
  }
  return false;
}

// There may be a million pairs: none may cost a call deeper or a look at all of the rest.
Slice unwrap_marks(Slice s) {
  s = slice_trim(s);
  const char *bar = s.len ? memchr(s.ptr, '|', s.len) : NULL;
  while (unwrap_once(&s, bar)) continue;
  return s;
}

// What hangs together whatever it holds: a reference, a code span.
static const char *const ATOMS[2][2] = {{"[[", "]]"}, {"`", "`"}};

static size_t find(Slice s, Slice wanted) {
  size_t at = 0;
  while (at < s.len && !slice_starts_with(slice_from(s, at), wanted)) at++;
  return at;
}

// The length of the atom that begins at s.ptr; 1 when none does.
static size_t atom_len(FieldItems *self, Slice s) {
  for (size_t i = 0; i < 2; i++) {
    Slice open = slice_of(ATOMS[i][0]), close = slice_of(ATOMS[i][1]);
    if (self->never_closed[i] || !slice_starts_with(s, open)) continue;
    size_t end = open.len + find(slice_from(s, open.len), close);
    if (end < s.len) return end + close.len;
    self->never_closed[i] = true;
  }
  return 1;
}

static size_t find_separator(FieldItems *self, char separator) {
  Slice s = self->rest;
  size_t i = 0;
  while (i < s.len && s.ptr[i] != separator) i += atom_len(self, slice_from(s, i));
  return i;
}

FieldItems field_items(Slice value) {
  FieldItems look = {.rest = value};
  char separator = find_separator(&look, ';') < value.len ? ';' : ',';
  return (FieldItems){.rest = value, .separator = separator};
}

bool field_items_next_written(FieldItems *self, Slice *written) {
  while (self->rest.len) {
    size_t end = find_separator(self, self->separator);
    *written = slice_trim(slice_to(self->rest, end));
    self->rest = slice_from(self->rest, end + 1);
    if (written->len) return true;
  }
  return false;
}

bool field_items_next(FieldItems *self, Slice *item) {
  while (field_items_next_written(self, item)) {
    *item = unwrap_marks(*item);
    if (item->len) return true;
  }
  return false;
}
