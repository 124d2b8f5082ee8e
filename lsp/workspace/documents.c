#include "documents.h"

#include "uri.h"

struct Documents {
  Glossary *glossary;
  Array(Document *) items;
};

Documents *documents_new(Glossary *glossary) {
  Documents *self = mem_zero(1, sizeof *self);
  self->glossary = glossary;
  return self;
}

Slice document_path(Slice uri, Arena *arena) {
  Slice path = uri_to_path(uri, arena);
  return path.len ? path_absolute(path, arena) : path;
}

static void document_delete(Document *document) {
  slice_free(document->uri);
  slice_free(document->path);
  slice_free(document->language);
  kept_free(&document->kept);
  text_delete(document->text);
  mem_free(document);
}

void documents_delete(Documents *self) {
  if (!self) return;
  for (size_t i = 0; i < self->items.len; i++) document_delete(self->items.items[i]);
  array_free(&self->items);
  mem_free(self);
}

size_t documents_count(const Documents *self) {
  return self->items.len;
}

Document *documents_at(const Documents *self, size_t index) {
  return self->items.items[index];
}

// A client may escape the same path in two ways.
static Document *find_by_path(const Documents *self, Slice uri) {
  Arena *arena = arena_new();
  Slice path = document_path(uri, arena);
  Document *document = path.len ? documents_with_key(self, path) : NULL;
  arena_delete(arena);
  return document;
}

Document *documents_find(const Documents *self, Slice uri) {
  for (size_t i = 0; i < self->items.len; i++)
    if (slice_eq(self->items.items[i]->uri, uri)) return self->items.items[i];
  return find_by_path(self, uri);
}

Document *documents_with_key(const Documents *self, Slice key) {
  for (size_t i = 0; i < self->items.len; i++)
    if (slice_eq(self->items.items[i]->key, key)) return self->items.items[i];
  return NULL;
}

GlossaryFile *document_file(const Documents *self, const Document *document) {
  return store_find(self->glossary->store, document->key);
}

Text *document_text(const Documents *self, const Document *document) {
  return document->text ? document->text : document_file(self, document)->text;
}

// ---- changes

static bool replace(Documents *self, Document *document, Range range, Slice text) {
  size_t len = text_len(document_text(self, document)) - range_len(range) + text.len;
  if (len > TEXT_MAX) return false;
  document->edition++;
  if (document->is_glossary) {
    glossary_edit(self->glossary, document_file(self, document), range, text);
    return true;
  }
  text_replace(document->text, range, text);
  document_lint_edit(document->kept.lint, range, (uint32_t)text.len);
  return true;
}

static size_t common_start(Slice a, Slice b) {
  size_t max = a.len < b.len ? a.len : b.len, len = 0;
  while (len < max && a.ptr[len] == b.ptr[len]) len++;
  return len;
}

static size_t common_end(Slice a, Slice b) {
  size_t max = a.len < b.len ? a.len : b.len, len = 0;
  while (len < max && a.ptr[a.len - 1 - len] == b.ptr[b.len - 1 - len]) len++;
  return len;
}

// Some clients send the whole text for each letter typed. Only what differs is an edit, so that the
// entries that stay are not read again.
static bool replace_whole(Documents *self, Document *document, Slice text) {
  Slice old = text_bytes(document_text(self, document));
  size_t start = common_start(old, text);
  size_t end = common_end(slice_from(old, start), slice_from(text, start));
  Range range = {(uint32_t)start, (uint32_t)(old.len - end)};
  if (range.start == range.end && old.len == text.len) return true;
  return replace(self, document, range, slice_from(slice_to(text, text.len - end), start));
}

bool documents_change(Documents *self, Document *document, const TextChange *changes, size_t count,
                      Encoding encoding) {
  for (size_t i = 0; i < count; i++) {
    const TextChange *change = &changes[i];
    Text *text = document_text(self, document);
    bool done = change->whole
                    ? replace_whole(self, document, change->text)
                    : replace(self, document,
                              range_between_positions(text, change->start, change->end, encoding),
                              change->text);
    if (!done) return false;
  }
  return true;
}

// ---- opening and closing

bool document_is_glossary(Slice language, Slice path, bool is_named) {
  return is_named || slice_eq(language, SLICE("gloss")) || glossary_is_named(path);
}

static Document *document_new(const Opening *opening) {
  Document *document = mem_zero(1, sizeof *document);
  Arena *arena = arena_new();
  document->uri = slice_copy(opening->uri);
  document->path = slice_copy(document_path(opening->uri, arena));
  document->key = document->path.len ? document->path : document->uri;
  document->language = slice_copy(opening->language);
  document->version = opening->version;
  document->is_glossary =
      document_is_glossary(opening->language, document->path, opening->is_named);
  if (!document->is_glossary) document->kept.lint = document_lint_new();
  arena_delete(arena);
  return document;
}

static void take_text(Documents *self, Document *document, Slice text, Slice root) {
  GlossaryFile *file = document->is_glossary ? document_file(self, document) : NULL;
  if (!document->is_glossary)
    document->text = text_new(text);
  else if (file && slice_eq(file->root, root))
    replace_whole(self, document, text);
  else
    glossary_put(self->glossary, glossary_file_new(document->key, root, text));
}

Document *documents_open(Documents *self, const Opening *opening) {
  Document *document = document_new(opening);
  Document *same = documents_with_key(self, document->key);
  if (same) documents_close(self, same);
  take_text(self, document, opening->text, opening->root);
  *array_push(&self->items) = document;
  return document;
}

void documents_close(Documents *self, Document *document) {
  for (size_t i = 0; i < self->items.len; i++) {
    if (self->items.items[i] != document) continue;
    array_remove(&self->items, i, 1);
    document_delete(document);
    return;
  }
}
