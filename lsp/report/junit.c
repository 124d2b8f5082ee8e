// JUnit's XML: a suite a file, a failed test a finding; a file without findings is a test that
// passed, so that a build server shows what was looked at.
#include "writer.h"

static void begin(Report *self) {
  (void)self;
  puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gloss\">");
}

static void write_case(const CheckedFile *file, const char *name) {
  printf("    <testcase name=\"%s\" classname=\"", name);
  write_xml(file->shown);
}

static void begin_file(Report *self, const CheckedFile *file) {
  (void)self;
  uint32_t count = file->findings.count;
  fputs("  <testsuite name=\"", stdout);
  write_xml(file->shown);
  printf("\" tests=\"%u\" failures=\"%u\" errors=\"0\">\n", count ? count : 1, count);
  if (count) return;
  write_case(file, "gloss");
  puts("\"/>");
}

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  PersonPoint at = ruler_point(&self->ruler, finding->range.start);
  write_case(file, finding->rule->id);
  printf("\" file=\"");
  write_xml(file->shown);
  printf("\" line=\"%u\">\n      <failure type=\"%s\" message=\"", at.line,
         severity_name(finding->severity));
  write_xml(finding->message);
  fputs("\">", stdout);
  write_xml(file->shown);
  printf(":%u:%u: %s: ", at.line, at.column, severity_name(finding->severity));
  write_xml(finding->message);
  printf(" [%s]</failure>\n    </testcase>\n", finding->rule->id);
}

static void end_file(Report *self, const CheckedFile *file) {
  (void)self, (void)file;
  puts("  </testsuite>");
}

static void end(Report *self) {
  (void)self;
  puts("</testsuites>");
}

const ReportFormat report_junit = {.name = "junit",
                                   .begin = begin,
                                   .begin_file = begin_file,
                                   .finding = write_finding,
                                   .end_file = end_file,
                                   .end = end};
