import Foundation
import Testing

@Suite struct TangleCommandTests {
  @Test func theTangledProgramIsTheLessonsCodeWithoutAnyRecording() throws {
    let course = try ScratchCourse([
      "a": "# A\n\n```swift\nlet x = 1 // = 1\n```\n\n```swift skip=\"why\"\nnever()\n```\n\n"
        + "```swift hidden\nprint(x)\n```\n"
    ])
    let outcome = try course.gradus("tangle", "lessons/a.md")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["import Backprop", "import Figures"])
    #expect(lines.contains("let x = 1 // = 1"))
    #expect(lines.contains("print(x)"))
    #expect(!lines.contains("never()"))
    #expect(!outcome.output.contains("LessonKit"))
  }

  @Test func aFileThatCantBeReadAsALessonIsNotTangledInSilence() throws {
    let course = try ScratchCourse()
    try course.write([0x23, 0x20, 0xFF], to: "lessons/a.md")
    let outcome = try course.gradus("tangle", "lessons/a.md")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.errors.contains("lessons/a.md can't be read as it is; see: gradus verify"))
  }
}
