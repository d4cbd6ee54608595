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
  /// the linker's message.
  static func requireSpace(_ said: String, for file: String) throws(ProcessError) {
    guard said.contains("No space left on device") else { return }
    let error = FileError(path: file, action: "write", code: ENOSPC)
    throw ProcessError(program: file, cause: .unwritten(error))
  }
}
