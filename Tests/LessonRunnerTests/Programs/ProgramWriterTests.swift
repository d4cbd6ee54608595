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
        LessonKit.LessonRecorder.block(0)
        #sourceLocation(file: "x.md", line: 4)
        let a = f(1); LessonKit.LessonRecorder.check(0, 0, a)  // ≈ 2
        LessonKit.LessonRecorder.check(0, 1, g(a,
          b))          // = 3

        """)
  }

  @Test func aClaimStandsAtItsOwnLineAfterTheBlockAboveIt() {
    let source = program("```swift\nlet a = 1\n```\n\nIt is `a ≈ 1`.\n").source
    #expect(source.contains("#sourceLocation(file: \"x.md\", line: 5)\n"))
    #expect(source.contains("LessonKit.LessonRecorder.claim(0, a)\n"))
  }

  @Test func manyExpressionsAndManyClaimsStandInAScopeOnTheirOwnLines() {
    let code = (1...16).map { "\($0)  // = \($0)" }
    let text = "```swift\nlet a = 1\n\(code.joined(separator: "\n"))\n```\n"
    let lines = program(text).source.split(separator: "\n")
    #expect(lines[6] == "do { LessonKit.LessonRecorder.check(0, 0, 1)  // = 1")
    #expect(lines[21] == "LessonKit.LessonRecorder.check(0, 15, 16) };  // = 16")

    let claims = (1...16).map { "`a ≈ \($0)`\n" }
    let source = program("```swift\nlet a = 1\n```\n\n" + claims.joined(separator: "\n")).source
    #expect(source.contains("let a = 1\ndo {\n#sourceLocation"))
    #expect(source.hasSuffix("LessonKit.LessonRecorder.claim(15, a)\n}\n"))
    // What is no expression by itself must not end the scope.
    let broken = program(claims.joined(separator: "\n") + "\n`1) } f(2 ≈ 3`\n").source
    #expect(!broken.contains("do {"))
  }

  @Test func aProgramThatWaitsSaysItsEndItself() {
    let end = "LessonKit.LessonRecorder.end()\n"
    #expect(program("```swift\nawait f()\n```\n").source.hasSuffix("await f())\n" + end))
    #expect(!program("```swift\nf()\n```\n").source.contains(end))
  }

  @Test func aBlockThatWaitsAndMustTrapIsTheRestOfAProgramOfItsOwn() {
    let lesson = sampleLesson("```swift\nlet a = 1\n```\n\n```swift traps\nawait f(a)\n```\n")
    let whole = LessonProgram.running(lesson, imports: []).source
    #expect(!whole.contains("await") && whole.hasSuffix("LessonKit.LessonRecorder.block(1)\n"))
    let apart = LessonProgram.trapping(lesson.blocks[1], of: lesson, imports: []).source
    #expect(apart.contains("let a = 1\n"))
    #expect(
      apart.hasSuffix(
        "LessonKit.LessonRecorder.beginTrap(); do {\nawait f(a)\n}; LessonKit.LessonRecorder.leave()\n"
      ))
  }

  @Test func anAttemptThatWaitsIsTheRestOfAProgramAndNoCopyOfIt() {
    let lesson = sampleLesson(
      """
      ```swift exercise="a"
      let a = 1
      ```

      ```swift check="a"
      await f(a)  // = 2
      ```

      ```swift solution="a"
      let a = 2
      ```
      """)
    let source = LessonProgram.apart(lesson.attempts[0], of: lesson, imports: []).source
    #expect(source.contains("LessonKit.LessonRecorder.beginAttempt(0)\n"))
    #expect(source.hasSuffix("LessonKit.LessonRecorder.endAttempt()\n"))
    #expect(!source.contains("entersAttempt"))
  }

  @Test func aPathWithQuotesStaysOneString() {
    let lesson = LessonReader.read(
      SourceFile(path: "a\"b\\c.md", text: "```swift\nlet a = 1\n```\n"), id: "x")
    let source = LessonProgram.running(lesson, imports: []).source
    #expect(source.contains(#"file: "a\"b\\c.md""#))
  }
}
