import CFolderExchange
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
/// site of which nothing has changed is not touched.
public enum SiteWriter {
  /// A file that marks a folder as a site of ours, which may be replaced.
  static let marker = ".gradus-site"

  /// Makes `folder` hold exactly `files`.
  public static func write(_ files: [SiteFile], to folder: String) throws(SiteError) {
    let output = trimmed(folder)
    let files = files + [SiteFile(path: marker, text: "Made by gradus; replaced by each build.\n")]
    if isCurrent(output, files) {
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

  private static func replace(_ output: String, with files: [SiteFile]) throws {
    if Files.exists(output) {
      guard Files.isFolder(output), isOurs(output) else {
        throw SiteError.foreignOutput(path: output)
      }
    }
    let parent = Files.folder(of: output)
    try Files.createFolder(parent)
    clearAway(beside: output)

    let staging = "\(parent)/\(stagingPrefix(output))\(getpid())"
    let lock = try lockedFolder(staging)
    defer { close(lock) }
    do {
      try fill(staging, with: files, reusing: output)
      try exchange(staging, output)
    } catch {
      Files.remove(staging)
      throw error
    }
    Files.remove(staging)
  }

  /// Makes an empty folder, and locks it. The lock lives as long as this process does: a staging
  /// folder without one is left over.
  private static func lockedFolder(_ path: String) throws(FileError) -> Int32 {
    for _ in 0..<100 {
      Files.remove(path)
      try Files.createFolder(path)
      let lock = open(path, O_RDONLY | O_CLOEXEC)
      var (locked, there) = (stat(), stat())
      // Another build may have taken it for left over before it was locked.
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
        fstat(lock, &locked) == 0, stat(path, &there) == 0, locked.st_ino == there.st_ino
      {
        return lock
      }
      if lock >= 0 { close(lock) }
      usleep(1000)
    }
    throw FileError(path: path, action: "lock", code: EBUSY)
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
      if holds(old, file.bytes), link(old, path) == 0 { continue }
      try Files.write(file.bytes, to: path)
    }
  }

  /// Lets the staging folder take the output's place; the old output, if any, is then in staging.
  private static func exchange(_ staging: String, _ output: String) throws {
    guard Files.exists(output) else {
      guard rename(staging, output) == 0 else {
        throw FileError(path: output, action: "replace")
      }
      return
    }
    let code = exchange_folders(staging, output)
    if code == 0 { return }
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
    Files.remove(old)
  }

  /// Removes what builds that were killed have left beside the output, and puts back a site that
  /// was killed between two renames.
  private static func clearAway(beside output: String) {
    let parent = Files.folder(of: output)
    let prefix = stagingPrefix(output)
    for name in Files.list(parent) where name.hasPrefix(prefix) {
      let path = parent + "/" + name
      if name.hasSuffix(".old"), !Files.exists(output), rename(path, output) == 0 { continue }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { Files.remove(path) }
      close(descriptor)
    }
  }

  /// What the names of staging folders start with; the number of their build's process follows.
  private static func stagingPrefix(_ output: String) -> String {
    ".\(Files.name(of: output)).staging-"
  }

  private static func isCurrent(_ output: String, _ files: [SiteFile]) -> Bool {
    let names = Files.files(below: output)
    guard names.count == files.count, Set(names) == Set(files.map(\.path)) else { return false }
    return files.allSatisfy { holds(output + "/" + $0.path, $0.bytes) }
  }

  private static func isOurs(_ output: String) -> Bool {
    Files.list(output).isEmpty || Files.exists(output + "/" + marker)
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    return (try? Files.read(path)) == bytes
  }

  private static func trimmed(_ folder: String) -> String {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
