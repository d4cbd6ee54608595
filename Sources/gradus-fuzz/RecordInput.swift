import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

/// What a lesson's program writes, and what the cache keeps.
struct RecordInput {
  let bytes: [UInt8]
  let scratch: String

  static let boundary = "0123456789abcdef"

  static let words = [
    boundary, "D00000000", "B00000003", "1:0", "V", "F", "T", "X", "E", "Y", "L", "-0000001",
    "00000000",
    "7fffffff", "ffffffff", "1:", "0:", ":", "5:", "9223372036854775807:", "finished", "8:finished",
    "timed out", "error",
  ]

  static func record(_ kind: String, _ fields: [String]) -> String {
    let body = fields.map { "\($0.utf8.count):\($0)" }.joined()
    let length = String(body.utf8.count, radix: 16)
    return boundary + kind + String(repeating: "0", count: 8 - length.count) + length + body
  }

  /// Streams of records and text between them.
  static let streams: [[UInt8]] = [
    record("B", ["0"]) + "loss 0.5\n" + record("V", ["0", "1", "0.5"]) + record("D", []),
    record("B", ["1"]) + record("F", ["a", "A", "B", "", "<svg></svg>"])
      + record("T", ["A", "2", "b", "c", "1", "2"]) + record("S", ["1", "3"]),
    record("E", ["0"]) + record("V", ["2", "0", "1"]) + record("L", [])
      + record("Y", ["0", "0", ""])
      + record("X", ["3", "132", "Fatal error: Index out of range"]) + record("C", ["0", "1.5"]),
  ].map { Array($0.utf8) }

  static let outcomes: [[UInt8]] = streams.enumerated().map { index, stream in
    var outcome = RunOutcome(records: RecordReader.read(stream, boundary: boundary))
    if index == 1 { outcome.ending = .trapped(said: "a", place: nil) }
    return outcome.encoded
  }

  /// Entries of the cache; the first byte says of which kind.
  static let entries: [[UInt8]] =
    kept
    + [
      "2" + "3:abc" + "3:def" + "1:1" + "1:0" + "1:1" + "5:error" + "1:0" + "1:a",
      "3" + "1\nv3\nkey5\n<pre>",
      "4" + "8:finished",
    ].map { Array($0.utf8) }

  /// What the cache keeps of a lesson's code: its syntax and its names.
  private static var kept: [[UInt8]] {
    let place = Environment.value("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let folder = "\(place)/gradus-fuzz-\(UInt64.random(in: 0...UInt64.max))"
    let path = folder + "/a.md"
    let cache = Cache(folder: folder + "/cache")
    guard (try? Files.createFolder(folder)) != nil,
      (try? Files.write(lesson.utf8, to: path)) != nil,
      let loaded = try? LessonLoader(cache: cache, lessons: nil).load(path, id: "a")
    else { return [] }
    defer { Files.remove(folder) }
    var names = KnownNames(loaded, cache: cache)
    for block in loaded.blocks { _ = names.names(in: block.code) }
    names.save()
    let entries = [
      cache.read(.syntax, LessonLoader.key(of: path)), cache.read(.names, KnownNames.key(of: path)),
    ]
    return zip("01".utf8, entries).compactMap { kind, entry in entry.map { [kind] + $0 } }
  }

  func runStream() throws {
    let records = RecordReader.read(bytes, boundary: Self.boundary)
    try expect(records.count <= bytes.count, "\(records.count) records in \(bytes.count) bytes")
    let outcome = RunOutcome(records: records)
    let decoded = RunOutcome(encoded: outcome.encoded)
    try expect(decoded == outcome, "an outcome that is kept comes back as another")
    let lesson = LessonReader.read(SourceFile(path: "a.md", text: Self.lesson), id: "a")
    _ = LessonJudge.judge(lesson, outcome)
  }

  static let lesson = """
    # A

    ```swift
    let a = 0.5 // ≈ 0.5
    a // = 0.5
    ```

    ```swift exercise="b"
    let c = 0
    ```

    ```swift check="b"
    c // = 1
    ```

    ```swift solution="b"
    let c = 1
    ```

    ```swift traps
    fatalError()
    ```

    Here `a ≈ 0.5`.

    """

  func runOutcome() throws {
    guard let outcome = RunOutcome(encoded: bytes) else { return }
    let again = RunOutcome(encoded: outcome.encoded)
    try expect(again == outcome, "an outcome that is kept comes back as another")
    let lesson = LessonReader.read(SourceFile(path: "a.md", text: Self.lesson), id: "a")
    _ = LessonJudge.judge(lesson, outcome)
  }

  /// Entries whose digest is right, as if a version of gradus with a mistake had written them.
  func runEntry() throws {
    let cache = Cache(folder: scratch + "/cache")
    let path = scratch + "/a.md"
    try Files.write(Self.lesson.utf8, to: path)
    let content = Array(bytes.dropFirst())
    switch bytes.first {
    case UInt8(ascii: "0"):
      try cache.write(.syntax, LessonLoader.key(of: path), content)
      let lesson = try LessonLoader(cache: cache, lessons: nil).load(path, id: "a")
      _ = LessonProgram.running(lesson, imports: [])
    case UInt8(ascii: "1"):
      let lesson = try LessonLoader(cache: cache, lessons: nil).load(path, id: "a")
      try cache.write(.names, KnownNames.key(of: path), content)
      var names = KnownNames(lesson, cache: cache)
      _ = CompilationUnit.divide(lesson, lengths: 1...1) { names.names(in: $0) }
    case UInt8(ascii: "2"):
      let store = UnitStore(cache: cache, stamp: "a")
      try cache.write(.units, store.key(["a"]), content)
      _ = store.compiled(store.key(["a"]))
    case UInt8(ascii: "3"):
      try cache.write(.fragments, Digest.of(["fragments 1", "a"]), content)
      _ = FragmentCache(cache: Cache(folder: scratch + "/cache"), version: "v").fragments(of: "a")
    default:
      // Whatever lies in an entry's place is read as one.
      let key = Digest.of(["a"])
      try cache.write(.runs, key, content)
      try Files.write(content, to: "\(scratch)/cache/runs/\(key.prefix(2))/\(key.dropFirst(2))")
      _ = cache.read(.runs, key)
    }
  }
}
