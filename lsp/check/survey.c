// The survey: a first pass over all documents, where a rule wants to know how the project writes.
#include "survey.h"

#include "linted.h"

// Standard input can be read only once; that document alone is counted then.
static bool is_surveyed(const Target *target) {
  return !target->glossary && !target->name.from_stdin;
}

// A document that cannot be read is told in the pass that follows.
static JobResult survey(void *context, size_t index) {
  const Checking *self = context;
  const Target *target = &self->targets.items[index];
  if (!is_surveyed(target)) return (JobResult){0};
  Linted *linted = mem_zero(1, sizeof *linted);
  Arena *arena = arena_new();
  Slice problem;
  if (linted_load(self, target, linted, &problem, arena))
    document_lint_work(linted->lint, &linted->place, linted->document.text, SIZE_MAX);
  arena_delete(arena);
  return (JobResult){linted, linted->lint ? text_len(linted->document.text) : 0};
}

static bool take_survey(void *context, size_t index, void *value) {
  Checking *self = context;
  Linted *linted = value;
  (void)index;
  if (linted && linted->lint) {
    census_add(self->census, linted->lint);
    linted_free(linted);
    document_free(&linted->document);
  }
  mem_free(linted);
  return true;
}

static bool is_wanted(const Checking *self) {
  for (size_t i = 0; i < self->targets.len; i++) {
    const Target *target = &self->targets.items[i];
    RuleSettings settings = session_settings(self->session, target->name.path);
    if (is_surveyed(target) && census_is_wanted(&settings)) return true;
  }
  return false;
}

void take_census(Checking *self) {
  if (!is_wanted(self)) return;
  self->census = census_new();
  checking_jobs(self, survey, take_survey);
}
