import FileSystem
import Glibc

/// The folder in which a lesson's program runs that has no file system of its own: with its `data`, and a
/// scratch folder. It is there as long as the program runs.
struct RunFolder: Sendable {
  let path: String

  /// Where the program may write.
  var scratch: String { path + "/tmp" }

  /// Makes the folder.
  ///
  /// - Parameter data: The folder that the lesson sees as its `data`.
  init(beside program: String, data: String?) throws(ProcessError) {
    path = "\(Files.folder(of: program))/run-\(UInt32.random(in: 0...UInt32.max))"
    do throws(FileError) {
      try Files.createFolder(path + "/tmp")
      // The lesson's own user works in it, whatever new folders are open to.
      if chmod(path, 0o755) != 0 || chmod(scratch, 0o777) != 0 {
        throw FileError(path: path, action: "write")
      }
      if let data, symlink(data, path + "/data") != 0 {
        throw FileError(path: path + "/data", action: "write")
      }
    } catch {
      throw ProcessError(program: program, cause: .unwritten(error))
    }
  }

  func remove() { Files.remove(path) }
}
