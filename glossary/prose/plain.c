// Plain text: all of it. Empty lines part paragraphs by themselves (match/words.h).
#include "languages.h"
#include "writer.h"

void prose_read_plain(Slice text, Prose *prose) {
  Writer out = writer_new(prose);
  write_text(&out, 0, (uint32_t)text.len);
}
