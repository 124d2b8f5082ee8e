// The reader of LaTeX: where it is, and which groups are open. Private to this folder.
#pragma once

#include "../writer.h"
#include "names.h"

// An open group, an optional argument or a piece of math.
typedef struct {
  char close;            // the byte that ends it; see below
  bool hides;            // no running text inside
  bool is_short;         // an empty line ends it too, as it would for TeX
  PartLink link;         // behind it
  const char *arguments; // that its command still takes
} Group;

// What ends a group besides `}`, `]` and `$`.
enum { CLOSE_DISPLAY = '2', CLOSE_COMMAND = 'e' };

typedef struct {
  Writer out;
  Slice text;
  uint32_t at, end;
  uint32_t pending; // where text begins that is not written yet
  Array(Group) groups;
  uint32_t hiding; // how many groups hide
  uint32_t brief;  // how many are short
  uint32_t braces; // how many end with `}`
} LatexReader;

static inline char latex_byte(const LatexReader *self, uint32_t at) {
  return at < self->end ? self->text.ptr[at] : 0;
}

// Writes what is pending, and goes on at `to`; what lies between is left out.
void latex_skip(LatexReader *self, uint32_t to, PartLink link);

// The first of `sign` at or after `from`; the end when there is none.
uint32_t latex_find(const LatexReader *self, Slice sign, uint32_t from);

// Behind blanks, not over the end of a line.
uint32_t latex_skip_blanks(const LatexReader *self, uint32_t at);

// Behind the name of the command whose backslash stands at `at`.
uint32_t latex_command_end(const LatexReader *self, uint32_t at);

// The sign that opens or closes a group has `len` bytes.
void latex_open(LatexReader *self, uint32_t len, Group group);
void latex_close(LatexReader *self, uint32_t len);
bool latex_top_is(const LatexReader *self, char close);

// At `}`.
void latex_close_brace(LatexReader *self);

// Ends what TeX would have ended here, and what is open inside it.
void latex_close_short(LatexReader *self);

void latex_close_all(LatexReader *self);

// Reads what a command takes. An argument that is running text is only opened here; `latex_close`
// reads on behind it.
void latex_take_arguments(LatexReader *self, const char *arguments, PartLink link);
