#include "protocol.h"

#include "json.h"
#include "uri.h"

static json_t *json_position(Text *text, uint32_t offset, Encoding encoding) {
  Position position = position_from_offset(text, offset, encoding);
  return json_pack("{sIsI}", "line", (json_int_t)position.line, "character",
                   (json_int_t)position.character);
}

json_t *json_range(Text *text, Range range, Encoding encoding) {
  return json_pack("{soso}", "start", json_position(text, range.start, encoding), "end",
                   json_position(text, range.end, encoding));
}

// The document's name for clients: a file: URI, or the key of a document that is no file.
static json_t *json_file_uri(const GlossaryFile *file, Arena *arena) {
  bool is_path = slice_starts_with(file->path, SLICE("/"));
  return json_text(is_path ? uri_from_path(file->path, arena) : file->path);
}

static json_t *json_location(const GlossaryFile *file, Range range, Encoding encoding,
                             Arena *arena) {
  return json_pack("{soso}", "uri", json_file_uri(file, arena), "range",
                   json_range(file->text, range, encoding));
}

json_t *json_markup(Slice contents, bool markdown) {
  return json_pack("{ssso}", "kind", markdown ? "markdown" : "plaintext", "value",
                   json_text(contents));
}

// ---- diagnostics

static json_t *related_json(const Finding *finding, Encoding encoding, Arena *arena) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const Related *related = &finding->related[i];
    json_array_append_new(array,
                          json_pack("{soso}", "location",
                                    json_location(related->file, related->range, encoding, arena),
                                    "message", json_text(related->message)));
  }
  return array;
}

// For clients that show nothing but the message.
static Slice message_with_related(const Finding *finding, Arena *arena) {
  Slice message = finding->message;
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const Related *related = &finding->related[i];
    PersonPoint at = person_from_offset(related->file->text, related->range.start);
    message = arena_format(arena, "%.*s\n%.*s:%u:%u: %.*s", SLICE_FMT(message),
                           SLICE_FMT(related->file->path), at.line, at.column,
                           SLICE_FMT(related->message));
  }
  return message;
}

static const int severity_numbers[] = {
    [SEVERITY_ERROR] = 1, [SEVERITY_WARNING] = 2, [SEVERITY_INFO] = 3, [SEVERITY_HINT] = 4};

json_t *json_diagnostic(const GlossaryFile *file, const Finding *finding,
                        const Abilities *abilities, Arena *arena) {
  bool apart = abilities->related_information;
  Slice message = apart ? finding->message : message_with_related(finding, arena);
  json_t *related =
      apart && finding->related_count ? related_json(finding, abilities->encoding, arena) : NULL;
  json_t *range = json_range(file->text, finding->range, abilities->encoding);
  return json_pack("{sosisssssoso*}", "range", range, "severity",
                   severity_numbers[finding->severity], "code", finding->rule->id, "source",
                   "gloss", "message", json_text(message), "relatedInformation", related);
}
