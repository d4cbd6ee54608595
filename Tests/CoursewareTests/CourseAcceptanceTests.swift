import Foundation
import LessonRunner
import Testing

@testable import Courseware

@Suite struct CourseAcceptanceTests {
  private static let wrong = "# A\n\n```swift\n2 + 2 // = 5\n```\n"

  private func acceptance(of course: TemporaryCourse) throws -> CourseAcceptance {
    var settings = CourseSettings(operands: [course.path("lessons")])
    settings.trusts = true
    return CourseAcceptance(try Courseware(settings).verify())
  }

  @Test func whatIsComputedIsWrittenIntoTheLessonsThatExpectAnother() throws {
    let course = try TemporaryCourse(["a": Self.wrong, "b": Self.wrong.replacing("5", with: "4")])
    let acceptance = try acceptance(of: course)
    #expect(acceptance.remainders.isEmpty)
    #expect(acceptance.changes.map(\.file.path) == [course.path("lessons/a.md")])
    #expect(try acceptance.changes[0].write())
    #expect(try course.text(of: "lessons/a.md") == Self.wrong.replacing("5", with: "4"))
  }

  @Test func aFileThatWasSavedSinceItWasVerifiedIsLeftAsItIs() throws {
    let course = try TemporaryCourse(["a": Self.wrong])
    let acceptance = try acceptance(of: course)
    let newer = Self.wrong + "\nA newer sentence.\n"
    try course.write(newer, to: "lessons/a.md")
    #expect(try !acceptance.changes[0].write())
    #expect(try course.text(of: "lessons/a.md") == newer)
  }

  @Test func whatNoValueResolvesIsLeftForAPerson() throws {
    let course = try TemporaryCourse([
      "a": "# A\n\n```swift\nlet y: Int = \"one\"\n```\n", "b": "# A\u{0}\n",
    ])
    try Data([0x23, 0xFF]).write(to: URL(fileURLWithPath: course.path("lessons/b.md")))
    let left = try acceptance(of: course).remainders.map { remainder -> String in
      switch remainder {
      case .unusable(let path): "unusable \(path)"
      case .unfinished(let path): "unfinished \(path)"
      case .refused: "refused"
      }
    }
    #expect(
      left == [
        "unusable \(course.path("lessons/b.md"))", "unfinished \(course.path("lessons/a.md"))",
      ])
  }
}
