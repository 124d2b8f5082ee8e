#include "languages.h"

void prose_read_latex(Slice text, Prose *prose) {
  prose_read_plain(text, prose);
}
