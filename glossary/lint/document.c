#include "document.h"

struct DocumentLint {
  bool known;
};

DocumentLint *document_lint_new(void) {
  return mem_zero(1, sizeof(DocumentLint));
}

void document_lint_delete(DocumentLint *self) {
  mem_free(self);
}

void document_lint_edit(DocumentLint *self, Range range, uint32_t added) {
  (void)range, (void)added;
  self->known = false;
}

void document_lint_reset(DocumentLint *self) {
  self->known = false;
}

bool document_lint_work(DocumentLint *self, const DocumentPlace *place, Text *text, size_t most) {
  (void)place, (void)text, (void)most;
  return self->known = true;
}

Findings document_lint_check(DocumentLint *self, const DocumentPlace *place, Text *text,
                             Arena *arena) {
  (void)arena;
  document_lint_work(self, place, text, SIZE_MAX);
  return (Findings){0};
}
