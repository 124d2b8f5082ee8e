// P5: a key is pressed in a glossary, and the diagnostics of the new text come back. A dangling
// reference stands in each paragraph that is typed in, and headings and fields are referred to, so
// that every key changes the answer.
#include "bench.h"
#include "glossaries.h"
#include "measure.h"
#include "session.h"
#include <stdlib.h>
#include <string.h>

enum { PLACES = 10, KEYS = 30, HEADING_END = 3 + 6 + 1 + 6, REFERENCE_END = 9 + 6 + 1 + 6 };

typedef struct {
  const char *name;
  uint32_t line;   // from the entry's heading
  uint32_t column; // where the key's character goes
} Spot;

// At the begin of a paragraph, at the end of a headword, at the end of the first reference of
// `see:`.
static const Spot spots[] = {{"definition", LINE_DEFINITION, 0},
                             {"headword", 0, HEADING_END},
                             {"field", LINE_SEE, REFERENCE_END}};
enum { SPOTS = sizeof spots / sizeof *spots };

typedef struct {
  Client *client;
  const char *path;
  int64_t version;
  size_t problems; // at the last keystroke
} Typist;

static uint64_t type_key(Typist *self, uint32_t line, uint32_t column, bool insert) {
  uint64_t start = clock_now();
  session_change(self->client, self->path, ++self->version, line, column,
                 insert ? column : column + 1, insert ? "q" : "");
  self->problems = session_diagnostics(self->client, self->path, self->version);
  return client_received_at(self->client) - start;
}

static uint32_t place_line(const MadeGlossary *made, uint32_t place) {
  return made->headings[(2 * place + 1) * made->count / (2 * PLACES)];
}

static void add_dangling_references(Typist *self, const MadeGlossary *made) {
  for (uint32_t place = 0; place < PLACES; place++) {
    session_change(self->client, self->path, ++self->version,
                   place_line(made, place) + LINE_DEFINITION, 0, 0, "Not [[to be found]]. ");
    self->problems = session_diagnostics(self->client, self->path, self->version);
  }
  if (self->problems != PLACES)
    table_note("%zu problems where %d were made", self->problems, PLACES);
}

static void type_at(Typist *self, const MadeGlossary *made, const Spot *spot, Series *series) {
  for (uint32_t place = 0; place < PLACES; place++)
    for (int key = 0; key < KEYS; key++)
      series_add(series,
                 type_key(self, place_line(made, place) + spot->line, spot->column, key % 2 == 0));
}

static void type_everywhere(Typist *self, const MadeGlossary *made, Series series[SPOTS]) {
  session_open(self->client, self->path, "gloss", made->bytes);
  session_diagnostics(self->client, self->path, self->version);
  add_dangling_references(self, made);
  for (int i = 0; i < SPOTS; i++) type_at(self, made, &spots[i], &series[i]);
}

// The p99 is of all keys together: that is where jumps from place to place show.
typedef struct {
  double median[SPOTS], p99;
} Outcome;

static Outcome outcome_of(Series series[SPOTS]) {
  Outcome outcome;
  Series all = {0};
  for (int i = 0; i < SPOTS; i++) {
    outcome.median[i] = series_at(&series[i], 0.5);
    for (size_t key = 0; key < series[i].len; key++) series_add(&all, series[i].items[key]);
    series_free(&series[i]);
  }
  outcome.p99 = series_at(&all, 0.99);
  series_free(&all);
  return outcome;
}

static Outcome measure(const Bench *self, uint32_t count, const char *folder) {
  MadeGlossary made = glossary_make(count);
  char *path = bench_file(self, folder, "made.gloss", made.bytes, made.len);
  char *workspace = folder_of(path);
  Typist typist = {session_start(self->gloss, workspace), path, 1, 0};
  Series series[SPOTS] = {0};
  type_everywhere(&typist, &made, series);
  session_end(typist.client, NULL);
  free(workspace);
  free(path);
  glossary_free(&made);
  return outcome_of(series);
}

static Outcome twice(Outcome outcome) {
  for (int i = 0; i < SPOTS; i++) outcome.median[i] *= 2;
  outcome.p99 *= 2;
  return outcome;
}

static void add_rows(const char *size, Outcome outcome, Outcome limit) {
  char name[NAME_SIZE];
  for (int i = 0; i < SPOTS; i++) {
    row_name(name, "%s, in a %s, median", size, spots[i].name);
    table_at_most(name, outcome.median[i], "ms", limit.median[i]);
  }
  row_name(name, "%s, all keys, p99", size);
  table_at_most(name, outcome.p99, "ms", limit.p99);
}

void bench_keystroke(const Bench *self) {
  static const Outcome limit = {{5, 5, 5}, 5};
  table_section("P5  keystroke in a glossary until its diagnostics; 300 keys in 10 places a row");
  Outcome few = measure(self, 4000, "4000");
  add_rows("4,000 entries", few, limit);
  Outcome many = measure(self, 40000, "40000");
  add_rows("40,000 entries (twice the 4,000)", many, twice(few));
}
