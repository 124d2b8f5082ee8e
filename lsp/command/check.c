#include "checked.h"
#include "command.h"
#include "rows.h"
#include "terminal/excerpt.h"
#include "terminal/ruler.h"

static const Usage usage = {
    "check",
    "[PATH…]",
    "Reports what is wrong in glossaries:\n\n"
    "  file:line:column: severity: message [rule]\n\n"
    "PATH is a glossary file, or a folder of which every glossary file is checked, but for "
    "ignored\n"
    "ones. Without a PATH the glossaries given by --glossary are checked, without those the\n"
    "current folder. A file that is named is a glossary when its name says so (*.gloss,\n"
    "*.gloss.md, GLOSSARY.md), when it reads like a page of a glossary site, or by --lang gloss.\n"
    "All other glossaries of the workspace count for references and for terms defined twice.\n\n"
    "Exit code: 0 no problem, 1 problems, 2 wrong usage or something named could not be read (the\n"
    "rest is checked all the same).\n",
    OPTIONS_COMMON | OPTION_STDIN | OPTION_LANG,
};

typedef struct {
  Session *session;
  Rows rows;
  uint32_t counts[SEVERITY_HINT + 1];
} Check;

static const Paint paints[] = {PAINT_ERROR, PAINT_WARNING, PAINT_INFO, PAINT_FAINT};

static json_t *place_json(const Session *session, const GlossaryFile *file, Range range,
                          Ruler *ruler) {
  json_t *row = json_object();
  PersonPoint start = ruler_point(ruler, range.start), end = ruler_point(ruler, range.end);
  json_object_set_new(row, "file", json_text(session_shown(session, file->path)));
  json_set_place(row, start, end);
  return row;
}

static json_t *related_json(const Session *session, const Related *related) {
  Ruler ruler = ruler_new(related->file->text);
  json_t *row = place_json(session, related->file, related->range, &ruler);
  json_object_set_new(row, "message", json_text(related->message));
  return row;
}

static json_t *finding_json(const Session *session, const GlossaryFile *file,
                            const Finding *finding, Ruler *ruler) {
  json_t *row = place_json(session, file, finding->range, ruler), *related = json_array();
  for (uint32_t i = 0; i < finding->related_count; i++)
    json_array_append_new(related, related_json(session, &finding->related[i]));
  json_object_set_new(row, "severity", json_string(severity_name(finding->severity)));
  json_object_set_new(row, "rule", json_string(finding->rule->id));
  json_object_set_new(row, "message", json_text(finding->message));
  json_object_set_new(row, "related", related);
  return row;
}

static void print_place(const Session *session, const GlossaryFile *file, PersonPoint point) {
  output_piece(&session->output, PAINT_PLACE, session_shown(session, file->path));
  printf(":%u:%u: ", point.line, point.column);
}

static void print_related(const Session *session, const Related *related) {
  Ruler ruler = ruler_new(related->file->text);
  print_place(session, related->file, ruler_point(&ruler, related->range.start));
  output_piece(&session->output, PAINT_FAINT, SLICE("note: "));
  output_piece(&session->output, PAINT_PLAIN, related->message);
  putchar('\n');
}

static void print_finding(const Session *session, const GlossaryFile *file, const Finding *finding,
                          Ruler *ruler) {
  const Output *output = &session->output;
  print_place(session, file, ruler_point(ruler, finding->range.start));
  output_piece(output, paints[finding->severity], slice_of(severity_name(finding->severity)));
  fputs(": ", stdout);
  output_piece(output, PAINT_PLAIN, finding->message);
  output_piece(output, PAINT_FAINT, arena_format(session->arena, " [%s]", finding->rule->id));
  putchar('\n');
  excerpt_print(output, file->text, finding->range, paints[finding->severity]);
  for (uint32_t i = 0; i < finding->related_count; i++)
    print_related(session, &finding->related[i]);
}

static void tell(Check *self, const GlossaryFile *file, const Finding *finding, Ruler *ruler) {
  self->counts[finding->severity]++;
  if (self->session->options.format == FORMAT_JSON)
    rows_add(&self->rows, finding_json(self->session, file, finding, ruler));
  else
    print_finding(self->session, file, finding, ruler);
}

static void check_file(Check *self, GlossaryFile *file) {
  Arena *arena = arena_new();
  Findings found = linter_check(glossary_linter(self->session->glossary), file, NULL, arena);
  Ruler ruler = ruler_new(file->text);
  for (uint32_t i = 0; i < found.count; i++) tell(self, file, &found.items[i], &ruler);
  arena_delete(arena);
}

// `2 errors, 1 warning in 3 files`, for a person beside what stdout holds.
static void summarize(const Check *self, size_t files) {
  static const char *const one[] = {"error", "warning", "info", "hint"};
  static const char *const many[] = {"errors", "warnings", "info", "hints"};
  const char *before = "";
  fflush(stdout);
  if (!files && !self->session->trouble) fputs("no glossary file to check\n", stderr);
  if (self->session->options.format == FORMAT_JSON || !files) return;
  for (int i = SEVERITY_ERROR; i <= SEVERITY_HINT; i++) {
    if (!self->counts[i]) continue;
    fprintf(stderr, "%s%u %s", before, self->counts[i], self->counts[i] == 1 ? one[i] : many[i]);
    before = ", ";
  }
  fprintf(stderr, "%s in %zu glossary file%s\n", *before ? "" : "no problems", files,
          files == 1 ? "" : "s");
}

static bool found_any(const Check *self) {
  for (int i = SEVERITY_ERROR; i <= SEVERITY_HINT; i++)
    if (self->counts[i]) return true;
  return false;
}

static int run(Session *session) {
  Check self = {.session = session};
  Checked files = {0};
  session->options.no_builtin = true; // it is not theirs to be checked against
  if (session->options.from_stdin && session->options.operands.len) {
    usage_complain(&usage, SLICE("either --stdin or a PATH, not both"));
    return EXIT_TROUBLE;
  }
  checked_gather(session, &files);
  for (size_t i = 0; i < files.len; i++) check_file(&self, files.items[i]);
  if (session->options.format == FORMAT_JSON) rows_end(&self.rows);
  summarize(&self, files.len);
  session->trouble |= session->config_is_wrong;
  array_free(&files);
  return found_any(&self) ? EXIT_NOTHING : EXIT_FINE;
}

int command_check(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}
