import FileSystem

/// Results by the digest of what they depend on.
///
/// Entries are written by renaming, so that a reader, or a build at the same time, sees a whole
/// one or none; each begins with the checksum of its own content, and one that does not agree with
/// it counts as missing. Any entry can be deleted at any time.
public struct Cache: Sendable {
  /// What an entry is about: entries of one kind lie in a folder of its name.
  package enum Kind: String, CaseIterable, Sendable {
    /// What came of lessons that were run.
    case runs
    /// The same of the second runs that show whether lessons can be repeated.
    case secondRuns = "second-runs"
    /// How long lessons took.
    case times
    /// What parsing the code of lessons brought.
    case syntax
    /// The names in the code of lessons.
    case names
    /// Compilation units, as compiled.
    case units
    /// The library with which a lesson has been run.
    case seen
    /// Libraries that were built, and digests of libraries.
    case library
    /// The public symbols of modules.
    case symbols
    /// Formulas, as KaTeX typeset them.
    case formulas
    /// Fragments of pages.
    case fragments
    /// What a whole build read and wrote.
    case builds
    /// Which entries of another kind were used last.
    case recent
  }

  /// The folder; nil keeps nothing.
  public let folder: String?

  /// The cache in a folder, which need not exist; nil keeps nothing.
  public init(folder: String?) {
    self.folder = folder
  }

  private func path(_ kind: Kind, _ key: String) -> String? {
    folder.map { "\($0)/\(kind.rawValue)/\(key.prefix(2))/\(key.dropFirst(2))" }
  }

  /// The entry, or nil when there is none.
  package func read(_ kind: Kind, _ key: String) -> [UInt8]? {
    guard let path = path(kind, key), let bytes = try? Files.read(path),
      bytes.count >= Checksum.digits
    else { return nil }
    let content = bytes[Checksum.digits...]
    return Checksum.text(of: content).utf8.elementsEqual(bytes[..<Checksum.digits])
      ? Array(content) : nil
  }

  /// Where files and folders are that belong to one process: their names start with its number,
  /// and what a process has left that was killed is removed by another.
  public static func workshop(of folder: String) -> String { folder + "/scratch" }

  /// Keeps an entry.
  package func write(_ kind: Kind, _ key: String, _ content: [UInt8]) throws(FileError) {
    guard let path = path(kind, key) else { return }
    try mark()
    try Files.createFolder(Files.folder(of: path))
    let workshop = folder.map(Self.workshop(of:))
    if let workshop { try Files.createFolder(workshop) }
    try Files.replace(
      path, with: Array(Checksum.text(of: content).utf8) + content, workshop: workshop)
  }

  /// Notes which entries an owner, such as a lesson, has used last, and removes those of its
  /// entries that it has not used for longest, beyond some number. Nothing else removes entries.
  func use(_ kind: Kind, _ keys: [String], by owner: String, atMost limit: Int) {
    let list = Digest.of(["recent 1", kind.rawValue, owner])
    var reader = FieldReader(read(.recent, list) ?? [])
    let known = (try? reader.texts()) ?? []
    let used = Set(keys)
    let recent = keys + known.filter { !used.contains($0) }
    guard recent != known else { return }
    for key in recent.dropFirst(limit) {
      if let path = path(kind, key) { Files.remove(path) }
    }
    var writer = FieldWriter()
    writer.write(Array(recent.prefix(limit)))
    try? write(.recent, list, writer.bytes)
  }

  // MARK: The folder

  /// The file by which other programs, too, know a cache: backups leave it out, for example.
  private static let tag = "CACHEDIR.TAG"
  private static let tagText = """
    Signature: 8a477f597d28d172789f06886806bc55
    # What gradus has computed; `gradus clean` removes it. See https://bford.info/cachedir/

    """
  /// What lies in the folder in addition to the entries.
  private static let folders = ["scratch", "modules"]

  /// Marks the folder as a cache of ours.
  func mark() throws(FileError) {
    guard let folder, !Files.exists("\(folder)/\(Self.tag)") else { return }
    try Files.createFolder(folder)
    try Files.write(Self.tagText.utf8, to: "\(folder)/\(Self.tag)")
  }

  /// Whether the folder is a cache of ours, or not there. One that is called `.gradus` was made when
  /// caches had no mark.
  public var isOurs: Bool {
    guard let folder, Files.exists(folder) else { return true }
    let tag = (try? Files.read("\(folder)/\(Self.tag)")) ?? []
    return tag.elementsEqual(Self.tagText.utf8) || Files.name(of: folder) == ".gradus"
  }

  /// Removes all that was kept, and the folder if it holds nothing else. What is not a cache of ours
  /// stays as it is.
  public func clean() {
    guard let folder, isOurs else { return }
    for name in Kind.allCases.map(\.rawValue) + Self.folders + Self.oldFolders + [Self.tag] {
      Files.remove("\(folder)/\(name)")
    }
    Files.removeEmptyFolder(folder)
  }

  /// Whether nothing of what was kept is left.
  public var isEmpty: Bool {
    guard let folder else { return true }
    return !(Kind.allCases.map(\.rawValue) + Self.folders).contains {
      Files.exists("\(folder)/\($0)")
    }
  }

  /// Folders of earlier versions.
  private static let oldFolders = ["pieces", "compiled"]
}
