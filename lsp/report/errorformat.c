// One line a finding, as compilers write them: what Vim's `errorformat` and most editors read.
#include "writer.h"

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  PersonPoint at = ruler_point(&self->ruler, finding->range.start);
  output_piece(&(Output){0}, PAINT_PLAIN, file->shown);
  printf(":%u:%u: %s: ", at.line, at.column, severity_name(finding->severity));
  output_piece(&(Output){0}, PAINT_PLAIN, finding->message);
  printf(" [%s]\n", finding->rule->id);
}

const ReportFormat report_errorformat = {.name = "errorformat", .finding = write_finding};
