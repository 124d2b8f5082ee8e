#include "format.h"

Formatting format_file(const GlossaryFile *file, const FormatStyle *style, Range within,
                       Arena *arena) {
  (void)file, (void)style, (void)within, (void)arena;
  return (Formatting){0};
}
