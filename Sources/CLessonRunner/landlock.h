#pragma once

/// Lets this process and all that it starts read and run what is below some paths, read files below others,
/// without a list of them, and write what is below others still. A path that is not there counts for nothing. Returns 0, or the error's number.
int restrict_files(char *const *readable, char *const *unlisted, char *const *writable);
