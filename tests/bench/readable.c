// P11: a glossary of 10 MB made readable: its bodies, flattened into one line each as on a page,
// get their structure back, and the whole is laid out by `gloss fmt`. Beside them what
// the same bytes take to be cut into words, and to be laid out by cmark, which knows no tables.
#include "bench.h"
#include "glossaries.h"
#include "measure.h"
#include "process.h"
#include "splitting.h"

#include <glossary/reflow/flatten.h>
#include <glossary/reflow/reflow.h>
#include <glossary/store.h>

#include <stdio.h>
#include <stdlib.h>

enum { ENTRIES = 4000, RUNS = 5 };
#define REFLOW_MOST_MS (0.5 * 1000)
#define FORMAT_MOST_MS (1.0 * 1000)

// ---- reflow

typedef struct {
  Slice *items;
  uint32_t count;
  size_t bytes;
} Bodies;

static Bodies bodies_of(const GlossaryFile *file, bool flattened, Arena *arena) {
  Bodies bodies = {arena_array(arena, Slice, file->entries.len), (uint32_t)file->entries.len, 0};
  for (uint32_t i = 0; i < bodies.count; i++) {
    Slice body = entry_body(file->entries.items[i]);
    bodies.items[i] = flattened ? flatten(body, arena) : body;
    bodies.bytes += bodies.items[i].len;
  }
  return bodies;
}

static void reflow_all(const Bodies *bodies, Dialect dialect, Series *series) {
  Arena *arena = arena_new();
  uint64_t start = cpu_now();
  for (uint32_t i = 0; i < bodies->count; i++) {
    reflow(bodies->items[i], dialect, arena);
    arena_reset(arena);
  }
  series_add(series, cpu_now() - start);
  arena_delete(arena);
}

static void measure_reflow(const GlossaryFile *file, bool flattened) {
  Arena *arena = arena_new();
  Bodies bodies = bodies_of(file, flattened, arena);
  Series series = {0};
  char name[NAME_SIZE];
  Dialect dialect = flattened ? DIALECT_PAGE : DIALECT_MARKDOWN;
  for (int i = 0; i < RUNS; i++) reflow_all(&bodies, dialect, &series);
  row_name(name, "reflow of %.1f MB of %s bodies, processor time, median",
           (double)bodies.bytes / 1e6, flattened ? "flattened" : "structured");
  table_at_most(name, series_at(&series, 0.5), "ms", REFLOW_MOST_MS);
  series_free(&series);
  arena_delete(arena);
}

static void measure_splitting(Slice bytes) {
  static Split split;
  Series series = {0};
  for (int i = 0; i < RUNS; i++) {
    uint64_t start = cpu_now();
    split_words(bytes, &split);
    series_add(&series, cpu_now() - start);
  }
  table_baseline("the same bytes cut into words, nothing else", series_at(&series, 0.5), "ms");
  series_free(&series);
}

// ---- fmt

typedef struct {
  Series cpu;
  double peak_mb;
  int status;
} Runs;

static Runs run_often(const Bench *self, char *const argv[]) {
  Runs runs = {.status = 0};
  for (int i = 0; i < RUNS; i++) {
    Run run = process_run(argv, self->folder, NULL, NULL);
    series_add(&runs.cpu, (uint64_t)(run.cpu_ms * 1e6));
    if (run.peak_mb > runs.peak_mb) runs.peak_mb = run.peak_mb;
    runs.status = run.status;
  }
  return runs;
}

// Its tables are not aligned, so every entry has to be changed.
static void measure_format(const Bench *self, const char *path) {
  char *argv[] = {(char *)self->gloss, "fmt", "--check", (char *)path, NULL};
  Runs runs = run_often(self, argv);
  if (runs.status != 1) table_note("gloss fmt --check ended with %d, not with 1", runs.status);
  table_at_most("gloss fmt of it, processor time, median", series_at(&runs.cpu, 0.5), "ms",
                FORMAT_MOST_MS);
  table_fact("  peak memory", runs.peak_mb, "MB");
  series_free(&runs.cpu);
}

static void measure_cmark(const Bench *self, const char *path) {
  char *argv[] = {"cmark", "-t", "commonmark", (char *)path, NULL};
  Runs runs = run_often(self, argv);
  if (runs.status == 0)
    table_baseline("cmark -t commonmark of it, median", series_at(&runs.cpu, 0.5), "ms");
  else
    table_cannot("cmark -t commonmark of it", "cmark is not installed");
  series_free(&runs.cpu);
}

void bench_readable(const Bench *self) {
  MadeGlossary made = glossary_make(ENTRIES);
  Slice bytes = slice_new(made.bytes, made.len);
  char *path = bench_file(self, "readable", "made.gloss.md", made.bytes, made.len);
  GlossaryFile *file = glossary_file_new(slice_of(path), (Slice){0}, bytes);
  table_section("P11  4,000 entries, 10 MB, made readable; five runs each");
  measure_splitting(bytes);
  measure_reflow(file, true);
  measure_reflow(file, false);
  measure_cmark(self, path);
  measure_format(self, path);
  glossary_file_delete(file);
  glossary_free(&made);
  free(path);
}
