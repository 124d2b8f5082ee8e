#include "jobs.h"

#include <glossary/base/memory.h>
#include <signal.h>
#include <uv.h>

enum { WINDOW_PER_THREAD = 16, WEIGHT_MAX = 32 * 1024 * 1024 };

typedef struct {
  JobResult result;
  bool ready;
} Slot;

// All but `jobs` and `window` is guarded by the lock.
typedef struct {
  const Jobs *jobs;
  size_t window; // slots
  Slot *slots;   // of job i: slots[i % window]
  size_t begun;  // jobs below it were begun
  size_t handed; // jobs below it were handed over
  size_t weight; // of the results that wait
  bool stopped;
  uv_mutex_t lock;
  uv_cond_t room;  // for workers: the window has moved
  uv_cond_t ready; // for the caller: a result is there
} Run;

// --- on a worker ---

static bool is_over(const Run *self) {
  return self->stopped || self->begun == self->jobs->count;
}

// The job that is handed over next may always begin: the others wait for it.
static bool has_room(const Run *self) {
  size_t ahead = self->begun - self->handed;
  return !ahead || (ahead < self->window && self->weight < WEIGHT_MAX);
}

static bool begin_job(Run *self, size_t *index) {
  uv_mutex_lock(&self->lock);
  while (!is_over(self) && !has_room(self)) uv_cond_wait(&self->room, &self->lock);
  bool found = !is_over(self);
  if (found) *index = self->begun++;
  uv_mutex_unlock(&self->lock);
  return found;
}

static void end_job(Run *self, size_t index, JobResult result) {
  uv_mutex_lock(&self->lock);
  self->slots[index % self->window] = (Slot){result, true};
  self->weight += result.weight;
  if (index == self->handed) uv_cond_signal(&self->ready);
  uv_mutex_unlock(&self->lock);
}

static void on_worker(void *context) {
  Run *self = context;
  for (size_t index; begin_job(self, &index);)
    end_job(self, index, self->jobs->work(self->jobs->context, index));
}

// --- on the calling thread ---

// False when there is nothing more to hand over.
static bool next_result(Run *self, JobResult *result) {
  uv_mutex_lock(&self->lock);
  Slot *slot = &self->slots[self->handed % self->window];
  bool more = self->handed < self->begun || !is_over(self);
  while (more && !slot->ready) uv_cond_wait(&self->ready, &self->lock);
  if (more) {
    *result = slot->result;
    slot->ready = false;
    self->weight -= result->weight;
    self->handed++;
    uv_cond_broadcast(&self->room);
  }
  uv_mutex_unlock(&self->lock);
  return more;
}

static void stop(Run *self) {
  uv_mutex_lock(&self->lock);
  self->stopped = true;
  uv_cond_broadcast(&self->room);
  uv_mutex_unlock(&self->lock);
}

static void hand_over(Run *self) {
  JobResult result;
  for (size_t i = 0; next_result(self, &result); i++)
    if (!self->jobs->take(self->jobs->context, i, result.value)) stop(self);
}

static void run_alone(const Jobs *jobs) {
  for (size_t i = 0; i < jobs->count; i++)
    if (!jobs->take(jobs->context, i, jobs->work(jobs->context, i).value)) return;
}

// Signals go to the calling thread, which knows what must not be broken off in the middle.
static unsigned start_threads(Run *self, uv_thread_t *threads, unsigned count) {
  sigset_t all, before;
  unsigned started = 0;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  while (started < count && !uv_thread_create(&threads[started], on_worker, self)) started++;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}

static void run_together(const Jobs *jobs, unsigned count) {
  Run self = {.jobs = jobs, .window = (size_t)count * WINDOW_PER_THREAD};
  uv_thread_t *threads = mem_zero(count, sizeof *threads);
  self.slots = mem_zero(self.window, sizeof *self.slots);
  uv_mutex_init(&self.lock);
  uv_cond_init(&self.room);
  uv_cond_init(&self.ready);
  unsigned started = start_threads(&self, threads, count);
  if (started)
    hand_over(&self);
  else
    run_alone(jobs);
  for (unsigned i = 0; i < started; i++) uv_thread_join(&threads[i]);
  uv_cond_destroy(&self.ready);
  uv_cond_destroy(&self.room);
  uv_mutex_destroy(&self.lock);
  mem_free(self.slots);
  mem_free(threads);
}

void jobs_run(const Jobs *jobs) {
  unsigned wanted = jobs->threads ? jobs->threads : uv_available_parallelism();
  unsigned count = wanted < jobs->count ? wanted : (unsigned)jobs->count;
  if (count > 1)
    run_together(jobs, count);
  else
    run_alone(jobs);
}
