import FileSystem
import LessonFormat

/// The names in code. What parsing brought is kept by lesson.
package struct KnownNames {
  private let cache: Cache
  private let key: String
  private var known: KnownByCode<BlockNames>

  /// Where the names in a lesson's blocks are kept.
  package static func key(of path: String) -> String {
    Digest.of(["names 2", Files.resolved(path)])
  }

  /// What the cache has of a lesson.
  package init(_ lesson: Lesson, cache: Cache) {
    self.cache = cache
    key = Self.key(of: lesson.file.path)
    var reader = FieldReader(cache.read(.names, key) ?? [])
    let names = try? reader.dictionary { reader throws(FieldReader.Malformed) in
      (try reader.text(), try reader.names())
    }
    known = KnownByCode(names ?? [:])
  }

  /// The names in a block of code, which is parsed if they are not known.
  package mutating func names(in code: String) -> BlockNames {
    known.value(of: code) { BlockNames(of: $0) }
  }

  /// The lines by which blocks that run import modules: each counts for the whole file.
  mutating func imports(of lesson: Lesson) -> [String] {
    var lines: [String] = []
    for block in lesson.blocks where block.execution == .run {
      for line in names(in: block.code).imports where !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// Keeps what was asked for. A cache that can't be written only costs time.
  package func save() {
    guard known.isChanged else { return }
    var writer = FieldWriter()
    writer.write(known.used) { writer, code, names in
      writer.write(code)
      writer.write(names)
    }
    try? cache.write(.names, key, writer.bytes)
  }
}

extension FieldWriter {
  fileprivate mutating func write(_ names: BlockNames) {
    for set in [
      names.declared, names.members, names.extendedMembers, names.bound, names.used,
      names.usedMembers, names.usedOperators, names.extended,
    ] {
      write(set)
    }
    write(names.functions.sorted { $0.name < $1.name }) { writer, function in
      writer.write(function.name)
      writer.write(function.isOperator)
      writer.write(function.parameters)
    }
    write(names.imports)
    write((names.reachesAll ? 1 : 0) | (names.isInseparable ? 2 : 0))
  }

  private mutating func write(_ set: Set<String>) {
    write(set.sorted())
  }
}

extension FieldReader {
  fileprivate mutating func names() throws(Malformed) -> BlockNames {
    var names = BlockNames()
    names.declared = try set()
    names.members = try set()
    names.extendedMembers = try set()
    names.bound = try set()
    names.used = try set()
    names.usedMembers = try set()
    names.usedOperators = try set()
    names.extended = try set()
    let functions = try list { reader throws(Malformed) in
      BlockNames.Function(
        name: try reader.text(), isOperator: try reader.flag(),
        parameters: try reader.set())
    }
    names.functions = Set(functions)
    names.imports = try texts()
    let flags = try number()
    names.reachesAll = flags & 1 != 0
    names.isInseparable = flags & 2 != 0
    return names
  }

  fileprivate mutating func set() throws(Malformed) -> Set<String> {
    Set(try texts())
  }
}
