#include "params.h"

#include "uri.h"

static bool read_string(const json_t *root, const char *path, Slice *out) {
  *out = json_slice_at(root, path);
  return json_is_string(json_at(root, path));
}

// What is larger than any place in a text means its end.
static bool read_count(const json_t *number, uint32_t *out) {
  double value = json_number_value(number);
  if (!json_is_number(number) || !(value >= 0)) return false;
  *out = value < UINT32_MAX ? (uint32_t)value : UINT32_MAX;
  return json_is_integer(number) || value >= UINT32_MAX || value == (double)*out;
}

static bool read_position(const json_t *json, Position *out) {
  return read_count(json_at(json, "line"), &out->line) &&
         read_count(json_at(json, "character"), &out->character);
}

static Version read_version(const json_t *json) {
  const json_t *version = json_at(json, "textDocument/version");
  return (Version){.known = json_is_integer(version), .number = json_integer_value(version)};
}

bool params_any(const json_t *json, Params *params, Arena *arena) {
  (void)arena;
  params->raw = json;
  return true;
}

bool params_object(const json_t *json, Params *params, Arena *arena) {
  return params_any(json, params, arena) && json_is_object(json);
}

bool params_document(const json_t *json, Params *params, Arena *arena) {
  return params_object(json, params, arena) && read_string(json, "textDocument/uri", &params->uri);
}

bool params_place(const json_t *json, Params *params, Arena *arena) {
  return params_document(json, params, arena) &&
         read_position(json_at(json, "position"), &params->position);
}

bool params_range(const json_t *json, Params *params, Arena *arena) {
  return params_document(json, params, arena) &&
         read_position(json_at(json, "range/start"), &params->position) &&
         read_position(json_at(json, "range/end"), &params->end);
}

bool params_typed(const json_t *json, Params *params, Arena *arena) {
  return params_place(json, params, arena) && read_string(json, "ch", &params->text);
}

bool params_open(const json_t *json, Params *params, Arena *arena) {
  params->language = json_slice_at(json, "textDocument/languageId");
  params->version = read_version(json);
  return params_document(json, params, arena) &&
         read_string(json, "textDocument/text", &params->text);
}

static bool read_change(const json_t *json, TextChange *change) {
  const json_t *range = json_at(json, "range");
  change->whole = !range;
  if (!read_string(json, "text", &change->text)) return false;
  return change->whole || (read_position(json_at(range, "start"), &change->start) &&
                           read_position(json_at(range, "end"), &change->end));
}

bool params_change(const json_t *json, Params *params, Arena *arena) {
  const json_t *array = json_at(json, "contentChanges");
  if (!params_document(json, params, arena) || !json_is_array(array)) return false;
  size_t count = json_array_size(array);
  TextChange *changes = arena_array(arena, TextChange, count);
  for (size_t i = 0; i < count; i++)
    if (!read_change(json_array_get(array, i), &changes[i])) return false;
  params->changes = changes;
  params->change_count = count;
  params->version = read_version(json);
  return true;
}

bool params_folders(const json_t *json, Params *params, Arena *arena) {
  params->added = json_at(json, "event/added");
  params->removed = json_at(json, "event/removed");
  return params_object(json, params, arena) && json_is_object(json_at(json, "event"));
}
