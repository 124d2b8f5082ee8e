// P9: the memory of a server that holds a large glossary and has answered a hover and a completion.
#include "bench.h"
#include "glossaries.h"
#include "measure.h"
#include "process.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { ENTRIES = 4000, TIMES_THE_SOURCE = 3 };

static const char opening[] = "See ";
enum { OPENING = sizeof opening - 1 };

static void write_glossary(const void *context) {
  MadeGlossary made = glossary_make(ENTRIES);
  free(bench_file(context, "memory", "made.gloss", made.bytes, made.len));
  glossary_free(&made);
}

static double serve(const Bench *self, const char *folder) {
  char text[OPENING + HEADWORD_SIZE], *document = bench_file(self, "memory", "notes.md", "", 0);
  struct rusage usage;
  memcpy(text, opening, OPENING);
  headword_write(ENTRIES / 2, text + OPENING);
  Client *server = session_start(self->gloss, folder);
  session_open(server, document, "markdown", text);
  session_await_hover(server, document, 0, OPENING + 1);
  json_decref(session_completion(server, document, 0, OPENING + 1));
  session_end(server, &usage);
  free(document);
  return peak_megabytes(&usage);
}

void bench_memory(const Bench *self) {
  char *glossary = bench_file(self, "memory", "made.gloss", "", 0), *folder = folder_of(glossary);
  struct stat source = {0};
  work_apart(write_glossary, self);
  stat(glossary, &source);
  double megabytes = (double)source.st_size / 1e6;
  table_section("P9  memory of the server with 4,000 entries of 2.4 KB");
  table_fact("the glossary", megabytes, "MB");
  table_at_most("peak memory, after a hover and a completion", serve(self, folder), "MB",
                TIMES_THE_SOURCE * megabytes);
  free(folder);
  free(glossary);
}
