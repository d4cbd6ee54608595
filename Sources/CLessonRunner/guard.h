#pragma once

/// Goes on in a child. This process stays to end all that comes of it when the child ends, when its own
/// parent does, or at SIGTERM, and ends as the child does.
void leave_guard(void);
