#define _GNU_SOURCE
#include "guard.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

// Calls a function for each child that has not ended, and returns how many there are.
static int for_each_child(void (*visit)(pid_t)) {
  pid_t self = getpid();
  int count = 0;
  DIR *processes = opendir("/proc");
  if (!processes) return 0;
  for (struct dirent *entry; (entry = readdir(processes));) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    char path[300], text[512];
    snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) continue;
    text[length] = 0;
    // The name may hold anything, and stands in parentheses.
    char *rest = strrchr(text, ')');
    int parent = 0;
    char state = 0;
    if (!rest || sscanf(rest + 1, " %c %d", &state, &parent) != 2 || parent != self) continue;
    count += state != 'Z';
    if (state != 'Z') visit((pid_t)atoi(entry->d_name));
  }
  closedir(processes);
  return count;
}

static void stop(pid_t process) { kill(process, SIGSTOP); }

static void end(pid_t process) { kill(process, SIGKILL); }

// Whether there is no child, running or not; those that have ended are forgotten.
static int is_alone(void) {
  pid_t process;
  while ((process = waitpid(-1, NULL, WNOHANG)) > 0) {}
  return process < 0 && errno == ECHILD;
}

// Ends all that has come of the child. They are stopped first, so that none starts another while it is
// looked for; the children of those that end come here.
static void end_all(void) {
  double deadline = seconds_now() + 2;
  int before = -1;
  while (!is_alone()) {
    if (seconds_now() > deadline) kill(0, SIGKILL);
    int count = for_each_child(stop);
    if (count == before) for_each_child(end);
    before = count;
  }
}

void leave_guard(void) {
  sigset_t awaited, none;
  sigemptyset(&none);
  sigemptyset(&awaited);
  sigaddset(&awaited, SIGTERM);
  sigaddset(&awaited, SIGCHLD);
  sigprocmask(SIG_SETMASK, &awaited, NULL);
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
  pid_t guarded = fork();
  if (guarded == 0) {
    sigprocmask(SIG_SETMASK, &none, NULL);
    return;
  }
  for (int file = 0; file < 3; file++) close(file);
#ifdef CLOSE_RANGE_CLOEXEC
  close_range(3, ~0U, 0);
#else
  for (int file = 3; file < 1024; file++) close(file);
#endif
  if (guarded < 0) _exit(127);
  int status = 0, number = 0;
  for (int has_ended = 0; !has_ended;) {
    if (sigwait(&awaited, &number) == 0 && number == SIGTERM) {
      end_all();
      _exit(128 + SIGTERM);
    }
    int of_child;
    for (pid_t process; (process = waitpid(-1, &of_child, WNOHANG)) > 0;) {
      if (process != guarded) continue;
      status = of_child;
      has_ended = 1;
    }
  }
  end_all();
  if (WIFEXITED(status)) _exit(WEXITSTATUS(status));
  signal(WTERMSIG(status), SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  raise(WTERMSIG(status));
  _exit(128 + WTERMSIG(status));
}
