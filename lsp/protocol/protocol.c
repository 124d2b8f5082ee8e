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

static json_t *tags_json(unsigned tags) {
  static const unsigned all[] = {TAG_UNNECESSARY, TAG_DEPRECATED};
  json_t *array = json_array();
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (tags & all[i]) json_array_append_new(array, json_integer(all[i]));
  return array;
}

// NULL: the rule has no page, or the client shows no links.
static json_t *code_description(const RuleInfo *rule, const Abilities *abilities, Arena *arena) {
  Slice page = abilities->rules_page;
  if (!page.len) return NULL;
  return json_pack("{so}", "href",
                   json_text(arena_format(arena, "%.*s#%s", SLICE_FMT(page), rule->id)));
}

// What code actions know the finding by, when the client asks for them.
static json_t *data_json(const Finding *finding) {
  return json_pack("{so}", "subject", json_text(finding->subject));
}

json_t *json_diagnostic(Text *text, const Finding *finding, const Abilities *abilities,
                        Arena *arena) {
  bool apart = abilities->related_information, related = apart && finding->related_count;
  unsigned tags = finding->tags & abilities->tags;
  Slice message = apart ? finding->message : message_with_related(finding, arena);
  return json_pack("{sosisssssoso*so*so*so*}",                                           //
                   "range", json_range(text, finding->range, abilities->encoding),       //
                   "severity", severity_numbers[finding->severity],                      //
                   "code", finding->rule->id,                                            //
                   "source", "gloss",                                                    //
                   "message", json_text(message),                                        //
                   "codeDescription", code_description(finding->rule, abilities, arena), //
                   "tags", tags ? tags_json(tags) : NULL,                                //
                   "data", abilities->diagnostic_data ? data_json(finding) : NULL,       //
                   "relatedInformation",
                   related ? related_json(finding, abilities->encoding, arena) : NULL);
}

// ---- many of them

enum { DIAGNOSTICS_MAX = 2000 };

// How many findings of each severity are shown: the gravest first.
typedef struct {
  uint32_t left[SEVERITY_OFF];
  uint32_t hidden;
} Room;

static Room room_for(const Findings *findings) {
  Room room = {0};
  uint32_t left = DIAGNOSTICS_MAX;
  for (uint32_t i = 0; i < findings->count; i++) room.left[findings->items[i].severity]++;
  for (int i = 0; i < SEVERITY_OFF; i++) {
    uint32_t shown = room.left[i] < left ? room.left[i] : left;
    room.hidden += room.left[i] - shown;
    room.left[i] = shown;
    left -= shown;
  }
  return room;
}

static json_t *hidden_json(Text *text, const Room *room, const Abilities *abilities, Arena *arena) {
  Slice message = arena_format(arena,
                               "%u more findings of this file are not shown; `gloss check` lists "
                               "them all",
                               room->hidden);
  return json_pack("{sosissso}", "range", json_range(text, (Range){0}, abilities->encoding),
                   "severity", severity_numbers[SEVERITY_INFO], "source", "gloss", "message",
                   json_text(message));
}

json_t *json_diagnostics(Text *text, const Findings *findings, const Abilities *abilities,
                         Arena *arena) {
  json_t *array = json_array();
  Room room = room_for(findings);
  for (uint32_t i = 0; i < findings->count; i++) {
    const Finding *finding = &findings->items[i];
    if (!room.left[finding->severity]) continue;
    room.left[finding->severity]--;
    json_array_append_new(array, json_diagnostic(text, finding, abilities, arena));
  }
  if (room.hidden) json_array_append_new(array, hidden_json(text, &room, abilities, arena));
  return array;
}
