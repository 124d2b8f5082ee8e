// P1: what the index of many terms takes: memory and the time of building it.
#include "bench.h"
#include "indexes.h"
#include "measure.h"

static const uint32_t sizes[] = {FEW_TERMS, MORE_TERMS, MANY_TERMS};
enum { SIZES = sizeof sizes / sizeof *sizes, BYTES_MAX = 170 };

static void measure(const MadeTerms lists[], uint32_t forms) {
  char name[NAME_SIZE];
  uint32_t count = lists[0].count;
  size_t before = heap_used();
  uint64_t start = cpu_now();
  Index *index = index_make(lists, forms);
  double seconds = (double)(cpu_now() - start) / 1e9;
  size_t bytes = heap_used() - before;
  row_name(name, "%s terms, %u form%s each, bytes a term", terms_said(count), forms,
           forms > 1 ? "s" : "");
  if (bytes)
    table_at_most(name, (double)bytes / count, "B", BYTES_MAX);
  else
    table_cannot(name, "this C library does not tell what is allocated");
  table_fact("  time of building it", seconds * 1e3, "ms");
  index_delete(index);
}

void bench_building(const Bench *self) {
  (void)self;
  table_section("P1  the index: what it takes");
  for (int i = 0; i < SIZES; i++) {
    MadeTerms lists[FORMS_MAX];
    for (uint32_t form = 0; form < FORMS_MAX; form++)
      lists[form] = terms_make(form * MANY_TERMS, sizes[i]);
    measure(lists, 1);
    measure(lists, FORMS_MAX);
    for (uint32_t form = 0; form < FORMS_MAX; form++) terms_free(&lists[form]);
  }
}
