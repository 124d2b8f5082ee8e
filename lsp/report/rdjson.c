// Reviewdog's diagnostic format: columns count bytes of UTF-8, from 1; ends are exclusive.
#include "writer.h"

static json_t *position_json(Text *text, uint32_t offset) {
  uint32_t line = text_line_at(text, offset);
  return json_pack("{sIsI}", "line", (json_int_t)line + 1, "column",
                   (json_int_t)(offset - text_line_start(text, line)) + 1);
}

static json_t *range_json(Text *text, Range range) {
  return json_pack("{soso}", "start", position_json(text, range.start), "end",
                   position_json(text, range.end));
}

static json_t *location_json(Slice shown, Text *text, Range range) {
  return json_pack("{soso}", "path", json_text(shown), "range", range_json(text, range));
}

// A suggestion is one piece of text: a fix of several edits cannot be said.
static json_t *suggestions_json(const CheckedFile *file, const Finding *finding) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < finding->fix_count; i++) {
    const Fix *fix = &finding->fixes[i];
    if (fix->edit_count != 1) continue;
    json_t *range = range_json(file->text, fix->edits[0].range);
    json_array_append_new(
        array, json_pack("{soso}", "range", range, "text", json_text(fix->edits[0].text)));
  }
  return array;
}

static json_t *related_json(const Report *self, const Finding *finding) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const Related *related = &finding->related[i];
    json_t *location =
        location_json(report_shown(self, related->file), related->file->text, related->range);
    json_array_append_new(
        array, json_pack("{soso}", "message", json_text(related->message), "location", location));
  }
  return array;
}

static const char *const severities[] = {"ERROR", "WARNING", "INFO", "INFO"};

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  report_element(self, json_pack("{sososss{ss}soso}", "message", json_text(finding->message),
                                 "location", location_json(file->shown, file->text, finding->range),
                                 "severity", severities[finding->severity], "code", "value",
                                 finding->rule->id, "suggestions", suggestions_json(file, finding),
                                 "relatedLocations", related_json(self, finding)));
}

static void begin(Report *self) {
  (void)self;
  fputs("{\"source\": {\"name\": \"gloss\"}, \"diagnostics\": [", stdout);
}

static void end(Report *self) {
  puts(self->any ? "\n]}" : "]}");
}

const ReportFormat report_rdjson = {
    .name = "rdjson", .begin = begin, .finding = write_finding, .end = end};
