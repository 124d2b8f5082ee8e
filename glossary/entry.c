#include "base/hash.h"
#include "entry_build.h"

static bool advises(const Entry *self) {
  bool advises = self->status == STATUS_DEPRECATED || self->status == STATUS_FORBIDDEN;
  for (uint32_t i = 0; !advises && i < self->form_count; i++)
    advises = self->forms[i].role == FORM_AVOID;
  return advises;
}

static uint64_t advice_of(const Entry *self, Slice bytes) {
  uint64_t advice = 0;
  for (uint32_t i = 0; i < self->field_count && advises(self); i++) {
    const Field *field = &self->fields[i];
    if (field->kind == FIELD_NOTE || field->kind == FIELD_SEE)
      advice = advice * 31 + hash_bytes(slice_range(bytes, field->value)) + field->kind;
  }
  return advice;
}

Entry entry_read(Slice bytes, Dialect dialect, const FileFacts *facts, Arena *arena) {
  if (dialect == DIALECT_PAGE) return entry_read_page(bytes, arena);
  Entry entry = entry_read_markdown(bytes, facts, arena);
  entry.advice = advice_of(&entry, bytes);
  return entry;
}

bool entry_same_term(const Entry *a, const Entry *b) {
  bool same = slice_eq(a->name, b->name) && slice_eq(a->category, b->category) &&
              a->status == b->status && a->match == b->match && a->advice == b->advice &&
              a->form_count == b->form_count;
  for (uint32_t i = 0; same && i < a->form_count; i++)
    same = a->forms[i].role == b->forms[i].role && slice_eq(a->forms[i].text, b->forms[i].text);
  return same;
}
