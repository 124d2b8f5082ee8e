// What the operands of a command name: files, folders, and patterns that the shell left alone.
#include "document.h"

#include <glossary/base/glob.h>
#include <stdlib.h>

typedef struct {
  Session *session;
  bool (*wants)(void *context, Slice path);
  DocumentNames *names;
  Slice operand; // the one at hand
  Slice shown;   // how the folder below is called
  Slice folder;  // absolute: what is walked
  Slice pattern; // that paths below it match; empty: any
} Operand;

static void folder_problem(void *context, Slice path, Slice message) {
  const Operand *self = context;
  session_trouble(self->session, session_shown(self->session, path), message);
}

// A pattern that matches a folder takes what is in it, as when the shell had named it.
static bool matches(Slice pattern, Slice path) {
  for (size_t i = 0; i < path.len; i++)
    if (path.ptr[i] == '/' && glob_match(pattern, slice_to(path, i), true)) return true;
  return glob_match(pattern, path, false);
}

static bool wants(void *context, Slice path) {
  const Operand *self = context;
  Slice rest;
  if (!self->wants(self->session, path)) return false;
  if (!self->pattern.len) return true;
  return path_below(path, self->folder, &rest) && matches(self->pattern, rest);
}

static bool enters(void *context, Slice path) {
  const Operand *self = context;
  return !session_ignores_folder(self->session, path);
}

static Slice shown_below(Slice folder_shown, Slice folder, Slice path, Arena *arena) {
  Slice rest = path;
  path_below(path, folder, &rest);
  return slice_eq(folder_shown, SLICE(".")) ? rest : path_join(folder_shown, rest, arena);
}

// What the gloss.json ignores is none of ours, unless it is named itself.
static void add_folder(Operand *self) {
  Session *session = self->session;
  WalkOptions options = {
      .problem = folder_problem, .wants = wants, .enters = enters, .context = self};
  Paths paths = {0};
  walk(self->folder, &options, &paths, session->arena);
  if (!paths.len && self->pattern.len)
    session_trouble(session, self->operand, SLICE("matches no file to look at"));
  for (size_t i = 0; i < paths.len; i++) {
    if (session_ignores(session, paths.items[i])) continue;
    DocumentName name = document_named(session, paths.items[i]);
    name.found = true;
    name.shown = shown_below(self->shown, self->folder, paths.items[i], session->arena);
    *array_push(self->names) = name;
  }
  array_free(&paths);
}

// --- patterns ---

// Where the part begins in which the first special sign stands; SIZE_MAX: there is none, or the
// whole is the name of something.
static size_t pattern_start(Slice operand) {
  size_t start = 0;
  for (size_t i = 0; i < operand.len; i++) {
    if (operand.ptr[i] == '/') start = i + 1;
    if (byte_is_one_of(operand.ptr[i], "*?[")) return path_exists(operand.ptr) ? SIZE_MAX : start;
  }
  return SIZE_MAX;
}

Slice operand_folder(Slice operand) {
  size_t start = pattern_start(operand);
  if (start == SIZE_MAX) return operand;
  return start ? slice_to(operand, start > 1 ? start - 1 : 1) : SLICE(".");
}

// --- all of them ---

static void add_operand(Operand *self, Slice operand) {
  Session *session = self->session;
  size_t start = pattern_start(operand);
  self->operand = operand;
  self->shown = operand_folder(operand);
  self->folder = path_absolute(self->shown, session->arena);
  self->pattern = (Slice){0};
  if (start != SIZE_MAX) // a slash at its start ties it to the folder
    self->pattern = arena_format(session->arena, "/%s", operand.ptr + start);
  if (self->pattern.len || path_is_folder(self->folder.ptr))
    add_folder(self);
  else
    *array_push(self->names) = document_named(session, operand);
}

static int by_path(const void *a, const void *b) {
  const DocumentName *left = a, *right = b;
  int order = slice_cmp(left->path, right->path);
  return order ? order : slice_cmp(left->shown, right->shown);
}

static void sort_once_each(DocumentNames *names) {
  size_t kept = 0;
  if (names->len) qsort(names->items, names->len, sizeof *names->items, by_path);
  for (size_t i = 0; i < names->len; i++)
    if (!kept || !slice_eq(names->items[kept - 1].path, names->items[i].path))
      names->items[kept++] = names->items[i];
  names->len = kept;
}

void documents_named(Session *session, bool (*wanted)(void *context, Slice path),
                     DocumentNames *names) {
  Operand self = {.session = session, .wants = wanted, .names = names};
  const Paths *operands = &session->options.operands;
  for (size_t i = 0; i < operands->len; i++) add_operand(&self, operands->items[i]);
  if (!operands->len) add_operand(&self, SLICE("."));
  sort_once_each(names);
}

bool document_is_wanted(void *context, Slice path) {
  Session *session = context;
  if (glossary_is_named(path) || prose_language((Slice){0}, path)) return true;
  return config_language(session_config(session, path), path).len > 0;
}
