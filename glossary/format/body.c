// A body, line by line.
#include "layout.h"

#include "../line.h"

void layout_body(Slice body, const FormatStyle *style, Layout *out) {
  (void)style;
  while (body.len) {
    layout_add(out, line_next(&body));
    layout_add(out, SLICE("\n"));
  }
}
