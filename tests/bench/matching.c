// P1: how fast terms are found in a text, against cutting it into words and looking nothing up. In
// processor time, and in instructions, which nobody else on the machine can change.
#include "bench.h"
#include "indexes.h"
#include "measure.h"
#include "process.h"
#include "splitting.h"
#include "texts.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  TEXT_SIZE = 16000000, // larger than a processor's cache
  RUNS = 7,
  // Under callgrind a program is some fifty times slower, and its counts do not vary.
  COUNTED_SIZE = 2000000,
  INSTRUCTIONS_MAX = 30,
  SHARE_OF_SPLITTING = 8,
};

static const uint32_t sizes[] = {FEW_TERMS, MORE_TERMS, MANY_TERMS};
enum { SIZES = sizeof sizes / sizeof *sizes };

// ---- time

typedef size_t Work(Slice text, const void *context);

static size_t split_fast(Slice text, const void *context) {
  return split_words(text, (Split *)context);
}

// In portions, as a scan takes them: a word at the border of two counts twice.
static size_t split_ours(Slice text, const void *context) {
  Tokens tokens = {0};
  size_t count = 0;
  (void)context;
  for (size_t at = 0; at < text.len; at += SPLIT_PORTION, tokens.len = 0) {
    size_t rest = text.len - at;
    words_split(slice_new(text.ptr + at, rest < SPLIT_PORTION ? rest : SPLIT_PORTION), NULL,
                &tokens);
    count += tokens.len;
  }
  array_free(&tokens);
  return count;
}

static size_t scan(Slice text, const void *context) {
  const Index *layers[] = {context};
  Matches matches = {0};
  index_scan(layers, 1, &(Scan){.text = text}, &matches);
  size_t found = matches.len;
  array_free(&matches);
  return found;
}

typedef struct {
  double mb_per_s; // the median
  size_t found;
} Speed;

static Speed speed_of(Work *work, Slice text, const void *context) {
  Series series = {0};
  Speed speed = {0};
  for (int i = 0; i < RUNS; i++) {
    uint64_t start = cpu_now();
    speed.found = work(text, context);
    series_add(&series, cpu_now() - start);
  }
  speed.mb_per_s = (double)text.len / 1e3 / series_at(&series, 0.5);
  series_free(&series);
  return speed;
}

static double measure_splitting(Slice text) {
  Split *split = malloc(sizeof *split);
  Speed fast = speed_of(split_fast, text, split), ours = speed_of(split_ours, text, NULL);
  table_baseline("cutting the text into words, nothing else", fast.mb_per_s, "MB/s");
  table_fact("our own splitter, nothing looked up", ours.mb_per_s, "MB/s");
  table_note("%.1f MB of text, %zu words, %zu tokens of ours", (double)text.len / 1e6, fast.found,
             ours.found);
  free(split);
  return fast.mb_per_s;
}

static void measure_scan(Slice text, uint32_t count, double splitting) {
  char name[NAME_SIZE];
  MadeTerms terms = terms_make(0, count);
  Index *index = index_make(&terms, 1);
  Speed speed = speed_of(scan, text, index);
  double least = splitting / SHARE_OF_SPLITTING;
  row_name(name, "%s terms, %.1f matches a KB", terms_said(count),
           (double)speed.found * 1e3 / (double)text.len);
  if (count == FEW_TERMS) {
    table_at_least(name, speed.mb_per_s, "MB/s", least);
    table_at_least("  the same as a share of cutting into words", speed.mb_per_s / splitting, "",
                   1.0 / SHARE_OF_SPLITTING);
  } else {
    table_fact(name, speed.mb_per_s, "MB/s");
  }
  index_delete(index);
  terms_free(&terms);
}

// ---- instructions

// The figure of callgrind's line `Collected : N`; 0 when there is none.
static double collected(const char *path) {
  char line[256];
  double count = 0;
  const char *colon;
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file))
    if (strstr(line, "Collected") && (colon = strchr(line, ':'))) count = strtod(colon + 1, NULL);
  if (file) fclose(file);
  return count;
}

static double instructions_a_byte(const Bench *self, uint32_t count) {
  char terms[16], bytes[16];
  char *log = bench_file(self, "scan", "callgrind", "", 0);
  snprintf(terms, sizeof terms, "%u", count);
  snprintf(bytes, sizeof bytes, "%d", COUNTED_SIZE);
  char *argv[] = {"valgrind",
                  "--tool=callgrind",
                  "--instr-atstart=no",
                  "--callgrind-out-file=/dev/null",
                  (char *)self->scan,
                  terms,
                  bytes,
                  NULL};
  Run run = process_run(argv, NULL, NULL, log);
  double count_of_all = run.status == 0 ? collected(log) : 0;
  free(log);
  return count_of_all / COUNTED_SIZE;
}

static void count_instructions(const Bench *self) {
  char name[NAME_SIZE];
  double figures[SIZES];
  for (int i = 0; i < SIZES; i++) {
    figures[i] = instructions_a_byte(self, sizes[i]);
    row_name(name, "%s terms, instructions a byte", terms_said(sizes[i]));
    if (figures[i] > 0)
      table_at_most(name, figures[i], "", INSTRUCTIONS_MAX);
    else
      table_cannot(name, "no valgrind, or built without its headers");
  }
  if (figures[0] > 0)
    table_at_most("  1,000,000 terms as a multiple of 4,000", figures[SIZES - 1] / figures[0], "",
                  1.2);
}

void bench_matching(const Bench *self) {
  table_section("P1  finding terms in a text; processor time, median of 7");
  Slice text = text_make(TEXT_SIZE, TEXT_PLAIN);
  double splitting = measure_splitting(text);
  for (int i = 0; i < SIZES; i++) measure_scan(text, sizes[i], splitting);
  free((char *)text.ptr);
  count_instructions(self);
}
