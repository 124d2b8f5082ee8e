// Paths as text: nothing here asks the file system but for the current folder.
#include "files.h"

#include <uv.h>

typedef Array(char) Bytes;

static void drop_last_part(Bytes *path) {
  while (path->len && path->items[path->len - 1] != '/') path->len--;
  if (path->len) path->len--;
}

static void append_part(Bytes *path, Slice part) {
  if (!part.len || slice_eq(part, SLICE("."))) return;
  if (slice_eq(part, SLICE(".."))) {
    drop_last_part(path);
    return;
  }
  *array_push(path) = '/';
  array_append(path, part.ptr, part.len);
}

static void append_parts(Bytes *path, Slice parts) {
  while (parts.len) {
    const char *slash = memchr(parts.ptr, '/', parts.len);
    size_t len = slash ? (size_t)(slash - parts.ptr) : parts.len;
    append_part(path, slice_to(parts, len));
    parts = slice_from(parts, len + (slash != NULL));
  }
}

static void append_current_folder(Bytes *path) {
  size_t size = 4096;
  char *folder = mem_alloc(size);
  while (uv_cwd(folder, &size) == UV_ENOBUFS) folder = mem_realloc(folder, size);
  append_parts(path, slice_of(folder));
  mem_free(folder);
}

Slice path_absolute(Slice path, Arena *arena) {
  Bytes parts = {0};
  if (!slice_starts_with(path, SLICE("/"))) append_current_folder(&parts);
  append_parts(&parts, path);
  if (!parts.len) *array_push(&parts) = '/';
  Slice absolute = arena_copy(arena, slice_new(parts.items, parts.len));
  array_free(&parts);
  return absolute;
}

static size_t name_start(Slice path) {
  size_t start = path.len;
  while (start && path.ptr[start - 1] != '/') start--;
  return start;
}

Slice path_folder(Slice path) {
  size_t start = name_start(path);
  return slice_to(path, start > 1 ? start - 1 : start);
}

Slice path_name(Slice path) {
  return slice_from(path, name_start(path));
}

Slice path_join(Slice folder, Slice name, Arena *arena) {
  const char *joint = slice_ends_with(folder, SLICE("/")) || !folder.len ? "" : "/";
  return arena_format(arena, "%.*s%s%.*s", SLICE_FMT(folder), joint, SLICE_FMT(name));
}

bool path_below(Slice path, Slice folder, Slice *rest) {
  if (!slice_starts_with(path, folder)) return false;
  *rest = slice_from(path, folder.len);
  if (!rest->len || slice_ends_with(folder, SLICE("/"))) return true;
  if (rest->ptr[0] != '/') return false;
  *rest = slice_from(*rest, 1);
  return true;
}

Slice path_relative(Slice path, Slice folder, Arena *arena) {
  Slice rest, up = {0};
  while (!path_below(path, folder, &rest)) {
    up = arena_format(arena, "%.*s../", SLICE_FMT(up));
    folder = path_folder(folder);
  }
  return arena_format(arena, "%.*s%.*s", SLICE_FMT(up), SLICE_FMT(rest));
}
