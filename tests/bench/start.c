// P4: from the start of the server to its first answer, against the start of node.
#include "bench.h"
#include "glossaries.h"
#include "measure.h"
#include "process.h"
#include "session.h"
#include <stdlib.h>
#include <string.h>

enum { NODE_RUNS = 15, START_RUNS = 9 };

static double measure_node(void) {
  char *argv[] = {"node", "-e", "0", NULL};
  Series series = {0};
  for (int i = 0; i < NODE_RUNS; i++)
    series_add(&series, (uint64_t)(process_run(argv, NULL, NULL, NULL).wall_ms * 1e6));
  double median = series_at(&series, 0.5);
  table_baseline("node -e 0, spawn to exit, median", median, "ms");
  series_free(&series);
  return median;
}

static const char question[] = "Here we ask for %s in a sentence.\n";
enum { QUESTION_AT = 15 }; // where the term begins, and a little more

static uint64_t first_hover(const Bench *self, const char *folder, const char *document,
                            const char *text) {
  uint64_t start = clock_now();
  Client *client = session_start(self->gloss, folder);
  session_open(client, document, "markdown", text);
  session_await_hover(client, document, 0, QUESTION_AT + 1);
  uint64_t end = client_received_at(client);
  session_end(client, NULL);
  return end - start;
}

static void measure_start(const Bench *self, const char *name, const char *bytes, size_t len,
                          const char *term, double limit) {
  char text[256];
  snprintf(text, sizeof text, question, term);
  char *glossary = bench_file(self, "start", "made.gloss", bytes, len);
  char *document = bench_file(self, "start", "notes.md", text, strlen(text));
  char *folder = folder_of(document);
  Series series = {0};
  for (int i = 0; i < START_RUNS; i++)
    series_add(&series, first_hover(self, folder, document, text));
  table_at_most(name, series_at(&series, 0.5), "ms", limit);
  series_free(&series);
  free(glossary);
  free(document);
  free(folder);
}

static void measure_made(const Bench *self, const char *name, uint32_t count, double limit) {
  char term[HEADWORD_SIZE];
  MadeGlossary made = glossary_make(count);
  headword_write(count / 2, term);
  measure_start(self, name, made.bytes, made.len, term, limit);
  glossary_free(&made);
}

static void measure_given(const Bench *self, const char *path, const char *term, double limit) {
  size_t len = 0;
  char *bytes = calloc(1, 1 << 20);
  FILE *file = fopen(path, "rb");
  if (file) len = fread(bytes, 1, 1 << 20, file), fclose(file);
  if (len) measure_start(self, "the page of GLOSS_BENCH_PAGE", bytes, len, term, limit);
  free(bytes);
}

void bench_start(const Bench *self) {
  const char *page = getenv("GLOSS_BENCH_PAGE"), *term = getenv("GLOSS_BENCH_TERM");
  table_section("P4  spawn, initialize, first hover that answers; median");
  double node = measure_node();
  measure_made(self, "50 entries (1/10 of node)", 50, node / 10);
  if (page && term) measure_given(self, page, term, node / 10);
  measure_made(self, "4,000 entries (1/2 of node)", 4000, node / 2);
}
