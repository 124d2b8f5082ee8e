// Entries as the command line shows them: for a person, and as JSON.
#pragma once

#include "json.h"
#include "session.h"

// {term, category, aliases, tags, definition, body, file, line}
json_t *entry_json(const Session *session, const Entry *entry);

// Name, aliases, category, place, definition and body on stdout. `number` of `count` senses; a
// single one is not numbered.
void entry_print(const Session *session, const Entry *entry, uint32_t number, uint32_t count);

// A definition on one line of plain text, at most `limit` bytes of it.
Slice definition_line(const Session *session, const Entry *entry, size_t limit);

// Says on stderr that no entry answers to `term`, and which name is nearest.
void complain_unknown_term(const Session *session, Slice term);
