#include "project.h"

#include "asking.h"
#include "feature/pull.h"
#include "json.h"
#include "protocol/protocol.h"
#include "reader.h"
#include "rpc/message.h"
#include "seen.h"

// What is read from the disk at once, what is looked at before a request gets its turn, in bytes,
// and how many entries of a glossary.
enum { FILES_AT_ONCE = 64, READ_AT_ONCE = 4 * 1024 * 1024, BYTES_AT_ONCE = 256 * 1024 };
enum { ENTRIES_AT_ONCE = 100, LISTED_AT_ONCE = 256 };

// What is being done for the first request.
typedef enum {
  STEP_GLOSSARIES, // glossary number `at` of the store is looked at
  STEP_LIST,       // the worker lists
  STEP_FILES,      // what is to be read of the listing from `at` on is looked for
  STEP_READ,       // the worker reads
  STEP_LOOK,       // number `file` of what was read is looked at
} Step;

struct Project {
  const Checker *checker;
  const Client *client;
  Reader *reader;
  Array(Asking *) askings; // the first is under way
  Step step;
  bool begun;
  size_t at;
  const Listing *listing;
  ReadFiles files; // texts are owned
  size_t file;
  DocumentLint *lint; // of that file, as far as it was looked at; NULL: not yet
  Basis lint_basis;
  SeenFiles seen;
};

static Basis basis_now(const Project *self) {
  return (Basis){0, self->checker->glossary->terms_generation,
                 workspace_generation(self->checker->workspace)};
}

// ---- reports

static Asking *asking(const Project *self) {
  return self->askings.items[0];
}

static uint64_t report(const Project *self, Slice key, const Document *document, json_t *items,
                       Arena *arena) {
  return asking_report(asking(self), self->client, key, document, items, arena);
}

// False while its findings are not known.
static bool report_open(Project *self, Document *document, Arena *arena) {
  const Checker *checker = self->checker;
  if (!checker_work(checker, document)) return false;
  json_t *items =
      json_diagnostics(document_text(checker->documents, document),
                       checker_findings(checker, document), &self->client->abilities, arena);
  report(self, document->key, document, items, arena);
  return true;
}

// ---- glossaries

static bool report_glossary(Project *self, GlossaryFile *file, Arena *arena) {
  const Checker *checker = self->checker;
  Linter *linter = glossary_linter(checker->glossary);
  Document *document = documents_with_key(checker->documents, file->path);
  if (document) return report_open(self, document, arena);
  if (!slice_starts_with(file->path, SLICE("/"))) return true; // the builtin is no file
  if (!linter_work(linter, file, ENTRIES_AT_ONCE)) return false;
  RuleSettings settings = workspace_settings(checker->workspace, file->path);
  Findings found = linter_check(linter, file, &settings, arena);
  json_t *items = json_diagnostics(file->text, &found, &self->client->abilities, arena);
  report(self, file->path, NULL, items, arena);
  return true;
}

static void look_at_glossaries(Project *self, Arena *arena) {
  const Store *store = self->checker->glossary->store;
  if (self->at < store_file_count(store)) {
    self->at += report_glossary(self, store_file(store, self->at), arena);
    return;
  }
  self->step = STEP_LIST;
  reader_list(self->reader, workspace_folders(self->checker->workspace));
}

// ---- documents that need not be read

// Whether the client knows already what is wrong in the file, which has not changed.
static bool is_told(Project *self, const ListedFile *listed, Arena *arena) {
  const Seen *seen = seen_before(&self->seen, listed, basis_now(self));
  Previous *previous = asking_previous(asking(self), listed->path);
  if (!seen || (!previous && !seen->clean)) return false;
  Slice id = pull_result_id(seen->digest, arena);
  if (previous && !slice_eq(previous->result_id, id)) return false;
  seen_remember(&self->seen, listed, seen->basis, seen->digest, seen->clean);
  if (previous) asking_report_unchanged(asking(self), self->client, previous);
  return true;
}

typedef enum { FILE_DONE, FILE_PENDING, FILE_TO_READ } Outcome;

static Outcome look_at_listed(Project *self, const ListedFile *listed, Arena *arena) {
  const Checker *checker = self->checker;
  Document *document = documents_with_key(checker->documents, listed->path);
  bool is_glossary = glossary_is_named(listed->path) ||
                     store_find(checker->glossary->store, listed->path) ||
                     (document && document->is_glossary);
  if (is_glossary || checker_ignores(checker, listed->path)) return FILE_DONE;
  if (document) return report_open(self, document, arena) ? FILE_DONE : FILE_PENDING;
  return is_told(self, listed, arena) ? FILE_DONE : FILE_TO_READ;
}

// ---- documents that are read

typedef Array(size_t) Numbers;

static void ask_for(Project *self, const Numbers *wanted) {
  if (!wanted->len) return;
  reader_read(self->reader, wanted->items, wanted->len);
  self->step = STEP_READ;
}

static void look_at_listing(Project *self, Arena *arena) {
  Numbers wanted = {0};
  uint64_t bytes = 0;
  for (size_t i = 0; i < LISTED_AT_ONCE && self->at < self->listing->len; i++) {
    const ListedFile *listed = &self->listing->items[self->at];
    Outcome outcome = look_at_listed(self, listed, arena);
    if (outcome == FILE_PENDING) break;
    if (outcome == FILE_TO_READ) *array_push(&wanted) = self->at;
    if (outcome == FILE_TO_READ) bytes += listed->size;
    self->at++;
    if (wanted.len == FILES_AT_ONCE || bytes >= READ_AT_ONCE) break;
  }
  ask_for(self, &wanted);
  array_free(&wanted);
}

static void on_listed(void *context, const Listing *listing) {
  Project *self = context;
  self->listing = listing;
  self->at = 0;
  self->step = STEP_FILES;
}

static void on_read(void *context, const ReadFiles *files) {
  Project *self = context;
  array_append(&self->files, files->items, files->len);
  self->file = 0;
  self->step = STEP_LOOK;
}

static void end_file(Project *self) {
  text_delete(self->files.items[self->file].text);
  document_lint_delete(self->lint);
  self->lint = NULL;
  self->file++;
}

static void drop_files(Project *self) {
  while (self->file < self->files.len) end_file(self);
  self->files.len = self->file = 0;
}

// Begins anew when the terms or the settings have changed meanwhile.
static void begin_lint(Project *self) {
  Basis basis = basis_now(self);
  if (!self->lint) self->lint = document_lint_new();
  if (!basis_eq(self->lint_basis, basis)) document_lint_reset(self->lint);
  self->lint_basis = basis;
}

// Gives how many bytes were looked at, about.
static size_t look_at_text(Project *self, const ListedFile *listed, Text *text, Arena *arena) {
  RuleSettings settings;
  DocumentPlace place = checker_place(self->checker, listed->path, (Slice){0}, &settings);
  begin_lint(self);
  if (!document_lint_work(self->lint, &place, text, BYTES_AT_ONCE)) return BYTES_AT_ONCE;
  Findings found = document_lint_check(self->lint, &place, text, arena);
  json_t *items = json_diagnostics(text, &found, &self->client->abilities, arena);
  bool clean = !found.count;
  uint64_t digest = report(self, listed->path, NULL, items, arena);
  seen_remember(&self->seen, listed, self->lint_basis, digest, clean);
  size_t len = text_len(text);
  end_file(self);
  return len;
}

// A file that was opened since it was asked for is told of by its buffer; it is looked at again.
static void look_at_files(Project *self, Arena *arena) {
  for (size_t done = 0; self->file < self->files.len && done < BYTES_AT_ONCE;) {
    const ReadFile *file = &self->files.items[self->file];
    const ListedFile *listed = &self->listing->items[file->number];
    Document *document = documents_with_key(self->checker->documents, listed->path);
    if (document && !report_open(self, document, arena)) return;
    if (document || !file->text)
      end_file(self);
    else
      done += look_at_text(self, listed, file->text, arena);
  }
  if (self->file < self->files.len) return;
  drop_files(self);
  self->step = STEP_FILES;
}

// ---- requests

static void begin(Project *self) {
  self->begun = true;
  self->step = STEP_GLOSSARIES;
  self->at = 0;
}

// Forgets the first request, which has been answered.
static void end_first(Project *self, bool complete) {
  if (self->begun) {
    reader_give_up(self->reader);
    drop_files(self);
    seen_end(&self->seen, complete);
  }
  self->begun = false;
  array_remove(&self->askings, 0, 1);
}

static void finish(Project *self) {
  asking_finish(asking(self), self->client);
  end_first(self, true);
}

void project_ask(Project *self, json_t *id, const json_t *params) {
  *array_push(&self->askings) = asking_new(id, params);
}

static void refuse(Project *self, size_t index) {
  Asking *refused = self->askings.items[index];
  client_refuse(self->client, refused->id, RPC_REQUEST_CANCELLED, "cancelled");
  asking_delete(refused);
  if (index == 0)
    end_first(self, false);
  else
    array_remove(&self->askings, index, 1);
}

bool project_cancel(Project *self, const json_t *id) {
  for (size_t i = 0; i < self->askings.len; i++) {
    if (!json_equal(self->askings.items[i]->id, id)) continue;
    refuse(self, i);
    return true;
  }
  return false;
}

void project_cancel_all(Project *self) {
  while (self->askings.len) refuse(self, self->askings.len - 1);
}

void project_stop(Project *self) {
  reader_give_up(self->reader);
}

bool project_is_busy(const Project *self) {
  return self->askings.len;
}

bool project_due(const Project *self) {
  return self->askings.len && !reader_is_busy(self->reader);
}

void project_go_on(Project *self, Arena *arena) {
  if (!self->begun) begin(self);
  if (self->step == STEP_GLOSSARIES)
    look_at_glossaries(self, arena);
  else if (self->step == STEP_LOOK)
    look_at_files(self, arena);
  else if (self->at < self->listing->len)
    look_at_listing(self, arena);
  else
    finish(self);
}

// ---- life

Project *project_new(uv_loop_t *loop, const Checker *checker, const Client *client) {
  Project *self = mem_zero(1, sizeof *self);
  self->checker = checker;
  self->client = client;
  self->reader = reader_new(loop, (ReaderEvents){on_listed, on_read, self});
  return self;
}

void project_delete(Project *self) {
  if (!self) return;
  for (size_t i = 0; i < self->askings.len; i++) asking_delete(self->askings.items[i]);
  drop_files(self);
  array_free(&self->files);
  array_free(&self->askings);
  seen_free(&self->seen);
  reader_delete(self->reader);
  mem_free(self);
}
