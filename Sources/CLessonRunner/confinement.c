#define _GNU_SOURCE
#include "confinement.h"

#include "landlock.h"
#include "system_call_filter.h"

#include <errno.h>
#include <fcntl.h>
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

// bwrap reads a filter from a descriptor; all of it fits into a pipe.
static int hand_over_filter(int *report) {
  enum { descriptor = 3 };
  struct filter_instruction room[filter_capacity];
  size_t size = make_filter(room, 0, NULL) * sizeof *room;
  int ends[2];
  if (*report <= descriptor) {
    int moved = fcntl(*report, F_DUPFD_CLOEXEC, descriptor + 1);
    if (moved < 0) return errno;
    *report = moved;
  }
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  int error = write(ends[1], room, size) == (ssize_t)size ? 0 : EIO;
  close(ends[1]);
  // Onto itself, a descriptor would keep that it is closed.
  int moved = fcntl(ends[0], F_DUPFD_CLOEXEC, descriptor + 1);
  if (!error && (moved < 0 || dup2(moved, descriptor) < 0)) error = errno;
  return error;
}

int confine_child(const struct child_request *request, int *report, const pid_t starters[2]) {
  switch (request->confinement) {
    case child_trusted: return 0;
    case child_filtered: {
      // For programs that are trusted it is one precaution more.
      int error = apply_filter(0, starters);
      return error == ENOSYS || error == EINVAL ? 0 : error;
    }
    case child_namespaces: return hand_over_filter(report);
    case child_landlock: break;
  }
  int error = give_up_rights(request->becomes_user);
  if (!error) error = restrict_files(request->readable, request->unlisted, request->writable);
  if (error) return error;
  return apply_filter(filter_sockets | filter_attributes | filter_signals, starters);
}
#else
int confine_child(const struct child_request *request, int *report, const pid_t starters[2]) {
  (void)report, (void)starters;
  return request->confinement == child_trusted ? 0 : ENOSYS;
}
#endif
