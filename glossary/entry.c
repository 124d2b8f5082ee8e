#include "entry_build.h"

Entry entry_read(Slice bytes, Dialect dialect, const FileFacts *facts, Arena *arena) {
  if (dialect == DIALECT_PAGE) return entry_read_page(bytes, arena);
  return entry_read_markdown(bytes, facts, arena);
}

bool entry_same_term(const Entry *a, const Entry *b) {
  bool same = slice_eq(a->name, b->name) && slice_eq(a->category, b->category) &&
              a->status == b->status && a->match == b->match && a->form_count == b->form_count;
  for (uint32_t i = 0; same && i < a->form_count; i++)
    same = a->forms[i].role == b->forms[i].role && slice_eq(a->forms[i].text, b->forms[i].text);
  return same;
}
