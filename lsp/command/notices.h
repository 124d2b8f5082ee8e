// Notices: what a conversion tells, as lines for a person and as JSON. `files` are those that were
// converted; a notice names one by its index.
#pragma once

#include "rows.h"
#include "session.h"

#include <glossary/convert/notice.h>

// `file:line:column: message [kind]` for each, on stdout.
void notices_print(const Session *session, GlossaryFile *const *files, const Notice *notices,
                   uint32_t count);

// The same on stderr.
void notices_complain(const Session *session, GlossaryFile *const *files, const Notice *notices,
                      uint32_t count);

// [{file, line, column, endLine, endColumn, kind, term, message}]
json_t *notices_json(const Session *session, GlossaryFile *const *files, const Notice *notices,
                     uint32_t count);
