#include "syntax.h"

#include <glossary/base/utf.h>
#include <jansson.h>

// What is often written where JSON wants something else, by the sign it begins with.
static const struct {
  const char *begins;
  const char *message;
} HINTS[] = {
    {"//", "JSON has no comments: remove it"},
    {"/*", "JSON has no comments: remove it"},
    {"#", "JSON has no comments: remove it"},
    {"'", "JSON wants double quotes"},
    {"}", "A value is missing before \xE2\x80\x9C}\xE2\x80\x9D, or there is a comma too many"},
    {"]", "A value is missing before \xE2\x80\x9C]\xE2\x80\x9D, or there is a comma too many"},
    {"\"", "A comma or a colon is missing before this, or the quotes are not closed on their line"},
};

static const struct {
  enum json_error_code code;
  const char *message;
} MESSAGES[] = {
    {json_error_premature_end_of_input,
     "The text ends too early: a brace, bracket or quote is not closed"},
    {json_error_end_of_input_expected, "Nothing may follow the end of the object"},
    {json_error_invalid_utf8, "This is not UTF-8"},
    {json_error_null_character, "A string may not hold a NUL"},
    {json_error_null_byte_in_key, "A key may not hold a NUL"},
    {json_error_numeric_overflow, "This number is too large"},
    {json_error_stack_overflow, "Brackets are nested too deeply"},
};

static const char *message_of(enum json_error_code code) {
  for (size_t i = 0; i < sizeof MESSAGES / sizeof *MESSAGES; i++)
    if (MESSAGES[i].code == code) return MESSAGES[i].message;
  return NULL;
}

static const char *hint_for(Slice rest) {
  for (size_t i = 0; i < sizeof HINTS / sizeof *HINTS; i++)
    if (slice_starts_with(rest, slice_of(HINTS[i].begins))) return HINTS[i].message;
  return NULL;
}

#define CONTROL SLICE("control character")

static Range bad_byte(Slice text) {
  uint32_t at = (uint32_t)utf_find_invalid(text, 0);
  return (Range){at, at + (at < text.len)};
}

static bool is_control(Slice text, size_t at) {
  return at < text.len && (unsigned char)text.ptr[at] < 0x20 &&
         !byte_is_one_of(text.ptr[at], "\r\n");
}

static bool is_inside_char(Slice text, size_t at) {
  return at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

// The character that `at` is inside of; empty: of none.
static Range char_around(Slice text, size_t at) {
  size_t start = at;
  if (!is_inside_char(text, at)) return (Range){(uint32_t)at, (uint32_t)at};
  while (start && is_inside_char(text, start)) start--;
  Char c = utf_decode(slice_from(text, start));
  bool around = c.valid && start < at && at < start + c.len;
  return (Range){(uint32_t)(around ? start : at), (uint32_t)(around ? start + c.len : at)};
}

// Made larger until it begins and ends where characters do.
static Range whole_chars(Slice text, size_t start, size_t end) {
  return (Range){char_around(text, start).start, char_around(text, end).end};
}

// jansson tells where it stopped: behind the token in the way, whose end it quotes, or before a
// control character in a string.
static Range token_before(Slice text, const json_error_t *error) {
  size_t end = error->position < 0 ? 0 : (size_t)error->position;
  if (end > text.len) end = text.len;
  if (slice_starts_with(slice_of(error->text), CONTROL) && is_control(text, end))
    return (Range){(uint32_t)end, (uint32_t)end + 1};
  const char *quoted = strstr(error->text, " near '");
  size_t len = quoted ? strlen(quoted + strlen(" near '")) - 1 : 1;
  return whole_chars(text, len < end ? end - len : 0, end);
}

Slice json_syntax_problem(Slice text, Range *range, Arena *arena) {
  json_error_t error;
  json_t *json =
      json_loadb(text.len ? text.ptr : "", text.len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
  json_decref(json);
  if (json) return (Slice){0};
  enum json_error_code code = json_error_code(&error);
  *range = code == json_error_invalid_utf8 ? bad_byte(text) : token_before(text, &error);
  const char *message = message_of(code);
  if (!message && is_control(text, range->start))
    message = "A string may not hold a control character: write it as an escape, such as \\t";
  if (!message) message = hint_for(slice_from(text, range->start));
  if (message) return slice_of(message);
  return arena_format(arena, "This is not JSON: \xE2\x80\x9C%.*s\xE2\x80\x9D cannot stand here",
                      SLICE_FMT(slice_range(text, *range)));
}
