#include "option_table.h"
#include "output.h"

#include <glossary/base/nearest.h>
#include <stdio.h>

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
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (takes(usage, &OPTION_TABLE[i])) nearest_offer(&nearest, slice_of(OPTION_TABLE[i].name));
  if (nearest.best.len)
    snprintf(question, sizeof question, "; did you mean --%.*s?", SLICE_FMT(nearest.best));
  return wrong(usage, "unknown option --", name, question);
}

static const Option *find_option(const Usage *usage, Slice name) {
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (takes(usage, &OPTION_TABLE[i]) && slice_eq(name, slice_of(OPTION_TABLE[i].name)))
      return &OPTION_TABLE[i];
  return NULL;
}

typedef struct {
  char **next; // the arguments not read yet, ending with NULL
  bool only_operands;
} Arguments;

// An option that may stand alone: what follows is its value only when it can be one.
static OptionsResult read_optional(const Option *option, Arguments *rest, Options *options) {
  if (*rest->next && option->take(option, options, *rest->next))
    rest->next++;
  else
    option->take(option, options, (char *)option->bare);
  return OPTIONS_RUN;
}

static OptionsResult wrong_value(const Usage *usage, const Option *option, Slice value) {
  char why[WHY_MAX];
  if (option_explain(option->bit, value, why)) return wrong(usage, "", slice_of(why), "");
  snprintf(why, sizeof why, "\" is no value for --%s %s", option->name, option->value);
  return wrong(usage, "\"", value, why);
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
  return option->take(option, options, value) ? OPTIONS_RUN
                                              : wrong_value(usage, option, slice_of(value));
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
  *options = (Options){.fail_level = FAIL_DEFAULT};
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

// The help of one option: its name in the first column, the lines of its text in the second. A name
// that is wider than its column has a line for itself.
static void option_print(const Option *option) {
  enum { COLUMN = 26 };
  char name[64];
  const char *value = option->value ? option->value : "";
  snprintf(name, sizeof name, "--%s%s%s", option->name, *value ? (option->bare ? "=" : " ") : "",
           value);
  const char *line = option->help;
  bool is_wide = strlen(name) > COLUMN;
  if (is_wide) printf("  %s\n", name);
  for (const char *label = is_wide ? "" : name; line; label = "") {
    const char *end = strchr(line, '\n');
    int len = end ? (int)(end - line) : (int)strlen(line);
    printf("  %-*s  %.*s\n", COLUMN, label, len, line);
    line = end ? end + 1 : NULL;
  }
}

void usage_print(const Usage *usage) {
  printf("Usage: gloss %s [OPTION…]%s%s\n\n%s\nOptions:\n", usage->name,
         *usage->operands ? " " : "", usage->operands, usage->about);
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (takes(usage, &OPTION_TABLE[i])) option_print(&OPTION_TABLE[i]);
}
