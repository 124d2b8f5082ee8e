// An array of findings with all that is known of each. Columns count code points, from 1; ends are
// exclusive.
#include "command/rows.h"
#include "writer.h"

static json_t *place_of(Ruler *ruler, Range range) {
  PersonPoint start = ruler_point(ruler, range.start), end = ruler_point(ruler, range.end);
  json_t *place = json_object();
  json_set_place(place, start, end);
  return place;
}

static json_t *related_json(const Report *self, const Related *related) {
  Ruler ruler = ruler_new(related->file->text);
  json_t *row = json_pack("{so}", "file", json_text(report_shown(self, related->file)));
  json_t *place = place_of(&ruler, related->range);
  json_object_update(row, place);
  json_decref(place);
  json_object_set_new(row, "message", json_text(related->message));
  return row;
}

static json_t *edit_json(Text *text, const Edit *edit) {
  Ruler ruler = ruler_new(text);
  json_t *row = place_of(&ruler, edit->range);
  json_object_set_new(row, "text", json_text(edit->text));
  return row;
}

static json_t *fix_json(const CheckedFile *file, const Fix *fix) {
  json_t *edits = json_array();
  for (uint32_t i = 0; i < fix->edit_count; i++)
    json_array_append_new(edits, edit_json(file->text, &fix->edits[i]));
  return json_pack("{sosbso}", "title", json_text(fix->title), "certain", fix->certain, "edits",
                   edits);
}

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  json_t *row = json_pack("{so}", "file", json_text(file->shown));
  json_t *place = place_of(&self->ruler, finding->range);
  json_t *related = json_array(), *fixes = json_array();
  for (uint32_t i = 0; i < finding->related_count; i++)
    json_array_append_new(related, related_json(self, &finding->related[i]));
  for (uint32_t i = 0; i < finding->fix_count; i++)
    json_array_append_new(fixes, fix_json(file, &finding->fixes[i]));
  json_object_update(row, place);
  json_decref(place);
  json_object_set_new(row, "severity", json_string(severity_name(finding->severity)));
  json_object_set_new(row, "rule", json_string(finding->rule->id));
  json_object_set_new(row, "term",
                      finding->subject.len ? json_text(finding->subject) : json_null());
  json_object_set_new(row, "message", json_text(finding->message));
  json_object_set_new(row, "related", related);
  json_object_set_new(row, "fixes", fixes);
  report_element(self, row);
}

static void begin(Report *self) {
  (void)self;
  putchar('[');
}

static void end(Report *self) {
  puts(self->any ? "\n]" : "]");
}

const ReportFormat report_json = {
    .name = "json", .begin = begin, .finding = write_finding, .end = end};
