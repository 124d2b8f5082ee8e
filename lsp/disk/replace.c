#include "replace.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#include <uv.h>

enum { MODE_OF_NEW = 0666, MODE_MASK = 07777 };

// What is known of the file that is about to be replaced.
typedef struct {
  Slice path; // without links
  Slice mark; // the byte order mark that it begins with; may be empty
  uv_stat_t stat;
} Old;

static Slice cannot(const char *what, int error, Arena *arena) {
  char reason[128];
  uv_strerror_r(error, reason, sizeof reason);
  return arena_format(arena, "cannot be %s: %s", what, reason);
}

static int stat_of(Slice path, uv_stat_t *stat) {
  uv_fs_t request;
  int error = uv_fs_stat(NULL, &request, path.ptr, NULL);
  *stat = request.statbuf;
  uv_fs_req_cleanup(&request);
  return error;
}

bool file_has_mark(Slice path) {
  char start[3];
  uv_buf_t buffer = uv_buf_init(start, sizeof start);
  uv_fs_t request;
  uv_file file = uv_fs_open(NULL, &request, path.ptr, UV_FS_O_RDONLY, 0, NULL);
  uv_fs_req_cleanup(&request);
  if (file < 0) return false;
  int count = uv_fs_read(NULL, &request, file, &buffer, 1, 0, NULL);
  uv_fs_req_cleanup(&request);
  uv_fs_close(NULL, &request, file, NULL);
  uv_fs_req_cleanup(&request);
  return count > 0 && slice_eq(slice_new(start, (size_t)count), BYTE_ORDER_MARK);
}

// --- the temporary file ---

static int write_all(uv_file file, Slice bytes) {
  while (bytes.len) {
    size_t most = bytes.len < INT32_MAX / 2 ? bytes.len : INT32_MAX / 2;
    uv_buf_t buffer = uv_buf_init((char *)bytes.ptr, (unsigned)most);
    uv_fs_t request;
    int count = uv_fs_write(NULL, &request, file, &buffer, 1, -1, NULL);
    uv_fs_req_cleanup(&request);
    if (count < 0) return count;
    bytes = slice_from(bytes, (size_t)count);
  }
  return 0;
}

static int sync_file(uv_file file) {
  uv_fs_t request;
  int error = uv_fs_fsync(NULL, &request, file, NULL);
  uv_fs_req_cleanup(&request);
  return error;
}

// Only root may give a file away; of whom it was is then lost, and nothing else. The owner goes
// first: giving a file away takes bits off its mode.
static int keep_owner_and_mode(uv_file file, const uv_stat_t *stat) {
  uv_fs_t request;
  uv_fs_fchown(NULL, &request, file, (uv_uid_t)stat->st_uid, (uv_gid_t)stat->st_gid, NULL);
  uv_fs_req_cleanup(&request);
  int error = uv_fs_fchmod(NULL, &request, file, (int)(stat->st_mode & MODE_MASK), NULL);
  uv_fs_req_cleanup(&request);
  return error;
}

static uv_file temporary_beside(Slice path, Slice *name, Arena *arena) {
  Slice pattern = path_join(path_folder(path), SLICE(".gloss-XXXXXX"), arena);
  uv_fs_t request;
  uv_file file = uv_fs_mkstemp(NULL, &request, pattern.ptr, NULL);
  if (file >= 0) *name = arena_copy(arena, slice_of(request.path));
  uv_fs_req_cleanup(&request);
  return file;
}

static void remove_file(Slice path) {
  uv_fs_t request;
  uv_fs_unlink(NULL, &request, path.ptr, NULL);
  uv_fs_req_cleanup(&request);
}

// Both parts in one file beside `path`, safe on the disk. Gives its name.
static int write_beside(Slice path, Slice mark, Slice bytes, const uv_stat_t *like, Slice *name,
                        Arena *arena) {
  uv_file file = temporary_beside(path, name, arena);
  if (file < 0) return file;
  int error = write_all(file, mark);
  if (!error) error = write_all(file, bytes);
  if (!error) error = keep_owner_and_mode(file, like);
  if (!error) error = sync_file(file);
  uv_fs_t request;
  int closed = uv_fs_close(NULL, &request, file, NULL);
  uv_fs_req_cleanup(&request);
  if (!error) error = closed;
  if (error) remove_file(*name);
  return error;
}

static int move_over(Slice name, Slice path) {
  uv_fs_t request;
  int error = uv_fs_rename(NULL, &request, name.ptr, path.ptr, NULL);
  uv_fs_req_cleanup(&request);
  if (error) remove_file(name);
  return error;
}

// --- the file ---

static bool is_same_file(const uv_stat_t *a, const uv_stat_t *b) {
  return a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size &&
         a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static bool is_unchanged(const Old *old) {
  uv_stat_t now;
  return stat_of(old->path, &now) == 0 && is_same_file(&old->stat, &now);
}

// The folder alone would let us replace a file that somebody has protected.
static int may_write(Slice path) {
  uv_fs_t request;
  int error = uv_fs_access(NULL, &request, path.ptr, W_OK, NULL);
  uv_fs_req_cleanup(&request);
  return error;
}

static bool look_at(Slice path, Slice before, Old *old, Slice *problem, Arena *arena) {
  Slice bytes;
  *old = (Old){.path = path_real(path, arena)};
  int error = stat_of(old->path, &old->stat);
  if (!error) error = may_write(old->path);
  if (error) return *problem = cannot("written", error, arena), false;
  if (file_has_mark(old->path)) old->mark = BYTE_ORDER_MARK;
  if (!file_read(old->path.ptr, &bytes, problem, arena)) return false;
  bool same = slice_eq(bytes, before);
  mem_free((char *)bytes.ptr);
  if (!same) *problem = SLICE("has changed meanwhile, and is left as it is");
  return same;
}

// Who presses Ctrl-C waits until the file at hand is whole and the temporary one gone.
static sigset_t hold_signals(void) {
  sigset_t ending, before;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ending, &before);
  return before;
}

static void release_signals(sigset_t before) {
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static bool replace(Slice path, Slice before, Slice after, Slice *problem, Arena *arena) {
  Old old;
  Slice name;
  if (!look_at(path, before, &old, problem, arena)) return false;
  int error = write_beside(old.path, old.mark, after, &old.stat, &name, arena);
  if (!error && !is_unchanged(&old)) {
    remove_file(name);
    return *problem = SLICE("has changed meanwhile, and is left as it is"), false;
  }
  if (!error) error = move_over(name, old.path);
  if (error) *problem = cannot("written", error, arena);
  return !error;
}

bool file_replace(Slice path, Slice before, Slice after, Slice *problem, Arena *arena) {
  sigset_t signals = hold_signals();
  bool replaced = replace(path, before, after, problem, arena);
  release_signals(signals);
  return replaced;
}

// As the system makes a new file. What it takes off the mode is told only by setting it.
static void stat_of_new(uv_stat_t *stat) {
  mode_t mask = umask(0);
  umask(mask);
  *stat = (uv_stat_t){.st_mode = MODE_OF_NEW & ~mask, .st_uid = getuid(), .st_gid = getgid()};
}

bool file_write(Slice path, Slice bytes, Slice *problem, Arena *arena) {
  Slice name, real = path_real(path, arena);
  uv_stat_t stat;
  if (stat_of(real, &stat)) stat_of_new(&stat);
  sigset_t signals = hold_signals();
  int error = write_beside(real, (Slice){0}, bytes, &stat, &name, arena);
  if (!error) error = move_over(name, real);
  release_signals(signals);
  if (error) *problem = cannot("written", error, arena);
  return !error;
}
