#include "document.h"

static const Slice STDIN_NAME = {"<stdin>", 7};

static bool read_bytes(Session *session, Slice path, Slice *bytes) {
  Slice problem;
  bool fine = path.len ? file_read(path.ptr, bytes, &problem, session->arena)
                       : stdin_read(bytes, &problem, session->arena);
  if (fine && bytes_are_binary(*bytes)) {
    mem_free((char *)bytes->ptr);
    problem = SLICE("is binary, not a text");
    fine = false;
  }
  if (!fine) session_trouble(session, path.len ? path : STDIN_NAME, problem);
  return fine;
}

static const ProseLanguage *language_of(Session *session, Slice path) {
  Slice lang = session->options.lang;
  if (lang.len && !prose_language(lang, (Slice){0}))
    session_note(session, arena_format(session->arena,
                                       "unknown language \"%.*s\"; its text is read as plain text",
                                       SLICE_FMT(lang)));
  return prose_language(lang, path);
}

bool document_read(Session *session, Slice path, Document *document) {
  Slice bytes;
  if (!read_bytes(session, path, &bytes)) return false;
  Slice shown = path.len ? session_shown(session, path) : STDIN_NAME;
  *document = (Document){path, shown, bytes, language_of(session, path)};
  return true;
}

void document_free(Document *document) {
  mem_free((char *)document->bytes.ptr);
}

static void folder_problem(void *context, Slice path, Slice message) {
  session_trouble(context, path, message);
}

static void add_named(Session *session, Slice path, const WalkOptions *options, Paths *paths) {
  Slice absolute = path_absolute(path, session->arena);
  if (path_is_folder(absolute.ptr))
    walk(absolute, options, paths, session->arena);
  else
    *array_push(paths) = absolute;
}

void documents_named(Session *session, bool (*wants)(void *context, Slice path), Paths *paths) {
  WalkOptions options = {.problem = folder_problem, .wants = wants, .context = session};
  const Paths *operands = &session->options.operands;
  for (size_t i = 0; i < operands->len; i++)
    add_named(session, operands->items[i], &options, paths);
  if (!operands->len) add_named(session, SLICE("."), &options, paths);
  paths_sort(paths);
}
