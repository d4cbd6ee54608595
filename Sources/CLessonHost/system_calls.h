#pragma once

/// Takes from this process, and all that it starts, the system calls that a lesson has no use for.
/// Returns NULL, or what failed.
const char *refuse_system_calls(void);
