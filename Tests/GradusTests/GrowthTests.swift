import Testing

/// Time grows with a lesson's length, whatever it consists of.
@Suite struct GrowthTests {
  /// The processor time of verifying a lesson, in seconds, that of compilers and of its program included.
  /// Other tests run meanwhile, and do not count.
  private static func seconds(_ text: String) throws -> Double {
    let course = try ScratchCourse(["a": text])
    let outcome = try course.gradus(
      "verify", "--no-cache", "lessons/a.md",
      wrapper: ["/bin/sh", "-c", "\"$0\" \"$@\" >/dev/null 2>&1; times"])
    let line = try #require(outcome.output.split(separator: "\n").last)
    return line.split(separator: " ").reduce(0) { sum, time in
      let parts = time.dropLast().split(separator: "m").compactMap { Double($0) }
      return sum + (parts.first ?? 0) * 60 + (parts.last ?? 0)
    }
  }

  /// What the shortest lesson takes.
  private static let least = Result { try (1...3).map { _ in try seconds("# A\n") }.min() ?? 0 }

  @Test(arguments: GrowingLesson.all)
  func aLessonFourTimesAsLongTakesLittleMoreThanFourTimesAsLong(lesson: GrowingLesson) throws {
    let least = try Self.least.get()
    var factors: [Double] = []
    for _ in 1...3 {
      let short = try Self.seconds(lesson.text(lesson.size)) - least
      let long = try Self.seconds(lesson.text(4 * lesson.size)) - least
      // n log n makes it less than 5 times, the square 16 times. What is short is not told from noise.
      let factor = long / max(short, 0.05)
      if factor < 8 { return }
      factors.append(factor)
    }
    Issue.record("4 times as long takes \(factors) times as long")
  }
}
