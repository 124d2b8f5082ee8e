#include "watch.h"

#include "library/library.h"
#include <stdlib.h>

// How long events are gathered at least, in milliseconds.
enum { CALM = 50 };

// How far the file system's clock may be behind, in nanoseconds.
enum { CLOCK_STEP = 20 * 1000 * 1000 };

enum { NANOSECONDS = 1000 * 1000 }; // in a millisecond

// One folder. Freed by the callback of its handle.
typedef struct {
  uv_fs_event_t handle;
  Watch *watch;
  bool stale; // the folder itself was moved or replaced: the handle sees it no more
  Slice path; // ends with a NUL
} Folder;

struct Watch {
  uv_loop_t *loop;
  const Client *client;
  WatchEvents events;
  uv_timer_t timer;
  uint64_t calm;           // how long events are gathered, in milliseconds
  Array(Folder *) folders; // ascending by path
  Paths files;             // ascending; owned
  bool complained;
};

Watch *watch_new(uv_loop_t *loop, const Client *client, WatchEvents events) {
  Watch *self = mem_zero(1, sizeof *self);
  self->loop = loop;
  self->client = client;
  self->events = events;
  uv_timer_init(loop, &self->timer);
  self->timer.data = self;
  return self;
}

// ---- which events count

static int compare_folder(const void *path, const void *folder) {
  return slice_cmp(*(const Slice *)path, (*(Folder *const *)folder)->path);
}

static bool is_followed_folder(const Watch *self, Slice path) {
  return self->folders.len && bsearch(&path, self->folders.items, self->folders.len,
                                      sizeof *self->folders.items, compare_folder);
}

static bool counts(const Watch *self, Slice path) {
  return paths_have(&self->files, path) || is_followed_folder(self, path) ||
         self->events.concerns(self->events.context, path);
}

static void on_calm(uv_timer_t *timer) {
  Watch *self = timer->data;
  self->events.changed(self->events.context);
}

static void report_soon(Watch *self) {
  if (!uv_is_active((uv_handle_t *)&self->timer))
    uv_timer_start(&self->timer, on_calm, self->calm, 0);
}

// An event names the entry of the folder that changed, or the folder itself by its own name.
static bool event_counts(Folder *folder, const char *name) {
  if (!name || slice_eq(path_name(folder->path), slice_of(name))) return folder->stale = true;
  Arena *arena = arena_new();
  bool result = counts(folder->watch, path_join(folder->path, slice_of(name), arena));
  arena_delete(arena);
  return result;
}

static void on_event(uv_fs_event_t *handle, const char *name, int events, int status) {
  (void)events;
  Folder *folder = handle->data;
  if (status < 0 || event_counts(folder, name)) report_soon(folder->watch);
}

// ---- one folder

static void on_closed(uv_handle_t *handle) {
  Folder *folder = handle->data;
  slice_free(folder->path);
  mem_free(folder);
}

static void folder_close(Folder *folder) {
  uv_close((uv_handle_t *)&folder->handle, on_closed);
}

static void complain(Watch *self, Slice path, int status) {
  if (self->complained) return;
  self->complained = true;
  client_log(self->client, LOG_ERROR,
             "Changes of glossary files in %.*s, and maybe elsewhere, will not be noticed: %s",
             SLICE_FMT(path), uv_strerror(status));
}

// NULL when it cannot be watched. One that is gone again needs no complaint.
static Folder *folder_open(Watch *self, Slice path) {
  Folder *folder = mem_zero(1, sizeof *folder);
  folder->watch = self;
  folder->path = slice_copy(path);
  folder->handle.data = folder;
  uv_fs_event_init(self->loop, &folder->handle);
  int status = uv_fs_event_start(&folder->handle, on_event, folder->path.ptr, 0);
  if (!status) return folder;
  if (status != UV_ENOENT) complain(self, path, status);
  folder_close(folder);
  return NULL;
}

// ---- all folders

// Both lists ascend: what stands in both stays, unless it is stale.
static void replace_folders(Watch *self, const Paths *paths) {
  Array(Folder *) next = {0};
  size_t old = 0;
  for (size_t i = 0; i < paths->len; i++) {
    Slice path = paths->items[i];
    while (old < self->folders.len && slice_cmp(self->folders.items[old]->path, path) < 0)
      folder_close(self->folders.items[old++]);
    bool same = old < self->folders.len && slice_eq(self->folders.items[old]->path, path);
    Folder *kept = same ? self->folders.items[old++] : NULL;
    if (kept && kept->stale) folder_close(kept), kept = NULL;
    Folder *folder = kept ? kept : folder_open(self, path);
    if (folder) *array_push(&next) = folder;
  }
  while (old < self->folders.len) folder_close(self->folders.items[old++]);
  array_free(&self->folders);
  self->folders.items = next.items;
  self->folders.len = next.len;
  self->folders.cap = next.cap;
}

static uint64_t nanoseconds(int64_t seconds, int64_t rest) {
  return (uint64_t)seconds * 1000000000u + (uint64_t)rest;
}

static uint64_t changed_at(Slice path) {
  uv_fs_t request; // of one that is gone: its folder has changed by that
  bool is_there = uv_fs_stat(NULL, &request, path.ptr, NULL) == 0;
  uv_timespec_t at = request.statbuf.st_mtim;
  uv_fs_req_cleanup(&request);
  return is_there ? nanoseconds(at.tv_sec, at.tv_nsec) : 0;
}

// A time to come says nothing: it would make us read again and again.
static bool any_changed(const Paths *paths, uint64_t since, uint64_t now) {
  for (size_t i = 0; i < paths->len; i++) {
    uint64_t at = changed_at(paths->items[i]);
    if (since <= at && at <= now) return true;
  }
  return false;
}

uint64_t watch_now(void) {
  uv_timeval64_t now;
  uv_gettimeofday(&now);
  return nanoseconds(now.tv_sec, now.tv_usec * 1000);
}

void watch_follow(Watch *self, const Paths *folders, const Paths *files, uint64_t since) {
  replace_folders(self, folders);
  paths_free_copies(&self->files);
  paths_add_copies(&self->files, files);
  uint64_t now = watch_now(), from = since - CLOCK_STEP;
  self->calm = CALM + (now > since ? now - since : 0) / NANOSECONDS;
  if (any_changed(folders, from, now) || any_changed(files, from, now)) report_soon(self);
}

void watch_stop(Watch *self) {
  replace_folders(self, &(Paths){0});
  uv_close((uv_handle_t *)&self->timer, NULL);
}

void watch_delete(Watch *self) {
  if (!self) return;
  paths_free_copies(&self->files);
  array_free(&self->folders);
  mem_free(self);
}
