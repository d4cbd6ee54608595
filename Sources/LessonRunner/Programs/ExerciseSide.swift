import LessonFormat

/// One of the sides from which an exercise is verified: an answer, which is the starter or a
/// solution, and the checks after it. The two are one piece of code.
package struct ExerciseSide: Hashable, Sendable {
  /// The place among the sides of the lesson.
  let index: Int
  let exercise: Exercise
  /// The block of the starter or solution.
  let answer: Int

  var isStarter: Bool { answer == exercise.starter }

  /// The blocks that it consists of.
  var blocks: [Int] { [answer, exercise.check] }

  /// The name of the lesson's file inside this side's code. The checks stand in the program once
  /// for each side; the compiler's messages tell by the name in which of them it found something.
  func path(of file: String) -> String { "side-\(index)/\(file)" }
}

extension Lesson {
  /// The sides of all exercises, starters before solutions.
  var sides: [ExerciseSide] {
    let answers = exercises.flatMap { exercise in
      ([exercise.starter] + exercise.solutions).map { (exercise, $0) }
    }
    return answers.enumerated().map { index, answer in
      ExerciseSide(index: index, exercise: answer.0, answer: answer.1)
    }
  }

  /// Whether a side can stand in the middle of the lesson's program. One that declares what only a
  /// file can hold, or that may end elsewhere than it seems to, needs a program of its own.
  func canHold(_ side: ExerciseSide) -> Bool {
    side.blocks.allSatisfy { blocks[$0].scopeRequirement == .inScope }
  }
}
