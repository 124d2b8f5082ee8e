// scan TERMS BYTES: makes that many terms and that much text and scans it once. Under callgrind
// only the scan is counted.
#include "indexes.h"
#include "texts.h"

#include <stdio.h>
#include <stdlib.h>
#ifdef HAVE_CALLGRIND
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

int main(int argc, char **argv) {
  if (argc != 3) return fputs("usage: scan TERMS BYTES\n", stderr), 2;
  MadeTerms terms = terms_make(0, (uint32_t)strtoul(argv[1], NULL, 10));
  Slice text = text_make(strtoul(argv[2], NULL, 10), TEXT_PLAIN);
  Index *index = index_make(&terms, 1);
  const Index *layers[] = {index};
  Matches matches = {0};
  Scan scan = {.text = text};
  CALLGRIND_START_INSTRUMENTATION;
  index_scan(layers, 1, &scan, &matches);
  CALLGRIND_STOP_INSTRUMENTATION;
  printf("%zu bytes, %zu matches\n", text.len, matches.len);
  array_free(&matches);
  index_delete(index);
  free((char *)text.ptr);
  terms_free(&terms);
  return 0;
}
