// Jobs on many threads: handed over in order, each once, few of them ahead, whatever the threads
// do.
#include "random.h"

#include <glossary/base/memory.h>
#include <lsp/jobs.h>
#include <uv.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { COUNT = 2000, MOST_AHEAD_A_THREAD = 16, HEAVY = 8 * 1024 * 1024, WEIGHT_MAX = 4 * HEAVY };

typedef struct {
  uint32_t seed;
  size_t weight;     // of each result
  size_t stop_after; // jobs; 0: never
  size_t taken;      // on the calling thread
  uv_thread_t caller;
  atomic_size_t handed; // the same, for workers to see
  atomic_size_t begun;
  atomic_size_t ahead;   // the most that were begun and not handed over
  atomic_size_t waiting; // results that are done and not handed over
  atomic_size_t most_waiting;
} World;

static void raise_to(atomic_size_t *most, size_t value) {
  size_t seen = atomic_load(most);
  while (seen < value && !atomic_compare_exchange_weak(most, &seen, value)) continue;
}

// Some jobs are quick, some let others pass, a few sleep.
static void dawdle(const World *world, size_t index) {
  uint32_t seed = world->seed + (uint32_t)index * 2654435761u;
  uint32_t pace = random_from(&seed, 64);
  for (uint32_t i = 0; pace < 16 && i < pace * 500; i++) atomic_thread_fence(memory_order_seq_cst);
  if (pace == 63) uv_sleep(1);
}

static JobResult work(void *context, size_t index) {
  World *world = context;
  size_t begun = atomic_fetch_add(&world->begun, 1) + 1;
  raise_to(&world->ahead, begun - atomic_load(&world->handed));
  dawdle(world, index);
  size_t *value = mem_alloc(sizeof *value);
  *value = index * index;
  raise_to(&world->most_waiting, atomic_fetch_add(&world->waiting, 1) + 1);
  return (JobResult){value, world->weight};
}

static bool take(void *context, size_t index, void *value) {
  World *world = context;
  uv_thread_t here = uv_thread_self();
  assert_true(uv_thread_equal(&here, &world->caller));
  assert_int_equal(index, world->taken);
  assert_int_equal(*(size_t *)value, index * index);
  mem_free(value);
  world->taken++;
  atomic_fetch_sub(&world->waiting, 1);
  atomic_store(&world->handed, world->taken);
  return !world->stop_after || world->taken < world->stop_after;
}

static void run(World *world, size_t count, unsigned threads) {
  world->caller = uv_thread_self();
  Jobs jobs = {.count = count, .threads = threads, .work = work, .take = take, .context = world};
  jobs_run(&jobs);
}

static void results_come_in_order_and_each_once(void **state) {
  (void)state;
  static const unsigned threads[] = {1, 2, 3, 8, 40};
  for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
    World world = {.seed = (uint32_t)i + 1};
    run(&world, COUNT, threads[i]);
    assert_int_equal(world.taken, COUNT);
    assert_int_equal(world.begun, COUNT);
  }
}

static void few_jobs_are_done_too(void **state) {
  (void)state;
  for (size_t count = 0; count <= 5; count++) {
    World world = {.seed = 9};
    run(&world, count, 4);
    assert_int_equal(world.taken, count);
  }
}

// One more than the window may show: a worker counts what was handed over a moment ago.
static void few_are_ahead_of_what_is_handed_over(void **state) {
  (void)state;
  for (unsigned threads = 2; threads <= 6; threads += 2) {
    World world = {.seed = threads};
    run(&world, COUNT, threads);
    assert_in_range(world.ahead, 1, threads * MOST_AHEAD_A_THREAD + 1);
  }
}

// Beyond the weight only what each thread has under way may be added.
static void heavy_results_do_not_pile_up(void **state) {
  (void)state;
  for (unsigned threads = 2; threads <= 6; threads += 2) {
    World world = {.seed = threads, .weight = HEAVY};
    run(&world, COUNT / 4, threads);
    assert_in_range(world.most_waiting, 1, WEIGHT_MAX / HEAVY + threads + 1);
  }
}

static void stopping_begins_nothing_more(void **state) {
  (void)state;
  for (unsigned threads = 1; threads <= 5; threads += 2) {
    World world = {.seed = threads, .stop_after = 100};
    run(&world, COUNT, threads);
    assert_int_equal(world.taken, world.begun);
    assert_in_range(world.taken, 100, 100 + threads * MOST_AHEAD_A_THREAD);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(results_come_in_order_and_each_once),
      cmocka_unit_test(few_jobs_are_done_too),
      cmocka_unit_test(few_are_ahead_of_what_is_handed_over),
      cmocka_unit_test(heavy_results_do_not_pile_up),
      cmocka_unit_test(stopping_begins_nothing_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
