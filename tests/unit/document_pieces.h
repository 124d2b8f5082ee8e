// What random documents are made of, by their language. The words to be found are those of the
// glossary in test_document_random.c.
#pragma once

typedef struct {
  const char *language;
  const char *const *pieces; // ended by NULL
} Family;

enum { FAMILY_COUNT = 8 };
extern const Family FAMILIES[FAMILY_COUNT];
