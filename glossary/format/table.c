// Tables.
#include "layout.h"

void layout_table(const Slice *rows, uint32_t count, Layout *out) {
  for (uint32_t i = 0; i < count; i++) {
    layout_add(out, rows[i]);
    layout_add(out, SLICE("\n"));
  }
}
