// Addresses, paths and template macros. They stand in running text of every markup, and a term
// inside them is no use of the term.
#include "protect.h"

#include "../languages.h"

static Cut protect_dot(Pass *pass, uint32_t dot) {
  Cut cut = protect_www(pass, dot);
  return range_len(cut.range) ? cut : protect_file(pass, dot);
}

static Cut find(Pass *pass, uint32_t at) {
  switch (pass->text.ptr[at]) {
  case ':':
    return protect_scheme(pass, at);
  case '.':
    return protect_dot(pass, at);
  case '@':
    return protect_mail(pass, at);
  case '/':
    return protect_path(pass, at);
  case '{':
    return protect_macro(pass, at);
  default:
    return protect_percent(pass, at);
  }
}

void prose_protect(Slice text, Prose *prose) {
  triggers_cut(text, ":.@/{%", find, prose, 0);
}
