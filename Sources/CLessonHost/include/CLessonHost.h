#pragma once

#include <stdint.h>

/// What a lesson's program may use.
struct lesson_limits {
  uint32_t seconds;
  uint64_t memory, file_size, processes;
  /// The user that root becomes.
  uint32_t user;
};

/// Gives root up, sets the limits on this process, and starts the alarm that stops it, after it has
/// written `time_message` to the standard error. Returns NULL, or a sentence that says what failed.
const char *confine(const struct lesson_limits *limits, const char *time_message);

/// Loads a program; NULL when that failed.
void *load_program(const char *path);

/// Why a program was not loaded, in the loader's words.
const char *load_failure(void);

/// Calls the entries of a program, in order; commas stand between their names. Returns NULL after they
/// have run, or what failed.
const char *run_program(void *program, const char *entries);
