#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A lock on a folder or a file itself, by which others see that a process still works with it. The kernel
/// lets go of it when the process ends, however it ends.
public struct FolderLock: Sendable {
  private let descriptor: Int32

  /// Locks what has just been made at a path; nil when another process has taken it for left over
  /// meanwhile. A file system without locks is no obstacle.
  public init?(onNew path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var (locked, there) = (stat(), stat())
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
      fstat(descriptor, &locked) == 0, stat(path, &there) == 0, locked.st_ino == there.st_ino
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  /// Locks what a process has left; nil when one still works with it, or it can't be locked. What a link
  /// leads to is never locked.
  public init?(onLeftOver path: String) {
    descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Gives the lock up.
  public func release() { close(descriptor) }
}
