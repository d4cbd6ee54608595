import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ProgramWriterTests {
  private func program(_ text: String) -> LessonProgram {
    let lesson = LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
    return LessonProgram.running(lesson, imports: ["Backprop"])
  }

  @Test func checksBecomeCallsOnTheAuthorsOwnLinesAndNothingElseMoves() {
    let program = program(
      """
      Text.

      ```swift
      let a = f(1)  // ≈ 2
      g(a,
        b)          // = 3
      ```
      """)
    #expect(
      program.source == """
        import LessonKit
        import Backprop
        #sourceLocation(file: "x.md", line: 3)
        LessonKit.Recorder.block(0)
        #sourceLocation(file: "x.md", line: 4)
        let a = f(1); LessonKit.Recorder.check(0, 0, a)  // ≈ 2
        LessonKit.Recorder.check(0, 1, g(a,
          b))          // = 3

        """)
  }

  @Test func aClaimStandsAtItsOwnLineAfterTheBlockAboveIt() {
    let source = program("```swift\nlet a = 1\n```\n\nIt is `a ≈ 1`.\n").source
    #expect(source.contains("#sourceLocation(file: \"x.md\", line: 5)\n"))
    #expect(source.contains("LessonKit.Recorder.claim(0, a)\n"))
  }

  @Test func aPathWithQuotesStaysOneString() {
    let lesson = LessonReader.read(
      SourceFile(path: "a\"b\\c.md", text: "```swift\nlet a = 1\n```\n"), id: "x")
    let source = LessonProgram.running(lesson, imports: []).source
    #expect(source.contains(#"file: "a\"b\\c.md""#))
  }
}
