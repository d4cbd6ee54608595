import Foundation
import Testing

@Suite struct CacheTests {
  private static let text =
    "# A\n\nProse.\n\n```swift\nlet x = 0.5 // ≈ 0.5\nprint(x)\n```\n\n```output\n0.5\n```\n\n`x ≈ 0.5`\n"

  /// The lessons that a run had to execute.
  private func ran(_ course: ScratchCourse) throws -> [String] {
    let outcome = try course.gradus("verify", "--verbose")
    #expect(outcome.status == 0 || outcome.status == 1)
    return outcome.errors.split(separator: "\n").map { line in
      String(line.dropFirst("ran ".count).prefix { $0 != " " })
    }
  }

  @Test func whatIsKnownIsNotRunAgainProseAndExpectationsDoNotChangeItCodeDoes() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try ran(course) == ["a"])
    #expect(try ran(course) == [])
    try course.write("\n" + Self.text.replacing("Prose.", with: "Other prose."), to: "lessons/a.md")
    #expect(try ran(course) == [])
    // A number that is expected of a check, an output or a claim.
    for (old, new) in [
      ("// ≈ 0.5", "// ≈ 0.6"), ("\n0.5\n", "\n0.7\n"), ("`x ≈ 0.5`", "`x ≈ 0.8`"),
    ] {
      try course.write(Self.text.replacing(old, with: new), to: "lessons/a.md")
      #expect(try ran(course) == [], "\(new)")
      #expect(try course.gradus("verify").status == 1, "\(new)")
    }
    // Code, and the expression of a claim, which is code too.
    for (old, new) in [("x = 0.5", "x = 0.50"), ("`x ≈", "`x + 0 ≈")] {
      try course.write(Self.text.replacing(old, with: new), to: "lessons/a.md")
      #expect(try ran(course) == ["a"], "\(new)")
    }
    try course.write(Self.text, to: "lessons/a.md")
    #expect(try ran(course) == [])
  }

  @Test func aFileThatLessonsReadIsAPartOfWhatTheirResultsDependOn() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try ran(course) == ["a"])
    try FileManager.default.createDirectory(
      atPath: course.path("lessons/data"), withIntermediateDirectories: false)
    try course.write("1", to: "lessons/data/x.csv")
    #expect(try ran(course) == ["a"])
    #expect(try ran(course) == [])
    try course.write("2", to: "lessons/data/x.csv")
    #expect(try ran(course) == ["a"])
  }

  @Test func aPositionInACachedResultFollowsTheText() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1\nx // = 2")])
    #expect(try course.gradus("verify").output.contains("lessons/a.md:5:8: error"))
    try course.write("New.\n\n" + lesson("let x = 1 // = 1\nx // = 2"), to: "lessons/a.md")
    #expect(try course.gradus("verify").output.contains("lessons/a.md:7:8: error"))
    #expect(try ran(course) == [])
  }

  @Test func entriesThatWereCutOffChangedOrEmptiedAreComputedAgain() throws {
    let course = try ScratchCourse(["a": Self.text])
    let first = try course.gradus("verify", "--format", "json")
    for damage in 0..<4 {
      let entries = try course.contents(of: ".gradus").filter { !$0.key.hasPrefix("modules/") }
      #expect(!entries.isEmpty)
      for (name, bytes) in entries {
        var bytes = bytes
        switch damage {
        case 0: bytes = Array(bytes.dropLast(bytes.count / 3))
        case 1: bytes[bytes.count / 2] ^= 1
        case 2: bytes = []
        default: bytes = [UInt8](repeating: 0xFF, count: 300)
        }
        try course.write(bytes, to: ".gradus/\(name)")
      }
      let again = try course.gradus("verify", "--format", "json", "--verbose")
      #expect(again.errors == "ran a (1 of 1)\n")
      let untimed = [first, again].map { $0.output.replacing(/"seconds":[0-9.]+/, with: "") }
      #expect(untimed[0] == untimed[1])
      #expect(try ran(course) == [])
    }
  }

  @Test func nothingIsKeptWithNoCache() throws {
    let course = try ScratchCourse(["a": Self.text])
    #expect(try course.gradus("verify", "--no-cache").status == 0)
    #expect(course.names(in: "") == ["lessons"])
  }
}
