#include "option_table.h"
#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>

static bool take_glossary(Options *options, char *value) {
  *array_push(&options->glossaries) = slice_of(value);
  return *value != '\0';
}

static bool take_no_builtin(Options *options, char *value) {
  (void)value;
  return options->no_builtin = true;
}

static bool take_config(Options *options, char *value) {
  options->config.file = slice_of(value);
  return *value != '\0';
}

static bool take_no_config(Options *options, char *value) {
  (void)value;
  return options->config.none = true;
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

static bool take_report_format(Options *options, char *value) {
  options->report_format = slice_of(value);
  return report_format_named(options->report_format) != NULL;
}

static void why_no_format(Slice value, char *why) {
  snprintf(why, WHY_MAX, "\"%.60s\" is no value for --format " REPORT_FORMATS, value.ptr);
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

// --- options of check ---

// `ID=SEVERITY`; false when there is no `=`.
static bool split_rule(Slice value, Slice *id, Slice *severity) {
  const char *equals = memchr(value.ptr, '=', value.len);
  if (!equals) return false;
  *id = slice_to(value, (size_t)(equals - value.ptr));
  *severity = slice_from(value, id->len + 1);
  return true;
}

static bool take_rule(Options *options, char *value) {
  Slice id, name;
  Severity severity;
  if (!split_rule(slice_of(value), &id, &name)) return false;
  const RuleInfo *rule = rule_named(id);
  if (!rule || !severity_from_name(name, &severity)) return false;
  rule_settings_set(&options->rules, rule, severity);
  return true;
}

static void why_no_rule(Slice value, char *why) {
  Slice id, severity, nearest;
  if (!split_rule(value, &id, &severity))
    snprintf(why, WHY_MAX, "--rule takes ID=SEVERITY, as in --rule dangling-reference=warning");
  else if (rule_named(id))
    snprintf(why, WHY_MAX, "\"%.60s\" is no severity: error, warning, info, hint or off",
             severity.ptr);
  else if ((nearest = rule_nearest(id)).len)
    snprintf(why, WHY_MAX, "there is no rule \"%.*s\"; did you mean %.*s?",
             SLICE_FMT(slice_to(id, 60)), SLICE_FMT(nearest));
  else
    snprintf(why, WHY_MAX, "there is no rule \"%.*s\"", SLICE_FMT(slice_to(id, 60)));
}

static bool take_fix(Options *options, char *value) {
  (void)value;
  return options->fix = true;
}

static bool take_diff(Options *options, char *value) {
  (void)value;
  return options->diff = true;
}

static bool take_fail_level(Options *options, char *value) {
  Severity severity;
  bool never = strcmp(value, "never") == 0;
  if (!never && !severity_from_name(slice_of(value), &severity)) return false;
  options->fail_level = never ? FAIL_NEVER : (int)severity;
  return never || severity != SEVERITY_OFF;
}

static bool take_baseline(Options *options, char *value) {
  options->baseline = slice_of(value);
  return *value != '\0';
}

static bool take_update_baseline(Options *options, char *value) {
  (void)value;
  return options->update_baseline = true;
}

static bool take_changed_lines(Options *options, char *value) {
  options->changed_lines = slice_of(value);
  return *value != '\0';
}

// --- options of fmt ---

static bool take_check(Options *options, char *value) {
  (void)value;
  return options->check = true;
}

static bool take_wrap(Options *options, char *value) {
  return style_read_wrap(&options->style, slice_of(value));
}

static void why_no_wrap(Slice value, char *why) {
  snprintf(why, WHY_MAX,
           "\"%.60s\" is no value for --wrap: keep, none or a number of columns from %d to %d",
           value.ptr, WRAP_LEAST, WRAP_MOST);
}

static bool take_sort(Options *options, char *value) {
  (void)value;
  return options->style.sorts = options->style.sort = true;
}

// --- options of import and export ---

static bool take_to_folder(Options *options, char *value) {
  options->to = slice_of(value);
  return *value != '\0';
}

static bool take_split(Options *options, char *value) {
  static const char *const names[] = {"letter", "category", "none"};
  for (int i = SPLIT_LETTER; i <= SPLIT_NONE; i++) {
    if (strcmp(value, names[i]) != 0) continue;
    options->split = (Split)i;
    return true;
  }
  return false;
}

static bool take_force(Options *options, char *value) {
  (void)value;
  return options->force = true;
}

static bool take_dry_run(Options *options, char *value) {
  (void)value;
  return options->dry_run = true;
}

static bool take_to_form(Options *options, char *value) {
  options->form = export_form_named(slice_of(value));
  return options->form != NULL;
}

static void why_no_form(Slice value, char *why) {
  snprintf(why, WHY_MAX, "there is no form \"%.60s\"; there is " EXPORT_FORMS, value.ptr);
}

static bool take_output(Options *options, char *value) {
  options->output = slice_of(value);
  return *value != '\0';
}

// --- options of lsp ---

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

const Option OPTION_TABLE[] = {
    {"glossary", OPTION_GLOSSARY, "PATH", NULL, take_glossary,
     "use this glossary file, or those below this folder, and\n"
     "look for no others; may be given several times"},
    {"no-builtin", OPTION_NO_BUILTIN, NULL, "", take_no_builtin,
     "do not fall back to the built-in glossary"},
    {"config", OPTION_CONFIG, "FILE", NULL, take_config,
     "follow this gloss.json and look for no other"},
    {"no-config", OPTION_CONFIG, NULL, "", take_no_config, "follow no gloss.json"},
    {"format", OPTION_FORMAT, "text|json", NULL, take_format,
     "how to write the answer (text); json is one document"},
    {"format", OPTION_RULES_FORMAT, "text|json|markdown", NULL, take_rules_format,
     "how to write them (text); json is one document, markdown\na page"},
    {"format", OPTION_REPORT_FORMAT, "FORMAT", NULL, take_report_format,
     "how to write the report (text):\n" REPORT_FORMATS},
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
    {"rule", OPTION_RULE, "ID=SEVERITY", NULL, take_rule,
     "how severe a rule is: error, warning, info or hint; off\n"
     "leaves it out. May be given several times, and goes before\n"
     "what gloss.json says"},
    {"fail-level", OPTION_FAIL_LEVEL, "error|warning|info|hint|never", NULL, take_fail_level,
     "the mildest finding that makes the exit code 1 (warning)"},
    {"fix", OPTION_FIX, NULL, "", take_fix,
     "make all changes that are certain to be wanted, in the\n"
     "files themselves, and report what is left"},
    {"diff", OPTION_DIFF, NULL, "", take_diff,
     "write nothing, and show as a patch what would change"},
    {"check", OPTION_CHECK, NULL, "", take_check,
     "write nothing, and list the files that would change"},
    {"wrap", OPTION_WRAP, "keep|none|N", NULL, take_wrap,
     "where lines of paragraphs end: where they do, at the end of\n"
     "the paragraph, or after at most N columns (keep, or what\n"
     "gloss.json says)"},
    {"sort", OPTION_SORT, NULL, "", take_sort, "put entries into the order of their names"},
    {"baseline", OPTION_BASELINE, "FILE", NULL, take_baseline,
     "leave out the findings that FILE lists"},
    {"update-baseline", OPTION_UPDATE_BASELINE, NULL, "", take_update_baseline,
     "write what is found to the file of --baseline"},
    {"changed-lines", OPTION_CHANGED_LINES, "FILE|-", NULL, take_changed_lines,
     "report only what touches a line that this unified diff\n"
     "(of `git diff`) adds; - is standard input"},
    {"to", OPTION_IMPORT, "DIR", NULL, take_to_folder,
     "write the files into this folder, which is made if need be"},
    {"split", OPTION_IMPORT, "letter|category|none", NULL, take_split,
     "one file for each letter (what happens anyway), for each\ncategory, or for all"},
    {"force", OPTION_IMPORT, NULL, "", take_force,
     "write over files that are there with other contents"},
    {"dry-run", OPTION_IMPORT, NULL, "", take_dry_run,
     "write nothing, and list what would be written"},
    {"to", OPTION_EXPORT, "FORM", NULL, take_to_form, "the form that is wanted: " EXPORT_FORMS},
    {"output", OPTION_OUTPUT, "FILE", NULL, take_output,
     "write to this file, whole or not at all, instead of to\nstandard output"},
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
const size_t OPTION_COUNT = sizeof OPTION_TABLE / sizeof *OPTION_TABLE;

bool option_explain(OptionBit bit, Slice value, char *why) {
  static const struct {
    OptionBit bit;
    void (*explain)(Slice value, char *why);
  } reasons[] = {{OPTION_RULE, why_no_rule},
                 {OPTION_REPORT_FORMAT, why_no_format},
                 {OPTION_WRAP, why_no_wrap},
                 {OPTION_EXPORT, why_no_form}};
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].bit == bit) return reasons[i].explain(value, why), true;
  return false;
}
