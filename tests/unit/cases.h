// Cases: tests as data, in the `.txt` files of a folder of tests/cases.
#pragma once

#include <glossary/base/slice.h>

typedef struct {
  void *context;
  void (*begin)(void *context, const char *path);
  void (*line)(void *context, int number, Slice line); // from 1, without its line end
  void (*end)(void *context);
} CaseReader;

// Reads all files of the folder `name`; fails when there are none.
void cases_read(const char *name, const CaseReader *reader);
