#include "document.h"

#include <stdlib.h>

static bool read_bytes(DocumentName name, Slice *bytes, bool *has_mark, Slice *problem,
                       Arena *arena) {
  bool fine = name.from_stdin ? stdin_read(bytes, has_mark, problem, arena)
                              : file_read(name.path.ptr, bytes, problem, arena);
  if (!fine || !bytes_are_binary(*bytes)) return fine;
  mem_free((char *)bytes->ptr);
  bool meant = !name.found || glossary_is_named(name.path);
  *problem = meant ? SLICE("is binary, not a text") : (Slice){0};
  return false;
}

bool document_load(DocumentName name, Slice lang, Document *document, Slice *problem,
                   Arena *arena) {
  Slice bytes;
  bool has_mark = false;
  if (!read_bytes(name, &bytes, &has_mark, problem, arena)) return false;
  Text *text = text_adopt(bytes);
  Slice id = lang.len ? lang : config_language(name.config, name.path);
  *document = (Document){name, text, text_bytes(text), prose_language(id, name.path), has_mark};
  return true;
}

bool document_read(Session *session, DocumentName name, Document *document) {
  Slice problem;
  document_check_lang(session);
  if (document_load(name, session->options.lang, document, &problem, session->arena)) return true;
  if (problem.len) session_trouble(session, name.shown, problem);
  return false;
}

void document_free(Document *document) {
  text_delete(document->text);
}

DocumentName document_named(Session *session, Slice path) {
  DocumentName name = {.path = path_absolute(path, session->arena), .shown = path};
  name.config = session_config(session, name.path);
  return name;
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
