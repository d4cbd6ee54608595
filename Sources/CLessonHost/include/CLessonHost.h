#pragma once

#include <stddef.h>
#include <stdint.h>

/// What a lesson's program may use.
struct lesson_limits {
  uint32_t seconds;
  uint64_t memory, file_size, processes, files;
  /// The user that root becomes.
  uint32_t user;
  /// Whether it still reaches the files that root did, because something else says which it may.
  int keeps_reach;
};

/// Gives root up, sets the limits on this process, and starts the alarm that stops it. Returns NULL, or a
/// sentence that says what failed.
const char *confine(const struct lesson_limits *limits);

/// Where the number of the signal stands by which this process, or the last copy of it, crashed; 0 as
/// long as it has not. Copies share it. A signal that the program sent itself is no crash.
int32_t *crash_signal(void);

/// Sets what this process writes to its standard output when a signal ends it for what it did; at most 64
/// bytes.
void announce_crash(int32_t number, const uint8_t *record, size_t length);

/// Loads a program; NULL when that failed.
void *load_program(const char *path);

/// Why a program was not loaded, in the loader's words.
const char *load_failure(void);

/// Sets the bytes of a variable that has no value yet, at an offset from where the program is loaded: zeros
/// are there before.
void fill_variable(void *program, const char *entries, uint64_t offset, uint64_t size, uint8_t byte);

/// Calls the entries of a program, in order; commas stand between their names. Returns NULL after they
/// have run, or what failed.
const char *run_program(void *program, const char *entries);
