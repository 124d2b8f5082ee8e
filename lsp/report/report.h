// Report: what was found in some files, written to stdout in one of the forms that people and
// machines read.
#pragma once

#include "terminal/output.h"

#include <glossary/lint/finding.h>

// One file that was checked. All is borrowed, for one call.
typedef struct {
  Slice path;  // absolute; empty: standard input without a name
  Slice shown; // how a person named it; relative where it lies in the current folder
  Text *text;
  Findings findings; // may be none
} CheckedFile;

typedef struct ReportFormat ReportFormat;
typedef struct Report Report;

// NULL when there is none of that name.
const ReportFormat *report_format_named(Slice name);
#define REPORT_FORMATS "text|json|sarif|github|checkstyle|junit|rdjson|errorformat"

// Begins a report. `shown` says how the file of a related place is called; its result lives as long
// as the report.
Report *report_new(const ReportFormat *format, const Output *output,
                   Slice (*shown)(void *context, Slice path), void *context);

// Adds a file. In the order in which they are to be told.
void report_file(Report *self, const CheckedFile *file);

// Ends the document, and the report.
void report_end(Report *self);
