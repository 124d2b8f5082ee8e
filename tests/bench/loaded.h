// Loaded: a glossary of made-up terms, ready to be asked: in this process, or by a server.
#pragma once

#include "bench.h"
#include "client/client.h"
#include "terms.h"
#include <glossary/glossary.h>

typedef struct {
  MadeTerms terms;
  Glossary *glossary;
} Loaded;

Loaded loaded_make(uint32_t count);
void loaded_free(Loaded *self);

// Writes the glossary of `count` terms as `made.gloss` in a folder below bench->folder, apart (see
// process.h). Returns its absolute path, to be freed.
char *loaded_write(const Bench *self, const char *folder, uint32_t count);

// Words of the made-up texts that are to be avoided, so that rules for documents have something to
// say: about once in two KB. Put beside the made-up terms, or written as `avoided.gloss` beside
// theirs.
void loaded_avoid(Loaded *self);
void avoided_write(const Bench *self, const char *folder);

// Starts a server in the folder of `glossary`, a path from loaded_write, and waits until it has
// read it.
Client *loaded_serve(const Bench *self, const char *glossary);
