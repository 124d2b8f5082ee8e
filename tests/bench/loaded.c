#define _GNU_SOURCE // asprintf
#include "loaded.h"
#include "process.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>

Loaded loaded_make(uint32_t count) {
  Loaded self = {terms_make(0, count), glossary_new()};
  size_t len;
  char *bytes = terms_glossary(&self.terms, &len);
  glossary_put(self.glossary,
               glossary_file_new(SLICE("made.gloss"), (Slice){0}, (Slice){bytes, len}));
  free(bytes);
  return self;
}

void loaded_free(Loaded *self) {
  glossary_delete(self->glossary);
  terms_free(&self->terms);
}

typedef struct {
  const Bench *bench;
  const char *folder;
  uint32_t count;
} Order;

static void write_glossary(const void *context) {
  const Order *order = context;
  MadeTerms terms = terms_make(0, order->count);
  size_t len;
  char *bytes = terms_glossary(&terms, &len);
  free(bench_file(order->bench, order->folder, "made.gloss", bytes, len));
  free(bytes);
  terms_free(&terms);
}

char *loaded_write(const Bench *self, const char *folder, uint32_t count) {
  char *path = bench_file(self, folder, "made.gloss", "", 0);
  work_apart(write_glossary, &(Order){self, folder, count});
  return path;
}

Client *loaded_serve(const Bench *self, const char *glossary) {
  char term[TERM_SIZE], *folder = folder_of(glossary), *document;
  Vocabulary *vocabulary = vocabulary_new();
  term_write(vocabulary, 0, term);
  Client *server = session_start(self->gloss, folder);
  if (asprintf(&document, "%s/probe.md", folder) < 0) abort();
  session_open(server, document, "markdown", term);
  session_await_hover(server, document, 0, 1);
  vocabulary_delete(vocabulary);
  free(document);
  free(folder);
  return server;
}

// ---- words to be avoided

enum { AVOIDED = 30, FIRST_AVOIDED = 1000 }; // of middling rank

typedef struct {
  char bytes[AVOIDED * (2 * VOCABULARY_WORD_SIZE + 64)];
  size_t len;
} Avoided;

static Avoided avoided_make(void) {
  Avoided made = {.len = 0};
  Vocabulary *vocabulary = vocabulary_new();
  for (uint32_t i = 0; i < AVOIDED; i++) {
    const char *word = vocabulary_word(vocabulary, FIRST_AVOIDED + i);
    made.len += (size_t)sprintf(
        made.bytes + made.len, "## Instead of %s\n- avoid: %s\n\nA word to write.\n\n", word, word);
  }
  vocabulary_delete(vocabulary);
  return made;
}

void loaded_avoid(Loaded *self) {
  Avoided made = avoided_make();
  glossary_put(self->glossary, glossary_file_new(SLICE("avoided.gloss"), (Slice){0},
                                                 slice_new(made.bytes, made.len)));
}

void avoided_write(const Bench *self, const char *folder) {
  Avoided made = avoided_make();
  free(bench_file(self, folder, "avoided.gloss", made.bytes, made.len));
}
