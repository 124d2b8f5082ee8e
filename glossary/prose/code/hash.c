// Settings and build files, whose comments begin with `#`.
#include "code.h"

void prose_read_hash(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"#", NULL, RULE_COMMENT | RULE_WORD},
                {"\"\"\"", "\"\"\"", RULE_LINES | RULE_ESCAPES},
                {"'''", "'''", RULE_LINES},
                {"\"", "\"", RULE_ESCAPES},
                {"'", "'", RULE_WORD}},
  };
  code_read(&syntax, text, prose);
}
