import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What lies in an output folder and no build has written, such as `.git`, `CNAME` and drafts. It
/// goes along from the old site to the new one.
struct ForeignFiles {
  /// The paths of files, links and empty folders below the output.
  let paths: [String]
  private let output: String
  /// The folders that hold files of the old site or the new one.
  private let sharedFolders: Set<String>

  /// Looks through an output folder that is to hold other files. Throws if a part of it can't be
  /// read, and if something there stands in the way of one of these files.
  init(in output: String, _ mark: SiteMark, newFiles files: [SiteFile]) throws {
    self.output = output
    let new = Set(files.map(\.path))
    let isOurs = { (path: String) in
      path == SiteMark.name || (mark.paths ?? new).contains(path)
    }
    paths = try Self.entries(of: output).filter { !isOurs($0) }
    let folders = Set(new.flatMap(Self.foldersAbove))
    sharedFolders = folders.union((mark.paths ?? []).flatMap(Self.foldersAbove))
    for path in paths {
      let isInTheWay =
        new.contains(path) || folders.contains(path) && !Self.isFolder("\(output)/\(path)")
        || Self.foldersAbove(path).contains { new.contains($0) }
      if isInTheWay { throw SiteError.foreignFile(path: "\(output)/\(path)") }
    }
  }

  /// Gives all of it a second place in the folder that will be the output. Folders keep mode and
  /// owner, and those that no build writes into keep their times too.
  func keep(in folder: String) throws {
    for path in paths {
      let (old, new) = ("\(output)/\(path)", "\(folder)/\(path)")
      if Self.isFolder(old) {
        try Files.createFolder(new)
        continue
      }
      try Files.createFolder(Files.folder(of: new))
      if link(old, new) != 0 {
        throw SiteError.unkeepable(path: old, reason: String(cString: strerror(errno)))
      }
    }
    // The inner ones first, before the outer ones may be closed to this user.
    for path in Self.folders(of: folder).reversed() {
      FolderAttributes(of: "\(output)/\(path)")?
        .give(to: "\(folder)/\(path)", withTimes: !sharedFolders.contains(path))
    }
  }

  /// Moves over what came or changed while the new site took the old one's place. Throws if some of it
  /// can't be moved; that stays where it is.
  ///
  /// - Parameter old: Where the old site is now.
  func moveWhatChanged(from old: String, _ mark: SiteMark) throws(SiteError) {
    var failure: FileError?
    do throws(FileError) {
      for path in try Self.entries(of: old) where path != SiteMark.name {
        guard mark.paths.map({ !$0.contains(path) }) ?? paths.contains(path),
          !Self.isSame("\(old)/\(path)", "\(output)/\(path)")
        else { continue }
        do throws(FileError) { try move(path, from: old) } catch { failure = failure ?? error }
      }
    } catch {
      failure = error
    }
    if let failure { throw .leftBehind(in: old, reason: failure.message) }
  }

  private func move(_ path: String, from old: String) throws(FileError) {
    let new = "\(output)/\(path)"
    try Files.createFolder(Files.folder(of: new))
    guard rename("\(old)/\(path)", new) == 0 else { throw FileError(path: new, action: "write") }
  }

  // MARK: Looking

  /// Files, links and empty folders below a folder.
  private static func entries(
    of folder: String, _ prefix: String = ""
  ) throws(FileError) -> [String] {
    var found: [String] = []
    for name in try Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      let below = isFolder(path) ? try entries(of: path, "\(prefix)\(name)/") : []
      found += below.isEmpty ? [prefix + name] : below
    }
    return found
  }

  /// The folders below a folder, each before those in it.
  private static func folders(of folder: String, _ prefix: String = "") -> [String] {
    Files.list(folder).filter { isFolder("\(folder)/\($0)") }.flatMap { name in
      [prefix + name] + folders(of: "\(folder)/\(name)", "\(prefix)\(name)/")
    }
  }

  /// The folders that a path lies in, the nearest first.
  private static func foldersAbove(_ path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      folders.append(String(rest))
    }
    return folders
  }

  private static func isFolder(_ path: String) -> Bool { Files.isPlainFolder(path) }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    isFolder(first) && isFolder(second) || StagingFolder.isSame(first, second)
  }
}
