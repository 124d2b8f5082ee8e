#include "tally.h"

#include <stdio.h>

void tally_add(Tally *self, const Sifted *told, uint32_t fixed) {
  self->files++;
  self->known += told->known;
  self->fixed += fixed;
  self->fixed_files += fixed > 0;
  for (uint32_t i = 0; i < told->reported.count; i++) {
    const Finding *finding = &told->reported.items[i];
    self->counts[finding->severity]++;
    self->fixable += finding->fix_count && finding->fixes[0].certain;
  }
}

bool tally_fails(const Tally *self, int level) {
  for (int i = SEVERITY_ERROR; i <= level; i++)
    if (self->counts[i]) return true;
  return false;
}

static const char *plural(size_t count) {
  return count == 1 ? "" : "s";
}

static void print_fixed(const Tally *self, CheckMode mode) {
  const char *form = mode == CHECK_DIFF ? "%u problem%s in %u file%s would be fixed\n"
                                        : "fixed %u problem%s in %u file%s\n";
  if (!self->fixed) return;
  fprintf(stderr, form, self->fixed, plural(self->fixed), self->fixed_files,
          plural(self->fixed_files));
}

static void print_counts(const Tally *self) {
  static const char *const one[] = {"error", "warning", "info", "hint"};
  static const char *const many[] = {"errors", "warnings", "info", "hints"};
  const char *before = "";
  for (int i = SEVERITY_ERROR; i < SEVERITY_OFF; i++) {
    if (!self->counts[i]) continue;
    fprintf(stderr, "%s%u %s", before, self->counts[i], self->counts[i] == 1 ? one[i] : many[i]);
    before = ", ";
  }
  fprintf(stderr, "%s in %zu file%s", *before ? "" : "no problems", self->files,
          plural(self->files));
}

void tally_print(const Tally *self, CheckMode mode) {
  print_fixed(self, mode);
  print_counts(self);
  if (self->fixable && mode == CHECK_ONLY)
    fprintf(stderr, "; %u can be fixed with --fix", self->fixable);
  if (self->known) fprintf(stderr, "; the baseline knows %u more", self->known);
  fputc('\n', stderr);
}
