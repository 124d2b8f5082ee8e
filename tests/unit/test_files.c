// Paths as text, files that can and cannot be read, and what a walk brings home.
#include <lsp/disk/files.h>

#include <fcntl.h>
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
  Slice folder; // a new empty one
} Ground;

static int set_up(void **state) {
  Ground *ground = mem_alloc(sizeof *ground);
  char name[] = "files-XXXXXX";
  ground->arena = arena_new();
  if (!mkdtemp(name)) return -1;
  ground->folder = path_absolute(slice_of(name), ground->arena);
  *state = ground;
  return 0;
}

static int tear_down(void **state) {
  Ground *ground = *state;
  Slice command = arena_format(ground->arena, "rm -r '%s'", ground->folder.ptr);
  int failed = system(command.ptr);
  arena_delete(ground->arena);
  mem_free(ground);
  return failed;
}

static const char *place(Ground *ground, const char *name) {
  return path_join(ground->folder, slice_of(name), ground->arena).ptr;
}

static void write_bytes(Ground *ground, const char *name, Slice bytes) {
  FILE *file = fopen(place(ground, name), "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
  assert_int_equal(fclose(file), 0);
}

static void make_folder(Ground *ground, const char *name) {
  assert_int_equal(mkdir(place(ground, name), 0777), 0);
}

static void assert_slice(Slice actual, const char *expected) {
  if (!slice_eq(actual, slice_of(expected)))
    fail_msg("«%.*s», not «%s»", SLICE_FMT(actual), expected);
}

static void test_paths(void **state) {
  Arena *arena = ((Ground *)*state)->arena;
  Slice rest;
  assert_slice(path_absolute(SLICE("/a//b/./c/../d/"), arena), "/a/b/d");
  assert_slice(path_absolute(SLICE("/../.."), arena), "/");
  assert_slice(path_absolute(SLICE("/..x/.y"), arena), "/..x/.y");
  assert_slice(path_folder(SLICE("/a/b.md")), "/a");
  assert_slice(path_folder(SLICE("/b.md")), "/");
  assert_slice(path_name(SLICE("/a/b.md")), "b.md");
  assert_slice(path_join(SLICE("/"), SLICE("a"), arena), "/a");
  assert_slice(path_join(SLICE("/a"), SLICE("b"), arena), "/a/b");
  assert_true(path_below(SLICE("/repo/ship/x"), SLICE("/repo/ship"), &rest));
  assert_slice(rest, "x");
  assert_false(path_below(SLICE("/repo/shipping/x"), SLICE("/repo/ship"), &rest));
  assert_true(path_below(SLICE("/a"), SLICE("/"), &rest));
  assert_slice(rest, "a");
  assert_true(path_below(SLICE("/a"), SLICE("/a"), &rest));
  assert_slice(rest, "");
}

static void test_read(void **state) {
  Ground *ground = *state;
  Slice bytes, problem;
  write_bytes(ground, "bom", SLICE("\xEF\xBB\xBFtext\0more"));
  assert_true(file_read(place(ground, "bom"), &bytes, &problem, ground->arena));
  assert_true(slice_eq(bytes, SLICE("text\0more")));
  mem_free((char *)bytes.ptr);
  write_bytes(ground, "empty", SLICE(""));
  assert_true(file_read(place(ground, "empty"), &bytes, &problem, ground->arena));
  assert_int_equal(bytes.len, 0);
  mem_free((char *)bytes.ptr);
}

static void test_cannot_read(void **state) {
  Ground *ground = *state;
  Slice bytes, problem;
  make_folder(ground, "folder");
  assert_false(file_read(place(ground, "folder"), &bytes, &problem, ground->arena));
  assert_slice(problem, "is a directory");
  assert_false(file_read(place(ground, "none"), &bytes, &problem, ground->arena));
  assert_slice(problem, "no such file");
  assert_int_equal(symlink("loop", place(ground, "loop")), 0);
  assert_false(file_read(place(ground, "loop"), &bytes, &problem, ground->arena));
  assert_true(slice_starts_with(problem, SLICE("cannot be read: ")));
  int huge = open(place(ground, "huge"), O_CREAT | O_WRONLY, 0666);
  assert_int_equal(ftruncate(huge, (off_t)3 << 30), 0);
  close(huge);
  assert_false(file_read(place(ground, "huge"), &bytes, &problem, ground->arena));
  assert_slice(problem, "is larger than 2 GiB");
}

static void test_binary(void **state) {
  (void)state;
  assert_false(bytes_are_binary(SLICE("")));
  assert_false(bytes_are_binary(SLICE("Plain \xC3\xBC text \xFF\xFF\xFF")));
  assert_false(bytes_are_binary(SLICE("A text of some length in which one \0 went wrong")));
  assert_true(bytes_are_binary(SLICE("\x7F"
                                     "ELF\x02\x01\x01\0\0\0\0\0")));
  assert_true(bytes_are_binary(SLICE("\xFF\xFE"
                                     "t\0e\0x\0t\0")));
}

typedef struct {
  Paths problems, folders;
} Seen;

static bool wants_md(void *context, Slice path) {
  (void)context;
  return slice_ends_with(path, SLICE(".md"));
}

static void on_problem(void *context, Slice path, Slice message) {
  (void)message;
  *array_push(&((Seen *)context)->problems) = path;
}

static void on_folder(void *context, Slice path) {
  *array_push(&((Seen *)context)->folders) = path;
}

static void assert_below(Ground *ground, const Paths *paths, const char *const *names,
                         size_t count) {
  assert_int_equal(paths->len, count);
  for (size_t i = 0; i < count; i++) {
    Slice rest;
    assert_true(path_below(paths->items[i], ground->folder, &rest));
    assert_slice(rest, names[i]);
  }
}

static void test_walk(void **state) {
  Ground *ground = *state;
  Seen seen = {0};
  Paths files = {0};
  WalkOptions options = {on_problem, wants_md, NULL, on_folder, &seen, NULL};
  static const char *const folders[] = {".git", "a", "a/b", "a.d", "node_modules", "out"};
  static const char *const names[] = {"a/b/z.md", "a/y.md",    "a.d/x.md",          "b.md",
                                      "b.txt",    ".git/g.md", "node_modules/n.md", "out/o.md",
                                      "a/skip.md"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) make_folder(ground, folders[i]);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    write_bytes(ground, names[i], SLICE("x"));
  write_bytes(ground, ".gitignore", SLICE("out/\n"));
  write_bytes(ground, "a/.ignore", SLICE("skip.md\n"));
  assert_int_equal(symlink("../b.md", place(ground, "a/link.md")), 0);
  assert_int_equal(symlink("..", place(ground, "a/up.md")), 0);
  assert_int_equal(symlink("nowhere", place(ground, "a/broken.md")), 0);
  assert_int_equal(mkfifo(place(ground, "pipe.md"), 0666), 0);
  assert_int_equal(mkfifo(place(ground, "a/b/.gitignore"), 0666), 0);

  walk(ground->folder, &options, &files, ground->arena);
  static const char *const found[] = {"a.d/x.md", "a/b/z.md", "a/link.md", "a/y.md", "b.md"};
  assert_below(ground, &files, found, sizeof found / sizeof *found);
  assert_int_equal(seen.problems.len, 0);
  assert_int_equal(seen.folders.len, 4);

  files.len = 0;
  walk(path_join(ground->folder, SLICE("none"), ground->arena), &options, &files, ground->arena);
  assert_int_equal(files.len, 0);
  assert_int_equal(seen.problems.len, 1);
  array_free(&files);
  array_free(&seen.problems);
  array_free(&seen.folders);
}

static bool at_once(void *context) {
  (void)context;
  return true;
}

static void test_a_walk_that_is_stopped(void **state) {
  Ground *ground = *state;
  Seen seen = {0};
  Paths files = {0};
  WalkOptions options = {on_problem, wants_md, NULL, on_folder, &seen, at_once};
  write_bytes(ground, "b.md", SLICE("x"));
  walk(ground->folder, &options, &files, ground->arena);
  assert_int_equal(files.len, 0);
  array_free(&files);
  array_free(&seen.folders);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_paths, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_read, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_cannot_read, set_up, tear_down),
      cmocka_unit_test(test_binary),
      cmocka_unit_test_setup_teardown(test_walk, set_up, tear_down),
      cmocka_unit_test_setup_teardown(test_a_walk_that_is_stopped, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
