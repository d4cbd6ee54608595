import FileSystem
import Glibc

/// A folder for what only this process needs, removed when it ends.
struct Scratch: Sendable {
  /// The folder's path.
  let folder: String

  /// A file by which a folder is known that such a process of this user has left.
  static let mark = ".gradus-scratch"

  /// Makes the folder, under the cache where that can be written, and removes what processes
  /// that no longer run have left there.
  init(cache: Cache) throws(FileError) {
    var parent = Environment.value("TMPDIR") ?? "/tmp"
    let prefix = cache.folder == nil ? "gradus-" : ""
    if let folder = cache.folder {
      parent = Cache.workshop(of: folder)
      try cache.mark()
      try Files.createFolder(parent)
    }
    for name in Files.list(parent) where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0
      else { continue }
      let path = "\(parent)/\(name)"
      guard Files.isOwnFolder(path), Files.exists("\(path)/\(Self.mark)") else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { Files.remove(path) }
    }
    folder = "\(parent)/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try Files.createFolder(folder)
    try Files.write([], to: "\(folder)/\(Self.mark)")
  }

  /// Removes the folder and all in it.
  func remove() {
    Files.remove(folder)
  }
}
