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
#include <sys/resource.h>
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

struct process {
  pid_t number, parent;
  int is_ours;
};

// The parent of a process; 0 for one that is gone. One whose first thread has ended may run on.
static pid_t parent_of(const char *process) {
  char path[300], text[512];
  snprintf(path, sizeof path, "/proc/%s/stat", process);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  if (length <= 0) return 0;
  text[length] = 0;
  // The name may hold anything, and stands in parentheses.
  char *rest = strrchr(text, ')');
  int parent = 0;
  char state = 0;
  if (!rest || sscanf(rest + 1, " %c %d", &state, &parent) != 2) return 0;
  return parent;
}

// Sends a signal to all that has come of this process and runs, and returns how many they are.
static int signal_all(int number) {
  struct process *all = NULL;
  size_t count = 0, capacity = 0;
  DIR *folder = opendir("/proc");
  if (!folder) return 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    if (!isdigit((unsigned char)entry->d_name[0])) continue;
    pid_t parent = parent_of(entry->d_name);
    if (parent == 0) continue;
    if (count == capacity) {
      size_t larger = capacity ? 2 * capacity : 256;
      struct process *moved = realloc(all, larger * sizeof *all);
      if (!moved) break;
      all = moved;
      capacity = larger;
    }
    all[count++] = (struct process){(pid_t)atoi(entry->d_name), parent, 0};
  }
  closedir(folder);
  pid_t self = getpid();
  int ours = 0;
  for (int before = -1; before != ours;) {
    before = ours;
    for (size_t i = 0; i < count; i++) {
      int is_ours = all[i].parent == self;
      for (size_t j = 0; !is_ours && j < count; j++)
        is_ours = all[j].is_ours && all[j].number == all[i].parent;
      if (!is_ours || all[i].is_ours) continue;
      all[i].is_ours = 1;
      ours++;
    }
  }
  for (size_t i = 0; i < count; i++) {
    if (all[i].is_ours) kill(all[i].number, number);
  }
  free(all);
  return ours;
}

// Whether there is no child, running or not; those that have ended are forgotten.
static int is_alone(void) {
  pid_t process;
  while ((process = waitpid(-1, NULL, WNOHANG)) > 0) {}
  return process < 0 && errno == ECHILD;
}

// Ends all that has come of the child. They are stopped first, so that none starts another while it is
// looked for; the children of those that end come here.
static void end_all(void) {
  double deadline = seconds_now() + 4;
  int before = -1;
  while (!is_alone() && seconds_now() < deadline) {
    int count = signal_all(SIGSTOP);
    if (count == before) signal_all(SIGKILL);
    before = count;
  }
}

static void close_all(void) {
#ifdef CLOSE_RANGE_CLOEXEC
  if (close_range(0, ~0U, 0) == 0) return;
#endif
  for (int file = 0; file < 1024; file++) close(file);
}

int leave_guard(void) {
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
  if (guarded < 0) return errno;
  if (guarded == 0) {
    sigprocmask(SIG_SETMASK, &none, NULL);
    return 0;
  }
  close_all();
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
  // It ends as the child did, but leaves no core of what gradus had in memory.
  struct rlimit nothing = {0, 0};
  setrlimit(RLIMIT_CORE, &nothing);
#ifdef __linux__
  prctl(PR_SET_DUMPABLE, 0);
#endif
  signal(WTERMSIG(status), SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  raise(WTERMSIG(status));
  _exit(128 + WTERMSIG(status));
}
