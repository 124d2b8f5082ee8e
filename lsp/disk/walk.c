#include "files.h"
#include "ignore.h"

#include <uv.h>

typedef struct {
  const WalkOptions *options;
  Paths *files;
  Arena *arena;
} Walk;

static bool never_entered(Slice path) {
  static const char *const names[] = {".git", "node_modules"};
  static const char *const paths[] = {"/proc", "/sys", "/dev"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (slice_eq(path_name(path), slice_of(names[i]))) return true;
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
    if (slice_eq(path, slice_of(paths[i]))) return true;
  return false;
}

static bool is_stopped(const WalkOptions *options) {
  return options->stopped && options->stopped(options->context);
}

static uv_dirent_type_t type_of_mode(uint64_t mode) {
  if ((mode & S_IFMT) == S_IFREG) return UV_DIRENT_FILE;
  if ((mode & S_IFMT) == S_IFDIR) return UV_DIRENT_DIR;
  return UV_DIRENT_UNKNOWN;
}

// What an entry is that the folder's list does not tell. A link counts as a file when it leads to
// one.
static uv_dirent_type_t look_at(Slice path, uv_dirent_type_t listed) {
  if (listed != UV_DIRENT_LINK && listed != UV_DIRENT_UNKNOWN) return listed;
  uv_fs_t request;
  int error = listed == UV_DIRENT_LINK ? uv_fs_stat(NULL, &request, path.ptr, NULL)
                                       : uv_fs_lstat(NULL, &request, path.ptr, NULL);
  uv_dirent_type_t type = error ? UV_DIRENT_UNKNOWN : type_of_mode(request.statbuf.st_mode);
  bool is_link = !error && (request.statbuf.st_mode & S_IFMT) == S_IFLNK;
  uv_fs_req_cleanup(&request);
  if (is_link) return look_at(path, UV_DIRENT_LINK);
  return listed == UV_DIRENT_LINK && type == UV_DIRENT_DIR ? UV_DIRENT_UNKNOWN : type;
}

static bool may_enter(const WalkOptions *options, Slice folder) {
  if (never_entered(folder)) return false;
  return !options->enters || options->enters(options->context, folder);
}

static void walk_folder(const Walk *walk, Slice folder, const Ignore *ignore);

static void visit(const Walk *walk, Slice folder, const uv_dirent_t *entry, const Ignore *ignore) {
  bool may_be_folder = entry->type == UV_DIRENT_DIR || entry->type == UV_DIRENT_UNKNOWN;
  Slice path = path_join(folder, slice_of(entry->name), walk->arena);
  if (!may_be_folder && !walk->options->wants(walk->options->context, path)) return;
  uv_dirent_type_t type = look_at(path, entry->type);
  bool is_folder = type == UV_DIRENT_DIR;
  if ((!is_folder && type != UV_DIRENT_FILE) || (is_folder && !may_enter(walk->options, path)))
    return;
  if (ignore_has(ignore, path, is_folder)) return;
  if (is_folder)
    walk_folder(walk, path, ignore_enter(ignore, path, walk->arena));
  else if (!may_be_folder || walk->options->wants(walk->options->context, path))
    *array_push(walk->files) = path;
}

static void report(const WalkOptions *options, Slice folder, int error, Arena *arena) {
  char reason[128];
  if (!options->problem) return;
  uv_strerror_r(error, reason, sizeof reason);
  options->problem(options->context, folder, arena_format(arena, "cannot be listed: %s", reason));
}

static void walk_folder(const Walk *walk, Slice folder, const Ignore *ignore) {
  uv_fs_t request;
  int count = uv_fs_scandir(NULL, &request, folder.ptr, 0, NULL);
  if (count < 0) report(walk->options, folder, count, walk->arena);
  if (count >= 0 && walk->options->folder) walk->options->folder(walk->options->context, folder);
  uv_dirent_t entry;
  while (count >= 0 && !is_stopped(walk->options) && uv_fs_scandir_next(&request, &entry) != UV_EOF)
    visit(walk, folder, &entry, ignore);
  uv_fs_req_cleanup(&request);
}

void walk(Slice folder, const WalkOptions *options, Paths *files, Arena *arena) {
  Paths found = {0};
  Walk self = {options, &found, arena};
  walk_folder(&self, arena_copy(arena, folder), ignore_top(folder, arena));
  paths_sort(&found);
  array_append(files, found.items, found.len);
  array_free(&found);
}
