// Workflow commands of GitHub Actions: each becomes an annotation at its line.
#include "writer.h"

// What would end a command, or one of its properties, is written as %XX.
static void write_escaped(Slice text, const char *special) {
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    if (byte_is_one_of(c, "%\r\n") || byte_is_one_of(c, special))
      printf("%%%02X", (unsigned char)c);
    else
      putchar(c);
  }
}

static const char *const commands[] = {"error", "warning", "notice", "notice"};

static void write_finding(Report *self, const CheckedFile *file, const Finding *finding) {
  PersonPoint start = ruler_point(&self->ruler, finding->range.start);
  PersonPoint end = ruler_point(&self->ruler, finding->range.end);
  printf("::%s file=", commands[finding->severity]);
  write_escaped(file->shown, ":,");
  printf(",line=%u,endLine=%u", start.line, end.line);
  if (start.line == end.line) printf(",col=%u,endColumn=%u", start.column, end.column);
  printf(",title=gloss %s::", finding->rule->id);
  write_escaped(finding->message, "");
  putchar('\n');
}

const ReportFormat report_github = {.name = "github", .finding = write_finding};
