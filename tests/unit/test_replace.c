// Files that are replaced: whole or not at all, as they were but for their contents.
#include <lsp/disk/replace.h>

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
  Arena *arena;
  Slice folder, file, link;
} Ground;

static void write_bytes(Slice path, const char *bytes) {
  FILE *file = fopen(path.ptr, "wb");
  assert_non_null(file);
  fputs(bytes, file);
  assert_int_equal(fclose(file), 0);
}

static void assert_bytes(Slice path, const char *expected) {
  char bytes[64];
  FILE *file = fopen(path.ptr, "rb");
  assert_non_null(file);
  size_t len = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  assert_true(slice_eq(slice_new(bytes, len), slice_of(expected)));
}

static int entries_in(Slice folder) {
  int count = 0;
  DIR *open = opendir(folder.ptr);
  while (open && readdir(open)) count++;
  if (open) closedir(open);
  return count - 2; // `.` and `..`
}

static int set_up(void **state) {
  Ground *ground = mem_alloc(sizeof *ground);
  char name[] = "replace-XXXXXX";
  ground->arena = arena_new();
  if (!mkdtemp(name)) return -1;
  ground->folder = path_absolute(slice_of(name), ground->arena);
  ground->file = path_join(ground->folder, SLICE("a.md"), ground->arena);
  ground->link = path_join(ground->folder, SLICE("link.md"), ground->arena);
  write_bytes(ground->file, "\xEF\xBB\xBF"
                            "before\n");
  *state = ground;
  return chmod(ground->file.ptr, 0640) || symlink("a.md", ground->link.ptr);
}

static int tear_down(void **state) {
  Ground *ground = *state;
  int failed = unlink(ground->file.ptr) || unlink(ground->link.ptr) || rmdir(ground->folder.ptr);
  arena_delete(ground->arena);
  mem_free(ground);
  return failed;
}

// Through a link: the mode, the link and the byte order mark stay.
static void test_replace(void **state) {
  Ground *ground = *state;
  struct stat stat;
  Slice problem;
  assert_true(file_has_mark(ground->file));
  assert_true(
      file_replace(ground->link, SLICE("before\n"), SLICE("after"), &problem, ground->arena));
  assert_bytes(ground->file, "\xEF\xBB\xBF"
                             "after");
  assert_int_equal(lstat(ground->file.ptr, &stat), 0);
  assert_int_equal(stat.st_mode & 07777, 0640);
  assert_int_equal(lstat(ground->link.ptr, &stat), 0);
  assert_true(S_ISLNK(stat.st_mode));
  assert_int_equal(entries_in(ground->folder), 2);
}

static void test_changed_meanwhile(void **state) {
  Ground *ground = *state;
  Slice problem;
  write_bytes(ground->file, "somebody else's");
  assert_false(
      file_replace(ground->file, SLICE("before\n"), SLICE("after"), &problem, ground->arena));
  assert_true(problem.len > 0);
  assert_bytes(ground->file, "somebody else's");
  assert_int_equal(entries_in(ground->folder), 2);
}

static void test_write(void **state) {
  Ground *ground = *state;
  Slice problem, none = path_join(ground->folder, SLICE("no/such.json"), ground->arena);
  assert_true(file_write(ground->file, SLICE("{}"), &problem, ground->arena));
  assert_bytes(ground->file, "{}");
  assert_false(file_write(none, SLICE("{}"), &problem, ground->arena));
  assert_int_equal(entries_in(ground->folder), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_replace, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_changed_meanwhile, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_write, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
