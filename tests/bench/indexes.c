#include "indexes.h"

#include <stdlib.h>

Index *index_make(const MadeTerms lists[], uint32_t forms) {
  IndexForm *items = calloc((size_t)lists[0].count * forms, sizeof *items), *item = items;
  for (uint32_t i = 0; i < lists[0].count; i++)
    for (uint32_t form = 0; form < forms; form++)
      *item++ = (IndexForm){.entry = i,
                            .text = lists[form].items[i],
                            .role = form == 0 ? FORM_HEADWORD : FORM_ALIAS,
                            .match = MATCH_SMART};
  Index *index = index_new(items, (size_t)(item - items));
  free(items);
  return index;
}
