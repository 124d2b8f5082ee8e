// Made: small glossaries with everything wrong in them, by chance. They are made of few names, so
// that everything refers to everything.
#pragma once

#include <glossary/base/array.h>
#include <glossary/base/slice.h>

typedef Array(char) MadeBytes; // array_free

typedef struct {
  uint32_t *seed; // see random.h
  bool in_chains; // fewer names and fields: chains of broader terms close, categories are shared
} Maker;

MadeBytes made_glossary(const Maker *self);
const char *made_name(const Maker *self);

// A line of a field list, with its line end.
void made_append_field(const Maker *self, MadeBytes *out);
