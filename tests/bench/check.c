// P8: what a run takes that has nothing to do.
#include "bench.h"
#include "measure.h"
#include "process.h"

#include <stdio.h>
#include <stdlib.h>

enum { RUNS = 30, MOST_MS = 10, MOST_MB = 10 };

void bench_check(const Bench *self) {
  char *file = bench_file(self, "empty", "empty.gloss", "", 0), *folder = folder_of(file);
  char *argv[] = {(char *)self->gloss, "check", "--format", "json", file, NULL};
  Series series = {0};
  double memory = 0;
  for (int i = 0; i < RUNS; i++) {
    Run run = process_run(argv, folder, NULL, NULL);
    if (run.status != 0) fprintf(stderr, "gloss check ended with %d\n", run.status);
    series_add(&series, (uint64_t)(run.wall_ms * 1e6));
    if (run.peak_mb > memory) memory = run.peak_mb;
  }
  table_section("P8  gloss check of an empty file");
  table_at_most("spawn to exit, median", series_at(&series, 0.5), "ms", MOST_MS);
  table_at_most("spawn to exit, p99", series_at(&series, 0.99), "ms", MOST_MS);
  table_at_most("peak memory", memory, "MB", MOST_MB);
  series_free(&series);
  free(folder);
  free(file);
}
