#include "export.h"

static const ExportForm FORMS[] = {
    {"page", export_page},
};

const ExportForm *export_form_named(Slice name) {
  for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
    if (slice_eq(name, slice_of(FORMS[i].name))) return &FORMS[i];
  return NULL;
}
