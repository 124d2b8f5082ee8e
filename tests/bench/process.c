#define _GNU_SOURCE // addchdir, environ, sched_setaffinity, wait4
#include "process.h"
#include "client/client.h"

#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// ru_maxrss counts in KiB, on macOS in bytes.
double peak_megabytes(const struct rusage *usage) {
#ifdef __APPLE__
  return (double)usage->ru_maxrss / 1e6;
#else
  return (double)usage->ru_maxrss * 1024 / 1e6;
#endif
}

static int exit_status(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static double milliseconds(struct timeval time) {
  return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static int spawn(char *const argv[], const char *folder, const char *out, const char *error,
                 pid_t *pid) {
  enum { WRITE = O_WRONLY | O_CREAT | O_TRUNC };
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out ? out : "/dev/null", WRITE, 0666);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, error ? error : "/dev/null", WRITE,
                                   0666);
  if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
  int problem = posix_spawnp(pid, argv[0], &actions, NULL, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

Run process_run(char *const argv[], const char *folder, const char *out, const char *error) {
  pid_t pid;
  int status = 0;
  struct rusage usage;
  uint64_t start = clock_now();
  if (spawn(argv, folder, out, error, &pid) != 0) return (Run){.status = -1};
  wait4(pid, &status, 0, &usage);
  uint64_t end = clock_now();
  return (Run){
      .wall_ms = (double)(end - start) / 1e6,
      .cpu_ms = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
      .peak_mb = peak_megabytes(&usage),
      .status = exit_status(status),
  };
}

void keep_to_core(int core) {
#ifdef __linux__
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  sched_setaffinity(0, sizeof set, &set);
#else
  (void)core;
#endif
}

int work_apart(void (*work)(const void *context), const void *context) {
  int status = 0;
  fflush(stdout); // or what waits to be printed is printed twice
  pid_t child = fork();
  if (child == 0) {
    work(context);
    exit(0);
  }
  waitpid(child, &status, 0);
  return exit_status(status);
}
