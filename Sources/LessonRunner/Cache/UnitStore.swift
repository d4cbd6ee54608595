import FileSystem
import LessonFormat

/// Units of lessons as compiled, by the digest of all that they were compiled from.
package struct UnitStore: Sendable {
  let cache: Cache
  /// The library and the toolchain.
  let stamp: String
  var lengths = CompilationUnit.lengths

  /// - Parameters:
  ///   - stamp: What stands for the library and the toolchain.
  ///   - lengths: How long units are, in lines.
  package init(
    cache: Cache, stamp: String, lengths: ClosedRange<Int> = CompilationUnit.lengths
  ) {
    self.cache = cache
    self.stamp = stamp
    self.lengths = lengths
  }

  /// What the compiler made of a unit.
  package struct Compiled {
    /// The object file.
    package var object: [UInt8]
    /// What later units import.
    var module: [UInt8]
    /// The attempts at exercises that do not compile, and what was said of them.
    var rejected: [Int: [RunOutcome.Message]] = [:]
  }

  /// Whether a lesson is being worked on: it has been run before, with the same library. The
  /// first time a lesson is compiled as a whole, which takes less time than all its units.
  package func isKnown(_ lesson: Lesson) -> Bool {
    cache.read(.seen, mark(of: lesson)).map { $0 == Array(stamp.utf8) } ?? false
  }

  /// Notes that a lesson has been run with the library.
  func remember(_ lesson: Lesson) {
    if !isKnown(lesson) { try? cache.write(.seen, mark(of: lesson), Array(stamp.utf8)) }
  }

  /// Keeps what a lesson's last few versions were made of.
  func use(_ keys: [String], by lesson: Lesson) {
    cache.use(.units, keys, by: mark(of: lesson), atMost: 3 * keys.count)
  }

  private func mark(of lesson: Lesson) -> String {
    Digest.of([Files.resolved(lesson.file.path)])
  }

  /// The key of a unit, by all that it is compiled from.
  package func key(_ parts: [String]) -> String { Digest.of(["unit 1", stamp] + parts) }

  /// The unit of a key, if it was compiled before.
  package func compiled(_ key: String) -> Compiled? {
    guard let bytes = cache.read(.units, key) else { return nil }
    var reader = FieldReader(bytes)
    return try? reader.compiledUnit()
  }

  /// Keeps a unit. A cache that can't be written only costs time.
  func keep(_ compiled: Compiled, _ key: String) {
    var writer = FieldWriter()
    writer.write(compiled.object)
    writer.write(compiled.module)
    writer.write(compiled.rejected) { writer, attempt, messages in
      writer.write(attempt)
      writer.write(messages) { $0.write($1) }
    }
    try? cache.write(.units, key, writer.bytes)
  }
}

extension FieldReader {
  fileprivate mutating func compiledUnit() throws(Malformed) -> UnitStore.Compiled {
    var compiled = UnitStore.Compiled(object: try content(), module: try content())
    compiled.rejected = try dictionary { reader throws(Malformed) in
      (try reader.number(), try reader.messages())
    }
    return compiled
  }
}
