#include "known.h"

#include "disk/replace.h"
#include "json.h"
#include "terminal/printed.h"

#include <stdlib.h>

enum { VERSION = 1 };

// --- order ---

int known_key_cmp(const KnownKey *a, const KnownKey *b) {
  int order = slice_cmp(a->file, b->file);
  if (!order) order = slice_cmp(a->rule, b->rule);
  if (!order) order = slice_cmp(a->subject, b->subject);
  return order ? order : slice_cmp(a->text, b->text);
}

static int by_key(const void *a, const void *b) {
  return known_key_cmp(&((const KnownFinding *)a)->key, &((const KnownFinding *)b)->key);
}

// More than can be counted are as many as can be.
static void add_count(KnownFinding *self, uint32_t count) {
  self->count = count < UINT32_MAX - self->count ? self->count + count : UINT32_MAX;
}

void known_sort(KnownFindings *self) {
  size_t kept = 0;
  if (self->len) qsort(self->items, self->len, sizeof *self->items, by_key);
  for (size_t i = 0; i < self->len; i++)
    if (kept && by_key(&self->items[kept - 1], &self->items[i]) == 0)
      add_count(&self->items[kept - 1], self->items[i].count);
    else
      self->items[kept++] = self->items[i];
  self->len = kept;
}

// --- reading ---

// The line, from 1, on which element `index` of the list of findings begins: the objects inside the
// outermost one.
static unsigned line_of_element(Slice text, size_t index) {
  unsigned line = 1, depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.len; i++) {
    char c = text.ptr[i];
    line += c == '\n';
    if (c == '\\' && in_string) i++;
    in_string ^= c == '"';
    if (in_string) continue;
    if (c == '{' && depth++ == 1 && !index--) break;
    depth -= c == '}';
  }
  return line;
}

static bool read_text(const json_t *element, const char *key, Slice *text, Arena *arena) {
  const json_t *value = json_object_get(element, key);
  if (!json_is_string(value)) return false;
  *text = arena_copy(arena, slice_new(json_string_value(value), json_string_length(value)));
  return true;
}

// NULL, or what is wrong.
static const char *read_element(const json_t *element, KnownFinding *known, Arena *arena) {
  KnownKey *key = &known->key;
  const json_t *count = json_object_get(element, "count");
  if (!json_is_object(element)) return "is no object";
  if (!read_text(element, "file", &key->file, arena)) return "needs a text as its \"file\"";
  if (!read_text(element, "rule", &key->rule, arena)) return "needs a text as its \"rule\"";
  if (!read_text(element, "subject", &key->subject, arena))
    return "needs a text as its \"subject\"";
  if (!read_text(element, "text", &key->text, arena)) return "needs a text as its \"text\"";
  json_int_t number = json_integer_value(count);
  if (number < 1 || number > INT32_MAX) return "needs a number from 1 as its \"count\"";
  known->count = (uint32_t)number;
  return NULL;
}

static bool read_document(const json_t *document, Slice bytes, KnownFindings *known, Slice *problem,
                          Arena *arena) {
  const json_t *findings = json_object_get(document, "findings");
  json_t *version = json_object_get(document, "version");
  *problem = SLICE("is no baseline: make one with --update-baseline");
  if (!json_is_integer(version) || !json_is_array(findings)) return false;
  *problem = SLICE("was written by a newer version of gloss");
  if (json_integer_value(version) != VERSION) return false;
  for (size_t i = 0; i < json_array_size(findings); i++) {
    KnownFinding finding;
    const char *wrong = read_element(json_array_get(findings, i), &finding, arena);
    if (wrong) {
      unsigned line = line_of_element(bytes, i);
      *problem = arena_format(arena, "line %u: finding %zu %s", line, i + 1, wrong);
      return false;
    }
    *array_push(known) = finding;
  }
  return true;
}

bool known_parse(Slice bytes, KnownFindings *known, Slice *problem, Arena *arena) {
  json_error_t error;
  json_t *document = json_loadb(bytes.ptr, bytes.len, 0, &error);
  bool fine = document && read_document(document, bytes, known, problem, arena);
  if (!document) *problem = arena_format(arena, "line %d: %s", error.line, error.text);
  json_decref(document);
  known_sort(known);
  return fine;
}

bool known_read(Slice path, KnownFindings *known, Slice *problem, Arena *arena) {
  Slice bytes;
  if (!file_read(path.ptr, &bytes, problem, arena)) return false;
  bool fine = known_parse(bytes, known, problem, arena);
  mem_free((char *)bytes.ptr);
  return fine;
}

// --- writing ---

static void write_text(Printed *out, const char *key, Slice text) {
  printed_bytes(out, slice_of(key));
  printed_json(out, text);
}

// One line a finding, so that changes of the file can be read and merged.
static void write_known(Printed *out, const KnownFinding *known) {
  write_text(out, "    {\"file\": ", known->key.file);
  write_text(out, ", \"rule\": ", known->key.rule);
  write_text(out, ", \"subject\": ", known->key.subject);
  write_text(out, ", \"text\": ", known->key.text);
  printed_bytes(out, SLICE(", \"count\": "));
  printed_number(out, known->count);
  printed_bytes(out, SLICE("}"));
}

bool known_write(Slice path, const KnownFindings *known, Slice *problem, Arena *arena) {
  Printed out = {0};
  printed_bytes(&out, SLICE("{\n  \"version\": 1,\n  \"findings\": ["));
  for (size_t i = 0; i < known->len; i++) {
    printed_bytes(&out, i ? SLICE(",\n") : SLICE("\n"));
    write_known(&out, &known->items[i]);
  }
  printed_bytes(&out, known->len ? SLICE("\n  ]\n}\n") : SLICE("]\n}\n"));
  bool fine = file_write(path, printed_slice(&out), problem, arena);
  array_free(&out);
  return fine;
}
