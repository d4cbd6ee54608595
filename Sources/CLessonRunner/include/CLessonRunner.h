#pragma once

#include <stdint.h>
#include <sys/types.h>

/// What a program is started with. Descriptors of -1 stand for /dev/null.
struct child_request {
  const char *path;
  char *const *arguments;
  char *const *environment;
  /// The folder to start in, or NULL for this process's own.
  const char *folder;
  int input, output, errors;
  /// The bytes of address space it may use, or 0 for no limit.
  uint64_t memory;
};

/// Starts a program in a process group of its own, which the kernel kills when the thread that
/// started it ends. Returns the process, or minus the error's number.
pid_t child_start(const struct child_request *request);

/// A pipe whose ends are closed on exec. Returns 0, or minus the error's number.
int child_pipe(int ends[2]);
