// Tally: what a check comes to: the last lines for a person, and whether it fails.
#pragma once

#include "outcome.h"

typedef struct {
  size_t files;
  uint32_t counts[SEVERITY_OFF]; // of findings that were told
  uint32_t fixable;              // of them, those with a certain fix
  uint32_t known;                // findings that the baseline knows
  uint32_t fixed, fixed_files;   // fixes that were made, or shown
} Tally;

// Counts a file: what was told of it, and its fixes.
void tally_add(Tally *self, const Sifted *told, uint32_t fixed);

// Whether a finding is as severe as `level`, a Severity or FAIL_NEVER.
bool tally_fails(const Tally *self, int level);

// On stderr: `fixed 3 problems in 2 files`, `2 errors, 1 warning in 312 files`.
void tally_print(const Tally *self, CheckMode mode);
