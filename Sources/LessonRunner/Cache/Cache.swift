import FileSystem
import Glibc

/// Results by the digest of what they depend on.
///
/// Entries are written by renaming, so that a reader, or a build at the same time, sees a whole
/// one or none; each holds the digest of its own content, and one that does not agree with it
/// counts as missing. Any entry can be deleted at any time.
public struct Cache: Sendable {
  /// The folder; nil keeps nothing.
  public let folder: String?

  public init(folder: String?) {
    self.folder = folder
  }

  private func path(_ kind: String, _ key: String) -> String? {
    folder.map { "\($0)/\(kind)/\(key.prefix(2))/\(key.dropFirst(2))" }
  }

  /// The entry, or nil when there is none.
  public func read(_ kind: String, _ key: String) -> [UInt8]? {
    guard let path = path(kind, key), let bytes = try? Files.read(path), bytes.count >= 64 else {
      return nil
    }
    let content = Array(bytes[64...])
    return Digest.of(content).utf8.elementsEqual(bytes[..<64]) ? content : nil
  }

  /// Where files and folders are that belong to one process: their names start with its number,
  /// and what a process has left that was killed is removed by another.
  public static func workshop(of folder: String) -> String { folder + "/scratch" }

  /// Keeps an entry.
  public func write(_ kind: String, _ key: String, _ content: [UInt8]) throws(FileError) {
    guard let path = path(kind, key) else { return }
    try Files.createFolder(Files.folder(of: path))
    let workshop = folder.map(Self.workshop(of:))
    if let workshop { try Files.createFolder(workshop) }
    try Files.replace(path, with: Array(Digest.of(content).utf8) + content, workshop: workshop)
  }

  /// Notes which entries an owner, such as a lesson, has used last, and removes those of its
  /// entries that it has not used for longest, beyond some number. Nothing else removes entries.
  func use(_ kind: String, _ keys: [String], by owner: String, atMost limit: Int) {
    let list = Digest.of(["recent 1", kind, owner])
    var reader = FieldReader(read("recent", list) ?? [])
    let known =
      (try? reader.list { reader throws(FieldReader.Malformed) in try reader.text() }) ?? []
    let used = Set(keys)
    let recent = keys + known.filter { !used.contains($0) }
    guard recent != known else { return }
    for key in recent.dropFirst(limit) {
      if let path = path(kind, key) { Files.remove(path) }
    }
    var writer = FieldWriter()
    writer.write(Array(recent.prefix(limit))) { writer, key in writer.write(key) }
    try? write("recent", list, writer.bytes)
  }

  /// Removes everything.
  public func clean() {
    guard let folder else { return }
    Files.remove(folder)
  }
}

/// A folder for what only this process needs, removed when it ends.
public struct Scratch: Sendable {
  public let folder: String

  /// Makes the folder, under the cache where that can be written, and removes what processes
  /// that no longer run have left there.
  public init(cache: Cache) throws(FileError) {
    var parent = Environment.value("TMPDIR") ?? "/tmp"
    let prefix = cache.folder == nil ? "gradus-" : ""
    if let folder = cache.folder {
      parent = Cache.workshop(of: folder)
      try Files.createFolder(parent)
    }
    for name in Files.list(parent) where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0
      else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { Files.remove("\(parent)/\(name)") }
    }
    folder = "\(parent)/\(prefix)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try Files.createFolder(folder)
  }

  public func remove() {
    Files.remove(folder)
  }
}
