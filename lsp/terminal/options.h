// Options: what the command line says, read by one table that all commands share, from which their
// help is written too. Each command names the options it takes.
//
//   --name VALUE, --name=VALUE, --flag (`--color` is both); `--` ends the options; everything else
//   is an operand
#pragma once

#include "config/configs.h"
#include "disk/files.h"

#include <glossary/convert/export.h>
#include <glossary/convert/import.h>
#include <glossary/lint/rules.h>

typedef enum {
  OPTION_GLOSSARY = 1 << 0,
  OPTION_NO_BUILTIN = 1 << 1,
  OPTION_FORMAT = 1 << 2,
  OPTION_COLOR = 1 << 3,
  OPTION_STDIN = 1 << 4,
  OPTION_LANG = 1 << 5,
  OPTION_STDIO = 1 << 6,
  OPTION_PORT = 1 << 7,
  OPTION_PIPE = 1 << 8,
  OPTION_SOCKET = 1 << 9,
  OPTION_CLIENT = 1 << 10,
  OPTION_HELP = 1 << 11, // every command takes it
  OPTION_STDIN_FILENAME = 1 << 12,
  OPTION_TERM = 1 << 13,
  OPTION_JOBS = 1 << 14,
  OPTION_RULES_FORMAT = 1 << 15,  // in the place of OPTION_FORMAT
  OPTION_REPORT_FORMAT = 1 << 16, // in the place of OPTION_FORMAT
  OPTION_RULE = 1 << 17,
  OPTION_FIX = 1 << 18,
  OPTION_DIFF = 1 << 19,
  OPTION_FAIL_LEVEL = 1 << 20,
  OPTION_BASELINE = 1 << 21,
  OPTION_UPDATE_BASELINE = 1 << 22,
  OPTION_CHANGED_LINES = 1 << 23,
  OPTION_CONFIG = 1 << 24, // --config and --no-config
  OPTION_CHECK = 1 << 25,
  OPTION_WRAP = 1 << 26,
  OPTION_SORT = 1 << 27,
  OPTION_IMPORT = 1 << 28, // --to DIR, --split, --force and --dry-run
  OPTION_EXPORT = 1 << 29, // --to FORM
  OPTION_OUTPUT = 1 << 30,
  OPTIONS_GLOSSARIES = OPTION_GLOSSARY | OPTION_NO_BUILTIN | OPTION_CONFIG,
  OPTIONS_COMMON = OPTIONS_GLOSSARIES | OPTION_FORMAT | OPTION_COLOR,
} OptionBit;

// What a command is to a person: the text of its --help.
typedef struct {
  const char *name;
  const char *operands; // "[PATH…]"; empty when it takes none
  const char *about;    // whole paragraphs, ending with a line end
  uint32_t options;     // OptionBit
} Usage;

typedef enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_MARKDOWN } Format;
typedef enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorChoice;

// A finding fails a check when its Severity is at most this.
enum { FAIL_NEVER = -1, FAIL_DEFAULT = SEVERITY_WARNING };

typedef struct {
  Paths glossaries; // --glossary, in the order given
  Paths operands;
  ConfigChoice config;
  bool no_builtin;
  Format format;
  Slice report_format; // the name of one; empty when not given
  ColorChoice color;
  bool from_stdin;
  Slice lang;           // --lang; empty when not given
  Slice stdin_filename; // empty when not given
  Paths terms;          // --term, in the order given
  uint16_t jobs;        // 0 when not given
  RuleSettings rules;   // --rule: what they say goes before any file
  bool fix, diff, check;
  StyleChoice style; // --wrap and --sort: what they say goes before any file
  int fail_level;    // FAIL_NEVER, or a Severity
  Slice baseline;    // empty when not given
  bool update_baseline;
  Slice changed_lines; // empty when not given; "-": standard input
  Slice to;            // of import; empty when not given
  Split split;
  bool force, dry_run;
  const ExportForm *form; // --to of export; NULL when not given
  Slice output;           // empty when not given
  bool stdio;
  uint16_t port;   // 0 when not given
  uint16_t socket; // 0 when not given
  Slice pipe;      // followed by a NUL; empty when not given
} Options;

typedef enum {
  OPTIONS_RUN,   // go on
  OPTIONS_SHOWN, // --help was asked for and written to stdout: exit 0
  OPTIONS_WRONG, // the reason was written to stderr: exit 2
} OptionsResult;

// Reads argv (which starts at the command's name). All slices borrow from argv and end with a NUL.
// The caller owns `options` in every case: options_free().
OptionsResult options_read(const Usage *usage, int argc, char **argv, Options *options);
void options_free(Options *options);

// Says on stderr what is wrong with the use of a command, and where its help is.
void usage_complain(const Usage *usage, Slice message);

// Writes the help of a command to stdout.
void usage_print(const Usage *usage);
