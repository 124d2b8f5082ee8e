#include "remark.h"

#include <glossary/prose/seek.h>

enum { REMARK_MAX = 4096 }; // how far its end is looked for, so that no text takes long

size_t remark_len(Slice text) {
  Slice open = SLICE("<!--"), close = SLICE("-->");
  if (!slice_starts_with(text, open)) return 0;
  uint32_t len = (uint32_t)slice_to(text, REMARK_MAX).len;
  uint32_t word = blanks_end(text, (uint32_t)open.len, len);
  if (!slice_starts_with(slice_from(text, word), SLICE("gloss-"))) return 0;
  uint32_t end = seek(text, word, len, close);
  return end < len ? end + close.len : 0;
}
