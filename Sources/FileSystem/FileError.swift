#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that can't be read or written, with the system's reason.
public struct FileError: Error, Hashable, Sendable {
  /// The file or folder.
  public let path: String
  /// What was tried: `read`, `write`, `create the folder`, `lock`.
  public let action: String
  /// The system's number for the reason.
  public let code: Int32

  /// An error of the call that just failed, unless its number is given.
  public init(path: String, action: String, code: Int32 = errno) {
    self.path = path
    self.action = action
    self.code = code
  }

  /// The system's words for the reason.
  public var reason: String { String(cString: strerror(code)) }

  /// A sentence such as `can't read x: No such file or directory`.
  public var message: String { "can't \(action) \(path): \(reason)" }
}
