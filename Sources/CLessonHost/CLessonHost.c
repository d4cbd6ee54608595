#define _GNU_SOURCE
#include "CLessonHost.h"

#include <dlfcn.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <unistd.h>

static void set_limit(int resource, uint64_t value) {
  struct rlimit limit = {value, value};
  setrlimit(resource, &limit);
}

// The program says that its time is over and stops as by a fault, so that the backtrace names
// the line that it was in.
static void time_is_over(int number) {
  (void)number;
  static const char message[] = "\ngradus: time limit\n";
  ssize_t written = write(STDERR_FILENO, message, sizeof message - 1);
  (void)written;
  raise(SIGQUIT);
}

const char *confine(const struct lesson_limits *limits) {
  // Root is not bound by the limit on processes, and a lesson needs nothing that root may do.
  if (getuid() == 0) {
    uid_t user = limits->user;
    if (setgroups(0, NULL) != 0 || setresgid(user, user, user) != 0 ||
        setresuid(user, user, user) != 0)
      return "the sandbox does not let it give up root";
#ifdef __linux__
    // The runtime's backtrace reads the process's own maps.
    prctl(PR_SET_DUMPABLE, 1);
#endif
  }
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_AS, limits->memory);
  set_limit(RLIMIT_FSIZE, limits->file_size);
  set_limit(RLIMIT_NPROC, limits->processes);
  setvbuf(stdout, NULL, _IOLBF, 1 << 16);
  signal(SIGALRM, time_is_over);
  alarm(limits->seconds);
  return NULL;
}

const char *run_program(const char *path, const char *entry) {
  void *program = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  if (!program) return dlerror();
  int (*run)(int, char **) = (int (*)(int, char **))dlsym(program, entry);
  if (!run) return dlerror();
  run(0, NULL);
  fflush(NULL);
  return NULL;
}
