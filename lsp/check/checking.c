#include "checking.h"

Sieve checking_sieve(const Checking *self, const Target *target) {
  const Changed *changed = self->by_lines ? &self->changed : NULL;
  return sieve_new(target->name.path, self->baseline, changed);
}

// --- one target ---

// For a document; glossaries are written before documents are looked at.
static void write_fixed(Checking *self, const Target *target, Outcome *outcome) {
  Slice problem;
  Session *session = self->session;
  if (!outcome->fixed || target->glossary || target->name.from_stdin) return;
  if (outcome_write(outcome, target->name.path, &problem, session->arena)) return;
  progress_clear(&self->progress);
  session_trouble(session, target->name.shown, problem);
  text_replace(outcome->text, (Range){0, text_len(outcome->text)}, outcome->before);
  sifted_free(&outcome->last);
  slice_free(outcome->before);
  outcome->fixed = 0;
}

static void print_diff(Checking *self, const Target *target, const Outcome *outcome) {
  Printed diff = {0};
  outcome_print_diff(outcome, &target->name, &diff, self->session->arena);
  if (diff.len) {
    progress_make_way(&self->progress);
    fwrite(diff.items, 1, diff.len, stdout);
  }
  array_free(&diff);
}

// What standard input held, fixed, takes the place of the report, which goes where messages go.
static void print_fixed_input(Checking *self, const Outcome *outcome) {
  Slice text = text_bytes(outcome->text);
  if (outcome->has_mark) fwrite(BYTE_ORDER_MARK.ptr, 1, BYTE_ORDER_MARK.len, stdout);
  if (text.len) fwrite(text.ptr, 1, text.len, stdout);
  self->session->trouble |= !output_to_stderr();
}

static Slice shown(void *context, Slice path) {
  return session_shown(context, path);
}

// The report begins with the first file, or in the end.
static Report *report_of(Checking *self) {
  Session *session = self->session;
  if (!self->report) self->report = report_new(self->format, &session->output, shown, session);
  return self->report;
}

static void report(Checking *self, const Target *target, const Outcome *outcome,
                   const Findings *findings) {
  CheckedFile file = {target->name.path, target->name.shown, outcome->text, *findings};
  if (findings->count) progress_make_way(&self->progress);
  report_file(report_of(self), &file);
}

// Once it is written to the baseline, nothing is new.
static void record(Checking *self, const Target *target, const Outcome *outcome, Sifted *told) {
  if (!self->baseline || !target->name.path.len) return;
  Slice text = outcome_text_told(outcome, self->mode);
  baseline_found(self->baseline, target->name.path, &told->all, text);
  if (!self->session->options.update_baseline) return;
  told->known = told->all.count;
  told->reported.count = 0;
}

static void tell_problem(Checking *self, const Target *target, Slice problem) {
  if (!problem.len) return;
  progress_clear(&self->progress);
  session_trouble(self->session, target->name.shown, problem);
}

void checking_tell(Checking *self, const Target *target, Outcome *outcome) {
  if (!outcome->text) {
    tell_problem(self, target, outcome->problem);
    return;
  }
  if (self->mode == CHECK_FIX) write_fixed(self, target, outcome);
  if (self->mode == CHECK_DIFF) print_diff(self, target, outcome);
  if (self->mode == CHECK_FIX && target->name.from_stdin) print_fixed_input(self, outcome);
  Sifted told = *outcome_told(outcome, self->mode);
  record(self, target, outcome, &told);
  if (self->mode != CHECK_DIFF) report(self, target, outcome, &told.reported);
  tally_add(&self->tally, &told, outcome->fixed);
}

// --- all of them ---

void checking_run(Checking *self) {
  self->outcomes = mem_zero(self->targets.len, sizeof *self->outcomes);
  check_glossaries(self);
  check_documents(self);
  if (self->mode != CHECK_DIFF) report_end(report_of(self));
}

void checking_free(Checking *self) {
  for (size_t i = 0; self->outcomes && i < self->targets.len; i++) outcome_free(&self->outcomes[i]);
  mem_free(self->outcomes);
  array_free(&self->targets);
  baseline_delete(self->baseline);
  census_delete(self->census);
  changed_free(&self->changed);
}
