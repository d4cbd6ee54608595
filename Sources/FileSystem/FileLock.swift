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
  /// Throws if it can't be opened or locked, and with `ECANCELED` if the wait was given up.
  ///
  /// - Parameters:
  ///   - waiting: Called once, before a wait.
  ///   - givesUp: Asked ten times a second during a wait, which ends when it says so.
  public init(
    _ path: String, waiting: () -> Void = {}, givesUp: () -> Bool = { false }
  ) throws(FileError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw FileError(path: path, action: "write") }
    var hasWaited = false
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileError(path: path, action: "lock")
      }
      if !hasWaited { waiting() }
      hasWaited = true
      if givesUp() { throw FileError(path: path, action: "lock", code: ECANCELED) }
      usleep(100_000)
    }
  }

  deinit {
    close(file)
  }
}
