// bench GLOSS ECHO: prints the table of speed and memory. Nothing fails for being slow.
#define _GNU_SOURCE // nftw
#include "bench.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void stop(const char *what) {
  fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
  exit(1);
}

char *bench_file(const Bench *self, const char *folder, const char *name, const char *bytes,
                 size_t len) {
  char *path;
  if (asprintf(&path, "%s/%s", self->folder, folder) < 0) stop("memory");
  if (mkdir(path, 0777) != 0 && errno != EEXIST) stop(path);
  free(path);
  if (asprintf(&path, "%s/%s/%s", self->folder, folder, name) < 0) stop("memory");
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) stop(path);
  return path;
}

static int remove_one(const char *path, const struct stat *stat, int kind, struct FTW *where) {
  (void)stat, (void)kind, (void)where;
  return remove(path);
}

static char *make_folder(void) {
  const char *parent = getenv("TMPDIR");
  char *path, *real;
  if (asprintf(&path, "%s/gloss-bench-%d", parent ? parent : "/tmp", (int)getpid()) < 0)
    stop("memory");
  if (mkdir(path, 0700) != 0 || !(real = realpath(path, NULL))) stop(path);
  free(path);
  return real;
}

int main(int argc, char **argv) {
  if (argc != 3) return fputs("usage: bench GLOSS ECHO\n", stderr), 2;
  char *gloss = realpath(argv[1], NULL), *echo = realpath(argv[2], NULL), *folder = make_folder();
  Bench bench = {.gloss = gloss, .echo = echo, .folder = folder};
  if (!gloss || !echo) stop("the programs to measure");
  bench_check(&bench);
  bench_baselines(&bench);
  bench_start(&bench);
  bench_keystroke(&bench);
  nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  free(folder);
  free(echo);
  free(gloss);
  return 0;
}
