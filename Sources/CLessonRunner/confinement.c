#define _GNU_SOURCE
#include "confinement.h"

#include "landlock.h"
#include "system_call_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/capability.h>
#include <sys/syscall.h>

// Of root's rights it keeps those by which it reaches files at all, which Landlock then counts, and that
// by which it becomes another user.
static int give_up_rights(int becomes_user) {
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct rights[2];
  if (syscall(SYS_capget, &header, rights) != 0) return errno;
  uint32_t kept = 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH;
  if (becomes_user) kept |= 1u << CAP_SETUID | 1u << CAP_SETGID;
  rights[0].permitted &= kept;
  rights[1].permitted = 0;
  for (int i = 0; i < 2; i++) {
    rights[i].effective = rights[i].permitted;
    rights[i].inheritable = 0;
  }
  return syscall(SYS_capset, &header, rights) == 0 ? 0 : errno;
}

// What bwrap reads from descriptors: the filter, and its own options, which the program could read where
// they stand as arguments. Either fits into a pipe.
enum { filter_descriptor = 3, options_descriptor = 4, first_other = 5 };

// A pipe to be read from a descriptor; returns its end to write, or minus the error's number.
static int pipe_for(int descriptor) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return -errno;
  // Onto itself, a descriptor would keep that it is closed.
  int out = fcntl(ends[1], F_DUPFD_CLOEXEC, first_other);
  int in = fcntl(ends[0], F_DUPFD_CLOEXEC, first_other);
  int error = out < 0 || in < 0 || dup2(in, descriptor) < 0 ? errno : 0;
  for (int i = 0; i < 2; i++)
    if (ends[i] != descriptor) close(ends[i]);
  if (in >= 0) close(in);
  if (!error) return out;
  if (out >= 0) close(out);
  return -error;
}

static int hand_over(int descriptor, const void *bytes, size_t size) {
  int out = pipe_for(descriptor);
  if (out < 0) return -out;
  int error = write(out, bytes, size) == (ssize_t)size ? 0 : EIO;
  close(out);
  return error;
}

// Up to `--`, the arguments go to bwrap by a descriptor.
static int hand_over_options(struct child_request *request) {
  enum { longest = 1 << 15, most = 32 };
  static char options[longest];
  static char *left[most + 4] = {NULL, "--args", "4"};
  size_t size = 0;
  char *const *argument = request->arguments;
  left[0] = *argument;
  for (argument++; *argument && strcmp(*argument, "--") != 0; argument++) {
    size_t length = strlen(*argument) + 1;
    if (size + length > longest) return E2BIG;
    memcpy(options + size, *argument, length);
    size += length;
  }
  int count = 0;
  for (; *argument; argument++) {
    if (count == most) return E2BIG;
    left[3 + count++] = *argument;
  }
  left[3 + count] = NULL;
  request->arguments = left;
  return hand_over(options_descriptor, options, size);
}

static int hand_over_to_bwrap(struct child_request *request, int *report) {
  struct filter_instruction room[filter_capacity];
  size_t size = make_filter(room, 0, NULL) * sizeof *room;
  if (*report < first_other) {
    int moved = fcntl(*report, F_DUPFD_CLOEXEC, first_other);
    if (moved < 0) return errno;
    *report = moved;
  }
  int error = hand_over(filter_descriptor, room, size);
  return error ? error : hand_over_options(request);
}

int confine_child(struct child_request *request, int *report, const pid_t starters[2]) {
  switch (request->confinement) {
    case child_trusted: return 0;
    case child_filtered: {
      // For programs that are trusted it is one precaution more.
      int error = apply_filter(0, starters);
      return error == ENOSYS || error == EINVAL ? 0 : error;
    }
    case child_namespaces: return hand_over_to_bwrap(request, report);
    case child_landlock: break;
  }
  int error = give_up_rights(request->becomes_user);
  if (!error) error = restrict_files(request->readable, request->unlisted, request->writable);
  if (error) return error;
  return apply_filter(filter_sockets | filter_attributes | filter_signals, starters);
}
#else
int confine_child(struct child_request *request, int *report, const pid_t starters[2]) {
  (void)report, (void)starters;
  return request->confinement == child_trusted ? 0 : ENOSYS;
}
#endif
