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
  private static let names = Kind.allCases.map(\.rawValue) + folders

  /// Marks the folder as a cache of ours, unless something in it shows that it is not one.
  func mark() throws(FileError) {
    guard let folder, !isMarked else { return }
    try Files.createFolder(folder)
    guard foreignEntry == nil else { return }
    // In one step: no process ever sees a folder of ours with half a mark.
    try Files.replace("\(folder)/\(Self.tag)", with: Self.tagText.utf8)
  }

  private var isMarked: Bool {
    guard let folder, let tag = try? Files.read("\(folder)/\(Self.tag)") else { return false }
    return tag.elementsEqual(Self.tagText.utf8)
  }

  /// Whether the folder is called as caches are that gradus makes beside a course. Early ones had no
  /// mark.
  private var hasOurName: Bool { folder.map { Files.name(of: $0) } == ".gradus" }

  /// Whether the folder is a cache of ours, or not there.
  public var isOurs: Bool {
    guard let folder, Files.exists(folder) else { return true }
    return isMarked || hasOurName
  }

  /// What lies in a folder that is no cache of ours, under a name that a cache needs; nil where the
  /// folder is ours or can become it.
  public var foreignEntry: String? {
    guard let folder, !isOurs else { return nil }
    let found = Files.list(folder).first { Self.names.contains($0) || $0 == Self.tag }
    // Another process may have marked the folder meanwhile, and made what was found.
    return isMarked ? nil : found
  }

  // MARK: Cleaning

  /// Removes all that was kept, and the folder if it holds nothing else. What is not a cache of ours
  /// stays as it is, and so does what lies in one and gradus has not made.
  public func clean() {
    guard let folder, isOurs else { return }
    for path in kept { Files.remove("\(folder)/\(path)") }
    for name in Self.names {
      let parent = "\(folder)/\(name)"
      for group in Files.list(parent) where Self.isDigest(group, 2) {
        Files.removeEmptyFolder("\(parent)/\(group)")
      }
      Files.removeEmptyFolder(parent)
    }
    // Last, so that a clean that is stopped can be repeated.
    if isMarked, kept.isEmpty { Files.remove("\(folder)/\(Self.tag)") }
    Files.removeEmptyFolder(folder)
  }

  /// Whether nothing of what was kept is left.
  public var isEmpty: Bool { kept.isEmpty }

  /// The paths, below the folder, of what gradus has made in it. Links are not followed.
  private var kept: [String] {
    guard let folder else { return [] }
    var paths = Kind.allCases.flatMap { Self.entries(in: folder, $0.rawValue) }
    func add(_ name: String, where isKept: (String) -> Bool) {
      guard Files.isPlainFolder("\(folder)/\(name)") else { return }
      paths += Files.list("\(folder)/\(name)").filter(isKept).map { "\(name)/\($0)" }
    }
    add("library", where: Self.isPackage)
    add("scratch", where: Scratch.isName)
    add("modules", where: Self.isModule)
    // A process may have been stopped while it marked the folder.
    paths += Files.list(folder).filter { $0.hasPrefix("\(Self.tag).") && $0.hasSuffix(".new") }
    if hasOurName { paths += Self.oldFolders.filter { Files.exists("\(folder)/\($0)") } }
    return paths
  }

  /// The entries of a kind: files whose paths are digests.
  private static func entries(in folder: String, _ kind: String) -> [String] {
    guard Files.isPlainFolder("\(folder)/\(kind)") else { return [] }
    return Files.list("\(folder)/\(kind)").filter { Self.isDigest($0, 2) }
      .map { "\(kind)/\($0)" }.filter { Files.isPlainFolder("\(folder)/\($0)") }
      .flatMap { group in
        Files.list("\(folder)/\(group)").filter { Self.isDigest($0, 62) }.map { "\(group)/\($0)" }
      }
  }

  private static func isDigest(_ name: String, _ count: Int) -> Bool {
    name.utf8.count == count && name.allSatisfy { $0.isHexDigit && $0.isASCII }
  }

  /// Whether the compiler gives such names where it keeps modules: those of files that say what they
  /// are, or of a folder for each set of flags, such as `3DVQ10NM275WU`.
  private static func isModule(_ name: String) -> Bool {
    let kinds = [".pcm", ".swiftmodule", ".timestamp", ".modulevalidation", ".lock", ".tmp"]
    return kinds.contains(where: name.hasSuffix)
      || name.utf8.count >= 10
        && name.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// The start of the names of folders in which packages are built, and of what comes out.
  static let packagePrefix = "package-"

  private static func isPackage(_ name: String) -> Bool {
    name.hasPrefix(packagePrefix)
      && name.dropFirst(packagePrefix.count).prefix(16).count(where: \.isHexDigit) == 16
  }

  /// Folders of earlier versions.
  private static let oldFolders = ["pieces", "compiled"]
}
