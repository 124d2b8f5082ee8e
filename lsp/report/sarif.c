// SARIF 2.1.0, as code scanning reads it: all rules with their documentation, then the findings,
// each with its fixes and a fingerprint that stays when lines move.
#include "rules_page.h"
#include "writer.h"

#include <glossary/base/hash.h>
#include <glossary/lint/rules.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static const char *const levels[] = {"error", "warning", "note", "note", "none"};

// --- the tool ---

static json_t *message_json(Slice text) {
  return json_pack("{so}", "text", json_text(text));
}

static json_t *rule_json(const RuleInfo *rule, Arena *arena) {
  bool enabled = rule->severity != SEVERITY_OFF;
  Slice help = rule_markdown(rule, arena);
  return json_pack("{sss{ss}s{ss}s{sbss}s{soso}}", "id", rule->id, "shortDescription", "text",
                   rule->summary, "fullDescription", "text", rule->why, "defaultConfiguration",
                   "enabled", enabled, "level", enabled ? levels[rule->severity] : "note", "help",
                   "text", json_text(help), "markdown", json_text(help));
}

static json_t *driver_json(Arena *arena) {
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  json_t *array = json_array();
  for (size_t i = 0; i < count; i++) json_array_append_new(array, rule_json(rules[i], arena));
  return json_pack("{ssssso}", "name", "gloss", "semanticVersion", GLOSS_VERSION, "rules", array);
}

static void begin(Report *self) {
  json_t *tool = json_pack("{so}", "driver", driver_json(self->arena));
  printf("{\"$schema\": \"%s\", \"version\": \"2.1.0\", \"runs\": [{\"columnKind\": "
         "\"unicodeCodePoints\", \"tool\": ",
         SCHEMA);
  json_dumpf(tool, stdout, JSON_COMPACT);
  json_decref(tool);
  fputs(", \"results\": [", stdout);
}

static void end(Report *self) {
  puts(self->any ? "\n]}]}" : "]}]}");
}

// --- places ---

static json_t *region_json(Ruler *ruler, Range range) {
  PersonPoint start = ruler_point(ruler, range.start), end = ruler_point(ruler, range.end);
  return json_pack("{sIsIsIsI}", "startLine", (json_int_t)start.line, "startColumn",
                   (json_int_t)start.column, "endLine", (json_int_t)end.line, "endColumn",
                   (json_int_t)end.column);
}

// A file that lies in the folder at hand is named from the top of the sources.
static json_t *artifact_json(const Report *self, Slice shown) {
  json_t *artifact = json_pack("{so}", "uri", json_text(report_uri(self, shown)));
  if (!slice_starts_with(shown, SLICE("/")))
    json_object_set_new(artifact, "uriBaseId", json_string("%SRCROOT%"));
  return artifact;
}

static json_t *location_json(const Report *self, Slice shown, Ruler *ruler, Range range) {
  return json_pack("{s{soso}}", "physicalLocation", "artifactLocation", artifact_json(self, shown),
                   "region", region_json(ruler, range));
}

static json_t *related_json(const Report *self, const Finding *finding) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < finding->related_count; i++) {
    const Related *related = &finding->related[i];
    Ruler ruler = ruler_new(related->file->text);
    json_t *location =
        location_json(self, report_shown(self, related->file), &ruler, related->range);
    json_object_set_new(location, "id", json_integer(i + 1));
    json_object_set_new(location, "message", message_json(related->message));
    json_array_append_new(array, location);
  }
  return array;
}

// --- fixes ---

static json_t *fix_json(const Report *self, const CheckedFile *file, const Fix *fix) {
  json_t *replacements = json_array();
  Ruler ruler = ruler_new(file->text);
  for (uint32_t i = 0; i < fix->edit_count; i++)
    json_array_append_new(
        replacements, json_pack("{soso}", "deletedRegion", region_json(&ruler, fix->edits[i].range),
                                "insertedContent", message_json(fix->edits[i].text)));
  return json_pack("{sos[{soso}]}", "description", message_json(fix->title), "artifactChanges",
                   "artifactLocation", artifact_json(self, file->shown), "replacements",
                   replacements);
}

static json_t *fixes_json(const Report *self, const CheckedFile *file, const Finding *finding) {
  json_t *array = json_array();
  for (uint32_t i = 0; i < finding->fix_count; i++)
    json_array_append_new(array, fix_json(self, file, &finding->fixes[i]));
  return array;
}

// --- findings ---

static Slice fingerprint(const Report *self, const CheckedFile *file, const Finding *finding) {
  Slice text = text_slice(file->text, finding->range);
  Slice all = arena_format(self->arena, "%.*s\n%s\n%.*s\n%.*s", SLICE_FMT(file->shown),
                           finding->rule->id, SLICE_FMT(finding->subject), SLICE_FMT(text));
  return arena_format(self->arena, "%016llx", (unsigned long long)hash_bytes(all));
}

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  json_t *result = json_pack("{sssIssso}", "ruleId", finding->rule->id, "ruleIndex",
                             (json_int_t)rule_number(finding->rule), "level",
                             levels[finding->severity], "message", message_json(finding->message));
  json_t *location = location_json(self, file->shown, &self->ruler, finding->range);
  json_object_set_new(result, "locations", json_pack("[o]", location));
  if (finding->related_count)
    json_object_set_new(result, "relatedLocations", related_json(self, finding));
  if (finding->fix_count) json_object_set_new(result, "fixes", fixes_json(self, file, finding));
  json_object_set_new(result, "partialFingerprints",
                      json_pack("{so}", "gloss/v1", json_text(fingerprint(self, file, finding))));
  report_element(self, result);
}

const ReportFormat report_sarif = {
    .name = "sarif", .begin = begin, .finding = write_finding, .end = end};
