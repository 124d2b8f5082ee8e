#include "reader.h"

#include <glossary/prose/prose.h>
#include <stdlib.h>

struct Reader {
  uv_loop_t *loop;
  ReaderEvents events;
  uv_work_t work;
  bool busy;
  atomic_bool given_up; // also read by the worker
  // The worker touches these while it is busy, and nothing else does.
  Arena *arena; // of the listing
  Paths folders;
  Listing listing;
  Array(size_t) wanted;
  ReadFiles files;
};

Reader *reader_new(uv_loop_t *loop, ReaderEvents events) {
  Reader *self = mem_zero(1, sizeof *self);
  self->loop = loop;
  self->events = events;
  self->work.data = self;
  self->arena = arena_new();
  atomic_init(&self->given_up, false);
  return self;
}

void reader_delete(Reader *self) {
  if (!self) return;
  array_free(&self->folders);
  array_free(&self->listing);
  array_free(&self->wanted);
  array_free(&self->files);
  arena_delete(self->arena);
  mem_free(self);
}

bool reader_is_busy(const Reader *self) {
  return self->busy;
}

void reader_give_up(Reader *self) {
  atomic_store(&self->given_up, true);
  if (self->busy) uv_cancel((uv_req_t *)&self->work);
}

static bool is_given_up(void *context) {
  const Reader *self = context;
  return atomic_load_explicit(&self->given_up, memory_order_relaxed);
}

// ---- listing

static bool is_document(void *context, Slice path) {
  (void)context;
  return prose_language((Slice){0}, path_name(path));
}

static int by_path(const void *a, const void *b) {
  return slice_cmp(((const ListedFile *)a)->path, ((const ListedFile *)b)->path);
}

// A file that is gone by now is not listed.
static void list_file(Reader *self, Slice path) {
  uv_fs_t request;
  if (uv_fs_stat(NULL, &request, path.ptr, NULL) == 0) {
    const uv_timespec_t *time = &request.statbuf.st_mtim;
    *array_push(&self->listing) =
        (ListedFile){path, request.statbuf.st_size,
                     (uint64_t)time->tv_sec * 1000000000u + (uint64_t)time->tv_nsec};
  }
  uv_fs_req_cleanup(&request);
}

// Folders may lie in each other.
static void sort_once_each(Listing *self) {
  size_t kept = 0;
  if (self->len) qsort(self->items, self->len, sizeof *self->items, by_path);
  for (size_t i = 0; i < self->len; i++)
    if (!kept || by_path(&self->items[kept - 1], &self->items[i]))
      self->items[kept++] = self->items[i];
  self->len = kept;
}

static void list_on_worker(uv_work_t *work) {
  Reader *self = work->data;
  WalkOptions options = {.wants = is_document, .context = self, .stopped = is_given_up};
  Paths paths = {0};
  for (size_t i = 0; i < self->folders.len && !is_given_up(self); i++)
    walk(self->folders.items[i], &options, &paths, self->arena);
  for (size_t i = 0; i < paths.len && !is_given_up(self); i++) list_file(self, paths.items[i]);
  array_free(&paths);
  sort_once_each(&self->listing);
}

static void on_listed(uv_work_t *work, int status) {
  Reader *self = work->data;
  self->busy = false;
  if (!status && !is_given_up(self)) self->events.listed(self->events.context, &self->listing);
}

void reader_list(Reader *self, const Paths *folders) {
  arena_reset(self->arena);
  self->listing.len = self->folders.len = 0;
  for (size_t i = 0; i < folders->len; i++)
    *array_push(&self->folders) = arena_copy(self->arena, folders->items[i]);
  self->busy = true;
  atomic_store(&self->given_up, false);
  uv_queue_work(self->loop, &self->work, list_on_worker, on_listed);
}

// ---- reading

static Text *text_of(Slice path, Arena *arena) {
  Slice bytes, problem;
  if (!file_read(path.ptr, &bytes, &problem, arena)) return NULL;
  if (!bytes_are_binary(bytes)) return text_adopt(bytes);
  mem_free((char *)bytes.ptr);
  return NULL;
}

static void read_on_worker(uv_work_t *work) {
  Reader *self = work->data;
  Arena *scratch = arena_new();
  for (size_t i = 0; i < self->wanted.len && !is_given_up(self); i++) {
    size_t number = self->wanted.items[i];
    Text *text = text_of(self->listing.items[number].path, scratch);
    *array_push(&self->files) = (ReadFile){number, text};
  }
  arena_delete(scratch);
}

static void drop_files(Reader *self) {
  for (size_t i = 0; i < self->files.len; i++) text_delete(self->files.items[i].text);
}

static void on_read(uv_work_t *work, int status) {
  Reader *self = work->data;
  self->busy = false;
  if (status || is_given_up(self))
    drop_files(self);
  else
    self->events.read(self->events.context, &self->files);
  self->files.len = 0;
}

void reader_read(Reader *self, const size_t *numbers, size_t count) {
  self->wanted.len = 0;
  array_append(&self->wanted, numbers, count);
  self->busy = true;
  atomic_store(&self->given_up, false);
  uv_queue_work(self->loop, &self->work, read_on_worker, on_read);
}
