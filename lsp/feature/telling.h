// Telling: what is told of entries while it is written, as Markdown or as plain text. Whatever
// comes from a glossary goes through tell_body or tell_plain, so nothing in it acts.
#pragma once

#include <glossary/base/array.h>
#include <glossary/store.h>

typedef struct {
  bool markdown;
  Arena *arena;
  Array(char) out;
} Telling;

// Bytes of our own.
void tell(Telling *self, Slice text);
void tell_string(Telling *self, const char *text);

void tell_body(Telling *self, Slice text);      // Markdown of a glossary
void tell_paragraph(Telling *self, Slice text); // one paragraph of it, also behind other words
void tell_plain(Telling *self, Slice text);     // plain text of a glossary: names and categories
void tell_name(Telling *self, const Entry *entry);

// A paragraph of facts: aliases, category, place, a line each.
void tell_facts(Telling *self, const Entry *entry);

// The same on one line, for one sense of several.
void tell_sense_facts(Telling *self, const Entry *entry, bool has_more);

// Where the rest is to be read.
void tell_more(Telling *self, const Entry *entry);

void tell_rule(Telling *self);

// What was told, in the arena.
Slice telling_end(Telling *self);
