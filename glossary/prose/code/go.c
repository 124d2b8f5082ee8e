// Go. Raw strings have no escapes, and examples in comments are indented by a tab.
#include "code.h"

void prose_read_go(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"//", NULL, RULE_COMMENT},
                {"/*", "*/", RULE_COMMENT | RULE_LINES},
                {"\"", "\"", RULE_ESCAPES},
                {"`", "`", RULE_LINES},
                {"'", "'", RULE_ESCAPES}},
      .comments = {.tab = true},
  };
  code_read(&syntax, text, prose);
}
