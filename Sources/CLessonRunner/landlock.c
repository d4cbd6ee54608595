// Landlock, without the C library's help: it has none. The numbers are the kernel's own, because its
// headers on an older system know less than the kernel that runs.
#define _GNU_SOURCE
#include "landlock.h"

#include "CLessonRunner.h"

#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { nr_create_ruleset = 444, nr_add_rule = 445, nr_restrict_self = 446 };
enum { ask_version = 1, below_path = 1 };

enum {
  may_execute = 1 << 0,
  may_write_file = 1 << 1,
  may_read_file = 1 << 2,
  may_read_folder = 1 << 3,
  may_remove_folder = 1 << 4,
  may_remove_file = 1 << 5,
  may_make_device = 1 << 6,
  may_make_folder = 1 << 7,
  may_make_file = 1 << 8,
  may_make_socket = 1 << 9,
  may_make_pipe = 1 << 10,
  may_make_block_device = 1 << 11,
  may_make_link = 1 << 12,
  may_refer = 1 << 13,
  may_truncate = 1 << 14,
  may_control_devices = 1 << 15,
};

struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scoped;
};

struct below {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

int landlock_version(void) {
  long version = syscall(nr_create_ruleset, NULL, 0, ask_version);
  return version < 0 ? 0 : (int)version;
}

static int allow(int ruleset, const char *path, uint64_t rights) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return errno == ENOENT || errno == EACCES || errno == ENOTDIR ? 0 : errno;
  struct stat status;
  uint64_t of_files =
      may_execute | may_write_file | may_read_file | may_truncate | may_control_devices;
  if (fstat(file, &status) == 0 && !S_ISDIR(status.st_mode)) rights &= of_files;
  struct below rule = {rights, file};
  int error = syscall(nr_add_rule, ruleset, below_path, &rule, 0) == 0 ? 0 : errno;
  close(file);
  return error;
}

int restrict_files(char *const *readable, char *const *unlisted, char *const *writable) {
  int version = landlock_version();
  if (version < 1) return ENOSYS;
  uint64_t all = (1 << 13) - 1;
  if (version >= 2) all |= may_refer;
  if (version >= 3) all |= may_truncate;
  if (version >= 5) all |= may_control_devices;
  // No port is bound or connected to; no signal and no nameless socket reaches what is outside.
  struct ruleset wanted = {all, version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int ruleset = (int)syscall(nr_create_ruleset, &wanted, size, 0);
  if (ruleset < 0) return errno;
  int error = 0;
  uint64_t reading = may_execute | may_read_file | may_read_folder;
  uint64_t writing = all & ~(uint64_t)(may_make_device | may_make_block_device | may_control_devices);
  for (char *const *path = readable; !error && *path; path++) error = allow(ruleset, *path, reading);
  for (char *const *path = unlisted; !error && *path; path++)
    error = allow(ruleset, *path, may_read_file);
  for (char *const *path = writable; !error && *path; path++) error = allow(ruleset, *path, writing);
  if (!error && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) error = errno;
  if (!error && syscall(nr_restrict_self, ruleset, 0) != 0) error = errno;
  close(ruleset);
  return error;
}
#else
int landlock_version(void) { return 0; }

int restrict_files(char *const *readable, char *const *unlisted, char *const *writable) {
  (void)readable, (void)unlisted, (void)writable;
  return ENOSYS;
}
#endif
