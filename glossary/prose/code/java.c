// Java, and its relatives whose comments may nest.
#include "code.h"

void prose_read_java(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"//", NULL, RULE_COMMENT},
                {"/*", "*/", RULE_COMMENT | RULE_LINES},
                {"\"\"\"", "\"\"\"", RULE_LINES | RULE_ESCAPES},
                {"\"", "\"", RULE_ESCAPES},
                {"'", "'", RULE_ESCAPES}},
  };
  code_read(&syntax, text, prose);
}

// Kotlin, Scala, Swift. A backslash says nothing in their raw strings.
void prose_read_kotlin(Slice text, Prose *prose) {
  static const CodeSyntax syntax = {
      .rules = {{"//", NULL, RULE_COMMENT},
                {"/*", "*/", RULE_COMMENT | RULE_LINES | RULE_NESTS},
                {"\"\"\"", "\"\"\"", RULE_LINES},
                {"\"", "\"", RULE_ESCAPES},
                {"'\\", "'", RULE_ESCAPES},
                {"'\"", "'", 0}},
  };
  code_read(&syntax, text, prose);
}
