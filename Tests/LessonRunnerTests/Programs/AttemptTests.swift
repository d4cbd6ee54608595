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

  @Test func whatOnlyAFileCanHoldIsNoPartOfTheLessonsProgram() {
    let lesson = sampleLesson(Self.text)
    #expect(lesson.attempts.map(lesson.canHold) == [true, true, true, false, true])
  }
}
