import FileSystem
import LessonRunner

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder beside the output, in which a site grows until it takes the output's place.
///
/// Its name has digits that only a build works out, so that a killed build's empty folder is told
/// from any other. What else is in it is known by its mark, which is there before all of it.
struct StagingFolder {
  let path: String
  private let lock: FolderLock

  /// Makes an empty folder, and locks it. The lock lives as long as this process does: a
  /// staging folder without one is left over.
  ///
  /// - Parameter mode: What others may do in it, at most.
  init(beside output: String, mode: mode_t) throws(FileError) {
    let parent = Files.folder(of: output)
    for _ in 0..<100 {
      let path = "\(parent)/\(Self.name(for: output))"
      guard mkdir(path, mode) == 0 else {
        if errno == EEXIST { continue }
        throw FileError(path: path, action: "create the folder")
      }
      if let lock = FolderLock(onNew: path) {
        self.path = path
        self.lock = lock
        return
      }
      usleep(1000)
    }
    throw FileError(path: "\(parent)/\(Self.prefix(output))", action: "lock", code: EBUSY)
  }

  /// Gives the lock up.
  func unlock() { lock.release() }

  // MARK: Names

  /// A name that no other build uses: `.public.staging-PROCESS-NUMBER-DIGITS`.
  static func name(for output: String) -> String {
    let number = "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    return "\(prefix(output))\(number)-\(digits(output, number))"
  }

  private static func prefix(_ output: String) -> String {
    ".\(Files.name(of: output)).staging-"
  }

  private static func digits(_ output: String, _ number: String) -> String {
    String(Digest.of(["staging 1", Files.name(of: output), number]).prefix(16))
  }

  /// What a site is called while another takes its place in two steps.
  static let oldSuffix = ".old"

  private static func isName(_ name: String, for output: String) -> Bool {
    let prefix = prefix(output)
    guard name.hasPrefix(prefix) else { return false }
    let parts = name.dropFirst(prefix.count).prefix { $0 != "." }.split(separator: "-")
    guard parts.count == 3 else { return false }
    return parts[2] == digits(output, "\(parts[0])-\(parts[1])")
  }

  // MARK: Removing

  /// Removes what builds that were killed have left beside the output, and puts back a site that
  /// was killed between two renames. What another user made, or no build, stays.
  static func clearAway(beside output: String) {
    let parent = Files.folder(of: output)
    for name in Files.list(parent) where isName(name, for: output) {
      let path = parent + "/" + name
      guard Files.isOwnFolder(path) else { continue }
      if name.hasSuffix(oldSuffix), !Files.exists(output), rename(path, output) == 0 { continue }
      guard let lock = FolderLock(onLeftOver: path) else { continue }
      remove(path, besides: output)
      lock.release()
    }
  }

  /// Removes a folder with what builds have written into it and what the output holds as well.
  /// Anything else stays, and the mark beside it.
  static func remove(_ folder: String, besides output: String) {
    if let mark = SiteMark(in: folder) {
      let written = mark.paths ?? SiteMark(in: output)?.paths ?? []
      clear(folder, below: "") { path in
        written.contains(path) || Self.isSame("\(folder)/\(path)", "\(output)/\(path)")
      }
      guard Files.list(folder) == [SiteMark.name] else { return }
      // Last: when this program is killed meanwhile, what is left still bears the mark.
      unlink("\(folder)/\(SiteMark.name)")
    } else if Files.list(folder) == [SiteMark.name], SiteMark.isCutOff(in: folder) {
      // Its name alone tells whose it is.
      unlink("\(folder)/\(SiteMark.name)")
    }
    Files.removeEmptyFolder(folder)
  }

  /// Removes files below a folder, and folders in which nothing is left.
  private static func clear(_ folder: String, below prefix: String, where goes: (String) -> Bool) {
    let attributes = FolderAttributes(of: folder)
    let isOpen = access(folder, R_OK | W_OK | X_OK) == 0
    if !isOpen, let attributes { chmod(folder, attributes.mode | 0o700) }
    for name in Files.list(folder) {
      let path = "\(folder)/\(name)"
      if Files.isPlainFolder(path) {
        clear(path, below: "\(prefix)\(name)/", where: goes)
        Files.removeEmptyFolder(path)
      } else if prefix + name != SiteMark.name, goes(prefix + name) {
        unlink(path)
      }
    }
    if !isOpen, !prefix.isEmpty, !Files.list(folder).isEmpty {
      attributes?.give(to: folder, withTimes: false)
    }
  }

  /// Whether two paths are places of one file.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return lstat(first, &one) == 0 && lstat(second, &other) == 0
      && (one.st_ino, one.st_dev) == (other.st_ino, other.st_dev)
  }
}
