// Protocol: plain data as LSP's JSON. Text may hold any bytes; what is not UTF-8 becomes U+FFFD
// here. Every function gives a new reference.
#pragma once

#include "capabilities.h"
#include <glossary/glossary.h>

json_t *json_range(Text *text, Range range, Encoding encoding);

json_t *json_markup(Slice contents, bool markdown);

// A finding in `text`.
json_t *json_diagnostic(Text *text, const Finding *finding, const Abilities *abilities,
                        Arena *arena);

// The diagnostics of a document: all its findings, but for those beyond what any client can show,
// the mildest of which give way to one diagnostic that counts them.
json_t *json_diagnostics(Text *text, const Findings *findings, const Abilities *abilities,
                         Arena *arena);
