// What a confined program may not ask of the kernel: namespaces of its own, in which it could mount what
// no limit counts, a look into other processes, memory that no limit sees, and sockets of a kind that all
// of the machine shares. A lesson needs none of it, and it is where holes in kernels have been.
#define _GNU_SOURCE
#include "system_call_filter.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#endif

#ifdef NATIVE

#define NEW_SPACES                                                                          \
  (CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | \
   CLONE_NEWCGROUP)

// Calls that the headers of an older system do not name have the same numbers everywhere.
enum {
  nr_mount_setattr = 442, nr_memfd_secret = 447, nr_fchmodat2 = 452, nr_setxattrat = 463,
  nr_removexattrat = 466, nr_file_setattr = 469, nr_pidfd_getfd = 438, nr_process_madvise = 440,
  nr_pidfd_open = 434, nr_openat2 = 437,
};

struct filter {
  struct filter_instruction *room;
  size_t count;
};

static void add(struct filter *filter, uint16_t code, uint8_t if_true, uint8_t if_false, uint32_t value) {
  if (filter->count < filter_capacity)
    filter->room[filter->count] = (struct filter_instruction){code, if_true, if_false, value};
  filter->count++;
}

static void load(struct filter *filter, size_t offset) {
  add(filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)offset);
}

static void end(struct filter *filter, uint32_t action) {
  add(filter, BPF_RET | BPF_K, 0, 0, action);
}

static uint32_t refusal(int error) { return SECCOMP_RET_ERRNO | (uint32_t)error; }

#define LOW(index) (offsetof(struct seccomp_data, args) + 8 * (index))

// Answers a call with an error.
static void refuse(struct filter *filter, uint32_t number, int error) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, number);
  end(filter, refusal(error));
}

// Answers a call with an error where a comparison with an argument comes out so.
static void refuse_where(
    struct filter *filter, uint32_t number, size_t argument, uint16_t comparison, uint32_t value, int holds,
    int error) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, number);
  load(filter, LOW(argument));
  add(filter, BPF_JMP | comparison | BPF_K, holds ? 0 : 1, holds ? 1 : 0, value);
  end(filter, refusal(error));
  load(filter, offsetof(struct seccomp_data, nr));
}

static void refuse_value(
    struct filter *filter, uint32_t number, size_t argument, uint32_t value, int error) {
  refuse_where(filter, number, argument, BPF_JEQ, value, 1, error);
}

static void refuse_unless(
    struct filter *filter, uint32_t number, size_t argument, uint32_t value, int error) {
  refuse_where(filter, number, argument, BPF_JEQ, value, 0, error);
}

// Where the argument has any of some bits.
static void refuse_bits(struct filter *filter, uint32_t number, size_t argument, uint32_t bits, int error) {
  refuse_where(filter, number, argument, BPF_JSET, bits, 1, error);
}

// Answers a call with an error where some bits of an argument have a value.
static void refuse_masked(
    struct filter *filter, uint32_t number, size_t argument, uint32_t mask, uint32_t value, int error) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 5, number);
  load(filter, LOW(argument));
  add(filter, BPF_ALU | BPF_AND | BPF_K, 0, 0, mask);
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value);
  end(filter, refusal(error));
  load(filter, offsetof(struct seccomp_data, nr));
}

// Answers a call that makes sockets with an error unless they are of a family that is this world's own.
static void allow_families(
    struct filter *filter, uint32_t number, const uint32_t *families, uint8_t count) {
  add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, (uint8_t)(count + 3), number);
  load(filter, LOW(0));
  for (uint8_t i = 0; i < count; i++)
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, (uint8_t)(count - i), 0, families[i]);
  end(filter, refusal(EAFNOSUPPORT));
  load(filter, offsetof(struct seccomp_data, nr));
}

static void refuse_what_none_may(struct filter *filter) {
  static const uint32_t calls[] = {
    // Namespaces, mounts and roots.
    __NR_unshare, __NR_setns, __NR_mount, __NR_umount2, __NR_pivot_root, __NR_chroot, __NR_fsopen,
    __NR_fsconfig, __NR_fspick, __NR_fsmount, __NR_move_mount, __NR_open_tree, nr_mount_setattr,
    __NR_swapon, __NR_swapoff, __NR_quotactl, __NR_acct, __NR_open_by_handle_at,
    // Other processes.
    __NR_ptrace, __NR_process_vm_writev, nr_pidfd_getfd, nr_process_madvise, __NR_kcmp,
    // The kernel's own doors.
    __NR_keyctl, __NR_add_key, __NR_request_key, __NR_bpf, __NR_perf_event_open, __NR_userfaultfd,
    __NR_io_uring_setup, __NR_io_uring_enter, __NR_io_uring_register, __NR_syslog, __NR_fanotify_init,
    __NR_kexec_load, __NR_init_module, __NR_finit_module, __NR_delete_module, __NR_reboot,
    __NR_settimeofday, __NR_clock_settime, __NR_clock_adjtime, __NR_adjtimex,
    // Memory that belongs to no process, and queues by their numbers, whoever's they are.
    __NR_memfd_create, nr_memfd_secret, __NR_shmget, __NR_shmat, __NR_shmctl, __NR_semget, __NR_semop,
    __NR_semtimedop, __NR_semctl, __NR_msgget, __NR_msgsnd, __NR_msgrcv, __NR_msgctl, __NR_mq_open,
    __NR_mq_unlink,
    // What others do with the machine's files.
#ifdef __x86_64__
    __NR_inotify_init,
#endif
    __NR_inotify_init1,
  };
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) refuse(filter, calls[i], EPERM);
  // Its arguments are out of sight here; the C library then uses `clone`.
  refuse(filter, __NR_clone3, ENOSYS);
  refuse_bits(filter, __NR_clone, 0, NEW_SPACES, EPERM);
  // Larger buffers in the kernel than those that all get.
  refuse_value(filter, __NR_fcntl, 1, F_SETPIPE_SZ, EPERM);
  // What a terminal would take for typed.
  refuse_value(filter, __NR_ioctl, 1, TIOCSTI, EPERM);
  refuse_value(filter, __NR_ioctl, 1, TIOCLINUX, EPERM);
  static const uint32_t sizes[] = {SO_SNDBUF, SO_RCVBUF, SO_SNDBUFFORCE, SO_RCVBUFFORCE};
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
    refuse_value(filter, __NR_setsockopt, 2, sizes[i], EPERM);
}

static void refuse_attributes(struct filter *filter) {
  static const uint32_t calls[] = {
#ifdef __x86_64__
    __NR_chmod, __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
    __NR_fchmod, __NR_fchmodat, nr_fchmodat2, __NR_fchown, __NR_fchownat, __NR_utimensat,
    __NR_setxattr, __NR_lsetxattr, __NR_fsetxattr, nr_setxattrat, __NR_removexattr,
    __NR_lremovexattr, __NR_fremovexattr, nr_removexattrat, nr_file_setattr, __NR_truncate,
  };
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) refuse(filter, calls[i], EPERM);
  // Flags of files, for which a descriptor to read is enough.
  refuse_value(filter, __NR_ioctl, 1, (uint32_t)FS_IOC_SETFLAGS, EPERM);
  refuse_value(filter, __NR_ioctl, 1, (uint32_t)FS_IOC_FSSETXATTR, EPERM);
  // Before Linux 6.2 a file that is opened for nothing, or to be read, can be emptied by that.
  for (uint32_t access = 0; access <= 3; access += 3) {
#ifdef __x86_64__
    refuse_masked(filter, __NR_open, 1, O_TRUNC | 3, O_TRUNC | access, EPERM);
#endif
    refuse_masked(filter, __NR_openat, 2, O_TRUNC | 3, O_TRUNC | access, EPERM);
  }
  // Its arguments are out of sight here.
  refuse(filter, nr_openat2, ENOSYS);
}

static void refuse_signals(struct filter *filter, const pid_t starters[2]) {
  static const uint32_t calls[] = {
    __NR_kill, __NR_tkill, __NR_tgkill, __NR_rt_sigqueueinfo, __NR_rt_tgsigqueueinfo,
  };
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
    refuse_value(filter, calls[i], 0, (uint32_t)-1, EPERM);
    for (int j = 0; j < 2; j++) {
      refuse_value(filter, calls[i], 0, (uint32_t)starters[j], EPERM);
      refuse_value(filter, calls[i], 0, (uint32_t)-starters[j], EPERM);
    }
  }
  refuse(filter, nr_pidfd_open, EPERM);
  // The group that the guard is in.
  refuse_value(filter, __NR_kill, 0, 0, EPERM);
  // Signals that the kernel sends for a file.
  static const uint32_t owners[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};
  for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
    refuse_value(filter, __NR_fcntl, 1, owners[i], EPERM);
  refuse_value(filter, __NR_ioctl, 1, FIOSETOWN, EPERM);
  refuse_value(filter, __NR_ioctl, 1, SIOCSPGRP, EPERM);
  // Limits and turns of others; 0 is the caller itself. A limit that is passed sends signals.
  static const uint32_t turns[] = {
    __NR_prlimit64, __NR_sched_setaffinity, __NR_sched_setscheduler, __NR_sched_setattr,
    __NR_sched_setparam,
  };
  for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
    refuse_unless(filter, turns[i], 0, 0, EPERM);
  refuse_unless(filter, __NR_setpriority, 0, PRIO_PROCESS, EPERM);
  refuse_unless(filter, __NR_setpriority, 1, 0, EPERM);
  refuse(filter, __NR_ioprio_set, EPERM);
}

size_t make_filter(struct filter_instruction *room, int options, const pid_t starters[2]) {
  struct filter filter = {room, 0};
  // Another architecture has other numbers.
  load(&filter, offsetof(struct seccomp_data, arch));
  add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, NATIVE);
  end(&filter, refusal(EPERM));
  load(&filter, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
  add(&filter, BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000);
  end(&filter, refusal(EPERM));
#endif
  refuse_what_none_may(&filter);
  static const uint32_t families[] = {AF_UNIX, AF_INET, AF_INET6};
  if (options & filter_sockets) {
    refuse(&filter, __NR_socket, EPERM);
    // One of a pair that sends datagrams can send them to others, too.
    refuse_bits(&filter, __NR_socketpair, 1, SOCK_DGRAM, EPERM);
  } else {
    allow_families(&filter, __NR_socket, families, 3);
  }
  allow_families(&filter, __NR_socketpair, families, 1);
  if (options & filter_attributes) refuse_attributes(&filter);
  if (options & filter_signals) refuse_signals(&filter, starters);
  end(&filter, SECCOMP_RET_ALLOW);
  return filter.count <= filter_capacity ? filter.count : 0;
}

int apply_filter(int options, const pid_t starters[2]) {
  struct filter_instruction room[filter_capacity];
  _Static_assert(sizeof *room == sizeof(struct sock_filter), "an instruction is as the kernel has it");
  struct sock_fprog program = {
    (unsigned short)make_filter(room, options, starters), (struct sock_filter *)room};
  if (program.len == 0) return ENOSYS;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? 0 : errno;
}
#endif
#endif

#if !defined(__linux__) || !defined(NATIVE)
#include <errno.h>

size_t make_filter(struct filter_instruction *room, int options, const pid_t starters[2]) {
  (void)room, (void)options, (void)starters;
  return 0;
}

int apply_filter(int options, const pid_t starters[2]) {
  (void)options, (void)starters;
  return ENOSYS;
}
#endif
