#define _GNU_SOURCE
#include "CLessonHost.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#ifdef __linux__
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#include <unistd.h>

// What the runtime's backtrace may take beyond a lesson's own memory.
static const uint64_t backtrace_memory = (uint64_t)1 << 30;
static uint64_t lesson_memory;
static int32_t *crashed;

static void set_limit(int resource, uint64_t value) {
  struct rlimit limit = {value, value};
  setrlimit(resource, &limit);
}

// The backtrace is a program of its own, which inherits the limit that the lesson has: a crash
// lifts it before the runtime's own handler starts that program.
static struct sigaction runtime_handlers[NSIG];

// What is written when a signal ends the program.
static struct crash_record {
  uint8_t bytes[64];
  size_t length;
} crash_records[NSIG];

// Where records go, whatever the program makes of its standard output.
static int record_file = 1;

void announce_crash(int32_t number, const uint8_t *record, size_t length) {
  if (number <= 0 || number >= NSIG || length > sizeof crash_records[number].bytes) return;
  memcpy(crash_records[number].bytes, record, length);
  crash_records[number].length = length;
}

static void make_room_for_backtrace(int number, siginfo_t *info, void *context) {
  // The kernel's own signals have a positive code.
  if (crashed && number != SIGQUIT && (info->si_code > 0 || number == SIGABRT)) {
    *crashed = number;
    ssize_t written = write(record_file, crash_records[number].bytes, crash_records[number].length);
    (void)written;
  }
  struct rlimit limit = {lesson_memory + backtrace_memory, lesson_memory + backtrace_memory};
  setrlimit(RLIMIT_AS, &limit);
  struct sigaction *next = &runtime_handlers[number];
  if (next->sa_flags & SA_SIGINFO) {
    next->sa_sigaction(number, info, context);
  } else if (next->sa_handler != SIG_DFL && next->sa_handler != SIG_IGN) {
    next->sa_handler(number);
  } else {
    signal(number, SIG_DFL);
    raise(number);
  }
}

static void limit_memory(uint64_t memory) {
  lesson_memory = memory;
  struct rlimit limit = {memory, memory + backtrace_memory};
  setrlimit(RLIMIT_AS, &limit);
  int duplicate = fcntl(1, F_DUPFD_CLOEXEC, 200);
  if (duplicate >= 0) record_file = duplicate;
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    int number = crashes[i];
    sigaction(number, NULL, &runtime_handlers[number]);
    struct sigaction ours = runtime_handlers[number];
    ours.sa_sigaction = make_room_for_backtrace;
    ours.sa_flags |= SA_SIGINFO | SA_ONSTACK;
    sigaction(number, &ours, NULL);
  }
}

// The program's time is over. The runtime then sees a crash where the program was interrupted, so
// that the backtrace names that line.
static void time_is_over(int number, siginfo_t *info, void *context) {
  (void)number;
  make_room_for_backtrace(SIGQUIT, info, context);
  signal(SIGQUIT, SIG_DFL);
  raise(SIGQUIT);
}

// Root is not bound by the limit on processes, and a lesson needs nothing that root may do.
static const char *give_up_root(const struct lesson_limits *limits) {
#ifdef __linux__
  if (limits->keeps_reach) prctl(PR_SET_KEEPCAPS, 1);
#endif
  uid_t user = limits->user;
  int is_other = setgroups(0, NULL) == 0 && setresgid(user, user, user) == 0 &&
                 setresuid(user, user, user) == 0;
  if (!is_other && !limits->keeps_reach) return "the sandbox does not let it give up root";
#ifdef __linux__
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct rights[2];
  if (syscall(SYS_capget, &header, rights) != 0) return "its rights can't be read";
  uint32_t kept = limits->keeps_reach ? 1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH : 0;
  rights[0].permitted &= kept;
  rights[1].permitted = 0;
  for (int i = 0; i < 2; i++)
    rights[i].effective = rights[i].inheritable = rights[i].permitted;
  if (syscall(SYS_capset, &header, rights) != 0) return "its rights can't be given up";
  // The program that makes a backtrace needs as many to look into this one.
  for (int right = 0; right < 32; right++) {
    if (rights[0].permitted >> right & 1)
      prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, right, 0, 0);
  }
  // The runtime's backtrace reads the process's own maps.
  prctl(PR_SET_DUMPABLE, 1);
#endif
  return NULL;
}

const char *confine(const struct lesson_limits *limits) {
  void *shared =
      mmap(NULL, sizeof *crashed, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return "there is no memory to tell a crash by";
  crashed = shared;
  if (getuid() == 0) {
    const char *failure = give_up_root(limits);
    if (failure) return failure;
  }
  set_limit(RLIMIT_CORE, 0);
  limit_memory(limits->memory);
  set_limit(RLIMIT_FSIZE, limits->file_size);
  set_limit(RLIMIT_NPROC, limits->processes);
  set_limit(RLIMIT_NOFILE, limits->files);
  setvbuf(stdout, NULL, _IOLBF, 1 << 16);
  struct sigaction action = {.sa_sigaction = time_is_over, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaction(SIGALRM, &action, NULL);
  alarm(limits->seconds);
  return NULL;
}

int32_t *crash_signal(void) { return crashed; }

void *load_program(const char *path) { return dlopen(path, RTLD_NOW | RTLD_GLOBAL); }

const char *load_failure(void) {
  const char *said = dlerror();
  return said ? said : "for no reason that it says";
}

void fill_variable(void *program, const char *entries, uint64_t offset, uint64_t size, uint8_t byte) {
  char entry[4096];
  snprintf(entry, sizeof entry, "%.*s", (int)strcspn(entries, ","), entries);
  Dl_info info;
  void *run = dlsym(program, entry);
  if (run && dladdr(run, &info)) memset((char *)info.dli_fbase + offset, byte, size);
}

const char *run_program(void *program, const char *entries) {
  char entry[4096];
  for (const char *rest = entries; *rest;) {
    size_t length = strcspn(rest, ",");
    if (length >= sizeof entry) return "the name of an entry is too long";
    memcpy(entry, rest, length);
    entry[length] = 0;
    rest += length + (rest[length] == ',');
    int (*run)(int, char **) = (int (*)(int, char **))dlsym(program, entry);
    if (!run) return dlerror();
    run(0, NULL);
  }
  fflush(NULL);
  return NULL;
}
