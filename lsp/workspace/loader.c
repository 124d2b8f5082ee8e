#include "loader.h"

#include "watch.h"

struct Loader {
  uv_loop_t *loop;
  const LibrarySource *source;
  LoaderEvents events;
  uv_work_t work;
  bool running, again;
  atomic_bool stopped; // also read by the worker
  // Of the load under way: the worker touches nothing else.
  Arena *arena;
  LibrarySource asked;
  Loaded loaded;
  uint64_t since;
};

Loader *loader_new(uv_loop_t *loop, const LibrarySource *source, LoaderEvents events) {
  Loader *self = mem_zero(1, sizeof *self);
  self->loop = loop;
  self->source = source;
  self->events = events;
  self->work.data = self;
  atomic_init(&self->stopped, false);
  return self;
}

void loader_delete(Loader *self) {
  mem_free(self);
}

static void copy_paths(const Paths *from, Paths *to, Arena *arena) {
  for (size_t i = 0; i < from->len; i++) *array_push(to) = arena_copy(arena, from->items[i]);
}

static void prepare(Loader *self) {
  self->since = watch_now();
  self->arena = arena_new();
  self->loaded = (Loaded){0};
  self->asked = (LibrarySource){.config = self->source->config,
                                .no_builtin = self->source->no_builtin,
                                .stopped = &self->stopped};
  copy_paths(&self->source->asked, &self->asked.asked, self->arena);
  copy_paths(&self->source->paths, &self->asked.paths, self->arena);
  copy_paths(&self->source->folders, &self->asked.folders, self->arena);
}

static void clean_up(Loader *self) {
  loaded_free(&self->loaded);
  array_free(&self->asked.asked);
  array_free(&self->asked.paths);
  array_free(&self->asked.folders);
  arena_delete(self->arena);
}

static void on_worker(uv_work_t *work) {
  Loader *self = work->data;
  library_load(&self->asked, &self->loaded, self->arena);
}

static void on_loaded(uv_work_t *work, int status) {
  Loader *self = work->data;
  if (!self->stopped && !status)
    self->events.done(self->events.context, &self->loaded, self->since);
  clean_up(self);
  self->running = false;
  if (self->again && !self->stopped) loader_run(self);
}

void loader_run(Loader *self) {
  self->again = self->running;
  if (self->running) return;
  self->running = true;
  prepare(self);
  uv_queue_work(self->loop, &self->work, on_worker, on_loaded);
}

void loader_stop(Loader *self) {
  atomic_store(&self->stopped, true);
  if (self->running) uv_cancel((uv_req_t *)&self->work);
}
