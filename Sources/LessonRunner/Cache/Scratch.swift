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
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      Self.removeLeftOver("\(parent)/\(name)")
    }
    folder = "\(parent)/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try Files.createFolder(folder)
    try Files.write([], to: "\(folder)/\(Self.mark)")
  }

  /// Whether a name in the cache's own folder for this is one of those that are given there: it
  /// starts with the number of a process.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.first?.isNumber ?? false }
      && pid_t(parts[0]) != nil
      && parts[1].replacing(".new", with: "").allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Removes what a process has left: a folder like this one, or an entry that grew for the cache.
  private static func removeLeftOver(_ path: String) {
    if Files.isOwnFolder(path), Files.list(path).isEmpty || Files.exists("\(path)/\(mark)") {
      Files.remove(path, markedBy: mark)
    } else if path.hasSuffix(".new"), Files.isOwnFile(path) {
      Files.remove(path)
    }
  }

  /// Removes the folder and all in it.
  func remove() {
    Files.remove(folder, markedBy: Self.mark)
  }
}
