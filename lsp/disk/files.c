#include "files.h"

#include <glossary/base/utf.h>
#include <glossary/text.h>
#include <uv.h>

enum { CHUNK = 64 * 1024, SNIFFED = 8 * 1024 };

static Slice why(int error, Arena *arena) {
  if (error == UV_ENOENT || error == UV_ENOTDIR) return SLICE("no such file");
  if (error == UV_EISDIR) return SLICE("is a directory");
  char reason[128];
  uv_strerror_r(error, reason, sizeof reason);
  return arena_format(arena, "cannot be read: %s", reason);
}

typedef Array(char) Bytes;

static int read_chunk(uv_file file, size_t room, Bytes *bytes) {
  array_reserve(bytes, room);
  uv_buf_t buffer = uv_buf_init(bytes->items + bytes->len, (unsigned)room);
  uv_fs_t request;
  int count = uv_fs_read(NULL, &request, file, &buffer, 1, -1, NULL);
  uv_fs_req_cleanup(&request);
  if (count > 0) bytes->len += (size_t)count;
  return count;
}

// A byte order mark says how to read a text and is no part of it. Whether there was one.
static bool drop_bom(Bytes *bytes) {
  bool has_mark = slice_starts_with(slice_new(bytes->items, bytes->len), BYTE_ORDER_MARK);
  if (has_mark) array_splice(bytes, 0, BYTE_ORDER_MARK.len, BYTE_ORDER_MARK.ptr, 0);
  return has_mark;
}

// Reads to the end. `expected` is a guess that saves growing.
static bool read_all(uv_file file, size_t expected, Slice *out, bool *has_mark, Slice *problem,
                     Arena *arena) {
  Bytes bytes = {0};
  int count;
  do {
    size_t left = expected > bytes.len ? expected - bytes.len : 0;
    count = read_chunk(file,
                       left < CHUNK           ? CHUNK
                       : left < INT32_MAX / 2 ? left
                                              : INT32_MAX / 2,
                       &bytes);
  } while (count > 0 && bytes.len <= TEXT_MAX);
  if (count < 0 || bytes.len > TEXT_MAX) {
    *problem = count < 0 ? why(count, arena) : SLICE("is larger than 2 GiB");
    array_free(&bytes);
    return false;
  }
  *has_mark = drop_bom(&bytes);
  *out = slice_new(bytes.items, bytes.len);
  return true;
}

static int file_stat(uv_file file, uv_stat_t *stat) {
  uv_fs_t request;
  int error = uv_fs_fstat(NULL, &request, file, NULL);
  *stat = request.statbuf;
  uv_fs_req_cleanup(&request);
  return error;
}

static bool read_open(uv_file file, Slice *bytes, bool *has_mark, Slice *problem, Arena *arena) {
  uv_stat_t stat;
  int error = file_stat(file, &stat);
  if (!error && (stat.st_mode & S_IFMT) == S_IFDIR) error = UV_EISDIR;
  if (error) return *problem = why(error, arena), false;
  if (stat.st_size > TEXT_MAX) return *problem = SLICE("is larger than 2 GiB"), false;
  return read_all(file, (size_t)stat.st_size + 1, bytes, has_mark, problem, arena);
}

bool file_read(const char *path, Slice *bytes, Slice *problem, Arena *arena) {
  uv_fs_t request;
  uv_file file = uv_fs_open(NULL, &request, path, UV_FS_O_RDONLY, 0, NULL);
  uv_fs_req_cleanup(&request);
  if (file < 0) return *problem = why(file, arena), false;
  bool has_mark, fine = read_open(file, bytes, &has_mark, problem, arena);
  uv_fs_close(NULL, &request, file, NULL);
  uv_fs_req_cleanup(&request);
  return fine;
}

static bool path_is(const char *path, uint64_t type) {
  uv_fs_t request;
  int error = uv_fs_stat(NULL, &request, path, NULL);
  bool is_so = !error && (request.statbuf.st_mode & S_IFMT) == type;
  uv_fs_req_cleanup(&request);
  return is_so;
}

bool path_is_folder(const char *path) {
  return path_is(path, S_IFDIR);
}

bool path_is_file(const char *path) {
  return path_is(path, S_IFREG);
}

bool path_exists(const char *path) {
  uv_fs_t request;
  int error = uv_fs_stat(NULL, &request, path, NULL);
  uv_fs_req_cleanup(&request);
  return error == 0;
}

Slice path_nearest_folder(Slice path, Arena *arena) {
  Slice folder = arena_copy(arena, path_folder(path));
  while (folder.len > 1 && !path_is_folder(folder.ptr))
    folder = arena_copy(arena, path_folder(folder));
  return folder;
}

Slice path_real(Slice path, Arena *arena) {
  uv_fs_t request;
  bool is_there = uv_fs_realpath(NULL, &request, path.ptr, NULL) == 0;
  Slice real = is_there ? arena_copy(arena, slice_of(request.ptr)) : path;
  uv_fs_req_cleanup(&request);
  return real;
}

bool stdin_read(Slice *bytes, bool *has_mark, Slice *problem, Arena *arena) {
  return read_open(0, bytes, has_mark, problem, arena);
}

static bool is_strange(Char c, char byte) {
  bool control = (unsigned char)byte < 0x20 && !byte_is_blank(byte) && byte != '\f' && byte != 0x1B;
  return control || !c.valid;
}

// One NUL in a text is damage, which the rules report. Among many other strange bytes it tells a
// binary.
bool bytes_are_binary(Slice bytes) {
  Slice start = slice_to(bytes, SNIFFED);
  if (!start.len || !memchr(start.ptr, 0, start.len)) return false;
  size_t strange = 0;
  for (size_t at = 0; at < start.len;) {
    Char c = utf_decode(slice_from(start, at));
    strange += is_strange(c, start.ptr[at]);
    at += c.len;
  }
  return strange * 10 > start.len;
}
