#include "check/checking.h"
#include "command.h"

static const Usage usage = {
    "check",
    "[PATH…]",
    "Reports what is wrong in glossaries, and how documents use their terms:\n\n"
    "  file:line:column: severity: message [rule]\n\n"
    "PATH is a file, a folder or a pattern like 'docs/**/*.md'; the current folder when none is\n"
    "given, and the glossaries of --glossary. In folders all glossaries (*.gloss, *.gloss.md,\n"
    "GLOSSARY.md) are checked and all files whose name tells of a language; of source code its\n"
    "comments. Ignored files are left out. A file that is named is always checked; it is a "
    "glossary\n"
    "by its name, by --lang gloss, or when it reads like a page of a glossary site. All "
    "glossaries\n"
    "of the workspace count for references, for terms defined twice and for the words of "
    "documents.\n\n"
    "Only the report is written to standard output, or the patch of --diff. With --stdin --fix it "
    "is\n"
    "the fixed text, and the report goes to standard error.\n\n"
    "`gloss rules` explains what is checked, `gloss rules RULE` one rule.\n\n"
    "Exit code: 0 nothing as severe as --fail-level, 1 findings, 2 wrong usage or something named\n"
    "could not be read or written (the rest is checked all the same).\n",
    OPTIONS_GLOSSARIES | OPTION_REPORT_FORMAT | OPTION_COLOR | OPTION_STDIN |
        OPTION_STDIN_FILENAME | OPTION_LANG | OPTION_JOBS | OPTION_RULE | OPTION_FIX | OPTION_DIFF |
        OPTION_FAIL_LEVEL | OPTION_BASELINE | OPTION_UPDATE_BASELINE | OPTION_CHANGED_LINES,
};

// NULL when the options go together.
static const char *misuse(const Options *options) {
  bool changed = options->changed_lines.len, update = options->update_baseline;
  const struct {
    bool wrong;
    const char *why;
  } pairs[] = {
      {options->from_stdin && options->operands.len, "either --stdin or a PATH, not both"},
      {options->stdin_filename.len && !options->from_stdin, "--stdin-filename goes with --stdin"},
      {options->fix && options->diff, "either --fix or --diff, which writes nothing"},
      {update && !options->baseline.len, "--update-baseline needs --baseline FILE"},
      {update && (options->diff || changed || options->from_stdin),
       "--update-baseline is for whole files, without --diff, --changed-lines and --stdin"},
      {options->from_stdin && slice_eq(options->changed_lines, SLICE("-")),
       "--stdin and --changed-lines - cannot both read standard input"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (pairs[i].wrong) return pairs[i].why;
  return NULL;
}

static CheckMode mode_of(const Options *options) {
  return options->fix ? CHECK_FIX : options->diff ? CHECK_DIFF : CHECK_ONLY;
}

static void summarize(const Checking *self) {
  fflush(stdout);
  if (self->tally.files)
    tally_print(&self->tally, self->mode);
  else if (!self->session->trouble)
    fputs("no file to check\n", stderr);
}

static void check(Checking *self) {
  targets_gather(self->session, self->by_lines ? &self->changed : NULL, &self->targets);
  checking_run(self);
  checking_close(self);
  summarize(self);
}

static int run(Session *session) {
  Options *options = &session->options;
  const char *wrong = misuse(options);
  if (wrong) return usage_complain(&usage, slice_of(wrong)), EXIT_TROUBLE;
  options->no_builtin = true; // it is not theirs to be checked against
  Slice format = options->report_format.len ? options->report_format : SLICE("text");
  Checking self = {
      .session = session, .mode = mode_of(options), .format = report_format_named(format)};
  bool ready = checking_open(&self);
  if (ready) check(&self);
  session->trouble |= session->config_is_wrong;
  bool failed = tally_fails(&self.tally, options->fail_level);
  checking_free(&self);
  if (!ready) return EXIT_TROUBLE;
  return failed ? EXIT_NOTHING : EXIT_FINE;
}

int command_check(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}
