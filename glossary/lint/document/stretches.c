#include "stretches.h"

enum { WINDOW = 64 * 1024 };

Stretches stretches_new(uint32_t least) {
  return (Stretches){.least = least, .window = WINDOW, .labels = labels_new()};
}

static void forget(Stretches *self, Stretch *stretch) {
  found_free(&stretch->found);
  stretch->known = false;
  for (size_t i = 0; i < stretch->defines.len; i++)
    labels_remove(self->labels, stretch->defines.items[i]);
  array_free(&stretch->defines);
}

void stretches_reset(Stretches *self) {
  for (size_t i = 0; i < self->items.len; i++) forget(self, &self->items.items[i]);
  self->items.len = 0;
  self->window = WINDOW;
  self->done = false;
  labels_delete(self->labels);
  self->labels = labels_new();
}

void stretches_free(Stretches *self) {
  stretches_reset(self);
  array_free(&self->items);
  labels_delete(self->labels);
}

// --- edits ---

// Makes one stretch of some, which is to be cut.
static void join(Stretches *self, size_t first, size_t end) {
  uint32_t len = 0;
  for (size_t i = first; i < end; i++) {
    len += self->items.items[i].len;
    forget(self, &self->items.items[i]);
  }
  self->items.items[first] = (Stretch){.len = len};
  array_remove(&self->items, first + 1, end - first - 1);
  self->window = WINDOW;
}

typedef struct {
  size_t first, end; // which stretches
} Touched;

// A stretch is also touched by an edit at the head of the next, which had a say in where it ends.
static Touched touched_by(const Stretches *self, Range range) {
  Touched touched = {0};
  uint32_t start = 0;
  for (size_t i = 0; i < self->items.len && (start <= range.start || start < range.end); i++) {
    uint64_t reach = (uint64_t)start + self->items.items[i].len + PIECE_HEAD;
    if (reach <= range.start) touched.first = i + 1;
    start += self->items.items[i].len;
    touched.end = i + 1;
  }
  if (touched.first >= touched.end) touched.first = touched.end - 1;
  return touched;
}

void stretches_edit(Stretches *self, Range range, uint32_t added) {
  if (!self->items.len) return;
  self->done = false;
  self->reach = 0;
  Touched touched = touched_by(self, range);
  join(self, touched.first, touched.end);
  Stretch *stretch = &self->items.items[touched.first];
  stretch->len += added - range_len(range);
  bool small = stretch->len < self->least && touched.first + 1 < self->items.len;
  if (small) join(self, touched.first, touched.first + 2);
}

// --- cutting ---

// A place in the document, and what it is looked at with.
typedef struct {
  Stretches *stretches;
  const Search *search;
  const ProsePieces *pieces;
  Text *text;
  Arena *arena; // for one stretch
  size_t at;    // the stretch
  uint32_t start;
} Work;

static Stretch *current(const Work *self) {
  return &self->stretches->items.items[self->at];
}

static bool is_last(const Work *self) {
  return self->at + 1 == self->stretches->items.len;
}

static void read_labels(Work *self, Stretch *stretch, Slice text) {
  if (!self->pieces || !self->pieces->define) return;
  LabelNames names = {0};
  arena_reset(self->arena);
  self->pieces->define(text, &names, self->arena);
  for (size_t i = 0; i < names.len; i++)
    *array_push(&stretch->defines) = labels_add(self->stretches->labels, names.items[i]);
  array_free(&names);
}

typedef Array(Stretch) Pieces;

static void add_piece(Work *self, Slice text, Pieces *pieces) {
  Stretch piece = {.len = (uint32_t)text.len, .cut = true};
  read_labels(self, &piece, text);
  *array_push(pieces) = piece;
}

// Puts the pieces in the place of the front of the current stretch, and goes on to its rest.
static void cut_off(Work *self, const Pieces *pieces) {
  uint32_t len = 0;
  for (size_t i = 0; i < pieces->len; i++) len += pieces->items[i].len;
  current(self)->len -= len;
  bool all = current(self)->len == 0; // there is nothing yet in it to be freed
  array_splice(&self->stretches->items, self->at, all, pieces->items, pieces->len);
  self->at += pieces->len;
  self->start += len;
  self->stretches->window = WINDOW;
  if (all) self->stretches->reach = 0;
}

// Cuts pieces off until there is no cut that is far enough in what is left of `window`. A cut at
// the end of the stretch is. False: none was cut off.
static bool cut_pieces(Work *self, Slice window, bool whole) {
  Pieces pieces = {0};
  Offsets cuts = {0};
  uint32_t done = 0, len = (uint32_t)window.len, least = self->stretches->least;
  self->pieces->cut(window, &cuts);
  for (size_t i = 0; i < cuts.len; i++) {
    uint32_t at = cuts.items[i];
    bool far = at < len && at - done >= least && (!whole || len - at >= least);
    if (!far && !(whole && at == len)) continue;
    add_piece(self, slice_range(window, (Range){done, at}), &pieces);
    done = at;
  }
  if (pieces.len) cut_off(self, &pieces);
  array_free(&cuts);
  array_free(&pieces);
  return done > 0;
}

static void cut_whole(Work *self, Slice text) {
  Pieces pieces = {0};
  add_piece(self, text, &pieces);
  cut_off(self, &pieces);
  array_free(&pieces);
}

// The end of the stretch is no cut: what follows belongs to it. At least as much again, so that
// looking for the next cut takes no more than twice its distance; and more each time, since where
// one end is none, many may be, up to the end of the document.
static void take_in_next(Work *self) {
  Stretches *all = self->stretches;
  uint32_t len = current(self)->len, wanted = len > all->reach ? len : all->reach;
  uint64_t taken = 0;
  size_t end = self->at + 1;
  while (end < all->items.len && taken <= wanted) taken += all->items.items[end++].len;
  join(all, self->at, end);
  if (len > all->window) all->window = len;
  if (all->reach < WINDOW) all->reach = all->reach ? all->reach * 2 : all->least;
}

// Looks at the front of the current stretch. Returns at how many bytes.
static size_t cut_once(Work *self) {
  Stretches *all = self->stretches;
  bool whole = !self->pieces || current(self)->len <= all->window;
  uint32_t looked = whole ? current(self)->len : all->window;
  Slice window = text_slice(self->text, (Range){self->start, self->start + looked});
  if (self->pieces && cut_pieces(self, window, whole)) return looked;
  if (!whole)
    all->window *= 2;
  else if (is_last(self))
    cut_whole(self, window);
  else
    take_in_next(self);
  return looked;
}

// --- reading ---

static void pass(Work *self) {
  self->start += current(self)->len;
  self->at++;
}

static bool at_end(const Work *self) {
  return self->at == self->stretches->items.len;
}

static Slice current_text(const Work *self) {
  return text_slice(self->text, (Range){self->start, self->start + current(self)->len});
}

// False when it did not come to the end.
static bool cut_all(Work self, size_t *left) {
  while (!at_end(&self)) {
    if (current(&self)->cut) {
      pass(&self);
      continue;
    }
    if (!*left) return false;
    size_t looked = cut_once(&self);
    *left -= looked < *left ? looked : *left;
  }
  return true;
}

// What uses a label that came or went reads otherwise now.
static void follow_labels(Work self) {
  if (!self.pieces || !self.pieces->use || !labels_settle(self.stretches->labels)) return;
  for (; !at_end(&self); pass(&self)) {
    LabelNames used = {0};
    arena_reset(self.arena);
    if (current(&self)->known) self.pieces->use(current_text(&self), &used, self.arena);
    if (labels_touch(self.stretches->labels, &used)) current(&self)->known = false;
    array_free(&used);
  }
}

static void read_one(Work *self) {
  Stretch *stretch = current(self);
  Slice text = current_text(self);
  LabelNames used = {0}, meant = {0};
  arena_reset(self->arena);
  bool any = self->pieces && self->pieces->use && labels_any(self->stretches->labels);
  if (any) self->pieces->use(text, &used, self->arena);
  labels_meant(self->stretches->labels, &used, &meant);
  found_free(&stretch->found);
  stretch->found = stretch_read(self->search, text, &meant);
  stretch->known = true;
  array_free(&used);
  array_free(&meant);
}

static bool read_all(Work self, size_t *left) {
  for (; !at_end(&self); pass(&self)) {
    if (current(&self)->known) continue;
    if (!*left) return false;
    uint32_t len = current(&self)->len;
    read_one(&self);
    *left -= len < *left ? len : *left;
  }
  return true;
}

bool stretches_work(Stretches *self, const Search *search, Text *text, size_t most) {
  if (self->done) return true;
  if (!self->items.len) *array_push(&self->items) = (Stretch){.len = text_len(text)};
  Work work = {.stretches = self,
               .search = search,
               .pieces = prose_pieces(search->place.language),
               .text = text,
               .arena = arena_new()};
  size_t left = most ? most : 1;
  bool cut = cut_all(work, &left);
  if (cut) follow_labels(work);
  self->done = cut && read_all(work, &left);
  arena_delete(work.arena);
  return self->done;
}
