#include "bench.h"
void bench_peers(const Bench *self) {
  (void)self;
}
