// Actions that mend findings: each here, all of a rule, all that are certain.
#include "feature/action.h"

#include "json.h"
#include "lint/draft.h"

// Of a selection that holds more findings, those further down have to be selected by themselves.
enum { FIXES_OFFERED = 100 };

#define QUICKFIX "quickfix"
#define FIX_ALL "source.fixAll.gloss"

static bool is_certain(const Finding *finding) {
  return finding->fix_count && finding->fixes[0].certain;
}

static void add_fixes_of(Actions *self, const Finding *finding) {
  for (uint32_t i = 0; i < finding->fix_count; i++) {
    const Fix *fix = &finding->fixes[i];
    actions_add(self, (Action){.title = fix->title,
                               .kind = QUICKFIX,
                               .finding = finding,
                               .preferred = fix->certain,
                               .edit = actions_edit(self, fix->edits, fix->edit_count)});
  }
}

// ---- all of them

static json_t *edit_of_all(const Actions *self, const RuleInfo *rule) {
  Edits edits = draft_fixes(self->snapshot->checker, self->document, rule, self->arena);
  return edits.count ? actions_edit(self, edits.items, edits.count) : NULL;
}

// Making all fixes takes a copy of the document, so the edit is made when it is wanted, where the
// client can wait for that.
static void add_all(Actions *self, Slice title, const char *kind, const RuleInfo *rule) {
  Action action = {.title = title, .kind = kind};
  if (self->snapshot->abilities->resolves_edits)
    action.data = json_pack("{s{so}ss*}", "textDocument", "uri", json_text(self->document->uri),
                            "rule", rule ? rule->id : NULL);
  else
    action.edit = edit_of_all(self, rule);
  actions_add(self, action);
}

json_t *actions_resolve_fix(Actions *self, const json_t *data) {
  Slice id = json_slice_at(data, "rule");
  const RuleInfo *rule = rule_named(id);
  return id.len && !rule ? NULL : edit_of_all(self, rule);
}

static uint32_t count_certain(const Actions *self, const RuleInfo *rule) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < self->findings->count; i++) {
    const Finding *finding = &self->findings->items[i];
    count += is_certain(finding) && (!rule || finding->rule == rule);
  }
  return count;
}

// For rules with a finding here and one elsewhere.
static void add_all_of_rule(Actions *self, const RuleInfo *rule) {
  if (count_certain(self, rule) < 2) return;
  Slice title = arena_format(self->arena, "Fix all \xE2\x80\x9C%s\xE2\x80\x9D", rule->id);
  add_all(self, title, QUICKFIX, rule);
}

typedef struct {
  bool rules[RULES_MAX]; // by number: it has a certain fix here
} Here;

static Here add_fixes_here(Actions *self) {
  Here here = {0};
  uint32_t offered = 0;
  for (uint32_t i = 0; i < self->findings->count && offered < FIXES_OFFERED; i++) {
    const Finding *finding = &self->findings->items[i];
    if (!actions_concern(self, finding)) continue;
    if (is_certain(finding)) here.rules[rule_number(finding->rule)] = true;
    add_fixes_of(self, finding);
    offered += finding->fix_count;
  }
  return here;
}

void actions_add_fixes(Actions *self) {
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  if (actions_want(self, QUICKFIX)) {
    Here here = add_fixes_here(self);
    for (size_t i = 0; i < count; i++)
      if (here.rules[i]) add_all_of_rule(self, rules[i]);
  }
  if (actions_want(self, FIX_ALL) && count_certain(self, NULL))
    add_all(self, SLICE("Fix all that is certain"), FIX_ALL, NULL);
}
