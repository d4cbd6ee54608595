import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct LessonProgramTests {
  private func program(_ text: String) -> LessonProgram {
    let lesson = LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
    return LessonProgram.running(lesson, imports: ["Backprop"])
  }

  @Test func theCompilersColumnsAreTakenBackToTheAuthors() {
    let program = program("```swift\ng(a) // = 3\n```\n")
    let shift = "LessonKit.LessonRecorder.check(0, 0, ".utf8.count
    #expect(program.authorsOffset(line: 2, column: 1) == 0)
    #expect(program.authorsOffset(line: 2, column: .min) == 0)
    #expect(program.authorsOffset(line: 2, column: shift + 1) == 0)
    #expect(program.authorsOffset(line: 2, column: shift + 3) == 2)
    #expect(program.authorsOffset(line: 2, column: shift + 4 + 1 + 1) == 4)
    #expect(program.authorsOffset(line: 9, column: 5) == 4)
  }

  private static let exercise = """
    ```swift
    let a = 1
    ```

    ```swift exercise="e"
    let b = 0
    ```

    ```swift check="e"
    b  // = 2
    ```

    ```swift solution="e"
    let b = a + 1  // > 1
    ```

    """

  private func lesson(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(path: "x.md", text: text), id: "x")
  }

  @Test func eachAttemptAtAnExerciseStandsAtTheStarterInAScopeOfItsOwnWithTheChecks() {
    let lesson = lesson(Self.exercise)
    let program = LessonProgram.running(lesson, attempts: lesson.attempts, imports: [])
    #expect(
      program.source == """
        import LessonKit
        #sourceLocation(file: "x.md", line: 1)
        LessonKit.LessonRecorder.block(0)
        #sourceLocation(file: "x.md", line: 2)
        let a = 1
        #sourceLocation(file: "x.md", line: 5)
        LessonKit.LessonRecorder.block(1)
        #sourceLocation(file: "x.md", line: 5)
        if LessonKit.LessonRecorder.entersAttempt(0) { do {
        #sourceLocation(file: "attempt-0/x.md", line: 6)
        let b = 0
        do {}
        #sourceLocation(file: "attempt-0/x.md", line: 10)
        LessonKit.LessonRecorder.check(2, 0, b)  // = 2
        do {}
        #sourceLocation(file: "attempt-0/x.md", line: 11)
        }; LessonKit.LessonRecorder.leaveAttempt() }
        #sourceLocation(file: "x.md", line: 5)
        if LessonKit.LessonRecorder.entersAttempt(1) { do {
        #sourceLocation(file: "attempt-1/x.md", line: 14)
        let b = a + 1; LessonKit.LessonRecorder.check(3, 0, b)  // > 1
        do {}
        #sourceLocation(file: "attempt-1/x.md", line: 10)
        LessonKit.LessonRecorder.check(2, 0, b)  // = 2
        do {}
        #sourceLocation(file: "attempt-1/x.md", line: 11)
        }; LessonKit.LessonRecorder.leaveAttempt() }

        """)
    // The checks are written twice, and the columns are shifted once.
    let shift = "LessonKit.LessonRecorder.check(2, 0, ".utf8.count
    #expect(program.authorsOffset(line: 10, column: shift + 1) == 0)
  }

  @Test func anAttemptThatAScopeCannotHoldIsAProgramOfItsOwnUpToTheStarter() {
    let text = Self.exercise.replacing("let b = 0", with: "extension Int { }")
    let lesson = lesson(text + "```swift\nlet later = 1\n```\n")
    #expect(lesson.attempts.map(lesson.canHold) == [false, true])
    let source = LessonProgram.apart(lesson.attempts[0], of: lesson, imports: []).source
    #expect(source.contains("\nlet a = 1\n"))
    #expect(
      source.contains(
        "if !LessonKit.LessonRecorder.entersAttempt(0) { LessonKit.LessonRecorder.leave()"))
    #expect(source.contains("\nextension Int { }\n"))
    #expect(source.hasSuffix("\nLessonKit.LessonRecorder.leaveAttempt()\n"))
    #expect(!source.contains("later"))
  }
}
