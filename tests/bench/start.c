// What it takes to start: the baselines, P8 and P4.
#include "bench.h"
#include "glossaries.h"
#include "measure.h"
#include "session.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NODE_RUNS = 15, CHECK_RUNS = 30, START_RUNS = 9, ECHOES = 3000, ECHO_SIZE = 320 };

static uint64_t run(char *const argv[], int expected, struct rusage *usage) {
  uint64_t start = clock_now();
  int status = client_end(client_start(argv, NULL), usage);
  uint64_t end = clock_now();
  if (status != expected) fprintf(stderr, "%s ended with %d\n", argv[0], status);
  return end - start;
}

// ---- baselines

static void measure_node(Bench *self) {
  char *argv[] = {"node", "-e", "0", NULL};
  Series series = {0};
  for (int i = 0; i < NODE_RUNS; i++) series_add(&series, run(argv, 0, NULL));
  self->node_ms = series_at(&series, 0.5);
  table_baseline("node -e 0, spawn to exit, median", self->node_ms, "ms");
  series_free(&series);
}

static void measure_echo(const Bench *self) {
  char *argv[] = {(char *)self->echo, NULL};
  char message[ECHO_SIZE];
  Series series = {0};
  Client *client = client_start(argv, NULL);
  memset(message, '.', sizeof message);
  for (int i = 0; i < ECHOES; i++) {
    uint64_t start = clock_now();
    client_write(client, message, sizeof message);
    client_read(client, message, sizeof message);
    series_add(&series, clock_now() - start);
  }
  client_end(client, NULL);
  table_baseline("libuv echo of 320 bytes over pipes, median", series_at(&series, 0.5), "ms");
  table_baseline("libuv echo of 320 bytes over pipes, p99", series_at(&series, 0.99), "ms");
  series_free(&series);
}

void bench_baselines(Bench *self) {
  table_section("Baselines");
  measure_node(self);
  measure_echo(self);
}

// ---- P8

// ru_maxrss counts in KiB, on macOS in bytes.
static double megabytes(const struct rusage *usage) {
#ifdef __APPLE__
  return (double)usage->ru_maxrss / 1e6;
#else
  return (double)usage->ru_maxrss * 1024 / 1e6;
#endif
}

void bench_check(const Bench *self) {
  char *file = bench_file(self, "empty", "empty.gloss", "", 0);
  char *argv[] = {(char *)self->gloss, "check", "--format", "json", file, NULL};
  Series series = {0};
  double memory = 0;
  for (int i = 0; i < CHECK_RUNS; i++) {
    struct rusage usage;
    series_add(&series, run(argv, 0, &usage));
    if (megabytes(&usage) > memory) memory = megabytes(&usage);
  }
  table_section("P8  gloss check of an empty file");
  table_row("spawn to exit, median", series_at(&series, 0.5), "ms", 10);
  table_row("spawn to exit, p99", series_at(&series, 0.99), "ms", 10);
  table_row("peak memory", memory, "MB", 10);
  series_free(&series);
  free(file);
}

// ---- P4

static const char question[] = "Here we ask for %s in a sentence.\n";
enum { QUESTION_AT = 15 }; // where the term begins, and a little more

// A hover asked while the glossary is still being read may be empty; what counts is the first that
// is not.
static uint64_t first_hover(const Bench *self, const char *folder, const char *document,
                            const char *text) {
  uint64_t start = clock_now();
  Client *client = session_start(self->gloss, folder);
  session_open(client, document, "markdown", text);
  json_t *hover = session_hover(client, document, 0, QUESTION_AT + 1);
  while (json_is_null(hover) && clock_now() - start < 60000000000) {
    json_decref(hover);
    usleep(200);
    hover = session_hover(client, document, 0, QUESTION_AT + 1);
  }
  uint64_t end = client_received_at(client);
  if (json_is_null(hover)) fprintf(stderr, "no hover in a minute: %s", text);
  json_decref(hover);
  session_end(client, NULL);
  return end - start;
}

static void measure_start(const Bench *self, const char *name, const char *bytes, size_t len,
                          const char *term, double limit) {
  char text[256];
  snprintf(text, sizeof text, question, term);
  char *glossary = bench_file(self, "start", "made.gloss", bytes, len);
  char *document = bench_file(self, "start", "notes.md", text, strlen(text));
  char *folder = strndup(document, (size_t)(strrchr(document, '/') - document));
  Series series = {0};
  for (int i = 0; i < START_RUNS; i++)
    series_add(&series, first_hover(self, folder, document, text));
  table_row(name, series_at(&series, 0.5), "ms", limit);
  series_free(&series);
  free(glossary);
  free(document);
  free(folder);
}

static void measure_made(const Bench *self, const char *name, uint32_t count, double limit) {
  char term[TERM_SIZE];
  MadeGlossary made = glossary_make(count);
  term_name(count / 2, term);
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
  measure_made(self, "50 entries (1/10 of node)", 50, self->node_ms / 10);
  if (page && term) measure_given(self, page, term, self->node_ms / 10);
  measure_made(self, "4,000 entries (1/2 of node)", 4000, self->node_ms / 2);
}
