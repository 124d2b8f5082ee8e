// What is shown of an entry, whoever shows it.
#pragma once

#include <glossary/store.h>

// Whether a form is listed beside the name: avoided ones are not.
static inline bool form_is_shown(const Form *form) {
  return form->role != FORM_HEADWORD && form->role != FORM_AVOID;
}

// The line of its heading, from 1.
static inline uint32_t entry_line(const Entry *entry) {
  return text_line_at(entry->file->text, entry_range(entry).start) + 1;
}
