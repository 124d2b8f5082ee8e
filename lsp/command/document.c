#include "document.h"

#include <stdlib.h>

static bool read_bytes(DocumentName name, Slice *bytes, Slice *problem, Arena *arena) {
  bool fine = name.from_stdin ? stdin_read(bytes, problem, arena)
                              : file_read(name.path.ptr, bytes, problem, arena);
  if (!fine || !bytes_are_binary(*bytes)) return fine;
  mem_free((char *)bytes->ptr);
  *problem = SLICE("is binary, not a text");
  return false;
}

bool document_load(DocumentName name, Slice lang, Document *document, Slice *problem,
                   Arena *arena) {
  Slice bytes;
  if (!read_bytes(name, &bytes, problem, arena)) return false;
  Text *text = text_adopt(bytes);
  Slice id = lang.len ? lang : config_language(name.config, name.path);
  *document = (Document){name, text, text_bytes(text), prose_language(id, name.path)};
  return true;
}

bool document_read(Session *session, DocumentName name, Document *document) {
  Slice problem;
  document_check_lang(session);
  if (document_load(name, session->options.lang, document, &problem, session->arena)) return true;
  session_trouble(session, name.shown, problem);
  return false;
}

void document_free(Document *document) {
  text_delete(document->text);
}

DocumentName document_named(Session *session, Slice path) {
  return (DocumentName){.path = path_absolute(path, session->arena), .shown = path};
}

DocumentName document_stdin(Session *session) {
  Slice given = session->options.stdin_filename;
  DocumentName name = {.shown = SLICE("<stdin>")};
  if (given.len) name = document_named(session, given);
  name.from_stdin = true;
  return name;
}

void document_check_lang(Session *session) {
  Slice lang = session->options.lang;
  if (!lang.len || prose_language(lang, (Slice){0})) return;
  session_note(session,
               arena_format(session->arena,
                            "unknown language \"%.*s\"; the file's name decides, if there is one",
                            SLICE_FMT(lang)));
}

// --- what the operands name ---

static void folder_problem(void *context, Slice path, Slice message) {
  session_trouble(context, session_shown(context, path), message);
}

static Slice shown_below(Slice operand, Slice folder, Slice path, Arena *arena) {
  Slice rest = path;
  path_below(path, folder, &rest);
  return slice_eq(operand, SLICE(".")) ? rest : path_join(operand, rest, arena);
}

static void add_folder(Session *session, Slice operand, Slice folder, const WalkOptions *options,
                       DocumentNames *names) {
  Paths paths = {0};
  walk(folder, options, &paths, session->arena);
  for (size_t i = 0; i < paths.len; i++)
    *array_push(names) =
        (DocumentName){.path = paths.items[i],
                       .shown = shown_below(operand, folder, paths.items[i], session->arena)};
  array_free(&paths);
}

static void add_operand(Session *session, Slice operand, const WalkOptions *options,
                        DocumentNames *names) {
  DocumentName name = document_named(session, operand);
  if (path_is_folder(name.path.ptr))
    add_folder(session, operand, name.path, options, names);
  else
    *array_push(names) = name;
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

void documents_named(Session *session, bool (*wants)(void *context, Slice path),
                     DocumentNames *names) {
  WalkOptions options = {.problem = folder_problem, .wants = wants, .context = session};
  const Paths *operands = &session->options.operands;
  for (size_t i = 0; i < operands->len; i++)
    add_operand(session, operands->items[i], &options, names);
  if (!operands->len) add_operand(session, SLICE("."), &options, names);
  sort_once_each(names);
}
