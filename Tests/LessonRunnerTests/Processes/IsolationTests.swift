import FileSystem
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct IsolationTests {
  @Test(arguments: Isolation.allCases)
  func theOneThatIsWantedIsTakenOrSaysWhatIsInItsWay(isolation: Isolation) {
    if let obstacle = isolation.obstacle() {
      #expect(throws: obstacle) { try Isolation.chosen(isolation, trusts: true) }
    } else {
      let chosen = try? Isolation.chosen(isolation, trusts: false)
      #expect(chosen == isolation)
    }
  }

  @Test func withoutAWishTheFirstThatWorksIsTaken() throws {
    let works = Isolation.allCases.filter { $0 != .none && $0.obstacle() == nil }
    try #require(!works.isEmpty)
    #expect(try Isolation.chosen(nil, trusts: true) == works[0])
  }

  /// Lessons that try to get out, and lessons that take more than they may.
  private static let stems = [
    "isolation", "confinement", "stays", "hoards", "memory", "processes", "file-size", "trapping",
    "exercises", "leaves",
  ]

  private func results(_ isolation: Isolation) throws -> [[String]] {
    let folder = TestCourse.folder("rules")
    let lessons = try Self.stems.map { stem in
      LessonReader.read(
        try SourceFile.read("\(folder)/\(stem).md"), id: "\(isolation.rawValue)-\(stem)",
        lessons: Self.stems)
    }
    var settings = Verification.Settings(
      folder: folder, seconds: 10, memory: 400 << 20, output: 100_000, cache: Cache(folder: nil),
      library: TestCourse.library)
    settings.isolation = isolation
    return try Verification(settings).run(lessons).lessons.map { lesson in
      lesson.checks.map { check in
        "\(lesson.lesson.file.path):\(check.position.line) \(check.kind) \(check.status) "
          + (check.rule.map { "\($0)" } ?? "")
      }
    }
  }

  @Test func lessonsComeToTheSameInEach() throws {
    let works = Isolation.allCases.filter { $0 != .none && $0.obstacle() == nil }
    try #require(!works.isEmpty)
    let results = try works.map { try self.results($0) }
    for (way, other) in zip(works, results).dropFirst() {
      for (first, second) in zip(results[0], other) {
        #expect(first == second, "\(way.rawValue)")
      }
    }
    for lesson in results[0][..<4] {
      #expect(!lesson.isEmpty && lesson.allSatisfy { !$0.contains(" fail") })
    }
  }
}
