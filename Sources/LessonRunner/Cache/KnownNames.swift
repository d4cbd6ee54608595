import FileSystem
import LessonFormat

/// The names in code, by the code. What parsing brought is kept by lesson.
package struct KnownNames {
  private let cache: Cache
  private let key: String
  private let known: [String: BlockNames]
  private var used: [String: BlockNames] = [:]

  /// What the cache has of a lesson.
  package init(_ lesson: Lesson, cache: Cache) {
    self.cache = cache
    key = Digest.of(["names 1", Files.resolved(lesson.file.path)])
    known = Self.read(cache.read(.names, key) ?? [])
  }

  /// The names in a block of code, which is parsed if they are not known.
  package mutating func names(in code: String) -> BlockNames {
    let names = used[code] ?? known[code] ?? BlockNames(of: code)
    used[code] = names
    return names
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
    guard used.count != known.count || used.keys.contains(where: { known[$0] == nil }) else {
      return
    }
    var writer = FieldWriter()
    writer.write(used.sorted { $0.key < $1.key }) { writer, pair in
      writer.write(pair.key)
      writer.write(pair.value)
    }
    try? cache.write(.names, key, writer.bytes)
  }

  private static func read(_ bytes: [UInt8]) -> [String: BlockNames] {
    var reader = FieldReader(bytes)
    let pairs = try? reader.list { reader throws(FieldReader.Malformed) in
      (try reader.text(), try reader.names())
    }
    return Dictionary(pairs ?? [], uniquingKeysWith: { $1 })
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
      writer.write(function.isOperator ? 1 : 0)
      writer.write(function.parameters)
    }
    write(names.imports) { writer, line in writer.write(line) }
    write((names.reachesAll ? 1 : 0) | (names.isInseparable ? 2 : 0))
  }
}

extension FieldWriter {
  private mutating func write(_ set: Set<String>) {
    write(set.sorted()) { writer, name in writer.write(name) }
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
        name: try reader.text(), isOperator: try reader.number() == 1,
        parameters: try reader.set())
    }
    names.functions = Set(functions)
    names.imports = try list { reader throws(Malformed) in try reader.text() }
    let flags = try number()
    names.reachesAll = flags & 1 != 0
    names.isInseparable = flags & 2 != 0
    return names
  }

  fileprivate mutating func set() throws(Malformed) -> Set<String> {
    Set(try list { reader throws(Malformed) in try reader.text() })
  }
}
