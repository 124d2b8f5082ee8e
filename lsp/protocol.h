// Protocol: plain data as LSP's JSON. Text may hold any bytes; what is not UTF-8 becomes U+FFFD
// here. Every function gives a new reference.
#pragma once

#include "capabilities.h"
#include <glossary/glossary.h>

json_t *json_position(Text *text, uint32_t offset, Encoding encoding);
json_t *json_range(Text *text, Range range, Encoding encoding);

// The document's name for clients: a file: URI, or the key of a document that is no file.
json_t *json_file_uri(const GlossaryFile *file, Arena *arena);
json_t *json_location(const GlossaryFile *file, Range range, Encoding encoding, Arena *arena);

json_t *json_markup(Slice contents, bool markdown);

json_t *json_diagnostic(const GlossaryFile *file, const Finding *finding,
                        const Abilities *abilities, Arena *arena);
