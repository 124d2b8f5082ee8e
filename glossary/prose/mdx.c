#include "languages.h"

void prose_read_mdx(Slice text, Prose *prose) {
  prose_read_markdown(text, prose);
}
