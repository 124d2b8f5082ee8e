// The glossaries of a check: all of them together, as a fix in one may bring about one in another.
#include "checking.h"

typedef struct {
  Session *session;
  GlossaryFile *file;
  RuleSettings settings;
} Glossed;

static Findings check(void *context, Arena *arena) {
  const Glossed *self = context;
  return linter_check(glossary_linter(self->session->glossary), self->file, &self->settings, arena);
}

static void edit(void *context, Range range, Slice replacement) {
  const Glossed *self = context;
  glossary_edit(self->session->glossary, self->file, range, replacement);
}

// All that is kept of one glossary between two rounds.
typedef struct {
  const Target *target;
  Outcome *outcome;
  Glossed glossed;
  Checkable checkable;
  Sieve sieve;
} Round;

typedef Array(Round) Rounds;

static void add_round(Checking *self, size_t index, Rounds *rounds) {
  const Target *target = &self->targets.items[index];
  if (!target->glossary) return;
  *array_push(rounds) = (Round){.target = target,
                                .outcome = &self->outcomes[index],
                                .glossed = {self->session, target->glossary,
                                            session_settings(self->session, target->name.path)},
                                .checkable = {target->glossary->text, check, edit, NULL},
                                .sieve = checking_sieve(self, target)};
}

static bool fix_all(Rounds *rounds) {
  bool any = false;
  for (size_t i = 0; i < rounds->len; i++) {
    Round *round = &rounds->items[i];
    any |= outcome_fix(round->outcome, &round->checkable, &round->sieve);
  }
  return any;
}

static bool is_any_fixable(const Rounds *rounds) {
  for (size_t i = 0; i < rounds->len; i++)
    if (outcome_is_fixable(rounds->items[i].outcome)) return true;
  return false;
}

// What cannot be written counts as it was.
static void write(Session *session, Round *round) {
  Slice problem;
  const Target *target = round->target;
  Outcome *outcome = round->outcome;
  if (!outcome->fixed || target->name.from_stdin) return;
  if (outcome_write(outcome, target->name.path, &problem, session->arena)) return;
  session_trouble(session, target->name.shown, problem);
  checkable_become(&round->checkable, outcome->before);
  slice_free(outcome->before);
  outcome->fixed = 0;
}

static void fix(Checking *self, Rounds *rounds) {
  if (!is_any_fixable(rounds)) return;
  for (int i = 0; i < FIX_ROUNDS_MAX && fix_all(rounds);) i++;
  if (self->mode != CHECK_FIX) return;
  for (size_t i = 0; i < rounds->len; i++) write(self->session, &rounds->items[i]);
  for (size_t i = 0; i < rounds->len; i++) {
    Round *round = &rounds->items[i];
    outcome_end(round->outcome, &round->checkable, &round->sieve);
  }
}

void check_glossaries(Checking *self) {
  Rounds rounds = {0};
  for (size_t i = 0; i < self->targets.len; i++) add_round(self, i, &rounds);
  for (size_t i = 0; i < rounds.len; i++) {
    Round *round = &rounds.items[i];
    round->checkable.context = &round->glossed;
    outcome_begin(round->outcome, &round->checkable, &round->sieve);
    round->outcome->has_mark = round->target->has_mark;
  }
  if (self->mode != CHECK_ONLY) fix(self, &rounds);
  for (size_t i = 0; i < rounds.len; i++) sieve_free(&rounds.items[i].sieve);
  array_free(&rounds);
}
