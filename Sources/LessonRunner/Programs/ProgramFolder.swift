import FileSystem
import Glibc

/// The folder in which one lesson is compiled: each program's files by the program's name.
struct ProgramFolder: Sendable {
  let path: String

  func source(_ name: String) -> String { "\(path)/\(name).swift" }
  func object(_ name: String) -> String { "\(path)/\(name).o" }
  /// What other units import.
  func module(_ name: String) -> String { "\(path)/\(name).swiftmodule" }
  /// The compiler's messages in the form that holds its edits.
  func diagnostics(_ name: String) -> String { "\(path)/\(name).dia" }
  /// The shared object that `lesson-host` loads.
  func library(_ name: String) -> String { "\(path)/\(name).so" }

  func write(_ bytes: some Collection<UInt8>, to path: String) throws(ProcessError) {
    do throws(FileError) {
      try Files.write(bytes, to: path)
    } catch {
      throw ProcessError(program: path, cause: .unwritten(error))
    }
  }

  /// A full disk is not the lesson's mistake: it is thrown instead of told as the compiler's or
  /// the linker's message. What maps its output into memory crashes by it.
  static func requireSpace(
    _ said: String, _ ending: ChildProcess.Ending, for file: String
  ) throws(ProcessError) {
    let isTold = ["No space left on device", "Disk quota exceeded"].contains(where: said.contains)
    let crashed =
      switch ending {
      case .signalled: true
      case .exited(let status): status > 128
      case .timedOut, .wroteTooMuch, .tookTooMuch: false
      }
    guard isTold || crashed && Files.freeSpace(in: Files.folder(of: file)) < leastSpace else {
      return
    }
    let error = FileError(path: file, action: "write", code: ENOSPC)
    throw ProcessError(program: file, cause: .unwritten(error))
  }

  /// No program that a compiler makes of a lesson is larger.
  private static let leastSpace = 4_000_000
}
