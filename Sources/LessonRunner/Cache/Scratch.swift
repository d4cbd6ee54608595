import FileSystem
import Glibc

/// A folder for what only this process needs, removed when it ends.
///
/// It is locked as long as the process runs, however that ends: a folder without a lock is left over.
/// Numbers of processes would not tell, since those of another container are unknown here.
struct Scratch: Sendable {
  /// The folder's path.
  let folder: String
  private let lock: FolderLock

  /// A file by which a folder is known that such a process of this user has left.
  static let mark = ".gradus-scratch"

  /// Makes the folder, under the cache where that can be written, and removes what processes
  /// that no longer run have left there.
  init(cache: Cache) throws(FileError) {
    let temporary = Environment.value("TMPDIR") ?? ""
    var parent = temporary.isEmpty ? "/tmp" : temporary
    let prefix = cache.folder == nil ? "gradus-" : ""
    if let folder = cache.folder {
      parent = Cache.workshop(of: folder)
      try cache.mark()
      try Files.createFolder(parent)
    }
    for name in Files.list(parent)
    where name.hasPrefix(prefix) && Self.isName(String(name.dropFirst(prefix.count))) {
      Self.removeLeftOver("\(parent)/\(name)")
    }
    (folder, lock) = try Self.make(in: parent, prefix)
    // A lesson's own user reads its program here, whatever new folders are open to.
    chmod(folder, 0o755)
    try Files.write([], to: "\(folder)/\(Self.mark)")
  }

  private static func make(
    in parent: String, _ prefix: String
  ) throws(FileError) -> (folder: String, lock: FolderLock) {
    for _ in 0..<100 {
      let folder = "\(parent)/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
      try Files.createFolder(folder)
      if let lock = FolderLock(onNew: folder) { return (folder, lock) }
    }
    throw FileError(path: parent, action: "lock", code: EBUSY)
  }

  /// Whether a name in the cache's own folder for this is one of those that are given there: it
  /// starts with the number of a process.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.first?.isNumber ?? false }
      && pid_t(parts[0]) != nil
      && parts[1].replacing(".new", with: "").allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Removes what a process has left that runs no more: a folder like this one, or an entry that grew for
  /// the cache.
  private static func removeLeftOver(_ path: String) {
    guard let lock = FolderLock(onLeftOver: path) else { return }
    defer { lock.release() }
    if Files.isOwnFolder(path), Files.list(path).isEmpty || Files.exists("\(path)/\(mark)") {
      Files.remove(path, markedBy: mark)
    } else if path.hasSuffix(".new"), Files.isOwnFile(path) {
      Files.remove(path)
    }
  }

  /// Removes the folder and all in it.
  func remove() {
    Files.remove(folder, markedBy: Self.mark)
    lock.release()
  }
}
