#include "writer.h"

#include "uri.h"

static const ReportFormat *const FORMATS[] = {
    &report_text,       &report_json,  &report_sarif,  &report_github,
    &report_checkstyle, &report_junit, &report_rdjson, &report_errorformat,
};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof *FORMATS };

const ReportFormat *report_format_named(Slice name) {
  for (int i = 0; i < FORMAT_COUNT; i++)
    if (slice_eq(name, slice_of(FORMATS[i]->name))) return FORMATS[i];
  return NULL;
}

Report *report_new(const ReportFormat *format, const Output *output,
                   Slice (*shown)(void *context, Slice path), void *context) {
  Report *self = mem_zero(1, sizeof *self);
  *self = (Report){.format = format, .output = output, .shown = shown, .context = context};
  self->arena = arena_new();
  if (format->begin) format->begin(self);
  return self;
}

void report_file(Report *self, const CheckedFile *file) {
  const ReportFormat *format = self->format;
  self->ruler = ruler_new(file->text);
  if (format->begin_file) format->begin_file(self, file);
  for (uint32_t i = 0; format->finding && i < file->findings.count; i++)
    format->finding(self, file, &file->findings.items[i]);
  if (format->end_file) format->end_file(self, file);
  arena_reset(self->arena);
}

void report_end(Report *self) {
  if (self->format->end) self->format->end(self);
  arena_delete(self->arena);
  mem_free(self);
}

// --- what the forms share ---

Slice report_shown(const Report *self, const GlossaryFile *file) {
  return self->shown(self->context, file->path);
}

void report_element(Report *self, json_t *element) {
  fputs(self->any ? ",\n  " : "\n  ", stdout);
  self->any = true;
  json_dumpf(element, stdout, JSON_COMPACT);
  json_decref(element);
}

// `uri_from_path` writes absolute paths; a relative one is the same below the folder at hand.
Slice report_uri(const Report *self, Slice shown) {
  static const Slice scheme = {"file:///", 8};
  if (slice_starts_with(shown, SLICE("/"))) return uri_from_path(shown, self->arena);
  Slice rooted = arena_format(self->arena, "/%.*s", SLICE_FMT(shown));
  return slice_from(uri_from_path(rooted, self->arena), scheme.len);
}
