#pragma once

/// Goes on in a child. This process stays to end all that comes of it when the child ends, when its own
/// parent does, or at SIGTERM, and ends as the child does. Returns 0 in the child, or the error's number
/// where there is none.
int leave_guard(void);
