#include "options.h"
#include "output.h"

#include <glossary/base/nearest.h>
#include <stdio.h>
#include <stdlib.h>

// Takes the value of an option. False when it is not one of those the option knows.
typedef bool Take(Options *options, char *value);

typedef struct {
  const char *name;
  OptionBit bit;
  const char *value; // how the help calls its value; NULL for a flag
  const char *bare;  // the value when it stands without one, NULL when it needs one
  Take *take;
  const char *help;
} Option;

static bool take_glossary(Options *options, char *value) {
  *array_push(&options->glossaries) = slice_of(value);
  return *value != '\0';
}

static bool take_no_builtin(Options *options, char *value) {
  (void)value;
  return options->no_builtin = true;
}

static bool take_format_up_to(Options *options, const char *value, Format last) {
  static const char *const names[] = {"text", "json", "markdown"};
  for (int i = FORMAT_TEXT; i <= (int)last; i++) {
    if (strcmp(value, names[i]) != 0) continue;
    options->format = (Format)i;
    return true;
  }
  return false;
}

static bool take_format(Options *options, char *value) {
  return take_format_up_to(options, value, FORMAT_JSON);
}

static bool take_rules_format(Options *options, char *value) {
  return take_format_up_to(options, value, FORMAT_MARKDOWN);
}

static bool take_color(Options *options, char *value) {
  static const char *const names[] = {"auto", "always", "never"};
  for (int i = COLOR_AUTO; i <= COLOR_NEVER; i++) {
    if (strcmp(value, names[i]) != 0) continue;
    options->color = (ColorChoice)i;
    return true;
  }
  return false;
}

static bool take_stdin(Options *options, char *value) {
  (void)value;
  return options->from_stdin = true;
}

static bool take_lang(Options *options, char *value) {
  options->lang = slice_of(value);
  return *value != '\0';
}

static bool take_stdin_filename(Options *options, char *value) {
  options->stdin_filename = slice_of(value);
  return *value != '\0';
}

static bool take_term(Options *options, char *value) {
  *array_push(&options->terms) = slice_of(value);
  return *value != '\0';
}

static bool take_stdio(Options *options, char *value) {
  (void)value;
  return options->stdio = true;
}

static bool read_number(const char *value, uint16_t *out) {
  char *end;
  unsigned long number = byte_is_digit(*value) ? strtoul(value, &end, 10) : 0;
  if (number < 1 || number > UINT16_MAX || *end) return false;
  *out = (uint16_t)number;
  return true;
}

static bool take_jobs(Options *options, char *value) {
  return read_number(value, &options->jobs);
}

static bool take_port(Options *options, char *value) {
  return read_number(value, &options->port);
}

static bool take_socket(Options *options, char *value) {
  return read_number(value, &options->socket);
}

// `initialize` names the process too.
static bool take_client(Options *options, char *value) {
  (void)options, (void)value;
  return true;
}

static bool take_pipe(Options *options, char *value) {
  options->pipe = slice_of(value);
  return *value != '\0';
}

static const Option table[] = {
    {"glossary", OPTION_GLOSSARY, "PATH", NULL, take_glossary,
     "use this glossary file, or those below this folder, and\n"
     "look for no others; may be given several times"},
    {"no-builtin", OPTION_NO_BUILTIN, NULL, "", take_no_builtin,
     "do not fall back to the built-in glossary"},
    {"format", OPTION_FORMAT, "text|json", NULL, take_format,
     "how to write the answer (text); json is one document"},
    {"format", OPTION_RULES_FORMAT, "text|json|markdown", NULL, take_rules_format,
     "how to write them (text); json is one document, markdown\na page"},
    {"color", OPTION_COLOR, "auto|always|never", "always", take_color,
     "when to use colours: always when no value is given; auto,\n"
     "without the option: on a terminal, unless NO_COLOR is set"},
    {"stdin", OPTION_STDIN, NULL, "", take_stdin, "read standard input instead of files"},
    {"stdin-filename", OPTION_STDIN_FILENAME, "FILE", NULL, take_stdin_filename,
     "what standard input is called: says its language and which\n"
     "glossaries apply; the file need not exist"},
    {"lang", OPTION_LANG, "LANGUAGE-ID", NULL, take_lang,
     "the language of the text, as editors name it: markdown,\n"
     "gloss, plaintext …; without it the file name decides"},
    {"term", OPTION_TERM, "TERM", NULL, take_term,
     "only uses of this term, in any of its spellings; may be\n"
     "given several times"},
    {"jobs", OPTION_JOBS, "N", NULL, take_jobs,
     "work on this many files at a time (as many as there are\n"
     "processors); the answer is the same"},
    {"stdio", OPTION_STDIO, NULL, "", take_stdio,
     "speak over standard input and output (what happens anyway)"},
    {"port", OPTION_PORT, "N", NULL, take_port,
     "listen on this TCP port of the local machine instead"},
    {"pipe", OPTION_PIPE, "NAME", NULL, take_pipe, "connect to this pipe (Unix socket) instead"},
    {"socket", OPTION_SOCKET, "N", NULL, take_socket,
     "connect to this TCP port of the local machine instead"},
    {"clientProcessId", OPTION_CLIENT, "N", NULL, take_client,
     "what some editors add; nothing changes by it"},
    {"help", OPTION_HELP, NULL, "", NULL, "show this help"},
};
enum { TABLE_LEN = sizeof table / sizeof *table };

static bool takes(const Usage *usage, const Option *option) {
  return option->bit == OPTION_HELP || (usage->options & option->bit);
}

void usage_complain(const Usage *usage, Slice message) {
  fprintf(stderr, "gloss %s: ", usage->name);
  write_visible(stderr, message);
  fprintf(stderr, "\nTry `gloss %s --help`.\n", usage->name);
}

// One sentence about `what`, in two parts around it.
static OptionsResult wrong(const Usage *usage, const char *before, Slice what, const char *after) {
  char message[512];
  int len = snprintf(message, sizeof message, "%s%.*s%s", before, SLICE_FMT(what), after);
  usage_complain(usage, slice_to(slice_new(message, (size_t)len), sizeof message - 1));
  return OPTIONS_WRONG;
}

static OptionsResult unknown(const Usage *usage, Slice name) {
  char question[64] = "";
  Nearest nearest = nearest_to(name);
  for (size_t i = 0; i < TABLE_LEN; i++)
    if (takes(usage, &table[i])) nearest_offer(&nearest, slice_of(table[i].name));
  if (nearest.best.len)
    snprintf(question, sizeof question, "; did you mean --%.*s?", SLICE_FMT(nearest.best));
  return wrong(usage, "unknown option --", name, question);
}

static const Option *find_option(const Usage *usage, Slice name) {
  for (size_t i = 0; i < TABLE_LEN; i++)
    if (takes(usage, &table[i]) && slice_eq(name, slice_of(table[i].name))) return &table[i];
  return NULL;
}

typedef struct {
  char **next; // the arguments not read yet, ending with NULL
  bool only_operands;
} Arguments;

// An option that may stand alone: what follows is its value only when it can be one.
static OptionsResult read_optional(const Option *option, Arguments *rest, Options *options) {
  if (*rest->next && option->take(options, *rest->next))
    rest->next++;
  else
    option->take(options, (char *)option->bare);
  return OPTIONS_RUN;
}

// One long option, its value in the same argument or in the next.
static OptionsResult read_option(const Usage *usage, char *text, Arguments *rest,
                                 Options *options) {
  char *equals = strchr(text, '=');
  Slice name = equals ? slice_new(text, (size_t)(equals - text)) : slice_of(text);
  const Option *option = find_option(usage, name);
  if (!option) return unknown(usage, name);
  if (equals && !option->value) return wrong(usage, "--", name, " takes no value");
  if (option->bit == OPTION_HELP) return usage_print(usage), OPTIONS_SHOWN;
  char *value = equals ? equals + 1 : (char *)option->bare;
  if (!equals && option->value && option->bare) return read_optional(option, rest, options);
  if (!value && !*rest->next) return wrong(usage, "--", name, " needs a value");
  if (!value) value = *rest->next++;
  if (option->take(options, value)) return OPTIONS_RUN;
  char should_be[64];
  snprintf(should_be, sizeof should_be, "\" is no value for --%s %s", option->name, option->value);
  return wrong(usage, "\"", slice_of(value), should_be);
}

static OptionsResult read_argument(const Usage *usage, Arguments *rest, Options *options) {
  char *text = *rest->next++;
  if (!rest->only_operands && strcmp(text, "--") == 0) {
    rest->only_operands = true;
    return OPTIONS_RUN;
  }
  if (rest->only_operands || text[0] != '-' || text[1] == '\0') {
    *array_push(&options->operands) = slice_of(text);
    return OPTIONS_RUN;
  }
  if (strcmp(text, "-h") == 0) return usage_print(usage), OPTIONS_SHOWN;
  if (text[1] != '-') return wrong(usage, "unknown option ", slice_of(text), "");
  return read_option(usage, text + 2, rest, options);
}

OptionsResult options_read(const Usage *usage, int argc, char **argv, Options *options) {
  *options = (Options){0};
  Arguments rest = {argv + (argc > 0), false};
  OptionsResult result = OPTIONS_RUN;
  while (result == OPTIONS_RUN && *rest.next) result = read_argument(usage, &rest, options);
  if (result == OPTIONS_RUN && options->operands.len && !*usage->operands)
    return wrong(usage, "takes options only, not \"", options->operands.items[0], "\"");
  return result;
}

void options_free(Options *options) {
  array_free(&options->glossaries);
  array_free(&options->operands);
  array_free(&options->terms);
}

// The help of one option: its name in the first column, the lines of its text in the second.
static void option_print(const Option *option) {
  char name[64];
  const char *value = option->value ? option->value : "";
  snprintf(name, sizeof name, "--%s%s%s", option->name, *value ? (option->bare ? "=" : " ") : "",
           value);
  const char *line = option->help;
  for (const char *label = name; line; label = "") {
    const char *end = strchr(line, '\n');
    int len = end ? (int)(end - line) : (int)strlen(line);
    printf("  %-26s  %.*s\n", label, len, line);
    line = end ? end + 1 : NULL;
  }
}

void usage_print(const Usage *usage) {
  printf("Usage: gloss %s [OPTION…]%s%s\n\n%s\nOptions:\n", usage->name,
         *usage->operands ? " " : "", usage->operands, usage->about);
  for (size_t i = 0; i < TABLE_LEN; i++)
    if (takes(usage, &table[i])) option_print(&table[i]);
}
