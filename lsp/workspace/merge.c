#include "merge.h"

#include <stdlib.h>

static bool is_builtin(const GlossaryFile *file) {
  return slice_eq(file->path, slice_of(GLOSSARY_BUILTIN_PATH));
}

static bool any_glossary_is_open(const Documents *documents) {
  for (size_t i = 0; i < documents_count(documents); i++)
    if (documents_at(documents, i)->is_glossary) return true;
  return false;
}

static bool is_open(const Documents *documents, Slice path) {
  const Document *document = documents_with_key(documents, path);
  return document && document->is_glossary;
}

static bool same_file(const GlossaryFile *a, const GlossaryFile *b) {
  return slice_eq(a->root, b->root) && slice_eq(text_bytes(a->text), text_bytes(b->text));
}

static void take(Glossary *glossary, const Documents *documents, GlossaryFile *found) {
  GlossaryFile *known = store_find(glossary->store, found->path);
  bool open = known && is_open(documents, found->path);
  bool unwanted = is_builtin(found) && any_glossary_is_open(documents);
  if (open || unwanted || (known && same_file(known, found)))
    glossary_file_delete(found);
  else
    glossary_put(glossary, found);
}

static int compare_path(const void *path, const void *file) {
  return slice_cmp(*(const Slice *)path, (*(GlossaryFile *const *)file)->path);
}

static bool was_found(const Loaded *loaded, Slice path) {
  return loaded->files.len && bsearch(&path, loaded->files.items, loaded->files.len,
                                      sizeof *loaded->files.items, compare_path);
}

static void remove_missing(Glossary *glossary, const Documents *documents, const Loaded *loaded) {
  for (size_t i = store_file_count(glossary->store); i-- > 0;) {
    GlossaryFile *file = store_file(glossary->store, i);
    if (!was_found(loaded, file->path) && !is_open(documents, file->path))
      glossary_remove(glossary, file);
  }
}

void merge(Glossary *glossary, const Documents *documents, Loaded *loaded) {
  remove_missing(glossary, documents, loaded);
  for (size_t i = 0; i < loaded->files.len; i++) take(glossary, documents, loaded->files.items[i]);
  loaded->files.len = 0;
}

void merge_away_builtin(Glossary *glossary, const Documents *documents) {
  Slice path = slice_of(GLOSSARY_BUILTIN_PATH);
  GlossaryFile *builtin = store_find(glossary->store, path);
  // A client may open a document of that name.
  if (builtin && !is_open(documents, path)) glossary_remove(glossary, builtin);
}
