#include "notices.h"

static Slice shown(const Session *session, GlossaryFile *const *files, const Notice *notice) {
  return session_shown(session, files[notice->file]->path);
}

static PersonPoint start_of(GlossaryFile *const *files, const Notice *notice) {
  return person_from_offset(files[notice->file]->text, notice->range.start);
}

void notice_print(const Session *session, GlossaryFile *const *files, const Notice *notice) {
  PersonPoint start = start_of(files, notice);
  const Output *output = &session->output;
  char place[32];
  snprintf(place, sizeof place, ":%u:%u", start.line, start.column);
  output_piece(output, PAINT_PLACE, shown(session, files, notice));
  output_piece(output, PAINT_PLACE, slice_of(place));
  fputs(": ", stdout);
  output_piece(output, PAINT_PLAIN, notice->message);
  putchar('\n');
}

void notice_complain(const Session *session, GlossaryFile *const *files, const Notice *notice) {
  PersonPoint start = start_of(files, notice);
  write_visible(stderr, shown(session, files, notice));
  fprintf(stderr, ":%u:%u: ", start.line, start.column);
  write_visible(stderr, notice->message);
  fputc('\n', stderr);
}

json_t *notices_json(const Session *session, GlossaryFile *const *files, const Notice *notices,
                     uint32_t count) {
  json_t *rows = json_array();
  for (uint32_t i = 0; i < count; i++) {
    const Notice *notice = &notices[i];
    json_t *row = json_object();
    json_object_set_new(row, "file", json_text(shown(session, files, notice)));
    json_set_place(row, start_of(files, notice),
                   person_from_offset(files[notice->file]->text, notice->range.end));
    json_object_set_new(row, "kind", json_string(notice_name(notice->kind)));
    json_object_set_new(row, "term", json_text(notice->term));
    json_object_set_new(row, "message", json_text(notice->message));
    json_array_append_new(rows, row);
  }
  return rows;
}
