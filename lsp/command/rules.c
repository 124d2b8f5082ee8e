#include "command.h"
#include "json.h"
#include "rows.h"
#include "rules_page.h"
#include "session.h"

static const Usage usage = {
    "rules",
    "[RULE…]",
    "Lists the rules by which glossaries and documents are checked. With the name of a rule: what\n"
    "it finds, why that matters, an example that is wrong and one that is right.\n\n"
    "Exit code: 0 fine, 2 wrong usage or no such rule.\n",
    OPTION_RULES_FORMAT | OPTION_COLOR,
};

typedef struct {
  Session *session;
  Rows rows;
  size_t count; // that were written
} Listing;

// --- for a program ---

static json_t *text_or_null(const char *text) {
  return text ? json_string(text) : json_null();
}

static json_t *rule_json(const RuleInfo *rule) {
  return json_pack("{sssssbsssssosososo}", "rule", rule->id, "severity",
                   severity_name(rule->severity), "fixable", rule->fixable, "summary",
                   rule->summary, "why", rule->why, "file", text_or_null(rule->file), "glossary",
                   text_or_null(rule->glossary), "bad", text_or_null(rule->bad), "good",
                   text_or_null(rule->good));
}

// --- for a person ---

static const Paint paints[] = {PAINT_ERROR, PAINT_WARNING, PAINT_INFO, PAINT_FAINT, PAINT_FAINT};

static void print_row(const Session *session, const RuleInfo *rule) {
  printf("%-24s ", rule->id);
  Slice severity = arena_format(session->arena, "%-8s", severity_name(rule->severity));
  output_piece(&session->output, paints[rule->severity], severity);
  printf(" %s\n", rule->summary);
}

static void print_example(const Session *session, const char *title, const char *example) {
  if (!example) return;
  printf("\n%s\n\n", title);
  for (Slice rest = slice_of(example); rest.len;) {
    const char *end = memchr(rest.ptr, '\n', rest.len);
    size_t len = end ? (size_t)(end - rest.ptr) : rest.len;
    fputs("    ", stdout);
    output_piece(&session->output, PAINT_PLAIN, slice_to(rest, len));
    putchar('\n');
    rest = slice_from(rest, len + 1);
  }
}

static void explain(const Session *session, const RuleInfo *rule) {
  output_piece(&session->output, PAINT_TERM, slice_of(rule->id));
  printf(" (%.*s)\n\n", SLICE_FMT(rule_standing(rule, session->arena)));
  output_paragraphs(&session->output, 0, arena_format(session->arena, "%s.", rule->summary));
  putchar('\n');
  output_paragraphs(&session->output, 0, slice_of(rule->why));
  print_example(session, "With these terms:", rule->glossary);
  print_example(session, "Not so:", rule->bad);
  print_example(session, "But so:", rule->good);
}

// --- the command ---

static void write_rule(Listing *self, const RuleInfo *rule, bool alone) {
  const Session *session = self->session;
  bool apart = self->count++ > 0;
  switch (session->options.format) {
  case FORMAT_JSON:
    rows_add(&self->rows, rule_json(rule));
    break;
  case FORMAT_MARKDOWN:
    printf("%s%.*s", apart ? "\n" : "", SLICE_FMT(rule_markdown(rule, session->arena)));
    break;
  case FORMAT_TEXT:
    if (alone && apart) putchar('\n');
    alone ? explain(session, rule) : print_row(session, rule);
  }
}

static void write_all(Listing *self) {
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  if (self->session->options.format == FORMAT_MARKDOWN) puts("# Rules\n");
  for (size_t i = 0; i < count; i++) write_rule(self, rules[i], false);
}

static void complain_unknown(const Session *session, Slice id) {
  Slice nearest = rule_nearest(id);
  complain((Slice){0},
           nearest.len
               ? arena_format(session->arena, "there is no rule %.*s; did you mean %.*s?",
                              SLICE_FMT(id), SLICE_FMT(nearest))
               : arena_format(session->arena, "there is no rule %.*s; `gloss rules` lists them",
                              SLICE_FMT(id)));
}

static void write_named(Listing *self, Slice id) {
  const RuleInfo *rule = rule_named(id);
  if (rule) {
    write_rule(self, rule, true);
    return;
  }
  complain_unknown(self->session, id);
  self->session->trouble = true;
}

static int run(Session *session) {
  Listing self = {.session = session};
  const Paths *ids = &session->options.operands;
  if (!ids->len) write_all(&self);
  for (size_t i = 0; i < ids->len; i++) write_named(&self, ids->items[i]);
  if (session->options.format == FORMAT_JSON) rows_end(&self.rows);
  return EXIT_FINE;
}

int command_rules(int argc, char **argv) {
  return session_run(&usage, argc, argv, NULL, run);
}
