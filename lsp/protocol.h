// Protocol: plain data as LSP's JSON. Text may hold any bytes; what is not UTF-8 becomes U+FFFD
// here. Every function gives a new reference.
#pragma once

#include "capabilities.h"
#include <glossary/glossary.h>

json_t *json_range(Text *text, Range range, Encoding encoding);

json_t *json_markup(Slice contents, bool markdown);

json_t *json_diagnostic(const GlossaryFile *file, const Finding *finding,
                        const Abilities *abilities, Arena *arena);
