#include "folder.h"

#include <uv.h>

enum { MODE_OF_NEW = 0777 };

// One that is there already is fine.
static int make_one(Slice path, Arena *arena) {
  uv_fs_t request;
  int error = uv_fs_mkdir(NULL, &request, arena_copy(arena, path).ptr, MODE_OF_NEW, NULL);
  uv_fs_req_cleanup(&request);
  return error == UV_EEXIST ? 0 : error;
}

bool folder_make(Slice path, Slice *problem, Arena *arena) {
  int error = 0;
  size_t start = path_nearest_folder(path, arena).len;
  for (size_t i = start; i <= path.len && !error; i++)
    if (i > 1 && (i == path.len || path.ptr[i] == '/')) error = make_one(slice_to(path, i), arena);
  if (!error && path_is_folder(arena_copy(arena, path).ptr)) return true;
  char reason[128] = "it is no folder";
  if (error) uv_strerror_r(error, reason, sizeof reason);
  *problem = arena_format(arena, "cannot be made: %s", reason);
  return false;
}
