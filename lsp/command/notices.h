// Notices: what a conversion tells, as lines for a person and as JSON.
#pragma once

#include "rows.h"
#include "session.h"

#include <glossary/convert/notice.h>
#include <glossary/store.h>

// `file:line:column: message` on stdout.
void notice_print(const Session *session, GlossaryFile *const *files, const Notice *notice);

// The same on stderr.
void notice_complain(const Session *session, GlossaryFile *const *files, const Notice *notice);

// [{file, line, column, endLine, endColumn, kind, term, message}]
json_t *notices_json(const Session *session, GlossaryFile *const *files, const Notice *notices,
                     uint32_t count);
