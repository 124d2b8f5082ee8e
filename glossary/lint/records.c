#include "records.h"

const Kept KEPT_NOTHING;

static Kept *keep(RuleContext *context) {
  Kept *kept = arena_alloc(context->arena, sizeof *kept);
  *kept = (Kept){.arena = context->arena, .count = context->findings.len};
  kept->items = arena_array(context->arena, EntryFinding, kept->count);
  if (kept->count) memcpy(kept->items, context->findings.items, kept->count * sizeof *kept->items);
  return kept;
}

const Kept *kept_from(RuleContext *context, Directives directives) {
  Kept *kept = NULL;
  if (context->findings.len || directives.len) {
    kept = keep(context);
    kept->directives = directives;
  } else {
    arena_delete(context->arena);
  }
  array_free(&context->findings);
  return kept ? kept : &KEPT_NOTHING;
}

static const Rule *rule_of(const EntryFinding *finding) {
  return (const Rule *)finding->rule; // RuleInfo is its first member
}

// --- how many ---

// An entry counts once for each rule. Findings of one rule may be apart: they are sorted by place.
static bool is_first_of_rule(const Kept *kept, size_t at) {
  for (size_t i = 0; i < at; i++)
    if (kept->items[i].rule == kept->items[at].rule) return false;
  return true;
}

static void count(FileRecord *self, const Kept *kept, bool added) {
  for (size_t i = 0; i < kept->count; i++) {
    if (!rule_of(&kept->items[i])->most_percent || !is_first_of_rule(kept, i)) continue;
    uint32_t *number = &self->counts[rule_number(kept->items[i].rule)];
    *number = added ? *number + 1 : *number - 1;
  }
}

bool record_too_many(const FileRecord *self, bool too_many[RULES_MAX]) {
  bool any_told = false;
  for (size_t i = 0; i < RULE_COUNT; i++) {
    uint64_t percent = RULES[i]->most_percent;
    too_many[i] = percent && self->counts[i] * UINT64_C(100) > self->entries.len * percent;
    any_told |= self->counts[i] && !too_many[i];
  }
  return any_told;
}

// --- what is said ---

static Says says(const Kept *kept) {
  if (!kept || kept == &KEPT_NOTHING) return SAYS_NOTHING;
  if (kept->directives.len) return SAYS_MORE;
  for (size_t i = 0; i < kept->count; i++)
    if (!rule_of(&kept->items[i])->most_percent) return SAYS_MORE;
  return SAYS_IF_FEW;
}

static void update_says(FileRecord *self, size_t index) {
  const EntryRecord *entry = &self->entries.items[index];
  Says own = says(entry->own), relations = says(entry->relations);
  self->says.items[index] = (uint8_t)(own > relations ? own : relations);
}

// --- keeping and forgetting ---

void record_keep(FileRecord *self, size_t index, const Kept *own, const Kept *relations) {
  EntryRecord *entry = &self->entries.items[index];
  if (own) count(self, entry->own = own, true);
  if (relations) count(self, entry->relations = relations, true);
  update_says(self, index);
}

static void forget(FileRecord *self, const Kept **kept) {
  if (*kept && *kept != &KEPT_NOTHING) {
    Directives directives = (*kept)->directives;
    count(self, *kept, false);
    array_free(&directives);
    arena_delete((*kept)->arena);
  }
  *kept = NULL;
}

void record_forget_relations(FileRecord *self, size_t index) {
  if (index < self->known) self->known = index;
  forget(self, &self->entries.items[index].relations);
}

void record_forget_own(FileRecord *self, size_t index) {
  if (index < self->known) self->known = index;
  forget(self, &self->entries.items[index].own);
  array_free(&self->entries.items[index].references);
}

void record_replace(FileRecord *self, size_t at, size_t removed, size_t added) {
  EntryRecord *entries = mem_zero(added, sizeof *entries);
  uint8_t *nothing = mem_zero(added, sizeof *nothing);
  array_splice(&self->entries, at, removed, entries, added);
  array_splice(&self->says, at, removed, nothing, added);
  mem_free(entries);
  mem_free(nothing);
}
