// bench GLOSS ECHO SCAN TOOLS [PART…]: prints the table of speed and memory. Nothing fails for
// being slow.
#define _GNU_SOURCE // nftw
#include "bench.h"
#include "process.h"

#include <errno.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum {
  USUALLY,
  WHEN_NAMED, // takes long, and needs what others must provide
} When;

typedef struct {
  const char *name;
  void (*run)(const Bench *);
  When when;
} Part;

static const Part parts[] = {
    {"P1", bench_matching, USUALLY},  {"P1", bench_building, USUALLY},
    {"P2", bench_hover, USUALLY},     {"P3", bench_completion, USUALLY},
    {"P4", bench_start, USUALLY},     {"P5", bench_keystroke, USUALLY},
    {"P6", bench_document, USUALLY},  {"P7", bench_find, USUALLY},
    {"P8", bench_check, USUALLY},     {"P9", bench_memory, USUALLY},
    {"P11", bench_readable, USUALLY}, {"peers", bench_peers, WHEN_NAMED},
};
enum { PARTS = sizeof parts / sizeof *parts };

static void stop(const char *what) {
  fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
  exit(1);
}

// ---- files

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

char *folder_of(const char *path) {
  return strndup(path, (size_t)(strrchr(path, '/') - path));
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

// ---- parts

static bool is_part(const char *name) {
  for (int i = 0; i < PARTS; i++)
    if (strcmp(parts[i].name, name) == 0) return true;
  return false;
}

static bool is_wanted(const Part *part, char **names, int count) {
  for (int i = 0; i < count; i++)
    if (strcmp(part->name, names[i]) == 0) return true;
  return count == 0 && part->when == USUALLY;
}

typedef struct {
  const Part *part;
  const Bench *bench;
} Turn;

static void take_turn(const void *context) {
  const Turn *turn = context;
  turn->part->run(turn->bench);
}

static void run_part(const Part *part, const Bench *bench) {
  if (work_apart(take_turn, &(Turn){part, bench}) != 0)
    fprintf(stderr, "bench: %s ended early\n", part->name);
}

static int usage(void) {
  fputs("usage: bench GLOSS ECHO SCAN TOOLS [PART…]\nparts:", stderr);
  for (int i = 0; i < PARTS; i++)
    if (i == 0 || strcmp(parts[i].name, parts[i - 1].name) != 0)
      fprintf(stderr, " %s", parts[i].name);
  fputs("\n", stderr);
  return 2;
}

static char *absolute(const char *path) {
  char *real = realpath(path, NULL);
  if (!real) stop(path);
  return real;
}

int main(int argc, char **argv) {
  if (argc < 5) return usage();
  for (int i = 5; i < argc; i++)
    if (!is_part(argv[i])) return usage();
  Bench bench = {absolute(argv[1]), absolute(argv[2]), absolute(argv[3]), argv[4], make_folder()};
  for (int i = 0; i < PARTS; i++)
    if (is_wanted(&parts[i], argv + 5, argc - 5)) run_part(&parts[i], &bench);
  nftw(bench.folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  free((char *)bench.folder);
  free((char *)bench.scan);
  free((char *)bench.echo);
  free((char *)bench.gloss);
  return 0;
}
