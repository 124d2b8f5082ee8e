// P2: a hover, computed here, and asked of the server beside an echo that does nothing. The two are
// asked by turns, so that whatever else the machine does happens to both, and share one core that
// is not the asker's: waking a core costs ten times as much as the echo itself, and would happen to
// one of them only.
#include "bench.h"
#include "dice.h"
#include "loaded.h"
#include "measure.h"
#include "process.h"
#include "session.h"
#include "texts.h"

#include <lsp/feature/hover.h>
#include <stdlib.h>

enum {
  TEXT_SIZE = 200000,
  PLACES = 4000, // a p99 of forty
  ECHO_SIZE = 320,
  ECHOES_TO_ONE = 2, // times the echo's p99
  DISTURBED = 5,     // p99 by median: on a quiet machine it is below 2
};

// ---- places in the text, ascending: half of them in terms, half anywhere

typedef struct {
  uint32_t offset, line, column;
} Place;

static int ascending(const void *a, const void *b) {
  const Place *x = a, *y = b;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

static void add_terms(Slice text, Place *places, uint32_t count) {
  Loaded few = loaded_make(FEW_TERMS);
  Arena *arena = arena_new();
  Occurrences found = query_all(glossary_terms(few.glossary), (Scope){0}, NULL, text, arena);
  for (uint32_t i = 0; i < count && found.count; i++)
    places[i].offset = found.items[i % found.count].range.start + 1;
  arena_delete(arena);
  loaded_free(&few);
}

static void add_anywhere(Slice text, Place *places, uint32_t count) {
  uint64_t seed = 1;
  for (uint32_t i = 0; i < count; i++) places[i].offset = dice_below(&seed, (uint32_t)text.len);
}

static Place *make_places(Slice text) {
  Place *places = calloc(PLACES, sizeof *places);
  LineCounter counter = {.text = text};
  add_terms(text, places, PLACES / 2);
  add_anywhere(text, places + PLACES / 2, PLACES / 2);
  qsort(places, PLACES, sizeof *places, ascending);
  for (uint32_t i = 0; i < PLACES; i++) {
    line_counter_go(&counter, places[i].offset);
    places[i].line = counter.line;
    places[i].column = counter.offset - counter.line_start;
  }
  return places;
}

static void add_rows(const char *who, uint32_t count, Series *series, size_t answered) {
  char name[NAME_SIZE];
  row_name(name, "%s, %s terms, median", who, terms_said(count));
  table_fact(name, series_at(series, 0.5), "ms");
  row_name(name, "%s, %s terms, p99 (%zu of %d answered)", who, terms_said(count), answered,
           PLACES);
  table_fact(name, series_at(series, 0.99), "ms");
}

// ---- here

static bool hover_once(const Loaded *loaded, Slice text, uint32_t offset, Arena *arena) {
  const ProseLanguage *markdown = prose_language(SLICE("markdown"), (Slice){0});
  Hover hover;
  return hover_at(loaded->glossary, (Scope){0}, markdown, text, offset, true, arena, &hover);
}

static void measure_here(uint32_t count, Slice text, const Place *places) {
  Loaded loaded = loaded_make(count);
  Series series = {0};
  Arena *arena = arena_new();
  size_t answered = 0;
  hover_once(&loaded, text, 0, arena); // the index is built at the first question
  for (int i = 0; i < PLACES; i++) {
    arena_reset(arena);
    uint64_t start = clock_now();
    answered += hover_once(&loaded, text, places[i].offset, arena);
    series_add(&series, clock_now() - start);
  }
  add_rows("computed", count, &series, answered);
  arena_delete(arena);
  series_free(&series);
  loaded_free(&loaded);
}

// ---- through the server

typedef struct {
  Client *server, *echo;
  const char *path;
  Series hovers, echoes;
  size_t answered;
} Conversation;

static void ask_echo(Conversation *self) {
  char message[ECHO_SIZE];
  memset(message, '.', sizeof message);
  uint64_t start = clock_now();
  client_write(self->echo, message, sizeof message);
  client_read(self->echo, message, sizeof message);
  series_add(&self->echoes, clock_now() - start);
}

static void ask_server(Conversation *self, const Place *place) {
  json_t *hover = session_hover(self->server, self->path, place->line, place->column);
  series_add(&self->hovers, client_received_at(self->server) - client_sent_at(self->server));
  self->answered += !json_is_null(hover);
  json_decref(hover);
}

static void add_server_rows(Conversation *self, uint32_t count, double reading_ms) {
  char name[NAME_SIZE];
  double median = series_at(&self->echoes, 0.5), echo = series_at(&self->echoes, 0.99);
  table_baseline("libuv echo of 320 bytes over pipes, median", median, "ms");
  table_baseline("libuv echo of 320 bytes over pipes, p99", echo, "ms");
  row_name(name, "server, %s terms, median", terms_said(count));
  table_fact(name, series_at(&self->hovers, 0.5), "ms");
  row_name(name, "server, %s terms, p99 (%zu of %d answered)", terms_said(count), self->answered,
           PLACES);
  table_at_most(name, series_at(&self->hovers, 0.99), "ms", ECHOES_TO_ONE * echo);
  if (echo > DISTURBED * median)
    table_note("  other work on this machine disturbed the echo: the limit above says nothing");
  table_fact("  from its start until it has read them, on one core", reading_ms, "ms");
}

static void measure_server(const Bench *self, uint32_t count, Slice text, const Place *places) {
  enum { ASKER = 0, ANSWERERS = 1 };
  char *argv[] = {(char *)self->echo, NULL};
  char *glossary = loaded_write(self, "hover", count);
  char *document = bench_file(self, "hover", "notes.md", "", 0);
  keep_to_core(ANSWERERS);
  Conversation talk = {.echo = client_start(argv, NULL), .path = document};
  uint64_t start = clock_now();
  talk.server = loaded_serve(self, glossary);
  double reading_ms = (double)(clock_now() - start) / 1e6;
  keep_to_core(ASKER);
  session_open(talk.server, document, "markdown", text.ptr);
  for (int i = 0; i < PLACES; i++) {
    ask_echo(&talk);
    ask_server(&talk, &places[i]);
  }
  add_server_rows(&talk, count, reading_ms);
  session_end(talk.server, NULL);
  client_end(talk.echo, NULL);
  series_free(&talk.hovers);
  series_free(&talk.echoes);
  free(document);
  free(glossary);
}

void bench_hover(const Bench *self) {
  table_section("P2  hover at 4,000 places of 200 KB of Markdown");
  Slice text = text_make(TEXT_SIZE, TEXT_MARKDOWN);
  Place *places = make_places(text);
  measure_here(FEW_TERMS, text, places);
  measure_here(MANY_TERMS, text, places);
  measure_server(self, FEW_TERMS, text, places);
  measure_server(self, MANY_TERMS, text, places);
  free(places);
  free((char *)text.ptr);
}
