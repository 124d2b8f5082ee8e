// The documentation of the rules, made from their table: what `gloss rules` prints, what is
// installed as a page, and what diagnostics link to.
#pragma once

#include <glossary/base/arena.h>
#include <glossary/lint/rules.h>

// One rule as a section of Markdown: what it finds, why that matters, a bad and a good example.
Slice rule_markdown(const RuleInfo *rule, Arena *arena);

// `error, can be fixed`: how severe its findings are, and whether --fix mends some.
Slice rule_standing(const RuleInfo *rule, Arena *arena);

// The installed page with a section for each rule, as a URI to which `#<rule id>` is added; an
// empty slice when no such file is installed beside this program. Looks at the disk.
Slice rules_page_uri(Arena *arena);
