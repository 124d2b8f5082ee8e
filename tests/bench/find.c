// P7: 20 MB of Markdown, in one file and in 200, of which each is looked at by one and by two
// threads whose output must be the same: by `gloss check`, for uses that its glossary says are
// wrong, and by `gloss find`, for all.
#include "bench.h"
#include "loaded.h"
#include "measure.h"
#include "process.h"
#include "texts.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  TEXT_SIZE = 20000000,
  FILES = 200,
  RUNS = 5, // each
};
#define MOST_CPU_MS (0.5 * 1000)
#define FASTER_BY_TWO 1.8

// ---- files

// A file ends where a line of the text does.
static size_t write_piece(const Bench *self, Slice text, size_t at, int i) {
  char name[32];
  snprintf(name, sizeof name, "part-%03d.md", i);
  size_t end = text.len / FILES * (size_t)(i + 1);
  const char *line_end = i + 1 < FILES ? memchr(text.ptr + end, '\n', text.len - end) : NULL;
  if (line_end)
    end = (size_t)(line_end + 1 - text.ptr);
  else
    end = text.len;
  free(bench_file(self, "find-folder", name, text.ptr + at, end - at));
  return end;
}

static void write_all(const void *context) {
  const Bench *self = context;
  Slice text = text_make(TEXT_SIZE, TEXT_MARKDOWN);
  free(bench_file(self, "find-file", "manual.md", text.ptr, text.len));
  size_t at = 0;
  for (int i = 0; i < FILES; i++) at = write_piece(self, text, at, i);
  free((char *)text.ptr);
}

// ---- runs

typedef struct {
  const char *command;                // `check` or `find`
  int most_status;                    // the highest it ends with when nothing fails
  const char *glossary, *what, *jobs; // `jobs` NULL: as many as the program takes
  char *out;                          // where its output goes
} Find;

static Run find_once(const Bench *self, const Find *find) {
  char *argv[] = {
      (char *)self->gloss, (char *)find->command,        "--glossary",       (char *)find->glossary,
      (char *)find->what,  find->jobs ? "--jobs" : NULL, (char *)find->jobs, NULL};
  return process_run(argv, self->folder, find->out, NULL);
}

typedef struct {
  Series wall, cpu;
  double peak_mb;
  bool failed;
} Runs;

static void find_again(const Bench *self, const Find *find, Runs *runs) {
  Run run = find_once(self, find);
  series_add(&runs->wall, (uint64_t)(run.wall_ms * 1e6));
  series_add(&runs->cpu, (uint64_t)(run.cpu_ms * 1e6));
  if (run.peak_mb > runs->peak_mb) runs->peak_mb = run.peak_mb;
  runs->failed |= run.status < 0 || run.status > find->most_status;
}

static void runs_free(Runs *self) {
  series_free(&self->wall);
  series_free(&self->cpu);
}

static bool same_bytes(const char *a, const char *b) {
  char *argv[] = {"cmp", "-s", (char *)a, (char *)b, NULL};
  return process_run(argv, NULL, NULL, NULL).status == 0;
}

static long lines_of(const char *path) {
  long lines = 0;
  FILE *file = fopen(path, "r");
  for (int c; file && (c = getc(file)) != EOF;) lines += c == '\n';
  if (file) fclose(file);
  return lines;
}

// ---- rows

static void measure_file(const Bench *self, Find find) {
  Runs runs = {.failed = false};
  find.what = "find-file";
  find.out = bench_file(self, "find-out", "file", "", 0);
  for (int i = 0; i < RUNS; i++) find_again(self, &find, &runs);
  char name[NAME_SIZE];
  if (runs.failed)
    table_note("gloss %s failed: what follows is not what it should be", find.command);
  row_name(name, "gloss %s of one file, processor time, median", find.command);
  table_at_most(name, series_at(&runs.cpu, 0.5), "ms", MOST_CPU_MS);
  table_fact("  peak memory", runs.peak_mb, "MB");
  table_note("  %ld lines of output", lines_of(find.out));
  runs_free(&runs);
  free(find.out);
}

// By turns, and the least of each: what else runs on the machine can only add to it.
static void measure_folder(const Bench *self, Find one) {
  Runs by_one = {.failed = false}, by_two = {.failed = false};
  Find two = one;
  one.what = two.what = "find-folder";
  one.jobs = "1", two.jobs = "2";
  one.out = bench_file(self, "find-out", "one", "", 0);
  two.out = bench_file(self, "find-out", "two", "", 0);
  for (int i = 0; i < RUNS; i++) {
    find_again(self, &one, &by_one);
    find_again(self, &two, &by_two);
  }
  double wall_one = series_at(&by_one.wall, 0), wall_two = series_at(&by_two.wall, 0);
  char name[NAME_SIZE];
  if (by_one.failed || by_two.failed) table_note("gloss %s --jobs failed", one.command);
  row_name(name, "gloss %s of 200 files, --jobs 1, wall, least", one.command);
  table_fact(name, wall_one, "ms");
  row_name(name, "gloss %s of 200 files, --jobs 2, wall, least", one.command);
  table_fact(name, wall_two, "ms");
  table_at_least("  two threads are faster by", wall_one / wall_two, "x", FASTER_BY_TWO);
  table_at_least("  outputs that are the same", same_bytes(one.out, two.out), "", 1);
  runs_free(&by_one);
  runs_free(&by_two);
  free(one.out);
  free(two.out);
}

void bench_find(const Bench *self) {
  char *glossary = loaded_write(self, "find-glossary", FEW_TERMS);
  avoided_write(self, "find-glossary");
  char *folder = folder_of(glossary);
  Find check = {.command = "check", .most_status = 1, .glossary = folder};
  Find find = {.command = "find", .glossary = folder};
  work_apart(write_all, self);
  table_section("P7  20 MB of Markdown, 4,000 terms; five runs each");
  measure_file(self, check);
  measure_folder(self, check);
  measure_file(self, find);
  measure_folder(self, find);
  free(folder);
  free(glossary);
}
