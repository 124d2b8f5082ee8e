#include "json.h"

#include <glossary/base/array.h>
#include <glossary/base/utf.h>

void json_use_memory(void) {
  json_set_alloc_funcs(mem_alloc, mem_free);
}

typedef Array(char) Bytes;

static void append_valid(Slice bytes, Bytes *out) {
  static const Slice replacement = {"\xEF\xBF\xBD", 3};
  for (size_t at = 0; at < bytes.len;) {
    size_t bad = utf_find_invalid(bytes, at);
    array_append(out, bytes.ptr + at, bad - at);
    if (bad < bytes.len) array_append(out, replacement.ptr, replacement.len);
    at = bad + 1;
  }
}

json_t *json_text(Slice bytes) {
  if (utf_find_invalid(bytes, 0) == bytes.len)
    return json_stringn_nocheck(bytes.len ? bytes.ptr : "", bytes.len);
  Bytes valid = {0};
  append_valid(bytes, &valid);
  json_t *text = json_stringn_nocheck(valid.items, valid.len);
  array_free(&valid);
  return text;
}

json_t *json_at(const json_t *root, const char *path) {
  while (root && *path) {
    size_t len = strcspn(path, "/");
    char key[64];
    if (len >= sizeof key) return NULL;
    memcpy(key, path, len);
    key[len] = '\0';
    root = json_object_get(root, key);
    path += len + (path[len] == '/');
  }
  return json_is_null(root) ? NULL : (json_t *)root;
}

static Slice slice_of_json(const json_t *string) {
  if (!json_is_string(string)) return (Slice){0};
  return slice_new(json_string_value(string), json_string_length(string));
}

Slice json_slice_at(const json_t *root, const char *path) {
  return slice_of_json(json_at(root, path));
}

static int add_to_digest(const char *bytes, size_t len, void *context) {
  uint64_t *digest = context; // FNV-1a
  for (size_t i = 0; i < len; i++) *digest = (*digest ^ (uint8_t)bytes[i]) * 0x100000001b3u;
  return 0;
}

uint64_t json_digest(const json_t *json) {
  uint64_t digest = 0xcbf29ce484222325u;
  json_dump_callback(json, add_to_digest, &digest, JSON_COMPACT);
  return digest ? digest : 1;
}
