import FileSystem

/// A library that lessons can import.
public struct BuiltLibrary: Sendable {
  /// Holds `lesson-host` and the modules; nil for those that came with gradus.
  public var folder: String?
  /// The modules that every lesson imports.
  public var imports: [String]
  /// To be removed when the lessons have run; nil for what is kept.
  var temporary: String?

  /// Removes what only this run needed.
  public func remove() {
    if let temporary { Files.remove(temporary, markedBy: Scratch.mark) }
  }
}

/// What the cache knows of a library that it has built.
struct LibraryEntry: Sendable {
  var sources: LibrarySources
  /// The sources' identity and digest when the build began.
  var identity: String
  var digest: String
  /// The folder of `lesson-host` and the modules.
  var folder: String
  var imports: [String]

  /// Whether what was built is still there.
  var isThere: Bool { Files.isExecutable(folder + "/lesson-host") }

  static func key(package: String, product: String?) -> String {
    Digest.of(["built 2", package, product ?? ""])
  }

  func write(_ key: String, to cache: Cache) throws(FileError) {
    var writer = FieldWriter()
    for list in [sources.files, sources.folders, imports] {
      writer.write(list) { $0.write($1) }
    }
    for text in [identity, digest, folder] { writer.write(text) }
    try cache.write(.library, key, writer.bytes)
  }

  static func read(_ key: String, from cache: Cache) -> LibraryEntry? {
    guard let bytes = cache.read(.library, key) else { return nil }
    var reader = FieldReader(bytes)
    do throws(FieldReader.Malformed) {
      var lists: [[String]] = []
      for _ in 0..<3 {
        lists.append(
          try reader.list { reader throws(FieldReader.Malformed) in try reader.text() })
      }
      return LibraryEntry(
        sources: LibrarySources(files: lists[0], folders: lists[1]), identity: try reader.text(),
        digest: try reader.text(), folder: try reader.text(), imports: lists[2])
    } catch {
      return nil
    }
  }
}
