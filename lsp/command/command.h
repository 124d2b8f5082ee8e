// The commands of the program, one file each. argc and argv start at the command's own name; the
// result is the exit code of the process.
#pragma once

// What an exit code says. For `check` a finding is a problem, for `find`, `hover`, `lookup` and
// `complete` an answer. `fmt` has only asked with --check.
enum {
  EXIT_FINE = 0,    // check: no problem; fmt: all is formatted; the others: an answer
  EXIT_NOTHING = 1, // check: problems; fmt --check: some is not; the others: no answer
  EXIT_TROUBLE = 2, // wrong usage, or something that was named could not be read or written
};

typedef struct {
  const char *name;
  const char *summary; // one line, for the overview
  int (*run)(int argc, char **argv);
} Command;

int command_lsp(int argc, char **argv);
int command_check(int argc, char **argv);
int command_complete(int argc, char **argv);
int command_export(int argc, char **argv);
int command_find(int argc, char **argv);
int command_fmt(int argc, char **argv);
int command_hover(int argc, char **argv);
int command_import(int argc, char **argv);
int command_lookup(int argc, char **argv);
int command_rules(int argc, char **argv);
