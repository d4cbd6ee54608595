#pragma once

#include <stdint.h>
#include <sys/types.h>

/// What keeps a program from the rest of the machine.
enum child_confinement {
  /// Nothing: it is no stranger's.
  child_trusted,
  /// The filter of system calls that every stranger's program is under.
  child_filtered,
  /// What bwrap makes, which is the program; it is given the filter as descriptor 3, and its options, up to
  /// `--`, as descriptor 4.
  child_namespaces,
  /// The kernel's Landlock, and a filter that makes up for what that leaves open.
  child_landlock,
};

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
  enum child_confinement confinement;
  /// Whether a guard ends all that has come of it; only what is confined has one.
  int is_guarded;
  /// Under Landlock: what it may read and run, and what it may also write, each ended by NULL.
  char *const *readable, *const *writable;
  /// Folders of which it may read files whose names it knows, but see no list.
  char *const *unlisted;
  /// Whether root keeps the right to become another user.
  int becomes_user;
};

/// Starts a program in a process group of its own, which the kernel kills when the thread that
/// started it ends. Of one that is guarded, the process is a guard, which ends as the program does, and
/// with it all that it has started; SIGTERM ends them at once. Returns the process, or minus the error's
/// number.
pid_t child_start(const struct child_request *request);

/// The version of the kernel's Landlock; 0 where there is none.
int landlock_version(void);

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
