// The embedded glossary, for whoever has none of their own. builtin/builtin.S holds its bytes.
#include "../glossary.h"

extern const char glossary_builtin_start[], glossary_builtin_end[];

Slice glossary_builtin(void) {
  return slice_new(glossary_builtin_start, (size_t)(glossary_builtin_end - glossary_builtin_start));
}
