#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Mode, owner and times of a folder, for the one that takes its place.
struct FolderAttributes {
  private let status: stat

  /// Those of the folder at a path; nil if there is none, or a link to one.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.status = status
  }

  /// The mode, without the kind of file.
  var mode: mode_t { status.st_mode & 0o7777 }

  /// Makes a folder have them, as far as this user may: who can't give it away gives it the group.
  func give(to path: String, withTimes: Bool) {
    if chown(path, status.st_uid, status.st_gid) != 0 {
      _ = chown(path, uid_t.max, status.st_gid)
    }
    chmod(path, mode)
    guard withTimes else { return }
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    utimensat(AT_FDCWD, path, times, 0)
  }
}
