// Functions that glibc keeps in `libc_nonshared.a`, which is linked into each program and exports
// nothing. A lesson's program is linked without it, and finds them here.
#include <stdlib.h>

#ifdef __GLIBC__
int __cxa_atexit(void (*handler)(void *), void *argument, void *program);
int __cxa_at_quick_exit(void (*handler)(void *), void *program);
int __register_atfork(
  void (*before)(void), void (*in_parent)(void), void (*in_child)(void), void *program);

int atexit(void (*handler)(void)) { return __cxa_atexit((void (*)(void *))handler, NULL, NULL); }

int at_quick_exit(void (*handler)(void)) {
  return __cxa_at_quick_exit((void (*)(void *))handler, NULL);
}

int pthread_atfork(void (*before)(void), void (*in_parent)(void), void (*in_child)(void)) {
  return __register_atfork(before, in_parent, in_child, NULL);
}
#endif
