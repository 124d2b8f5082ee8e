// For a person: what, where, the line itself, what else it has to do with, how to mend it.
#include "terminal/excerpt.h"
#include "writer.h"

static const Paint paints[] = {PAINT_ERROR, PAINT_WARNING, PAINT_INFO, PAINT_FAINT};

static void write_place(const Report *self, Slice shown, PersonPoint at) {
  output_piece(self->output, PAINT_PLACE, shown);
  printf(":%u:%u: ", at.line, at.column);
}

static void write_headline(const Report *self, const Finding *finding) {
  const Output *output = self->output;
  output_piece(output, paints[finding->severity], slice_of(severity_name(finding->severity)));
  fputs(": ", stdout);
  output_piece(output, PAINT_PLAIN, finding->message);
  output_piece(output, PAINT_FAINT, arena_format(self->arena, " [%s]", finding->rule->id));
  putchar('\n');
}

static void write_related(const Report *self, const Related *related) {
  PersonPoint at = person_from_offset(related->file->text, related->range.start);
  write_place(self, report_shown(self, related->file), at);
  output_piece(self->output, PAINT_FAINT, SLICE("note: "));
  output_piece(self->output, PAINT_PLAIN, related->message);
  putchar('\n');
}

static void write_fix(const Report *self, const Fix *fix) {
  output_piece(self->output, PAINT_FAINT, SLICE("    fix: "));
  output_piece(self->output, PAINT_PLAIN, fix->title);
  if (fix->certain) output_piece(self->output, PAINT_FAINT, SLICE(" (--fix)"));
  putchar('\n');
}

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  write_place(self, file->shown, ruler_point(&self->ruler, finding->range.start));
  write_headline(self, finding);
  excerpt_print(self->output, file->text, finding->range, paints[finding->severity]);
  for (uint32_t i = 0; i < finding->related_count; i++) write_related(self, &finding->related[i]);
  for (uint32_t i = 0; i < finding->fix_count; i++) write_fix(self, &finding->fixes[i]);
}

const ReportFormat report_text = {.name = "text", .finding = write_finding};
