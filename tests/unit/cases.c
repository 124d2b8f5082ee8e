#include "cases.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void read_file(const char *path, const CaseReader *reader) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  reader->begin(reader->context, path);
  char *line = NULL;
  size_t size = 0;
  ssize_t len;
  for (int number = 1; (len = getline(&line, &size, file)) >= 0; number++)
    reader->line(reader->context, number, slice_new(line, (size_t)len - (line[len - 1] == '\n')));
  reader->end(reader->context);
  free(line);
  fclose(file);
}

void cases_read(const char *name, const CaseReader *reader) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", GLOSS_CASES, name);
  DIR *folder = opendir(path);
  assert_non_null(folder);
  int files = 0;
  for (struct dirent *item; (item = readdir(folder));) {
    if (!slice_ends_with(slice_of(item->d_name), SLICE(".txt"))) continue;
    snprintf(path, sizeof path, "%s/%s/%s", GLOSS_CASES, name, item->d_name);
    read_file(path, reader);
    files++;
  }
  closedir(folder);
  assert_true(files > 0);
}
