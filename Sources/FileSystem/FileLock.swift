#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that one process at a time holds. The kernel lets go of it when the process ends,
/// however it ends.
public final class FileLock {
  private let file: Int32

  /// Takes the lock, after waiting for whoever holds it, and creates the file if there is none.
  /// Throws if it can't be opened or locked.
  ///
  /// - Parameter waiting: Called once, before a wait.
  public init(_ path: String, waiting: () -> Void = {}) throws(FileError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(path: path, action: "write") }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
    waiting()
    while flock(file, LOCK_EX) != 0 {
      if errno != EINTR { throw FileError(path: path, action: "lock") }
    }
  }

  deinit {
    close(file)
  }
}
