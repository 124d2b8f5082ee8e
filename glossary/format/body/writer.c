#include "writer.h"

void writer_begin(Writer *self) {
  static const char SPACES[] = "                ";
  if (self->open)
    layout_add(self->out, slice_new(SPACES, self->gap));
  else
    layout_add(self->out, slice_new(self->prefix.items, self->prefix.len));
  self->open = self->bare = false;
  self->quoted = self->prefix.len && self->prefix.items[self->prefix.len - 2] == '>';
}

static void add_bare_prefix(Writer *self) {
  size_t len = self->prefix.len;
  while (len && self->prefix.items[len - 1] == ' ') len--;
  layout_add(self->out, slice_new(self->prefix.items, len));
}

void writer_end(Writer *self) {
  self->open = false;
  layout_add(self->out, SLICE("\n"));
}

void writer_line(Writer *self, Slice text) {
  if (text.len)
    writer_begin(self);
  else if (!self->open)
    add_bare_prefix(self);
  layout_add(self->out, text);
  writer_end(self);
}

// An empty line below an empty item throws off md4c what follows in the item around that.
void writer_part(Writer *self) {
  bool inside = self->prefix.len >= 2 && self->prefix.items[self->prefix.len - 2] != '>';
  if (self->bare && inside) self->unsure = true;
  writer_line(self, SLICE(""));
}
