#include "workspace_edit.h"

#include "json.h"

json_t *text_edits(Text *text, const Edit *edits, size_t count, Encoding encoding) {
  json_t *array = json_array();
  for (size_t i = 0; i < count; i++)
    json_array_append_new(array,
                          json_pack("{soso}", "range", json_range(text, edits[i].range, encoding),
                                    "newText", json_text(edits[i].text)));
  return array;
}

// By URI, which need not be valid UTF-8 here.
static json_t *changes(Slice uri, json_t *edits) {
  json_t *key = json_text(uri), *object = json_object();
  json_object_set_new(object, json_string_value(key), edits);
  json_decref(key);
  return json_pack("{so}", "changes", object);
}

static json_t *document_edit(Slice uri, json_t *version, json_t *edits) {
  return json_pack("{s{soso}so}", "textDocument", "uri", json_text(uri), "version", version,
                   "edits", edits);
}

json_t *workspace_edit(const Abilities *abilities, Slice uri, Version version, Text *text,
                       const Edit *edits, size_t count) {
  json_t *array = text_edits(text, edits, count, abilities->encoding);
  if (!abilities->versioned_edits) return changes(uri, array);
  json_t *number = version.known ? json_integer(version.number) : json_null();
  return json_pack("{s[o]}", "documentChanges", document_edit(uri, number, array));
}

json_t *workspace_edit_create(Slice uri, Slice text) {
  json_t *create = json_pack("{sssos{sb}}", "kind", "create", "uri", json_text(uri), "options",
                             "ignoreIfExists", 1);
  json_t *start = json_pack("{s{sisi}s{sisi}}", "start", "line", 0, "character", 0, "end", "line",
                            0, "character", 0);
  json_t *edits = json_pack("[{soso}]", "range", start, "newText", json_text(text));
  return json_pack("{s[oo]}", "documentChanges", create, document_edit(uri, json_null(), edits));
}
