// Glossary: the front door of the core. The loaded files and all that is derived from them, in
// step.
#pragma once

#include "lint/linter.h"
#include "match/query.h"
#include "match/terms.h"
#include "store.h"

typedef struct {
  Store *store;
  Terms *terms;              // NULL until first asked for: glossary_terms()
  Linter *linter;            // NULL until first asked for: glossary_linter()
  uint64_t terms_generation; // raised when terms come, go or change (entry_same_term)
} Glossary;

Glossary *glossary_new(void);
void glossary_delete(Glossary *self);

// The three ways in which it changes. glossary_put takes `file` and returns the one to go on with
// (see store_put).
GlossaryFile *glossary_put(Glossary *self, GlossaryFile *file);
void glossary_edit(Glossary *self, GlossaryFile *file, Range range, Slice replacement);
void glossary_remove(Glossary *self, GlossaryFile *file);

Terms *glossary_terms(Glossary *self);
Linter *glossary_linter(Glossary *self);

// The bytes of the glossary that is compiled in, and the name under which it is shown.
Slice glossary_builtin(void);
#define GLOSSARY_BUILTIN_PATH "builtin:ai-factory.gloss.md"

// Whether a file is a glossary by its name: *.gloss, *.gloss.md, GLOSSARY.md, in any case.
bool glossary_is_named(Slice path);
