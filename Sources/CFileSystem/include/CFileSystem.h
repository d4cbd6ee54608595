#pragma once

/// Exchanges two folders of one file system in a single step, so that whoever looks sees the one
/// or the other, never neither. Returns 0, or the errno of what went wrong: `EINVAL` or `ENOSYS`
/// when the file system or the kernel cannot.
int exchange_folders(const char *first, const char *second);

/// Whether a file has extended attributes or an access control list, which a copy would lack.
int has_attributes(const char *path);
