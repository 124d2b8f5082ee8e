// The command table.
#include "command/help.h"
#include "terminal/output.h"

#include <string.h>

static const Command commands[] = {
    {"lookup", "say what a term means", command_lookup},
    {"hover", "say what an editor would show at a place in a file", command_hover},
    {"complete", "list the terms that the end of a text begins", command_complete},
    {"find", "list where terms are used in files", command_find},
    {"check", "report what is wrong in glossaries and documents", command_check},
    {"fmt", "lay glossaries out", command_fmt},
    {"import", "make glossaries of a glossary site's pages", command_import},
    {"export", "write glossaries in another form", command_export},
    {"rules", "explain what is checked, and why", command_rules},
    {"lsp", "serve editors (language server)", command_lsp},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const Command *find_command(const char *name) {
  for (int i = 0; i < COMMAND_COUNT; i++)
    if (strcmp(name, commands[i].name) == 0) return &commands[i];
  return NULL;
}

static bool is_one_of(const char *word, const char *a, const char *b) {
  return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

// `gloss help check` is `gloss check --help`.
static int help(const char *about) {
  const Command *command = about ? find_command(about) : NULL;
  char *arguments[] = {(char *)about, "--help", NULL};
  if (command) return command->run(2, arguments);
  if (about) return help_unknown(about, commands, COMMAND_COUNT), EXIT_TROUBLE;
  return help_print(commands, COMMAND_COUNT), output_finish() ? EXIT_FINE : EXIT_TROUBLE;
}

static void report_no_memory(size_t size) {
  fprintf(stderr, "gloss: out of memory: %zu bytes could not be had\n", size);
}

int main(int argc, char **argv) {
  mem_on_failure(report_no_memory);
  const char *name = argc > 1 ? argv[1] : "help";
  const Command *command = find_command(name);
  if (command) return command->run(argc - 1, argv + 1);
  if (strcmp(name, "help") == 0) return help(argc > 2 ? argv[2] : NULL);
  if (is_one_of(name, "--help", "-h")) return help(NULL);
  if (is_one_of(name, "--version", "version"))
    return version_print(), output_finish() ? EXIT_FINE : EXIT_TROUBLE;
  help_unknown(name, commands, COMMAND_COUNT);
  return EXIT_TROUBLE;
}
