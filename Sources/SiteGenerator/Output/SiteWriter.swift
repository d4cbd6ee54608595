import CFileSystem
import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts a site on disk, all of it or nothing.
///
/// The files go to a staging folder beside the output, which then takes the output's place in one
/// step. A build that fails or is killed at any moment leaves the last good site whole; what it
/// left behind is removed by the next. Files that have not changed are linked, not copied, and a
/// site of which nothing has changed is not touched. What the output holds that no build has written
/// stays in it.
public enum SiteWriter {
  /// Makes `folder` hold `files`, and no other file that an earlier build has put there.
  public static func write(_ files: [SiteFile], to folder: String) throws(SiteError) {
    let output = try target(folder)
    let files = files + [SiteMark(of: files).file]
    if files.allSatisfy({ holds("\(output)/\($0.path)", $0.bytes) }) {
      clearAway(beside: output)
      return
    }
    do {
      try replace(output, with: files)
    } catch let error as FileError {
      throw .unwritable(path: output, reason: error.reason)
    } catch let error as SiteError {
      throw error
    } catch {
      throw .unwritable(path: output, reason: "\(error)")
    }
  }

  /// The folder itself, where the path leads to it through links.
  private static func target(_ folder: String) throws(SiteError) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard Files.target(ofLink: path) != nil else { return path }
    guard Files.exists(path) else {
      throw .unwritable(path: path, reason: "it is a link to what is not there")
    }
    return Files.resolved(path)
  }

  private static func replace(_ output: String, with files: [SiteFile]) throws {
    var foreign: ForeignFiles?
    let mark = SiteMark(in: output)
    if Files.exists(output) {
      guard Files.isFolder(output), try mark != nil || Files.names(in: output).isEmpty else {
        throw SiteError.foreignOutput(path: output)
      }
      foreign = try mark.map { try ForeignFiles(in: output, $0, newFiles: files) }
    }
    let parent = Files.folder(of: output)
    try Files.createFolder(parent)
    clearAway(beside: output)

    let (staging, lock) = try lockedFolder(beside: output)
    defer { close(lock) }
    let old: String?
    do {
      // From its first moment on it is known as ours.
      try Files.write(SiteMark(of: []).file.bytes, to: "\(staging)/\(SiteMark.name)")
      try fill(staging, with: files, reusing: output)
      try foreign?.keep(in: staging)
      old = try exchange(staging, output)
    } catch {
      Files.remove(staging, markedBy: SiteMark.name)
      throw error
    }
    guard let old else { return }
    if let foreign, let mark {
      do throws(SiteError) {
        try foreign.moveWhatChanged(from: old, mark)
      } catch {
        // Without its mark no later build takes the folder for left over, and removes it.
        Files.remove("\(old)/\(SiteMark.name)")
        throw error
      }
    }
    Files.remove(old, markedBy: SiteMark.name)
  }

  /// Makes an empty folder, and locks it. The lock lives as long as this process does: a
  /// staging folder without one is left over.
  private static func lockedFolder(
    beside output: String
  ) throws(FileError) -> (path: String, lock: Int32) {
    let prefix = "\(Files.folder(of: output))/\(stagingPrefix(output))\(getpid())-"
    for _ in 0..<100 {
      let path = "\(prefix)\(UInt32.random(in: 0...UInt32.max))"
      guard mkdir(path, 0o777) == 0 else {
        if errno == EEXIST { continue }
        throw FileError(path: path, action: "create the folder")
      }
      let lock = open(path, O_RDONLY | O_CLOEXEC)
      var (locked, there) = (stat(), stat())
      // Another build may have taken it for left over before it was locked.
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
        fstat(lock, &locked) == 0, stat(path, &there) == 0, locked.st_ino == there.st_ino
      {
        return (path, lock)
      }
      if lock >= 0 { close(lock) }
      usleep(1000)
    }
    throw FileError(path: prefix, action: "lock", code: EBUSY)
  }

  private static func fill(_ staging: String, with files: [SiteFile], reusing output: String) throws
  {
    var folders: Set<String> = []
    for file in files {
      let path = staging + "/" + file.path
      let folder = Files.folder(of: path)
      if folders.insert(folder).inserted {
        try Files.createFolder(folder)
      }
      let old = output + "/" + file.path
      if file.path == SiteMark.name {
        // The folder is never without a mark.
        try Files.replace(path, with: file.bytes)
        continue
      }
      if holds(old, file.bytes), link(old, path) == 0 { continue }
      try Files.write(file.bytes, to: path)
    }
  }

  /// Lets the staging folder take the output's place.
  ///
  /// - Returns: where the old output is then; nil if there was none.
  private static func exchange(_ staging: String, _ output: String) throws -> String? {
    guard Files.exists(output) else {
      guard rename(staging, output) == 0 else {
        throw FileError(path: output, action: "replace")
      }
      return nil
    }
    let code = exchange_folders(staging, output)
    if code == 0 { return staging }
    guard code == EINVAL || code == ENOSYS || code == ENOTSUP else {
      throw FileError(path: output, action: "replace", code: code)
    }
    // No exchange on this file system: two renames, with the old site put back if need be.
    let old = staging + ".old"
    guard rename(output, old) == 0 else { throw FileError(path: output, action: "replace") }
    guard rename(staging, output) == 0 else {
      let code = errno
      rename(old, output)
      throw FileError(path: output, action: "replace", code: code)
    }
    return old
  }

  /// Removes what builds that were killed have left beside the output, and puts back a site that
  /// was killed between two renames. What another user made, or no build, stays.
  private static func clearAway(beside output: String) {
    let parent = Files.folder(of: output)
    let prefix = stagingPrefix(output)
    for name in Files.list(parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      let number = name.dropFirst(prefix.count).prefix { $0 != "." }
      guard number.allSatisfy({ $0.isNumber || $0 == "-" }), isLeftOver(path) else { continue }
      if name.hasSuffix(".old"), !Files.exists(output), rename(path, output) == 0 { continue }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { Files.remove(path, markedBy: SiteMark.name) }
      close(descriptor)
    }
  }

  private static func isLeftOver(_ path: String) -> Bool {
    guard Files.isOwnFolder(path), let names = try? Files.names(in: path) else { return false }
    return names.isEmpty || SiteMark(in: path) != nil
  }

  /// What the names of staging folders start with; the number of their build's process follows.
  private static func stagingPrefix(_ output: String) -> String {
    ".\(Files.name(of: output)).staging-"
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    return (try? Files.read(path)) == bytes
  }
}
