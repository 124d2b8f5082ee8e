#include "notices.h"

#include "terminal/ruler.h"

// One notice after the other, with its place. Those of a file mostly follow each other.
typedef struct {
  GlossaryFile *const *files;
  const Notice *next, *end;
  const GlossaryFile *file; // of the last one
  Ruler ruler;
} Reading;

static Reading reading_of(GlossaryFile *const *files, const Notice *notices, uint32_t count) {
  return (Reading){.files = files, .next = notices, .end = notices + count};
}

// NULL at the end.
static const Notice *read_next(Reading *self) {
  if (self->next == self->end) return NULL;
  const GlossaryFile *file = self->files[self->next->file];
  if (file != self->file) self->ruler = ruler_new(file->text);
  self->file = file;
  return self->next++;
}

void notices_print(const Session *session, GlossaryFile *const *files, const Notice *notices,
                   uint32_t count) {
  Reading reading = reading_of(files, notices, count);
  const Output *output = &session->output;
  for (const Notice *notice; (notice = read_next(&reading));) {
    PersonPoint start = ruler_point(&reading.ruler, notice->range.start);
    char place[32];
    snprintf(place, sizeof place, ":%u:%u", start.line, start.column);
    output_piece(output, PAINT_PLACE, session_shown(session, reading.file->path));
    output_piece(output, PAINT_PLACE, slice_of(place));
    fputs(": ", stdout);
    output_piece(output, PAINT_PLAIN, notice->message);
    printf(" [%s]\n", notice_name(notice->kind));
  }
}

void notices_complain(const Session *session, GlossaryFile *const *files, const Notice *notices,
                      uint32_t count) {
  Reading reading = reading_of(files, notices, count);
  for (const Notice *notice; (notice = read_next(&reading));) {
    PersonPoint start = ruler_point(&reading.ruler, notice->range.start);
    write_visible(stderr, session_shown(session, reading.file->path));
    fprintf(stderr, ":%u:%u: ", start.line, start.column);
    write_visible(stderr, notice->message);
    fprintf(stderr, " [%s]\n", notice_name(notice->kind));
  }
}

json_t *notices_json(const Session *session, GlossaryFile *const *files, const Notice *notices,
                     uint32_t count) {
  Reading reading = reading_of(files, notices, count);
  json_t *rows = json_array();
  for (const Notice *notice; (notice = read_next(&reading));) {
    json_t *row = json_object();
    PersonPoint start = ruler_point(&reading.ruler, notice->range.start);
    json_object_set_new(row, "file", json_text(session_shown(session, reading.file->path)));
    json_set_place(row, start, ruler_point(&reading.ruler, notice->range.end));
    json_object_set_new(row, "kind", json_string(notice_name(notice->kind)));
    json_object_set_new(row, "term", json_text(notice->term));
    json_object_set_new(row, "message", json_text(notice->message));
    json_array_append_new(rows, row);
  }
  return rows;
}
