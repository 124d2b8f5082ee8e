#include "target.h"

#include "remark.h"

#include <string.h>

static bool is_safe_scheme(Slice scheme) {
  static const Slice safe[] = {{"http", 4}, {"https", 5}, {"mailto", 6}, {"file", 4}};
  for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
    if (slice_eq_ascii_case(scheme, safe[i])) return true;
  return false;
}

bool target_is_safe(Slice target) {
  while (target.len && byte_is_blank(target.ptr[0])) target = slice_from(target, 1);
  if (remark_len(target)) return false; // what stands behind it would be the target
  if (slice_starts_with(target, SLICE("<"))) target = slice_from(target, 1);
  for (size_t i = 0; i < target.len; i++) {
    char c = target.ptr[i];
    if (c == ':') return is_safe_scheme(slice_to(target, i));
    if (c == '&' || c == '\\') return false;
    if (memchr("/?#)> \t\r\n", c, 9)) break;
  }
  return true;
}
