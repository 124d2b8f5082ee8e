// Peers: what else can look for a list of terms, on the text and the terms of P7, and what it does
// less. Their answers are not compared: no two of them mean the same by a term that is found.
#include "bench.h"
#include "loaded.h"
#include "measure.h"
#include "process.h"
#include "texts.h"

#include <stdio.h>
#include <stdlib.h>

enum {
  TEXT_SIZE = 20000000,
  SHORT_SIZE = TEXT_SIZE / 100, // for what would take half an hour
  EMPTY_RUNS = 3,
  NOT_THERE = 127,
};

typedef struct {
  const char *name, *key; // `key`: in peers/run.sh
  int status;             // with which it ends when it finds something
  const char *text;
  const char *less;
} Peer;

static const Peer peers[] = {
    {"gloss find --jobs 1", "gloss", 0, "long.md", "-"},
    {"grep -F -w -f", "grep", 0, "long.md", "case, plurals, line ends, Markdown, which term"},
    {"ripgrep -F -w -f", "ripgrep", 0, "long.md", "case, plurals, line ends, Markdown, which term"},
    {"codespell -D", "codespell", 65, "long.md", "terms of several words, plurals, Markdown"},
    {"flashtext", "flashtext", 0, "long.md", "plurals, line ends, hyphens, Markdown"},
    {"pyahocorasick", "pyahocorasick", 0, "long.md",
     "word boundaries, plurals, line ends, Markdown"},
    {"ahocorasick_rs", "ahocorasick_rs", 0, "long.md",
     "word boundaries, plurals, line ends, Markdown"},
    {"hyperscan, \\bterm\\b", "hyperscan", 0, "long.md", "plurals, line ends, hyphens, Markdown"},
    {"cspell, flagWords", "cspell", 1, "long.md", "terms of several words, plurals"},
    {"textlint-rule-terminology (0.2 MB)", "textlint", 1, "short.md",
     "plurals, phrases over lines"},
};

// ---- inputs

static bool is_single(Slice term) {
  return !memchr(term.ptr, ' ', term.len) && !memchr(term.ptr, '-', term.len);
}

// Writes each term by a format with one `%.*s` for the term, or two for the term and the term.
typedef struct {
  const char *file, *head, *format, *tail;
  bool singles_only;
} TermList;

static const TermList lists[] = {
    {"terms.txt", "", "%.*s\n", "", false},
    {"codespell.txt", "", "%.*s->%.*s!\n", "", true},
    {"cspell.json",
     "{\"version\": \"0.2\", \"maxNumberOfProblems\": 1000000000, \"maxDuplicateProblems\": "
     "1000000000, \"dictionaryDefinitions\": [{\"name\": \"made\", \"path\": "
     "\"./words.txt\"}], \"dictionaries\": [\"made\"], \"flagWords\": [\"\"",
     ", \"%.*s\"", "]}", true},
    {"textlint.json",
     "{\"rules\": {\"terminology\": {\"defaultTerms\": false, \"terms\": [\"Gloss\"",
     ", [\"%.*s\", \"%.*s!\"]", "]}}}", false},
};

static void write_list(const Bench *self, const MadeTerms *terms, const TermList *list) {
  char *bytes;
  size_t len;
  FILE *out = open_memstream(&bytes, &len);
  if (!out) abort();
  fputs(list->head, out);
  for (uint32_t i = 0; i < terms->count; i++) {
    Slice term = terms->items[i];
    if (list->singles_only && !is_single(term)) continue;
    fprintf(out, list->format, SLICE_FMT(term), SLICE_FMT(term));
  }
  fputs(list->tail, out);
  fclose(out);
  free(bench_file(self, "peers", list->file, bytes, len));
  free(bytes);
}

static void write_text(const Bench *self, const char *name, size_t size) {
  Slice text = text_make(size, TEXT_MARKDOWN);
  free(bench_file(self, "peers", name, text.ptr, text.len));
  free((char *)text.ptr);
}

// So that a spell checker has something to know.
static void write_vocabulary(const Bench *self) {
  char *bytes;
  size_t len;
  FILE *out = open_memstream(&bytes, &len);
  Vocabulary *vocabulary = vocabulary_new();
  if (!out) abort();
  for (uint32_t rank = 0; rank < VOCABULARY_WORDS; rank++)
    fprintf(out, "%s\n", vocabulary_word(vocabulary, rank));
  fclose(out);
  free(bench_file(self, "peers", "words.txt", bytes, len));
  vocabulary_delete(vocabulary);
  free(bytes);
}

static void write_inputs(const void *context) {
  const Bench *self = context;
  MadeTerms terms = terms_make(0, FEW_TERMS);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) write_list(self, &terms, &lists[i]);
  write_vocabulary(self);
  write_text(self, "long.md", TEXT_SIZE);
  write_text(self, "short.md", SHORT_SIZE);
  free(bench_file(self, "peers", "empty.md", "", 0));
  terms_free(&terms);
}

// ---- runs

static Run run_peer(const Bench *self, const Peer *peer, const char *inputs, const char *text) {
  char script[4096], path[4096], out[4096];
  snprintf(script, sizeof script, "%s/run.sh", self->tools);
  snprintf(path, sizeof path, "%s/%s", inputs, text);
  snprintf(out, sizeof out, "%s/out", inputs); // into nothing, grep would stop at its first line
  char *argv[] = {"sh", script, (char *)peer->key, path, NULL};
  return process_run(argv, NULL, out, NULL);
}

// The fewest: what is loaded for the first time takes longer.
static double start_ms(const Bench *self, const Peer *peer, const char *inputs) {
  double least = 0;
  for (int i = 0; i < EMPTY_RUNS; i++) {
    Run run = run_peer(self, peer, inputs, "empty.md");
    if (i == 0 || run.wall_ms < least) least = run.wall_ms;
  }
  return least;
}

static void measure(const Bench *self, const Peer *peer, const char *inputs) {
  Run run = run_peer(self, peer, inputs, peer->text);
  if (run.status == NOT_THERE) {
    table_cannot(peer->name, "not installed");
  } else if (run.status != peer->status) {
    table_cannot(peer->name, "ended otherwise than expected");
  } else {
    const double figures[] = {run.cpu_ms / 1e3, run.wall_ms / 1e3, run.peak_mb,
                              start_ms(self, peer, inputs)};
    table_peer(peer->name, figures, peer->less);
  }
}

void bench_peers(const Bench *self) {
  char *glossary = loaded_write(self, "peers", FEW_TERMS), *inputs = folder_of(glossary);
  work_apart(write_inputs, self);
  setenv("INPUTS", inputs, 1);
  setenv("GLOSS", self->gloss, 1);
  table_peers("Peers: 4,000 terms in 20 MB of Markdown");
  for (size_t i = 0; i < sizeof peers / sizeof *peers; i++) measure(self, &peers[i], inputs);
  table_note("not measured: Contextive and Vale, which the package registries do not have, and "
             "spaCy, which brings 40 packages");
  free(inputs);
  free(glossary);
}
