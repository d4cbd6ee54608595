import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct TangledProgramTests {
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

  @Test func aTangledLessonHasItsStartersAsCommentsAndItsSolutionsInScopes() {
    let file = "import Foundation\nlet b = 3"
    let text = Self.exercise + "```swift solution=\"e\"\n\(file)\n```\n"
    #expect(
      LessonProgram.tangled(sampleLesson(text), imports: ["Backprop"]) == """
        import Backprop

        // x.md:2
        let a = 1

        // x.md:6: the starter of exercise e
        // let b = 0

        do {
          // x.md:14: a solution
          let b = a + 1  // > 1
          // x.md:10: its checks
          b  // = 2
        }

        // x.md:17: a solution, which needs a file of its own
        // import Foundation
        // let b = 3
        // x.md:10: its checks
        // b  // = 2

        """)
  }
}
