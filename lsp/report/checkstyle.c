// Checkstyle's XML, which most build servers read.
#include "writer.h"

static const char *const severities[] = {"error", "warning", "info", "info"};

static void begin(Report *self) {
  (void)self;
  puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">");
}

static void begin_file(Report *self, const CheckedFile *file) {
  (void)self;
  if (!file->findings.count) return;
  fputs("  <file name=\"", stdout);
  write_xml(file->shown);
  puts("\">");
}

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  (void)file;
  PersonPoint at = ruler_point(&self->ruler, finding->range.start);
  printf("    <error line=\"%u\" column=\"%u\" severity=\"%s\" message=\"", at.line, at.column,
         severities[finding->severity]);
  write_xml(finding->message);
  printf("\" source=\"gloss.%s\"/>\n", finding->rule->id);
}

static void end_file(Report *self, const CheckedFile *file) {
  (void)self;
  if (file->findings.count) puts("  </file>");
}

static void end(Report *self) {
  (void)self;
  puts("</checkstyle>");
}

const ReportFormat report_checkstyle = {.name = "checkstyle",
                                        .begin = begin,
                                        .begin_file = begin_file,
                                        .finding = write_finding,
                                        .end_file = end_file,
                                        .end = end};
