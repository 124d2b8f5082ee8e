// Glossaries: made-up ones of any size, always the same bytes for the same size. Entries of
// about 2.4 KB in the Markdown dialect with fields, references, a list, a table and math, free of
// problems, so that every diagnostic of a measurement is the measurement's own.
#pragma once

#include <stdint.h>
#include <stdio.h>

enum {
  GLOSSARY_MAX = 40000,
  // Lines of an entry, counted from its heading.
  LINE_SEE = 4,
  LINE_DEFINITION = 6,
};

typedef struct {
  char *bytes; // terminated
  size_t len;
  uint32_t *headings; // the line (from 0) of each entry's heading
  uint32_t count;
} MadeGlossary;

// At most GLOSSARY_MAX entries.
MadeGlossary glossary_make(uint32_t count);
void glossary_free(MadeGlossary *self);

enum { HEADWORD_SIZE = 16 };

// The headword of entry `i`: two words of six letters.
void headword_write(uint32_t i, char out[HEADWORD_SIZE]);
