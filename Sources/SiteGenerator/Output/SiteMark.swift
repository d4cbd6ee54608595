import FileSystem

/// The file that marks a folder as a site of ours and says which of the files in it a build has
/// written. Only those are replaced or removed.
struct SiteMark: Equatable {
  /// The paths that a build has written, below the folder; nil where an older mark does not say.
  let paths: Set<String>?

  static let name = ".gradus-site"
  private static let head =
    "Made by gradus, which replaces the files listed here in each build and keeps all others.\n"

  /// The mark of a site of these files.
  init(of files: [SiteFile]) {
    paths = Set(files.map(\.path))
  }

  /// The mark in a folder; nil for a folder that no build has written.
  init?(in folder: String) {
    guard let bytes = try? Files.read("\(folder)/\(Self.name)") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(Self.head) else {
      // What anybody may have put there owns nothing.
      guard text.hasPrefix("Made by gradus") else { return nil }
      paths = nil
      return
    }
    let lines = text.dropFirst(Self.head.count).split(separator: "\n")
    paths = Set(
      lines.map { String($0).replacing("%0A", with: "\n").replacing("%25", with: "%") })
  }

  /// Whether the mark in a folder is no more than the beginning of one: the build that wrote it was killed.
  static func isCutOff(in folder: String) -> Bool {
    (try? Files.read("\(folder)/\(name)")).map(head.utf8.starts) ?? false
  }

  /// The file itself.
  var file: SiteFile {
    let lines = (paths ?? []).sorted().map { path in
      path.replacing("%", with: "%25").replacing("\n", with: "%0A") + "\n"
    }
    return SiteFile(path: Self.name, text: Self.head + lines.joined())
  }
}
