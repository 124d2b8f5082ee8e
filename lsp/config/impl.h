// What a Config is made of: for reading it and for asking it, nobody else.
#pragma once

#include "config.h"
#include "patterns.h"

typedef struct {
  const RuleInfo *rule;
  Severity severity;
} RuleLevel;

typedef Array(RuleLevel) RuleLevels;

typedef struct {
  Patterns files;
  RuleLevels rules;
} Override;

typedef struct {
  Pattern pattern;
  Slice language;
} LanguageOf;

// All slices live in the arena.
struct Config {
  Arena *arena;
  Slice path;
  Text *text;
  Array(ConfigProblem) problems; // ascending by place
  Array(ConfigGlossary) glossaries;
  Patterns ignore;
  Array(LanguageOf) languages;
  RuleLevels rules;
  Array(Override) overrides;
  StyleChoice style;
  bool is_known;
};

// Reads the text of `self`.
void config_read_text(Config *self);
