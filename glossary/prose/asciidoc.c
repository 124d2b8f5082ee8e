#include "languages.h"

void prose_read_asciidoc(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
