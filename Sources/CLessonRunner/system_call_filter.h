#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What a filter refuses beyond what no confined program may ask for.
enum filter_option {
  /// All sockets but pairs, for what is in no network namespace of its own.
  filter_sockets = 1,
  /// What changes a file's owner, mode, times or attributes, and a look at who uses files: the kernel's
  /// Landlock leaves these alone.
  filter_attributes = 2,
  /// Signals to all processes, and to those that started this one, which Landlock lets out before Linux
  /// 6.12.
  filter_signals = 4,
};

/// One instruction, as the kernel has it.
struct filter_instruction {
  uint16_t code;
  uint8_t if_true, if_false;
  uint32_t value;
};

enum { filter_capacity = 640 };

/// Writes the filter of system calls into a room for `filter_capacity` instructions. `starters` are the
/// processes that started this one. Returns how many instructions it has; 0 on machines whose system calls
/// it does not know.
size_t make_filter(struct filter_instruction *room, int options, const pid_t starters[2]);

/// Puts the filter on this process and all that it starts. Returns 0, or the error's number: ENOSYS where
/// there is none.
int apply_filter(int options, const pid_t starters[2]);
