// The documents of a check: each alone, on any thread, told in order.
#include "linted.h"
#include "survey.h"

// --- on a worker ---

static void check_and_fix(const Checking *checking, const Target *target, Linted *linted,
                          Outcome *outcome) {
  Checkable checkable = linted_checkable(linted);
  Sieve sieve = checking_sieve(checking, target);
  outcome_begin(outcome, &checkable, &sieve);
  outcome->owns_text = true;
  outcome->has_mark = linted->document.has_mark;
  if (checking->mode != CHECK_ONLY && outcome_is_fixable(outcome)) {
    for (int i = 0; i < FIX_ROUNDS_MAX && outcome_fix(outcome, &checkable, &sieve);) i++;
    outcome_end(outcome, &checkable, &sieve);
  }
  linted_free(linted);
  sieve_free(&sieve);
}

static JobResult work(void *context, size_t index) {
  const Checking *self = context;
  const Target *target = &self->targets.items[index];
  if (target->glossary) return (JobResult){0};
  Outcome *outcome = mem_zero(1, sizeof *outcome);
  Arena *arena = arena_new();
  Linted linted;
  Slice problem;
  if (linted_load(self, target, &linted, &problem, arena))
    check_and_fix(self, target, &linted, outcome);
  else
    outcome->problem = slice_copy(problem);
  arena_delete(arena);
  return (JobResult){outcome, outcome->text ? text_len(outcome->text) : 0};
}

// --- on the thread of the session ---

static bool take(void *context, size_t index, void *value) {
  Checking *self = context;
  Outcome *outcome = value ? value : &self->outcomes[index];
  checking_tell(self, &self->targets.items[index], outcome);
  outcome_free(outcome);
  mem_free(value);
  progress_step(&self->progress, index + 1);
  return !ferror(stdout);
}

void checking_jobs(Checking *self, JobResult (*job)(void *, size_t),
                   bool (*done)(void *, size_t, void *)) {
  Jobs jobs = {.count = self->targets.len,
               .threads = self->session->options.jobs,
               .work = job,
               .take = done,
               .context = self};
  jobs_run(&jobs);
}

// --- all of them ---

// So that workers can look at the texts of glossaries without moving anything in them.
static void settle_texts(const Session *session) {
  const Store *store = session->glossary->store;
  for (size_t i = 0; i < store_file_count(store); i++) text_bytes(store_file(store, i)->text);
}

void check_documents(Checking *self) {
  self->terms = glossary_terms(self->session->glossary);
  terms_update(self->terms);
  settle_texts(self->session);
  take_census(self);
  self->progress = progress_new(self->targets.len);
  checking_jobs(self, work, take);
  progress_clear(&self->progress);
}
