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
  /// Whether it makes processes that do not end with it until it has set all up.
  int is_sandbox;
};

/// Starts a program in a process group of its own, which the kernel kills when the thread that
/// started it ends. Returns the process, or minus the error's number.
pid_t child_start(const struct child_request *request);

/// A pipe whose ends are closed on exec. Returns 0, or minus the error's number.
int child_pipe(int ends[2]);

/// An edit by which the compiler would fix a mistake, in lines and columns counted from 1.
struct fix_it {
  /// The message that it belongs to, and where that is.
  const char *message;
  unsigned line, column;
  /// What is replaced, and by what.
  unsigned start_line, start_column, end_line, end_column;
  const char *text;
};

typedef void (*fix_it_visitor)(void *context, const struct fix_it *found);

/// Visits all edits among the diagnostics that a compiler has serialized into a file. `library`
/// is the toolchain's libclang, which knows their form. Returns 0, or -1 when it can't read them.
/// One thread at a time.
int read_fix_its(const char *library, const char *path, void *context, fix_it_visitor visit);
