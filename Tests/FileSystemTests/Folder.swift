import FileSystem
import Foundation

/// Calls a closure with the path of a new folder, which is removed afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "files-\(UUID().uuidString)"
  try Files.createFolder(folder)
  defer { Files.remove(folder) }
  try body(folder)
}
