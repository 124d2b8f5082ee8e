#include "layout.h"

void layout_fields(Slice bytes, const Field *fields, uint32_t count, const FormatStyle *style,
                   Layout *out) {
  (void)style;
  for (uint32_t i = 0; i < count; i++) {
    layout_add(out, slice_range(bytes, fields[i].line));
    layout_add(out, SLICE("\n"));
  }
}
