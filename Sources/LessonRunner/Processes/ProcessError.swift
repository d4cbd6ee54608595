import FileSystem
import Glibc

/// A program that could not do its work, through no fault of a lesson.
public struct ProcessError: Error, Hashable, Sendable {
  /// The program's path.
  public let program: String
  /// Why.
  public let cause: Cause

  /// Why a program could not do its work.
  public enum Cause: Hashable, Sendable {
    /// It could not be started; the system's number for the reason.
    case notStarted(code: Int32)
    /// It was ended from outside, or not started any more.
    case cancelled
    /// A file for it, or of its making, can't be written.
    case unwritten(FileError)
    /// What it made can't be read.
    case unreadable(FileError)
    /// It said this, and did not run the lesson that it was given.
    case ranNothing(said: String)
    /// It did not tell the public symbols of a module; what it said, or how it ended.
    case toldNoSymbols(module: String, said: String)
    /// What it wrote of the public symbols of a module is not JSON, for a reason.
    case wroteNoSymbols(module: String, reason: String)
  }
}

extension ProcessError {
  /// The file that could not be written, where that is the cause.
  var unwritten: FileError? {
    if case .unwritten(let error) = cause { error } else { nil }
  }

  /// The reason in words, without the program.
  public var reason: String {
    switch cause {
    case .notStarted(let code): String(cString: strerror(code))
    case .cancelled: "it was cancelled"
    case .unwritten(let error), .unreadable(let error): error.reason
    case .ranNothing(let said): said
    case .toldNoSymbols(let module, let said):
      "the public symbols of `\(module)` can't be read: \(said)"
    case .wroteNoSymbols(let module, let reason):
      "the public symbols of `\(module)` can't be read: what it wrote is no JSON: \(reason)"
    }
  }
}
