#include "outcome.h"
#include "diff.h"

#include "disk/replace.h"

void outcome_begin(Outcome *self, const Checkable *checkable, const Sieve *sieve) {
  self->text = checkable->text;
  self->first = sifted_in(checkable, sieve);
}

bool outcome_is_fixable(const Outcome *self) {
  const Findings *findings = &self->first.reported;
  for (uint32_t i = 0; i < findings->count; i++)
    if (findings->items[i].fix_count && findings->items[i].fixes[0].certain) return true;
  return false;
}

bool outcome_fix(Outcome *self, const Checkable *checkable, Sieve *sieve) {
  Sifted now = sifted_in(checkable, sieve);
  Slice before = self->fixed ? self->before : slice_copy(text_bytes(self->text));
  uint32_t made = sifted_fix(&now, checkable, sieve);
  self->fixed += made;
  if (self->fixed)
    self->before = before;
  else
    slice_free(before);
  sifted_free(&now);
  return made > 0;
}

void outcome_end(Outcome *self, const Checkable *checkable, const Sieve *sieve) {
  sifted_free(&self->last);
  self->last = sifted_in(checkable, sieve);
}

const Sifted *outcome_told(const Outcome *self, CheckMode mode) {
  return mode == CHECK_FIX && self->last.arena ? &self->last : &self->first;
}

Slice outcome_text_told(const Outcome *self, CheckMode mode) {
  return mode == CHECK_DIFF && self->fixed ? self->before : text_bytes(self->text);
}

bool outcome_write(const Outcome *self, Slice path, Slice *problem, Arena *arena) {
  return file_replace(path, self->before, text_bytes(self->text), problem, arena);
}

void outcome_print_diff(const Outcome *self, const DocumentName *name, Printed *out, Arena *arena) {
  bool has_mark = name->from_stdin ? self->has_mark : file_has_mark(name->path);
  if (self->fixed)
    diff_write_file(out, name->path, has_mark, self->before, text_bytes(self->text), arena);
}

void outcome_free(Outcome *self) {
  if (self->fixed) slice_free(self->before);
  if (self->owns_text) text_delete(self->text);
  sifted_free(&self->first);
  sifted_free(&self->last);
  slice_free(self->problem);
  *self = (Outcome){0};
}
