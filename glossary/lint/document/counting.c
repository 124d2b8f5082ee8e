// What of a document is counted.
#include "census.h"
#include "stretches.h"

static bool is_counted(const Mention *mention) {
  return mention->rule->document->counted;
}

void census_add(Census *self, const DocumentLint *lint) {
  const Stretches *stretches = document_lint_stretches(lint);
  for (size_t i = 0; i < stretches->items.len; i++) {
    const Found *found = &stretches->items.items[i].found;
    for (uint32_t k = 0; k < found->mention_count; k++) {
      const Mention *mention = &found->mentions[k];
      if (is_counted(mention)) census_count(self, mention->key, mention->kind, mention->text);
    }
  }
}

bool census_is_wanted(const RuleSettings *settings) {
  for (size_t i = 0; i < RULE_COUNT; i++) {
    const DocumentRule *rule = RULES[i]->document;
    if (rule && rule->counted && rule_settings_enabled(settings, &RULES[i]->info)) return true;
  }
  return false;
}
