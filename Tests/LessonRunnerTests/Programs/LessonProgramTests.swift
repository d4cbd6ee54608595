import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LessonProgramTests {
  private func program(_ text: String) -> LessonProgram {
    let lesson = LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
    return LessonProgram.running(lesson, imports: ["Backprop"])
  }

  @Test("checks become calls on the author's own lines, and nothing else moves")
  func checks() {
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

  @Test("the compiler's columns are taken back to the author's")
  func columns() {
    let program = program("```swift\ng(a) // = 3\n```\n")
    let shift = "LessonKit.Recorder.check(0, 0, ".utf8.count
    #expect(program.authorsOffset(line: 2, column: 1) == 0)
    #expect(program.authorsOffset(line: 2, column: shift + 1) == 0)
    #expect(program.authorsOffset(line: 2, column: shift + 3) == 2)
    #expect(program.authorsOffset(line: 2, column: shift + 4 + 1 + 1) == 4)
    #expect(program.authorsOffset(line: 9, column: 5) == 4)
  }

  @Test("a claim stands at its own line, after the block above it")
  func claims() {
    let source = program("```swift\nlet a = 1\n```\n\nIt is `a ≈ 1`.\n").source
    #expect(source.contains("#sourceLocation(file: \"x.md\", line: 5)\n"))
    #expect(source.contains("LessonKit.Recorder.claim(0, a)\n"))
  }

  @Test("a path with quotes stays one string")
  func paths() {
    let lesson = LessonReader.read(
      SourceFile(path: "a\"b\\c.md", text: "```swift\nlet a = 1\n```\n"), id: "x")
    let source = LessonProgram.running(lesson, imports: []).source
    #expect(source.contains(#"file: "a\"b\\c.md""#))
  }
}
