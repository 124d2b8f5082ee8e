// P6: a key is pressed in a document, and the diagnostics of the new text come back: in paragraphs,
// and at a line where a fence opens, behind which everything reads otherwise up to the next fence
// and so on to the end. Computed here, and through the server.
#include "bench.h"
#include "loaded.h"
#include "measure.h"
#include "process.h"
#include "session.h"
#include "texts.h"

#include <glossary/lint/document/document.h>
#include <stdio.h>
#include <stdlib.h>

enum {
  PLACES = 10,
  KEYS = 30, // in each place
  FENCE_KEYS = 6,
};

typedef struct {
  const char *name;
  size_t size;
  double limit_ms;
} Size;

static const Size sizes[] = {{"124 KB", 124000, 20}, {"20 MB", 20000000, 50}};
enum { SIZES = sizeof sizes / sizeof *sizes };

// ---- places: the starts of paragraphs, of which something is known to be wrong

typedef struct {
  uint32_t offset, line;
} Place;

static uint32_t paragraph_from(Slice text, size_t at) {
  while (at + 2 < text.len &&
         !(text.ptr[at] == '\n' && text.ptr[at + 1] == '\n' && byte_is_letter(text.ptr[at + 2])))
    at++;
  return (uint32_t)(at + 2 < text.len ? at + 2 : 0);
}

static void find_places(Slice text, Place places[PLACES]) {
  LineCounter counter = {.text = text};
  for (uint32_t i = 0; i < PLACES; i++) {
    line_counter_go(&counter, paragraph_from(text, (2 * i + 1) * text.len / (2 * PLACES)));
    places[i] = (Place){counter.offset, counter.line};
  }
}

// ---- here

typedef struct {
  DocumentPlace place;
  DocumentLint *lint;
  Text *text;
  Arena *arena;
  uint32_t found;
} Desk;

static uint64_t check(Desk *self) {
  uint64_t start = clock_now();
  arena_reset(self->arena);
  self->found = document_lint_check(self->lint, &self->place, self->text, self->arena).count;
  return clock_now() - start;
}

static uint64_t press(Desk *self, uint32_t at, const char *key) {
  uint64_t start = clock_now();
  Range range = {at, at + (*key == 0)};
  text_replace(self->text, range, slice_of(key));
  document_lint_edit(self->lint, range, (uint32_t)strlen(key));
  check(self);
  return clock_now() - start;
}

static void press_fence(Desk *self, const Place *place, Series *series) {
  for (uint32_t key = 0; key < FENCE_KEYS / 2; key++)
    series_add(series, press(self, place->offset - 1 + key, "~"));
  for (uint32_t key = FENCE_KEYS / 2; key-- > 0;)
    series_add(series, press(self, place->offset - 1 + key, ""));
}

static void measure_here(const Size *size, Slice text, const Place *places) {
  char name[NAME_SIZE];
  Loaded loaded = loaded_make(FEW_TERMS);
  loaded_avoid(&loaded);
  RuleSettings settings = rule_settings_none();
  Desk desk = {.lint = document_lint_new(), .text = text_new(text), .arena = arena_new()};
  desk.place = (DocumentPlace){.terms = glossary_terms(loaded.glossary),
                               .language = prose_language(SLICE("markdown"), (Slice){0}),
                               .settings = &settings};
  terms_update(glossary_terms(loaded.glossary));
  size_t before = heap_used();
  double first = (double)check(&desk) / 1e6, memory = (double)(heap_used() - before) / 1e6;
  Series keys = {0}, fence = {0};
  for (int i = 0; i < PLACES; i++)
    for (int key = 0; key < KEYS; key++)
      series_add(&keys, press(&desk, places[i].offset, key % 2 ? "" : "q"));
  for (int i = 0; i < PLACES; i++) press_fence(&desk, &places[i], &fence);
  row_name(name, "%s, computed: all of it (%u findings)", size->name, desk.found);
  table_fact(name, first, "ms");
  table_fact("  what is kept of it", memory, "MB");
  row_name(name, "%s, computed: in a paragraph, p99", size->name);
  table_fact(name, series_at(&keys, 0.99), "ms");
  row_name(name, "%s, computed: where a fence opens, median", size->name);
  table_fact(name, series_at(&fence, 0.5), "ms");
  row_name(name, "%s, computed: where a fence opens, most", size->name);
  table_fact(name, series_at(&fence, 1), "ms");
  series_free(&keys);
  series_free(&fence);
  document_lint_delete(desk.lint);
  text_delete(desk.text);
  arena_delete(desk.arena);
  loaded_free(&loaded);
}

// ---- through the server

typedef struct {
  Client *client;
  const char *path;
  int64_t version;
  size_t problems;
} Typist;

static uint64_t type_key(Typist *self, uint32_t line, uint32_t column, const char *key) {
  uint64_t start = clock_now();
  session_change(self->client, self->path, ++self->version, line, column, column + (*key == 0),
                 key);
  self->problems = session_diagnostics(self->client, self->path, self->version);
  return client_received_at(self->client) - start;
}

static void type_fence(Typist *self, const Place *place, Series *series) {
  for (uint32_t key = 0; key < FENCE_KEYS / 2; key++)
    series_add(series, type_key(self, place->line - 1, key, "~"));
  for (uint32_t key = FENCE_KEYS / 2; key-- > 0;)
    series_add(series, type_key(self, place->line - 1, key, ""));
}

static void measure_server(const Bench *self, const Size *size, Slice text, const Place *places) {
  char name[NAME_SIZE];
  char *glossary = loaded_write(self, "document", FEW_TERMS);
  avoided_write(self, "document");
  char *path = bench_file(self, "document", "manual.md", "", 0);
  Typist typist = {loaded_serve(self, glossary), path, 1, 0};
  Series keys = {0}, fence = {0};
  session_open(typist.client, path, "markdown", text.ptr);
  typist.problems = session_diagnostics(typist.client, path, 1);
  for (int i = 0; i < PLACES; i++)
    for (int key = 0; key < KEYS; key++)
      series_add(&keys, type_key(&typist, places[i].line, 0, key % 2 ? "" : "q"));
  for (int i = 0; i < PLACES; i++) type_fence(&typist, &places[i], &fence);
  row_name(name, "%s, server: in a paragraph, median", size->name);
  table_fact(name, series_at(&keys, 0.5), "ms");
  row_name(name, "%s, server: in a paragraph, p99", size->name);
  table_at_most(name, series_at(&keys, 0.99), "ms", size->limit_ms);
  row_name(name, "%s, server: where a fence opens, median", size->name);
  table_fact(name, series_at(&fence, 0.5), "ms");
  row_name(name, "%s, server: where a fence opens, most", size->name);
  table_fact(name, series_at(&fence, 1), "ms");
  table_note("  %zu problems at the last key", typist.problems);
  series_free(&keys);
  series_free(&fence);
  session_end(typist.client, NULL);
  free(path);
  free(glossary);
}

void bench_document(const Bench *self) {
  table_section("P6  keystroke in a document until its diagnostics; 300 keys in 10 places a row");
  for (int i = 0; i < SIZES; i++) {
    Slice text = text_make(sizes[i].size, TEXT_MARKDOWN);
    Place places[PLACES];
    find_places(text, places);
    measure_here(&sizes[i], text, places);
    measure_server(self, &sizes[i], text, places);
    free((char *)text.ptr);
  }
}
