// Writer: what the forms of a report have in common. Private to lsp/report/.
#pragma once

#include "json.h"
#include "report.h"
#include "terminal/printed.h"
#include "terminal/ruler.h"

#include <glossary/base/arena.h>
#include <stdio.h>

// One form. Each may be NULL: nothing is written there.
struct ReportFormat {
  const char *name;
  void (*begin)(Report *self);
  void (*begin_file)(Report *self, const CheckedFile *file);
  void (*finding)(Report *self, const CheckedFile *file, const Finding *finding);
  void (*end_file)(Report *self, const CheckedFile *file);
  void (*end)(Report *self);
};

struct Report {
  const ReportFormat *format;
  const Output *output;
  Slice (*shown)(void *context, Slice path);
  void *context;
  Arena *arena; // of the file at hand
  Ruler ruler;  // in its text
  bool any;     // an element of the outermost list was written
};

extern const ReportFormat report_text, report_json, report_sarif, report_github, report_checkstyle,
    report_junit, report_rdjson, report_errorformat;

// How the file of a related place is called.
Slice report_shown(const Report *self, const GlossaryFile *file);

// Writes an element of the outermost list, with a comma before it where it needs one. Takes the
// reference.
void report_element(Report *self, json_t *element);

// Bytes as the text of XML 1.0: marked up, and what XML cannot hold as U+FFFD.
void write_xml(Slice text);

// The URI reference of a file as it is shown: relative where it is, else with its scheme.
Slice report_uri(const Report *self, Slice shown);
