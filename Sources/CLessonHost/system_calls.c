// What a lesson's program may not ask of the kernel, whatever namespaces it is in: namespaces of its
// own, in which it could mount what no limit counts, and a look into other processes. A lesson needs
// none of it, and it is where holes in kernels have been.
#define _GNU_SOURCE
#include "system_calls.h"

#ifdef __linux__
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#endif

#define NEW_SPACES                                                                          \
  (CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | \
   CLONE_NEWCGROUP)

#define FIELD(name) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define REFUSE_CALL(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), REFUSE(EPERM)

const char *refuse_system_calls(void) {
#ifdef NATIVE
  struct sock_filter filter[] = {
    // Another architecture has other numbers.
    FIELD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
    REFUSE(EPERM),
    FIELD(nr),
#ifdef __x86_64__
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    REFUSE(EPERM),
#endif
    REFUSE_CALL(unshare),
    REFUSE_CALL(setns),
    REFUSE_CALL(mount),
    REFUSE_CALL(umount2),
    REFUSE_CALL(pivot_root),
    REFUSE_CALL(chroot),
    REFUSE_CALL(fsopen),
    REFUSE_CALL(fsmount),
    REFUSE_CALL(move_mount),
    REFUSE_CALL(open_tree),
    REFUSE_CALL(ptrace),
    REFUSE_CALL(process_vm_writev),
    REFUSE_CALL(keyctl),
    REFUSE_CALL(add_key),
    REFUSE_CALL(request_key),
    REFUSE_CALL(bpf),
    REFUSE_CALL(perf_event_open),
    REFUSE_CALL(userfaultfd),
    REFUSE_CALL(io_uring_setup),
    // Its arguments are out of sight here; the C library then uses `clone`.
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1),
    REFUSE(ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 3),
    FIELD(args[0]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, NEW_SPACES, 0, 1),
    REFUSE(EPERM),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return "it can't give up gaining rights";
  // A kernel without filters has the sandbox's namespaces still.
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0 && errno != EINVAL &&
      errno != ENOSYS)
    return "the kernel takes no filter of system calls";
#endif
  return 0;
}
#else
const char *refuse_system_calls(void) { return 0; }
#endif
