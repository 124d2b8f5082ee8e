// P3: terms typed letter by letter, completion asked at each: computed here, and asked of the
// server, which is told of each letter first.
#include "bench.h"
#include "loaded.h"
#include "measure.h"
#include "session.h"

#include <stdlib.h>

enum {
  TYPED_TERMS = 200, // about 3,000 letters
  FEW_MS = 1,
  MANY_MS = 20,
};

static const char opening[] = "The result of the ";
enum { OPENING = sizeof opening - 1, LINE_SIZE = OPENING + TERM_SIZE };

typedef struct {
  Series series;
  size_t proposals;
  double first_ms; // the question at which the order of all forms is made
} Typing;

static double limit_of(uint32_t count) {
  return count == FEW_TERMS ? FEW_MS : MANY_MS;
}

static void add_rows(const char *who, uint32_t count, Typing *typing) {
  char name[NAME_SIZE];
  row_name(name, "%s, %s terms, median of %zu keys", who, terms_said(count), typing->series.len);
  table_fact(name, series_at(&typing->series, 0.5), "ms");
  row_name(name, "%s, %s terms, p99", who, terms_said(count));
  table_at_most(name, series_at(&typing->series, 0.99), "ms", limit_of(count));
  table_fact("  the first question of all", typing->first_ms, "ms");
  table_note("  %.0f proposals a key",
             (double)typing->proposals / (double)(typing->series.len + !typing->series.len));
  series_free(&typing->series);
}

// Terms from all over the list.
static Slice typed_term(const MadeTerms *terms, uint32_t i) {
  return terms->items[(uint64_t)i * terms->count / TYPED_TERMS];
}

// ---- here

static uint64_t complete(Loaded *loaded, Slice line, Arena *arena, Typing *typing) {
  const ProseLanguage *markdown = prose_language(SLICE("markdown"), (Slice){0});
  arena_reset(arena);
  uint64_t start = clock_now();
  Completions found = query_completions(glossary_terms(loaded->glossary), (Scope){0}, markdown,
                                        line, (uint32_t)line.len, arena);
  uint64_t end = clock_now();
  typing->proposals += found.count;
  return end - start;
}

static void type_here(Loaded *loaded, Slice term, Arena *arena, Typing *typing) {
  char line[LINE_SIZE];
  memcpy(line, opening, OPENING);
  memcpy(line + OPENING, term.ptr, term.len);
  for (size_t letters = 1; letters <= term.len; letters++)
    series_add(&typing->series, complete(loaded, (Slice){line, OPENING + letters}, arena, typing));
}

static void measure_here(uint32_t count) {
  Loaded loaded = loaded_make(count);
  Typing typing = {0};
  Arena *arena = arena_new();
  glossary_terms(loaded.glossary);
  typing.first_ms = (double)complete(&loaded, SLICE("The a"), arena, &typing) / 1e6;
  typing.proposals = 0;
  for (uint32_t i = 0; i < TYPED_TERMS; i++)
    type_here(&loaded, typed_term(&loaded.terms, i), arena, &typing);
  add_rows("computed", count, &typing);
  arena_delete(arena);
  loaded_free(&loaded);
}

// ---- through the server

typedef struct {
  Client *server;
  const char *path;
  int64_t version;
  Typing typing;
} Typist;

// From the letter's own message to the reply. The client parses the reply after that.
static uint64_t press(Typist *self, uint32_t column, char letter) {
  const char text[] = {letter, '\0'};
  session_change(self->server, self->path, ++self->version, 0, column, column, text);
  uint64_t start = client_sent_at(self->server);
  json_t *list = session_completion(self->server, self->path, 0, column + 1);
  self->typing.proposals += json_array_size(json_object_get(list, "items"));
  json_decref(list);
  return client_received_at(self->server) - start;
}

static void type_there(Typist *self, Slice term) {
  for (uint32_t i = 0; i < term.len; i++)
    series_add(&self->typing.series, press(self, OPENING + i, term.ptr[i]));
  session_change(self->server, self->path, ++self->version, 0, OPENING,
                 OPENING + (uint32_t)term.len, "");
}

static void measure_server(const Bench *self, uint32_t count) {
  char *glossary = loaded_write(self, "completion", count);
  char *document = bench_file(self, "completion", "notes.md", "", 0);
  MadeTerms terms = terms_make(0, count);
  Typist typist = {loaded_serve(self, glossary), document, 1, {.proposals = 0}};
  session_open(typist.server, document, "markdown", opening);
  typist.typing.first_ms = (double)press(&typist, OPENING, 'a') / 1e6;
  session_change(typist.server, document, ++typist.version, 0, OPENING, OPENING + 1, "");
  typist.typing.proposals = 0;
  for (uint32_t i = 0; i < TYPED_TERMS; i++) type_there(&typist, typed_term(&terms, i));
  add_rows("server", count, &typist.typing);
  session_end(typist.server, NULL);
  terms_free(&terms);
  free(document);
  free(glossary);
}

void bench_completion(const Bench *self) {
  table_section("P3  completion on each keystroke of 200 terms");
  measure_here(FEW_TERMS);
  measure_here(MANY_TERMS);
  measure_server(self, FEW_TERMS);
  measure_server(self, MANY_TERMS);
}
