#include "help.h"
#include "terminal/output.h"

#include <glossary/base/nearest.h>

void help_print(const Command *commands, size_t count) {
  puts("gloss: a glossary that lives in every editor\n\nUsage: gloss COMMAND "
       "[ARGUMENT…]\n\nCommands:");
  for (size_t i = 0; i < count; i++) printf("  %-9s  %s\n", commands[i].name, commands[i].summary);
  puts("\nExamples:\n"
       "  gloss lookup \"attention mechanism\"   what a term means\n"
       "  gloss hover notes.md:12:5            what an editor shows there\n"
       "  gloss find docs                      where terms are used\n"
       "  gloss check                          what is wrong in the glossaries below this folder\n"
       "\n"
       "Glossaries are the files named *.gloss, *.gloss.md or GLOSSARY.md of the workspace, or "
       "those\n"
       "given by --glossary; where there are none, a built-in one answers.\n"
       "\n"
       "`gloss COMMAND --help` tells more about a command, `gloss --version` which version this "
       "is.");
}

void version_print(void) {
  puts("gloss " GLOSS_VERSION);
}

void help_unknown(const char *name, const Command *commands, size_t count) {
  Nearest nearest = nearest_to(slice_of(name));
  for (size_t i = 0; i < count; i++) nearest_offer(&nearest, slice_of(commands[i].name));
  fputs("gloss: there is no command \"", stderr);
  write_visible(stderr, slice_of(name));
  fputs("\"", stderr);
  if (name[0] == '-')
    fputs("; options come after the command", stderr);
  else if (nearest.best.len)
    fprintf(stderr, "; did you mean %.*s?", SLICE_FMT(nearest.best));
  fputs("\nTry `gloss --help`.\n", stderr);
}
