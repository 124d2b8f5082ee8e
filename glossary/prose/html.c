#include "languages.h"

void prose_read_html(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
