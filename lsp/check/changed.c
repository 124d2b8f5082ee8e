#include "changed.h"
#include "quoted.h"

#include <stdlib.h>

typedef struct {
  Slice rest; // of the diff
  Slice top;
  Changed *changed;
  Arena *arena;
  size_t file; // in `changed`, of the hunks that follow; SIZE_MAX: they are nobody's
  bool any;    // something of a diff was seen
} Reader;

// --- lines of a diff ---

// Without its line end, LF or CRLF.
static Slice take_line(Reader *self) {
  const char *end = memchr(self->rest.ptr, '\n', self->rest.len);
  Slice line = slice_to(self->rest, end ? (size_t)(end - self->rest.ptr) : self->rest.len);
  self->rest = slice_from(self->rest, line.len + 1);
  if (slice_ends_with(line, SLICE("\r"))) line.len--;
  return line;
}

static uint32_t take_number(Slice *text) {
  uint32_t number = 0;
  while (text->len && byte_is_digit(text->ptr[0])) {
    if (number < UINT32_MAX / 16) number = number * 10 + (uint32_t)(text->ptr[0] - '0');
    *text = slice_from(*text, 1);
  }
  return number;
}

static bool take_bytes(Slice *text, Slice bytes) {
  bool there = slice_starts_with(*text, bytes);
  if (there) *text = slice_from(*text, bytes.len);
  return there;
}

// --- files ---

static bool has_folder_of_git(Slice name) {
  return name.len > 2 && byte_is_lower(name.ptr[0]) && name.ptr[1] == '/';
}

// `b/docs/a.md` is `docs/a.md`, unless the diff was made without such prefixes: then only the whole
// name is that of a file.
static Slice path_of(const Reader *self, Slice name) {
  Slice whole = path_absolute(path_join(self->top, name, self->arena), self->arena);
  if (!has_folder_of_git(name)) return whole;
  Slice inner = path_join(self->top, slice_from(name, 2), self->arena);
  inner = path_absolute(inner, self->arena);
  return !path_exists(inner.ptr) && path_exists(whole.ptr) ? whole : inner;
}

static void begin_file(Reader *self, Slice rest) {
  Slice name = quoted_read(rest, self->arena);
  self->any = true;
  self->file = SIZE_MAX;
  if (!name.len || slice_eq(name, SLICE("/dev/null"))) return;
  self->file = self->changed->files.len;
  *array_push(&self->changed->files) = (ChangedFile){.path = path_of(self, name)};
}

// --- hunks ---

enum { PARENTS_MAX = 16 };

typedef struct {
  unsigned parents;
  uint32_t old[PARENTS_MAX]; // lines still to come, of each parent
  uint32_t now;              // and of the file
  uint32_t line;             // the next one of the file, from 0
} HunkHeader;

// `@@ -1,2 +3,4 @@`, or `@@@ -1,2 -1 +3,4 @@@`: one number alone means one line.
static bool read_range(Slice *text, char sign, uint32_t *start, uint32_t *count) {
  if (!take_bytes(text, SLICE(" ")) || !text->len || text->ptr[0] != sign) return false;
  *text = slice_from(*text, 1);
  *start = take_number(text);
  *count = take_bytes(text, SLICE(",")) ? take_number(text) : 1;
  return true;
}

static bool read_header(Slice line, HunkHeader *header) {
  uint32_t start;
  *header = (HunkHeader){0};
  unsigned marks = 0;
  while (take_bytes(&line, SLICE("@"))) marks++;
  if (marks < 2 || marks > PARENTS_MAX) return false;
  header->parents = marks - 1;
  for (unsigned i = 0; i < header->parents; i++)
    if (!read_range(&line, '-', &start, &header->old[i])) return false;
  if (!read_range(&line, '+', &start, &header->now)) return false;
  header->line = start ? start - 1 : 0;
  return slice_starts_with(line, SLICE(" @@"));
}

static bool is_over(const HunkHeader *self) {
  for (unsigned i = 0; i < self->parents; i++)
    if (self->old[i]) return false;
  return !self->now;
}

static void add_line(Reader *self, uint32_t line) {
  if (self->file == SIZE_MAX) return;
  lines_add(&self->changed->files.items[self->file].added, (LineSpan){line, line + 1});
}

// One line of a hunk: a sign for each parent. What lost its signs to somebody who trims lines is an
// empty line of the context.
static void read_line(Reader *self, HunkHeader *hunk, Slice line) {
  bool gone = false, added = false;
  for (unsigned i = 0; i < hunk->parents; i++) {
    gone |= i < line.len && line.ptr[i] == '-';
    added |= i < line.len && line.ptr[i] == '+';
  }
  for (unsigned i = 0; i < hunk->parents; i++) {
    char sign = i < line.len ? line.ptr[i] : ' ';
    bool in_parent = sign == '-' || (sign != '+' && !gone);
    if (in_parent && hunk->old[i]) hunk->old[i]--;
  }
  if (gone) return;
  if (added) add_line(self, hunk->line);
  hunk->line++;
  if (hunk->now) hunk->now--;
}

// To the number of lines that its header promises, so that a line which reads like the header of a
// file is none.
static void read_hunk(Reader *self, HunkHeader hunk) {
  self->any = true;
  while (self->rest.len && !is_over(&hunk)) {
    Slice line = take_line(self);
    if (!slice_starts_with(line, SLICE("\\"))) read_line(self, &hunk, line);
  }
}

// --- all of it ---

static void read_next(Reader *self) {
  HunkHeader hunk;
  Slice line = take_line(self);
  if (take_bytes(&line, SLICE("+++ "))) {
    begin_file(self, line);
  } else if (slice_starts_with(line, SLICE("diff "))) {
    self->any = true;
    self->file = SIZE_MAX;
  } else if (read_header(line, &hunk)) {
    read_hunk(self, hunk);
  }
}

static int by_path(const void *a, const void *b) {
  const ChangedFile *left = a, *right = b;
  return slice_cmp(left->path, right->path);
}

// A file may stand in several diffs, one after the other in one text.
static void sort_once_each(Changed *self) {
  size_t kept = 0;
  if (self->files.len)
    qsort(self->files.items, self->files.len, sizeof *self->files.items, by_path);
  for (size_t i = 0; i < self->files.len; i++) {
    ChangedFile *file = &self->files.items[i];
    ChangedFile *last = kept ? &self->files.items[kept - 1] : NULL;
    if (last && slice_eq(last->path, file->path)) {
      array_append(&last->added, file->added.items, file->added.len);
      array_free(&file->added);
    } else {
      self->files.items[kept++] = *file;
    }
  }
  self->files.len = kept;
  for (size_t i = 0; i < kept; i++) lines_sort(&self->files.items[i].added);
}

bool changed_read(Slice diff, Slice top, Changed *changed, Arena *arena) {
  Reader self = {.rest = diff, .top = top, .changed = changed, .arena = arena, .file = SIZE_MAX};
  while (self.rest.len) read_next(&self);
  sort_once_each(changed);
  return self.any || !slice_trim(diff).len;
}

void changed_free(Changed *self) {
  for (size_t i = 0; i < self->files.len; i++) array_free(&self->files.items[i].added);
  array_free(&self->files);
}

const ChangedFile *changed_file(const Changed *self, Slice path) {
  size_t low = 0, high = self->files.len;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = slice_cmp(self->files.items[middle].path, path);
    if (order == 0) return &self->files.items[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}
