import FileSystem
import Foundation
import LessonRunner
import Testing

@testable import Courseware

@Suite struct CoursewareTests {
  private static let good = "# A\n\n```swift\nlet x = 0.5  // = 0.5\n```\n\nIt is `x ≈ 0.5`.\n"

  private func courseware(
    _ course: TemporaryCourse, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (CourseProgress) -> Void = { _ in }
  ) -> Courseware {
    var settings = CourseSettings(operands: [course.path("lessons")])
    settings.output = course.path("site")
    settings.trusts = true
    return Courseware(settings, cancellation: cancellation, progress: progress)
  }

  @Test func aCourseThatHoldsIsBuiltAndThenUnchanged() throws {
    let course = try TemporaryCourse(["a": Self.good])
    let expected = BuildSummary(lessons: 1, checks: 5, figures: 0, pages: 4)
    guard case .built(let verified, let summary) = try courseware(course).build() else {
      Issue.record("it was not built")
      return
    }
    #expect(verified.passed)
    // The two pages of the lesson and the index, and the reference of Backprop and Figures.
    #expect(summary == expected)
    #expect(FileManager.default.fileExists(atPath: course.path("site/a.html")))
    guard case .unchanged(let last) = try courseware(course).build() else {
      Issue.record("it was built again")
      return
    }
    #expect(last == expected)
  }

  @Test func aCourseOfWhichACheckFailsIsNotWritten() throws {
    let course = try TemporaryCourse(["a": Self.good.replacing("≈ 0.5", with: "≈ 0.6")])
    guard case .failed(let verified) = try courseware(course).build() else {
      Issue.record("it did not fail")
      return
    }
    #expect(verified.files[0].checks.contains { $0.rule == .claimMismatch })
    #expect(!FileManager.default.fileExists(atPath: course.path("site")))
  }

  @Test func aFormulaThatCannotBeTypesetFailsVerification() throws {
    let course = try TemporaryCourse(["a": Self.good + "\nSo $\\frac{1$.\n"])
    let failed = try courseware(course).verify().files[0].checks.filter { $0.status == .fail }
    #expect(failed.map(\.rule) == [.badFormula])
    #expect(failed[0].position.line == 9)
  }

  @Test func whatIsDoneIsToldStepByStep() throws {
    let course = try TemporaryCourse(["a": Self.good, "b": Self.good])
    let told = Told()
    _ = try courseware(course, progress: told.add).verify()
    #expect(told.lines.sorted() == ["1 of 2", "2 of 2", "done"])
  }

  @Test(.timeLimit(.minutes(20)))
  func cancellingEndsALessonThatNeverEnds() throws {
    let course = try TemporaryCourse(["a": "```swift\nwhile true {}\n```\n"])
    let cancellation = Cancellation()
    let courseware = courseware(course, cancellation: cancellation)
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { cancellation.cancel() }
    #expect {
      _ = try courseware.verify()
    } throws: { error in
      if case .cancelled? = error as? CoursewareError { true } else { false }
    }
    #expect(Files.list(course.path(".gradus/scratch")).isEmpty)
  }

  @Test func aFolderThatIsNoneIsNoCourse() throws {
    let settings = CourseSettings(operands: ["/nowhere/at-all"])
    #expect {
      _ = try Courseware(settings).build()
    } throws: { error in
      if case .noFolder("/nowhere/at-all")? = error as? CoursewareError { true } else { false }
    }
  }
}

/// What was told, from any thread.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var told: [String] = []

  var lines: [String] { lock.withLock { told } }

  @Sendable func add(_ progress: CourseProgress) {
    let line: String? =
      switch progress {
      case .preparing, .warning: nil
      case .ran(_, let count, let total): "\(count) of \(total)"
      case .done: "done"
      }
    if let line { lock.withLock { told.append(line) } }
  }
}
