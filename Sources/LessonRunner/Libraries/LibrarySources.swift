import FileSystem

/// The files that a library is built from: whether they have changed is seen by their sizes and
/// times first, and then by what they hold.
struct LibrarySources: Hashable, Sendable {
  /// Files that count, there or not.
  var files: [String]
  /// Folders in which every file counts.
  var folders: [String]

  /// All that the kit, the package and the packages on this machine that it depends on are made
  /// of.
  init(
    _ package: PackageManifest, kit: String?, _ toolchain: Toolchain, scratch: String
  ) throws(LibraryFailure) {
    files = [toolchain.frontend]
    folders = kit.map { kit in Installation.kit.map { "\(kit)/\($0)" } } ?? []
    var pending = [package]
    var seen = [package.folder]
    while let next = pending.popLast() {
      files += next.manifestFiles
      folders += next.sourceFolders
      for folder in next.localDependencies where !seen.contains(folder) {
        seen.append(folder)
        pending.append(try PackageManifest.read(folder, toolchain, scratch: scratch))
      }
    }
  }

  init(files: [String], folders: [String]) {
    self.files = files
    self.folders = folders
  }

  private var allFiles: [String] {
    files + folders.flatMap { folder in Files.files(below: folder).map { "\(folder)/\($0)" } }
  }

  /// The files' names, sizes and times.
  var identity: String { Digest.of(allFiles.map { "\($0) \(Files.identity($0))" }) }

  /// What the files hold. Of the compiler, which is large, its size and time stand for it.
  var digest: String {
    Digest.of(
      allFiles.map { path in
        "\(path) " + (path == files.first ? Files.identity(path) : Digest.ofFile(path))
      })
  }

}
