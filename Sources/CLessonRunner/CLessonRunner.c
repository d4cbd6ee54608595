#define _GNU_SOURCE
#include "CLessonRunner.h"

#include "confinement.h"
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

// Descriptors that this process was given, and knows nothing of, must not live on in a program
// that outlives it: whoever waits for their end would wait for that program.
static void pass_nothing_on(void) {
#ifdef CLOSE_RANGE_CLOEXEC
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
#endif
  for (int file = 3; file < 1024; file++) fcntl(file, F_SETFD, FD_CLOEXEC);
}

static void become(const struct child_request *request, int report, pid_t parent) {
  int is_confined = request->confinement != child_trusted;
  int is_guarded = is_confined && request->is_guarded;
  struct child_request confined = *request;
  // A session has no terminal that it could type into.
  if (is_confined) setsid(); else setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, is_guarded ? SIGTERM : SIGKILL);
  // The parent may have ended before it could be told.
  if (getppid() != parent) _exit(127);
#endif
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  // One that is guarded waits for the guard.
  if (!is_guarded) sigprocmask(SIG_SETMASK, &none, NULL);

  int null = open("/dev/null", O_RDWR);
  int wanted[3] = {request->input, request->output, request->errors};
  for (int i = 0; i < 3; i++) {
    if (dup2(wanted[i] >= 0 ? wanted[i] : null, i) < 0) goto failed;
  }
  if (null > 2) close(null);
  pass_nothing_on();
  if (request->folder && chdir(request->folder) != 0) goto failed;
  if (request->memory > 0) {
    struct rlimit limit = {request->memory, request->memory};
    setrlimit(RLIMIT_AS, &limit);
  }
  if (is_confined) {
    pid_t starters[2] = {parent, is_guarded ? getpid() : parent};
    int error = is_guarded ? leave_guard() : 0;
    if (!error) error = confine_child(&confined, &report, starters);
    if (error) {
      errno = error;
      goto failed;
    }
  }
  execve(confined.path, confined.arguments, confined.environment);
failed:;
  int error = errno;
  ssize_t written = write(report, &error, sizeof error);
  (void)written;
  _exit(127);
}

int child_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : -errno;
#else
  if (pipe(ends) != 0) return -errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

pid_t child_start(const struct child_request *request) {
  int report[2];
  int status = child_pipe(report);
  if (status != 0) return status;
  pid_t parent = getpid();
  pid_t process = fork();
  if (process < 0) {
    int error = errno;
    close(report[0]);
    close(report[1]);
    return -error;
  }
  if (process == 0) {
    close(report[0]);
    become(request, report[1], parent);
  }
  close(report[1]);
  int error = 0;
  ssize_t count;
  do count = read(report[0], &error, sizeof error); while (count < 0 && errno == EINTR);
  close(report[0]);
  if (count != sizeof error) return process;
  // It has ended without becoming the program, and nobody else waits for it.
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
  return -error;
}
