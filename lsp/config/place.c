#include "place.h"

#include <jansson.h>

typedef struct {
  Slice text;
  uint32_t at;
  Arena *arena;
} Scan;

static char next_byte(Scan *self) {
  while (self->at < self->text.len && byte_is_blank(self->text.ptr[self->at])) self->at++;
  return self->at < self->text.len ? self->text.ptr[self->at] : '\0';
}

// A byte that structures the text, after white space.
static bool take(Scan *self, char wanted) {
  bool found = next_byte(self) == wanted;
  if (found) self->at++;
  return found;
}

// jansson knows about escapes.
static Slice unescaped(Slice quoted, Arena *arena) {
  json_t *string = json_loadb(quoted.ptr, quoted.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
  Slice text = {json_string_value(string), json_string_length(string)};
  text = arena_copy(arena, text);
  json_decref(string);
  return text;
}

static Slice scan_string(Scan *self, Range *range) {
  const char *bytes = self->text.ptr;
  bool escapes = false;
  range->start = self->at++;
  for (; self->at < self->text.len && bytes[self->at] != '"'; self->at++) {
    bool escape = bytes[self->at] == '\\';
    escapes |= escape;
    self->at += escape;
  }
  range->end = ++self->at;
  if (escapes) return unescaped(slice_range(self->text, *range), self->arena);
  return arena_copy(self->arena,
                    slice_range(self->text, (Range){range->start + 1, range->end - 1}));
}

static void scan_value(Scan *self, Place *place);

static void scan_key(Scan *self, Place *place) {
  next_byte(self);
  place->key = scan_string(self, &place->key_range);
  take(self, ':');
}

// The values up to the bracket that closes them.
static const Place *scan_inside(Scan *self, char close, bool has_keys) {
  const Place *first = NULL, **link = &first;
  self->at++;
  while (self->at < self->text.len && !take(self, close)) {
    Place *place = arena_alloc(self->arena, sizeof *place);
    if (has_keys) scan_key(self, place);
    scan_value(self, place);
    *link = place;
    link = &place->next;
    take(self, ',');
  }
  return first;
}

static void mark_repeated(const Place *first) {
  json_t *seen = json_object();
  for (Place *place = (Place *)first; place; place = (Place *)place->next) {
    place->repeated = json_object_get(seen, place->key.ptr) != NULL;
    if (!place->repeated) json_object_set_new(seen, place->key.ptr, json_true());
  }
  json_decref(seen);
}

static void skip_word(Scan *self) {
  while (self->at < self->text.len && !byte_is_blank(self->text.ptr[self->at]) &&
         !byte_is_one_of(self->text.ptr[self->at], ",]}"))
    self->at++;
}

static void scan_value(Scan *self, Place *place) {
  char opening = next_byte(self);
  uint32_t start = self->at;
  place->kind = opening == '"'   ? PLACE_STRING
                : opening == '[' ? PLACE_ARRAY
                : opening == '{' ? PLACE_OBJECT
                                 : PLACE_OTHER;
  switch (place->kind) {
  case PLACE_STRING:
    place->text = scan_string(self, &place->range);
    break;
  case PLACE_ARRAY:
    place->first = scan_inside(self, ']', false);
    break;
  case PLACE_OBJECT:
    place->first = scan_inside(self, '}', true);
    mark_repeated(place->first);
    break;
  case PLACE_OTHER:
    skip_word(self);
    break;
  }
  place->range = (Range){start, self->at};
}

const Place *place_read(Slice text, Arena *arena) {
  Scan scan = {text, 0, arena};
  Place *place = arena_alloc(arena, sizeof *place);
  scan_value(&scan, place);
  return place;
}
