// A gloss.json of any bytes: its problems ascend, lie in the text and are texts themselves, and
// what is asked of it has an answer.
#include "fuzz.h"

#include <glossary/base/utf.h>
#include <lsp/config/config.h>

static void look_at_problems(const Config *config, size_t len) {
  size_t count;
  uint32_t start = 0;
  const ConfigProblem *problems = config_problems(config, &count);
  MUST(count <= CONFIG_PROBLEMS_MAX + 1);
  for (size_t i = 0; i < count; i++) {
    Range range = problems[i].range;
    MUST(start <= range.start && range.start <= range.end && range.end <= len);
    Slice message = problems[i].message;
    MUST(message.len && utf_find_invalid(message, 0) == message.len);
    start = range.start;
  }
}

static void look_at_glossaries(const Config *config, size_t len) {
  size_t count;
  const ConfigGlossary *glossaries = config_glossaries(config, &count);
  for (size_t i = 0; i < count; i++) {
    MUST(glossaries[i].range.start < glossaries[i].range.end && glossaries[i].range.end <= len);
    MUST(glossaries[i].pattern.len);
  }
}

static void ask(const Config *config, Slice path) {
  RuleSettings settings = config_rules(config, path);
  size_t count;
  const RuleInfo *const *rules = lint_rules(&count);
  for (size_t i = 0; i < count; i++) rule_settings_enabled(&settings, rules[i]);
  config_ignores(config, path);
  config_ignores_folder(config, path);
  config_language(config, path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Slice text = input_of(data, size);
  Config *config = config_read(SLICE("/w/p/gloss.json"), text);
  Config *again = config_read(SLICE("/w/p/gloss.json"), text);
  MUST(config_same(config, again));
  config_delete(again);
  look_at_problems(config, size);
  look_at_glossaries(config, size);
  ask(config, SLICE("/w/p/docs/a.md"));
  ask(config, SLICE("/w/elsewhere/a.inc"));
  config_delete(config);
  return 0;
}
