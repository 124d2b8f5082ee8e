// Macros of templates: Jinja, Liquid, Go, Hugo, Vue, Ruby, shell and the like.
#include "protect.h"

#include "../seek.h"

typedef struct {
  char opener[3], closer[3];
} Macro;

enum { MUSTACHE, STATEMENT, REMARK, DOLLAR, ANGLE, PERCENT, MACRO_COUNT };

static const Macro MACROS[MACRO_COUNT] = {
    [MUSTACHE] = {"{{", "}}"}, [STATEMENT] = {"{%", "%}"}, [REMARK] = {"{#", "#}"},
    [DOLLAR] = {"${", "}"},    [ANGLE] = {"<%", "%>"},     [PERCENT] = {"%{", "}"},
};
_Static_assert(MEMO_MACRO + MACRO_COUNT <= MEMO_MAX, "each macro needs a memo");

static bool starts_with(const Pass *pass, uint32_t at, Slice mark) {
  return slice_starts_with(slice_from(pass->text, at), mark);
}

// The end of the closer; 0: there is none before an empty line. What was searched in vain is not
// searched again.
static uint32_t close_macro(Pass *pass, size_t kind, uint32_t at) {
  uint32_t *memo = &pass->memo[MEMO_MACRO + kind];
  Slice closer = slice_of(MACROS[kind].closer);
  if (at < *memo) return 0;
  for (; at < pass->text.len && !is_above_empty_line(slice_from(pass->text, at)); at++)
    if (pass->text.ptr[at] == closer.ptr[0] && starts_with(pass, at, closer))
      return at + (uint32_t)closer.len;
  *memo = at;
  return 0;
}

static Cut read_macro(Pass *pass, size_t kind, uint32_t start) {
  if (!starts_with(pass, start, slice_of(MACROS[kind].opener))) return NO_CUT;
  uint32_t end = close_macro(pass, kind, start + 2);
  if (!end) return NO_CUT;
  if (kind == MUSTACHE && pass_byte(pass, end) == '}') end++; // {{{ x }}}
  if (start < pass->part.start) start = pass->part.start;
  return (Cut){{start, end}, PART_APART};
}

Cut protect_macro(Pass *pass, uint32_t bracket) {
  for (size_t kind = MUSTACHE; kind <= REMARK; kind++) {
    Cut cut = read_macro(pass, kind, bracket);
    if (cut.range.end) return cut;
  }
  return pass_byte(pass, (int64_t)bracket - 1) == '$' ? read_macro(pass, DOLLAR, bracket - 1)
                                                      : NO_CUT;
}

Cut protect_percent(Pass *pass, uint32_t at) {
  Cut cut = at ? read_macro(pass, ANGLE, at - 1) : NO_CUT;
  return cut.range.end ? cut : read_macro(pass, PERCENT, at);
}
