#include "directives.h"

void directives_read(Slice text, const Remark *remarks, size_t count, Directives *out,
                     Arena *arena) {
  (void)text, (void)remarks, (void)count, (void)out, (void)arena;
}

void directives_append(Directives *self, const Directives *some, uint32_t shift) {
  for (size_t i = 0; i < some->len; i++) {
    Directive directive = some->items[i];
    directive.range = range_shift(directive.range, shift);
    directive.covered = range_shift(directive.covered, shift);
    *array_push(self) = directive;
  }
}

void directives_apply(const Directives *self, Text *text, const RuleSettings *settings,
                      Findings *findings, Arena *arena) {
  (void)self, (void)text, (void)settings, (void)findings, (void)arena;
}
