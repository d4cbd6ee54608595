import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct AttemptTests {
  private static let text = """
    ```swift exercise="a"
    let a = 0
    ```

    ```swift check="a"
    a  // = 1
    ```

    ```swift solution="a"
    let a = 1
    ```

    ```swift exercise="b"
    let b = 0
    ```

    ```swift check="b"
    b  // = 1
    ```

    ```swift solution="b"
    extension Int { static let b = 1 }
    let b = Int.b
    ```

    ```swift solution="b"
    let b = 1
    ```

    """

  @Test func attemptsAreThoseOfEachExerciseTheStarterBeforeTheSolutions() {
    let attempts = sampleLesson(Self.text).attempts
    #expect(attempts.map(\.index) == [0, 1, 2, 3, 4])
    #expect(attempts.map(\.blocks) == [[0, 1], [2, 1], [3, 4], [5, 4], [6, 4]])
    #expect(attempts.map(\.isStarter) == [true, false, true, false, false])
  }

  @Test func anAttemptHasTheLessonsFileUnderANameOfItsOwn() {
    let attempts = sampleLesson(Self.text).attempts
    #expect(attempts[3].path(of: "x.md") == "attempt-3/x.md")
  }

  @Test func anAttemptThatWaitsIsNoPartOfTheLessonsProgramAndMakesItNoneThatWaits() {
    let text = Self.text.replacing("b  // = 1", with: "await f(b)  // = 1")
    let lesson = sampleLesson(text)
    #expect(lesson.attempts.map(lesson.canHold) == [true, true, false, false, false])
    #expect(lesson.attempts.map(lesson.isAsynchronous) == [false, false, true, true, true])
    #expect(!lesson.isAsynchronous)
    #expect(sampleLesson(blocks: "let a = await f()").isAsynchronous)
    #expect(sampleLesson("It is `await f() ≈ 1`, not `awaited ≈ 1`.\n").isAsynchronous)
    #expect(!sampleLesson("It is `awaited ≈ 1`.\n").isAsynchronous)
  }

  @Test func whatOnlyAFileCanHoldIsNoPartOfTheLessonsProgram() {
    let lesson = sampleLesson(Self.text)
    #expect(lesson.attempts.map(lesson.canHold) == [true, true, true, false, true])
  }
}
