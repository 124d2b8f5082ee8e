#include "known.h"

#include <glossary/base/hash.h>
#include <glossary/base/utf.h>

struct Baseline {
  Arena *arena; // holds this and all texts below
  Slice path, folder;
  KnownFindings known; // as read; ascending
  KnownFindings found; // in files that were checked; ascending after sort_found
  Paths checked;       // their names, as in the baseline; ascending after sort_found
  Array(StaleFinding) stale;
};

Baseline *baseline_new(Slice path) {
  Arena *arena = arena_new();
  Baseline *self = arena_alloc(arena, sizeof *self);
  self->arena = arena;
  self->path = arena_copy(arena, path);
  self->folder = path_folder(self->path);
  return self;
}

void baseline_delete(Baseline *self) {
  if (!self) return;
  array_free(&self->known);
  array_free(&self->found);
  array_free(&self->checked);
  array_free(&self->stale);
  arena_delete(self->arena);
}

Baseline *baseline_read(Slice path, Slice *problem, Arena *arena) {
  Baseline *self = baseline_new(path);
  if (known_read(path, &self->known, problem, self->arena)) return self;
  *problem = arena_copy(arena, *problem);
  baseline_delete(self);
  return NULL;
}

// --- by what a finding is known ---

enum { TEXT_WHOLE = 160, TEXT_START = 100 };

// With single blanks for white space, and U+FFFD for each byte that is not UTF-8, as JSON needs it.
static Slice clean(Slice text, Arena *arena) {
  char *out = arena_alloc(arena, text.len * 3 + 1);
  size_t len = 0;
  for (size_t at = 0; at < text.len;) {
    Char c = utf_decode(slice_from(text, at));
    bool blank = byte_is_blank(text.ptr[at]);
    if (!blank)
      len += utf_encode(c.code, out + len);
    else if (len && out[len - 1] != ' ')
      out[len++] = ' ';
    at += c.len;
  }
  return slice_trim(slice_new(out, len));
}

// A long text is known by its start and a hash of the whole.
static Slice clean_text(Slice text, Arena *arena) {
  Slice cleaned = clean(text, arena);
  if (cleaned.len <= TEXT_WHOLE) return cleaned;
  size_t start = TEXT_START;
  while (start && ((unsigned char)cleaned.ptr[start] & 0xC0) == 0x80) start--;
  return arena_format(arena, "%.*s… #%012llx", SLICE_FMT(slice_to(cleaned, start)),
                      (unsigned long long)hash_bytes(cleaned));
}

static KnownKey key_of(const Finding *finding, Slice file, Slice text, Arena *arena) {
  return (KnownKey){.file = file,
                    .rule = slice_of(finding->rule->id),
                    .subject = clean(finding->subject, arena),
                    .text = clean_text(slice_range(text, finding->range), arena)};
}

static Slice name_of(const Baseline *self, Slice file, Arena *arena) {
  return clean(path_relative(file, self->folder, arena), arena);
}

// --- what is known ---

// The first of the known findings that does not come before `key`.
static size_t place_of(const KnownFindings *known, const KnownKey *key) {
  size_t low = 0, high = known->len;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (known_key_cmp(&known->items[middle].key, key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool has_at(const KnownFindings *known, size_t place, const KnownKey *key) {
  return place < known->len && known_key_cmp(&known->items[place].key, key) == 0;
}

void baseline_know(const Baseline *self, Slice file, const Findings *findings, Slice text,
                   bool *known) {
  Arena *arena = arena_new();
  KnownKey first = {.file = name_of(self, file, arena)};
  size_t start = place_of(&self->known, &first), end = start;
  while (end < self->known.len && slice_eq(self->known.items[end].key.file, first.file)) end++;
  uint32_t *used = arena_array(arena, uint32_t, end - start); // of the rows of this file
  for (uint32_t i = 0; i < findings->count; i++) {
    KnownKey key = key_of(&findings->items[i], first.file, text, arena);
    size_t place = place_of(&self->known, &key);
    bool there = has_at(&self->known, place, &key);
    known[i] = there && used[place - start]++ < self->known.items[place].count;
  }
  arena_delete(arena);
}

// --- what was found ---

void baseline_found(Baseline *self, Slice file, const Findings *findings, Slice text) {
  Slice name = name_of(self, file, self->arena);
  *array_push(&self->checked) = name;
  for (uint32_t i = 0; i < findings->count; i++)
    *array_push(&self->found) =
        (KnownFinding){key_of(&findings->items[i], name, text, self->arena), 1};
}

static void sort_found(Baseline *self) {
  paths_sort(&self->checked);
  known_sort(&self->found);
}

static void add_stale(Baseline *self, const KnownFinding *known) {
  size_t place = place_of(&self->found, &known->key);
  uint32_t found = has_at(&self->found, place, &known->key) ? self->found.items[place].count : 0;
  const KnownKey *key = &known->key;
  if (found < known->count)
    *array_push(&self->stale) =
        (StaleFinding){key->file, key->rule, key->subject, key->text, known->count - found};
}

const StaleFinding *baseline_stale(Baseline *self, size_t *count) {
  sort_found(self);
  self->stale.len = 0;
  for (size_t i = 0; i < self->known.len; i++)
    if (paths_have(&self->checked, self->known.items[i].key.file))
      add_stale(self, &self->known.items[i]);
  *count = self->stale.len;
  return self->stale.items;
}

static bool is_there(const Baseline *self, Slice name, Arena *arena) {
  return path_exists(path_absolute(path_join(self->folder, name, arena), arena).ptr);
}

bool baseline_write(Baseline *self, Slice *problem, Arena *arena) {
  KnownFindings all = {0};
  sort_found(self);
  array_append(&all, self->found.items, self->found.len);
  for (size_t i = 0; i < self->known.len; i++) {
    Slice file = self->known.items[i].key.file;
    if (!paths_have(&self->checked, file) && is_there(self, file, arena))
      *array_push(&all) = self->known.items[i];
  }
  known_sort(&all);
  bool fine = known_write(self->path, &all, problem, arena);
  array_free(&all);
  return fine;
}
