#include "feature/proposals.h"

static bool is_joint(char c) {
  return c == ' ' || c == '-';
}

// After `knowledge ` only a term of several words goes on. Its first words were proposed for.
static bool goes_on(const Completion *completion) {
  uint32_t len = range_len(completion->typed);
  Slice label = completion->label;
  return label.len > len && is_joint(label.ptr[len]);
}

static void keep_what_goes_on(Completions *found, uint32_t cursor) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < found->count; i++) {
    Completion completion = found->items[i];
    if (!goes_on(&completion)) continue;
    completion.typed.end = cursor;
    found->items[kept++] = completion;
  }
  found->count = kept;
  found->typed = kept ? found->items[0].typed : (Range){cursor, cursor};
}

Completions proposals_at(Terms *terms, Scope scope, Slice text, uint32_t cursor, Arena *arena) {
  bool is_after_joint = cursor && is_joint(text.ptr[cursor - 1]);
  Completions found = query_completions(terms, scope, text, cursor - is_after_joint, arena);
  if (is_after_joint) keep_what_goes_on(&found, cursor);
  return found;
}
